"""How much alike two parts of persons' names are: transliterations, short forms, initials."""

import re
from functools import cache, lru_cache

from kg.resolve.alike import Alike, shown
from kg.resolve.lists import lists, rewritten
from kg.resolve.slips import are_two_given_names, slip

_SAME_SOUND = 0.95
_SHORT_FORM = 0.85
_ONLY_SHORT_FORM = 0.92
_INITIAL = 0.7  # of a given name: enough to keep two names from being told apart, never enough to join them
_TRANSLATED = 0.78
_SERVANT = 0.78
_FEMININE = 0.85
_DIFFERENT = 0.3
_SHORTEST_SOUND = 6
_SHORTEST_PART = 3
_SHORTEST_ARABIC_SOUND = 4
_FEMALE_ENDINGS = ("a", "ova", "eva")
_VOWELS = re.compile(r"[aeiou]+")


@lru_cache(maxsize=1 << 16)
def sound(part: str) -> str:
    """One spelling for the transliterations of a part of a name, and for the short forms of a given name."""
    if group := lists().name_groups.get(part):
        return group
    return _group_of_sounds().get(spelt := _rewritten(part), spelt)


def _rewritten(part: str) -> str:
    if len(part) < _SHORTEST_SOUND:
        return rewritten(part, lists().short_sounds) if len(part) > _SHORTEST_PART else part
    return rewritten(part, lists().sounds)


@cache
def _group_of_sounds() -> dict[str, str]:
    """The groups once more, for spellings that nobody listed and that sound like a listed one."""
    return {_rewritten(form): group for form, group in lists().name_groups.items() if len(form) >= _SHORTEST_SOUND}


@lru_cache(maxsize=1 << 16)
def bones(part: str) -> str:
    """The sound without its vowels, for blocks: equal for all that any rule here takes for one."""
    spelt = sound(part)
    return spelt[:1] + _VOWELS.sub("", spelt[1:]) if spelt[0] not in "aeiou" else "a" + _VOWELS.sub("", spelt)


def initials(part: str) -> frozenset[str]:
    """The first letters under which a part may stand in a block."""
    forms = {sound(part), *lists().short_forms.get(part, ())}
    return frozenset("a" if form[0] in "aeiou" else form[0] for form in forms)


def given_likeness(left: str, right: str, arabic: bool = False) -> Alike:
    """Of given names, where every slip makes another name."""
    found = _likeness(left, right, arabic)
    if not found and are_two_given_names(left, right):
        return Alike(_DIFFERENT, (f"different: {shown(*sorted((left, right)))}",))
    return found or slip(left, right, frozenset())


def family_likeness(left: str, right: str, arabic: bool = False) -> Alike:
    """Of family names: one wrong letter inside a long one is a slip of the pen."""
    found = _likeness(left, right, arabic)
    if not found and any(
        one.removesuffix(end) == other for end in _FEMALE_ENDINGS for one, other in ((left, right), (right, left))
    ):
        return Alike(_FEMININE, (f"a woman's form: {shown(*sorted((left, right)))}",))
    return found or slip(left, right, lists().common)


def _likeness(left: str, right: str, arabic: bool) -> Alike | None:
    if left == right:
        return Alike(1.0)
    both = shown(*sorted((left, right)))
    if 1 in (len(left), len(right)):
        same = left[0] == right[0]
        return Alike(_INITIAL, (f"initial only: {both}",)) if same else Alike(0.0, (f"different: {both}",))
    if sound(left) == sound(right) or (arabic and _same_in_arabic(left, right)):
        return Alike(_SAME_SOUND, (f"same sound: {both}",))
    if forms := _short_forms(left, right) or _short_forms(right, left):
        return Alike(_SHORT_FORM if len(forms) > 1 else _ONLY_SHORT_FORM, (f"short form: {both}",))
    if lists().translated.get(left, left) == lists().translated.get(right, right):
        return Alike(_TRANSLATED, (f"one name in two languages: {both}",))
    if left == f"abd{right}" or right == f"abd{left}":
        return Alike(_SERVANT, (f"without Abdul: {both}",))
    return None


def are_short_and_long(left: str, right: str) -> bool:
    """Whether one given name is a short form of the other, or of several with the other among them."""
    return bool(_short_forms(left, right) or _short_forms(right, left))


def _short_forms(short: str, long: str) -> tuple[str, ...]:
    """All that `short` is short for, if `long` is among it, in whatever spelling."""
    forms = lists().short_forms.get(short, ())
    return forms if forms and sound(long) in map(sound, forms) else ()


def _same_in_arabic(left: str, right: str) -> bool:
    """English writes an Arabic short i and a as e, too."""
    one, other = (rewritten(part, lists().sounds) for part in (left, right))
    if len(one) != len(other) or min(len(left), len(right)) < _SHORTEST_ARABIC_SOUND:
        return False
    return all(p == q or {p, q} in ({"e", "i"}, {"e", "a"}, {"o", "u"}) for p, q in zip(one, other, strict=True))
