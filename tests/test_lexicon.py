"""The word lists are data that people edit: these tests hold what the code relies on."""

import csv
from collections import Counter
from collections.abc import Iterable
from itertools import chain

import pytest

from kg import lexicon, resources
from kg.gazetteer import Country, Region, load_gazetteer

PLACES = load_gazetteer()
ALL: tuple[Country | Region, ...] = (*PLACES.countries, *PLACES.regions)
FOLDER = resources.folder("ontology") / "lexicon"
# Their adjective means a larger country: Congolese, Dominican.
WITHOUT_ADJECTIVE = {"CG", "DM"}
# English news uses one name for both; what is meant is for the reader of the sentence to say.
BOTH_COUNTRY_AND_REGION = {"Georgia"}


def twice(items: Iterable[str]) -> list[str]:
    return sorted(item for item, count in Counter(items).items() if count > 1)


def rows(file: str) -> list[list[str]]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


@pytest.mark.parametrize(
    ("file", "header", "key"),
    [
        ("countries.csv", "iso,geonames,name,capital,aliases,adjectives,people", 1),
        ("regions.csv", "name,country,kind,adjectives,aliases,people", 2),
        ("cities.csv", "name,country,geonames,population,aliases", 2),
    ],
)
def test_tables_are_sorted_and_without_stray_spaces(file: str, header: str, key: int) -> None:
    first, *others = rows(file)
    assert ",".join(first) == header
    keys = [row[:key] for row in others]
    assert keys == sorted(keys)
    assert not twice(map("/".join, keys))
    cells = [part for row in others for cell in row for part in cell.split(";")]
    assert [cell for cell in cells if cell != " ".join(cell.split())] == []
    assert [cell for row in others for cell in row if cell.startswith(";") or cell.endswith(";") or ";;" in cell] == []
    assert [row[0] for row in others for cell in row if twice(cell.split(";")) and cell] == []


def test_a_name_leads_to_one_country() -> None:
    assert twice(name for c in PLACES.countries for name in (c.name, *c.aliases)) == []
    assert twice(name for c in PLACES.countries for name in c.capitals) == []


def test_a_name_leads_to_one_region() -> None:
    assert twice(name for r in PLACES.regions for name in (r.name, *r.aliases)) == []


def test_only_known_names_are_both_country_and_region() -> None:
    both = {n for r in PLACES.regions for n in (r.name, *r.aliases) if PLACES.country(n)}
    assert both == BOTH_COUNTRY_AND_REGION


def test_an_adjective_and_a_people_lead_to_one_place() -> None:
    assert twice(word for place in ALL for word in place.adjectives) == []
    assert twice(word for place in ALL for word in place.people) == []


def test_no_name_has_an_article() -> None:
    names = chain.from_iterable((p.name, *p.aliases) for p in ALL)
    assert [name for name in names if name.lower().startswith("the ")] == []


def test_every_country_has_an_adjective() -> None:
    assert {c.iso for c in PLACES.countries if not c.adjectives} == WITHOUT_ADJECTIVE


def test_every_capital_is_a_city_of_its_country() -> None:
    missing = [
        (country.name, capital)
        for country in PLACES.countries
        for capital in country.capitals
        if country.iso not in {city.country for city in PLACES.cities(capital)}
    ]
    assert missing == []


def test_codes_are_countries() -> None:
    codes = {c.iso for c in PLACES.countries}
    assert {r.country for r in PLACES.regions if r.country} <= codes
    assert {row[1] for row in rows("cities.csv")[1:]} <= codes
    assert {m["country"] for m in lexicon.table("names")["metonyms"].values()} <= codes


def test_contested_land_has_no_country() -> None:
    assert [r.name for r in PLACES.regions if r.kind == "contested" and r.country] == []


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("U.S.", "United States"),
        ("US", "United States"),
        ("the US", "United States"),
        ("USA", "United States"),
        ("U.S.A.", "United States"),
        ("America", "United States"),
        ("the United States", "United States"),
        ("The United States of America", "United States"),
        ("UNITED STATES", "United States"),
        ("UK", "United Kingdom"),
        ("U.K.", "United Kingdom"),
        ("Britain", "United Kingdom"),
        ("Great Britain", "United Kingdom"),
        ("Republic of Korea", "South Korea"),
        ("the Republic of Korea", "South Korea"),
        ("ROK", "South Korea"),
        ("DPRK", "North Korea"),
        ("Democratic People’s Republic of Korea", "North Korea"),
        ("RUSSIA", "Russia"),
        ("Russian Federation", "Russia"),
        ("PRC", "China"),
        ("People's Republic of China", "China"),
        ("mainland China", "China"),
        ("Republic of China", "Taiwan"),
        ("Chinese Taipei", "Taiwan"),
        ("Türkiye", "Turkey"),
        ("Turkiye", "Turkey"),
        ("Holland", "Netherlands"),
        ("the Netherlands", "Netherlands"),
        ("Burma", "Myanmar"),
        ("Czechia", "Czech Republic"),
        ("Côte d'Ivoire", "Ivory Coast"),
        ("Cote d’Ivoire", "Ivory Coast"),
        ("UAE", "United Arab Emirates"),
        ("the Emirates", "United Arab Emirates"),
        ("Bosnia", "Bosnia and Herzegovina"),
        ("Macedonia", "North Macedonia"),
        ("Swaziland", "Eswatini"),
        ("Cabo Verde", "Cape Verde"),
        ("Timor-Leste", "East Timor"),
        ("Congo", "Democratic Republic of the Congo"),
        ("DRC", "Democratic Republic of the Congo"),
        ("Congo-Brazzaville", "Republic of the Congo"),
        ("The Gambia", "Gambia"),
        ("the Bahamas", "Bahamas"),
        ("Holy See", "Vatican City"),
        ("Georgia", "Georgia"),
        ("Palestine", "Palestine"),
        ("Kosovo", "Kosovo"),
        ("Hong Kong", "Hong Kong"),
        ("Curacao", "Curaçao"),
        ("Sao Tome and Principe", "São Tomé and Príncipe"),
        ("St. Lucia", "Saint Lucia"),
        ("Viet Nam", "Vietnam"),
        ("Persia", "Iran"),
    ],
)
def test_country(surface: str, name: str) -> None:
    found = PLACES.country(surface)
    assert found and found.name == name


@pytest.mark.parametrize("surface", ["us", "Korea", "china", "European Union", "Moscow", "Texas", "Europe", "the", ""])
def test_no_country(surface: str) -> None:
    assert PLACES.country(surface) is None


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("South Korean", "South Korea"),
        ("Russian", "Russia"),
        ("American", "United States"),
        ("British", "United Kingdom"),
        ("Dutch", "Netherlands"),
        ("Thai", "Thailand"),
        ("Emirati", "United Arab Emirates"),
        ("Congolese", "Democratic Republic of the Congo"),
        ("Nigerien", "Niger"),
        ("Nigerian", "Nigeria"),
        ("Filipino", "Philippines"),
        ("Scottish", "Scotland"),
        ("European", "Europe"),
        ("Chechen", "Chechnya"),
        ("Western", "West"),
        ("Soviet", "Soviet Union"),
    ],
)
def test_adjective(word: str, name: str) -> None:
    found = PLACES.adjective(word)
    assert found and found.name == name


@pytest.mark.parametrize("word", ["Korean", "Polishing", "polish", "Foreign", "U.S."])
def test_no_adjective(word: str) -> None:
    assert PLACES.adjective(word) is None


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Britons", "United Kingdom"),
        ("Frenchman", "France"),
        ("Spaniard", "Spain"),
        ("Swedes", "Sweden"),
        ("Dutchwoman", "Netherlands"),
        ("Ukrainians", "Ukraine"),
        ("Japanese", "Japan"),
        ("Scots", "Scotland"),
        ("Kurds", "Kurdistan"),
    ],
)
def test_people(word: str, name: str) -> None:
    found = PLACES.people(word)
    assert found and found.name == name


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("Moscow", "Russia"),
        ("MOSCOW", "Russia"),
        ("Beijing", "China"),
        ("Washington", "United States"),
        ("Kyiv", "Ukraine"),
        ("Kiev", "Ukraine"),
        ("Pyongyang", "North Korea"),
        ("N’Djamena", "Chad"),
    ],
)
def test_a_capital_acts_for_its_country(surface: str, name: str) -> None:
    found = PLACES.capital(surface)
    assert found and found.name == name


@pytest.mark.parametrize("surface", ["Brussels", "Victoria", "Kingston", "San Jose", "Lyon", "Russia"])
def test_not_every_capital_acts(surface: str) -> None:
    assert PLACES.capital(surface) is None


def test_capitals_that_do_not_act_are_capitals() -> None:
    capitals = {capital for country in PLACES.countries for capital in country.capitals}
    assert set(lexicon.table("names")["not_acting"]) <= capitals


@pytest.mark.parametrize(
    ("surface", "name", "country"),
    [
        ("London", "London", "GB"),
        ("Kiev", "Kyiv", "UA"),
        ("Bombay", "Mumbai", "IN"),
        ("New York City", "New York", "US"),
        ("Davos", "Davos", "CH"),
        ("The Hague", "The Hague", "NL"),
        ("the Hague", "The Hague", "NL"),
        ("Cannes", "Cannes", "FR"),
        ("Geneva", "Geneva", "CH"),
        ("Sao Paulo", "São Paulo", "BR"),
        ("Gdańsk", "Gdansk", "PL"),
        ("VIENNA", "Vienna", "AT"),
        ("Xi’an", "Xi'an", "CN"),
        ("St. Petersburg", "St. Petersburg", "RU"),
    ],
)
def test_city(surface: str, name: str, country: str) -> None:
    found = PLACES.city(surface)
    assert found and (found.name, found.country) == (name, country)


def test_cities_of_one_name_come_by_population() -> None:
    birminghams = PLACES.cities("Birmingham")
    assert [city.country for city in birminghams] == ["GB", "US"]
    assert PLACES.cities("Nowhere") == ()
    assert PLACES.city("Nowhere") is None


@pytest.mark.parametrize(
    ("surface", "name", "country"),
    [
        ("Calif.", "California", "US"),
        ("Bavaria", "Bavaria", "DE"),
        ("Gaza Strip", "Gaza", "PS"),
        ("Crimea", "Crimea", ""),
        ("the Middle East", "Middle East", ""),
        ("Europe", "Europe", ""),
        ("Catalonia", "Catalonia", "ES"),
        ("Northern Ireland", "Northern Ireland", "GB"),
    ],
)
def test_region(surface: str, name: str, country: str) -> None:
    found = PLACES.region(surface)
    assert isinstance(found, Region)
    assert (found.name, found.country) == (name, country)


@pytest.mark.parametrize(
    ("file", "lists"),
    [
        ("titles", ["heads", "spokes", "members", "kin"]),
        ("names", ["organization_heads", "legal_forms", "happening_heads"]),
    ],
)
def test_word_lists_are_sorted_unique_and_lower_case(file: str, lists: list[str]) -> None:
    for name in lists:
        words = lexicon.table(file)[name]
        assert list(words) == sorted({word.lower() for word in words})


@pytest.mark.parametrize("name", ["given", "family_first"])
def test_parts_of_names_are_sorted_unique_and_capitalized(name: str) -> None:
    for words in lexicon.table("names")[name].values():
        assert list(words) == sorted(set(words))
        assert [word for word in words if not word[0].isupper()] == []


def test_honorifics_are_sorted_and_some_tell_a_gender() -> None:
    words = lexicon.table("names")
    assert list(words["honorifics"]) == sorted(set(words["honorifics"]))
    male, female = set(words["male_honorifics"]), set(words["female_honorifics"])
    assert male | female < set(words["honorifics"])
    assert male.isdisjoint(female)


def test_a_given_name_tells_one_gender() -> None:
    given = lexicon.table("names")["given"]
    assert set(given["male"]).isdisjoint(given["female"])


@pytest.mark.parametrize(
    ("word", "gender"),
    [("Mr.", "male"), ("Ms", "female"), ("Dr.", None), ("Dmitry", "male"), ("Irina", "female"), ("Robin", None)],
)
def test_gender(word: str, gender: str | None) -> None:
    assert lexicon.names().gender(word) == gender


def test_surnames_that_stand_first() -> None:
    assert {"Kim", "Meng", "Nguyễn"} <= lexicon.names().family_name_first


@pytest.mark.parametrize(
    "title", ["president", "secretary of state", "secretary-general", "bureau chief", "chief executive", "envoy"]
)
def test_titles(title: str) -> None:
    assert title in lexicon.titles().heads


def test_who_speaks_for_others_has_a_title() -> None:
    assert lexicon.titles().spokes < lexicon.titles().heads


def test_kin_is_in_one_list() -> None:
    assert lexicon.titles().kin.isdisjoint(lexicon.titles().family)


@pytest.mark.parametrize(
    ("word", "relation", "holder"),
    [
        ("brother", "siblingOf", "subject"),
        ("father", "parentOf", "subject"),
        ("daughter", "parentOf", "object"),
        ("widow", "spouseOf", "subject"),
    ],
)
def test_family(word: str, relation: str, holder: str) -> None:
    kinship = lexicon.titles().family[word]
    assert (kinship.relation, kinship.holder) == (relation, holder)


def test_tenures_and_kin_have_known_values() -> None:
    titles = lexicon.titles()
    assert set(titles.tenure.values()) == {"former", "current", "acting", "interim", "future"}
    assert {kin.relation for kin in titles.family.values()} == {"siblingOf", "parentOf", "spouseOf"}
    assert {kin.holder for kin in titles.family.values()} == {"subject", "object"}


def test_metonyms_lead_to_labels_that_lead_to_themselves() -> None:
    found = lexicon.names().metonym("10 Downing Street")
    assert found and (found.label, found.kind, found.country) == ("Downing Street", "Organization", "GB")
    metonyms = lexicon.table("names")["metonyms"]
    assert {entry["label"] for entry in metonyms.values()} <= set(metonyms)
    assert [name for name in metonyms if PLACES.country(name) or PLACES.capital(name)] == []


def test_tables_cannot_be_changed() -> None:
    table = lexicon.table("names")
    with pytest.raises(TypeError):
        table["given"]["male"] = ()
    assert isinstance(table["honorifics"], tuple)
