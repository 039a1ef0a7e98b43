"""A comparison of articles in words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.compare.found import Comparison, Shared


def text(found: Comparison) -> Iterator[str]:
    """Lines, without their ends."""
    letters = [chr(ord("A") + place) if place < 26 else str(place + 1) for place in range(len(found.sources))]
    yield from (f"{letter}: {source}" for letter, source in zip(letters, found.sources, strict=True))
    for heading, statements in _groups(found, letters):
        yield ""
        yield f"{heading}: {_counted(len(statements), 'statement')}"
        yield from (f"  {_statuses(s, letters)}  {s.words}  st:{s.id}" for s in statements)
    yield from _names(found, letters)
    if found.tentative:
        yield ""
        yield f"Left out: {_counted(found.tentative, 'tentative statement')}, which --all shows."


def _groups(found: Comparison, letters: Sequence[str]) -> Iterator[tuple[str, list[Shared]]]:
    """What they disagree on, what several say, what each alone says; those without any statement are left out."""
    groups: defaultdict[tuple[int, int, str], list[Shared]] = defaultdict(list)
    for statement in found.statements:
        who = [letter for letter, status in zip(letters, statement.statuses, strict=True) if status]
        place = 0 if statement.opposed else 1
        heading = "They disagree" if statement.opposed else _heading(who, len(letters))
        groups[place, -len(who) * place, heading].append(statement)
    yield from ((heading, statements) for (_, _, heading), statements in sorted(groups.items(), key=lambda g: g[0]))


def _heading(who: Sequence[str], count: int) -> str:
    if len(who) == 1:
        return f"Only {who[0]} says"
    return "Both say" if count == len(who) == len("AB") else f"{' and '.join(who)} say"


def _statuses(statement: Shared, letters: Sequence[str]) -> str:
    """One status where all have the same, else that of each."""
    told = {letter: status for letter, status in zip(letters, statement.statuses, strict=True) if status}
    if len(set(told.values())) == 1 and not statement.opposed:
        return str(next(iter(told.values())))
    return ", ".join(f"{letter} {status}" for letter, status in told.items())


def _names(found: Comparison, letters: Sequence[str]) -> Iterator[str]:
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, mentioned in found.entities:
        groups[tuple(letter for letter, there in zip(letters, mentioned, strict=True) if there)].append(name)
    for who, names in sorted(groups.items()):
        yield ""
        yield f"Named only by {' and '.join(who)}: {', '.join(sorted(names))}"


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
