"""Dates in plain forms are read as the general parser reads them."""

import datetime
from collections.abc import Callable

from dateparser.date import DateDataParser
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kg import lexicon
from kg.extract.plain_dates import plain_date

_MONTHS = [form for forms in lexicon.table("reading")["months"] for form in forms]
_BASES = st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 12, 31))
_YEARS = st.none() | st.integers(1500, 2099)
_CASES = st.sampled_from((str.title, str.upper, str.lower))


def _theirs(text: str, base: datetime.date, *, future: bool) -> tuple[datetime.date, str] | None:
    where = {
        "RELATIVE_BASE": datetime.datetime.combine(base, datetime.time()),
        "PREFER_DATES_FROM": "future" if future else "past",
    }
    found = DateDataParser(languages=["en"], settings=where).get_date_data(text)
    return (found.date_obj.date(), found.period) if found.date_obj else None


@settings(max_examples=60, deadline=None)
@given(
    _CASES,
    st.sampled_from(_MONTHS),
    st.integers(1, 31),
    _YEARS,
    _BASES,
    st.booleans(),
    st.sampled_from(("", ".", "before")),
)
def test_a_day_with_or_without_its_year_is_the_one_that_the_general_parser_finds(
    case: Callable[[str], str], month: str, day: int, year: int | None, base: datetime.date, future: bool, form: str
) -> None:
    assume(not (month[:3] == "feb" and day > 28))
    named = case(month)
    words = f"{day} {named}" if form == "before" else f"{named}{form} {day}"
    text = f"{words}, {year}" if year else words
    found = plain_date(text, base, future=future)
    assert found == _theirs(text, base, future=future)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(_MONTHS), _YEARS, _BASES, st.booleans())
def test_a_month_is_the_one_that_the_general_parser_finds(
    month: str, year: int | None, base: datetime.date, future: bool
) -> None:
    text = f"{month.title()} {year}" if year else month.title()
    found, theirs = plain_date(text, base, future=future), _theirs(text, base, future=future)
    assert found is not None or base.day > 28
    if found is not None and theirs is not None:
        assert (f"{found[0]:%Y-%m}", found[1]) == (f"{theirs[0]:%Y-%m}", theirs[1])


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(("last", "next", "Last")), st.sampled_from(("year", "month")), _BASES, st.booleans())
def test_a_month_or_a_year_told_from_the_report_is_the_one_that_the_general_parser_finds(
    which: str, unit: str, base: datetime.date, future: bool
) -> None:
    assert plain_date(f"{which} {unit}", base, future=future) == _theirs(f"{which} {unit}", base, future=future)


def test_a_weekday_before_a_whole_date_says_nothing_of_its_own() -> None:
    base = datetime.date(2018, 11, 22)
    assert plain_date("Tuesday, June 19, 2018", base, future=False) == (datetime.date(2018, 6, 19), "day")
    assert plain_date("Tuesday, June 19", base, future=False) is None


def test_other_forms_and_days_that_a_month_lacks_are_left_to_the_general_parser() -> None:
    base = datetime.date(2018, 11, 22)
    for text in (
        "June 31",
        "February 29",
        "30 Feb",
        "June 9 to 11",
        "the end of June",
        "June 0",
        "10 Nov 11",
        "9 months ago",
    ):
        assert plain_date(text, base, future=False) is None
