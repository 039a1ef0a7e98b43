"""Bare family names that two articles tie to one and the same person, by the same relation: "Lee nominated Ann Berg".

With the given name in one of the articles, or in neither, the two are one. Nothing is concluded from what everybody
does: the relations are those of `ties` in `ontology/lexicon/resolving.toml`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.model import Member
from kg.resolve.context import Context
from kg.resolve.likeness import Profile


def tied_members(
    profiles: Mapping[Member, Profile | None], told: Mapping[Member, Context]
) -> Iterator[tuple[Member, ...]]:
    """Sorted members of one family name and one tie, a bare name among them; sorted."""
    blocks: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for member, context in sorted(told.items()):
        found = profiles.get(member)
        if found is not None and found.person is not None and found.person.parts:
            for tie in sorted(context.ties):
                blocks[found.person.parts[-1], tie].append(member)
    for key in sorted(blocks):
        if any(_is_bare(profiles[member]) for member in blocks[key]):
            yield tuple(blocks[key])


def _is_bare(profile: Profile | None) -> bool:
    return profile is not None and not profile.is_full
