"""Bodies that a phrase leaves out and the article gives elsewhere: who resigned, from which; of what one is head."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kg import lexicon
from kg.gazetteer import load_gazetteer
from kg.model import Certainty, Claim, Literal, LocalEntity, Mention, Polarity
from kg.nesting import references
from kg.status import claim_status

_CONFIDENCE = 0.8
_OFTEN = 5
_CHOOSING = frozenset({"elected", "appointed"})

_Offices = dict[str, set[tuple[str, str]]]
"""Person → (title, body) of the offices in named bodies."""


@dataclass(frozen=True, slots=True)
class _Article:
    """What an article says that a claim may lack. `about`: the one body that it is about, if it is about one."""

    offices: _Offices
    counts: Counter[str]
    countries: Mapping[str, str]
    about: str | None


def recovered(
    claims: tuple[Claim, ...], entities: Iterable[LocalEntity], mentions: Iterable[Mention], threshold: float
) -> tuple[Claim, ...]:
    """Give a resignation, and an office without a body, the body that the article gives it, with less confidence.

    Of several bodies a resignation is from the one that the article mentions most; an office is only at the one body
    where the person is said to have the same title, or at the country or body that the title alone leaves open.
    The object then has no mention of its own.
    """
    listed, counts = list(entities), Counter(m.entity for m in references(mentions))
    article = _Article(_offices(claims, listed), counts, _countries(listed), _about(listed, counts))
    found = ((c, _missing(c, article)) for c in claims)
    return tuple(_with_object(c, body, threshold) if body else c for c, body in found)


def _missing(claim: Claim, article: _Article) -> str | None:
    held = article.offices.get(claim.subject or "", set()) if claim.object is None else set()
    if claim.relation == "resignedFrom":
        left = sorted(body for title, body in held if title not in lexicon.words("roles", "no_posts"))
        return max(left, key=lambda body: article.counts[body], default=None)
    if claim.relation == "hasRoleAt" and claim.object is None:
        same = {body for title, body in held if _agree(title, _title(claim))}
        return same.pop() if len(same) == 1 else None if held else _by_title(_title(claim), article)
    return None


def _by_title(title: str, article: _Article) -> str | None:
    """ "Secretary of State Lee" serves the one country that has such an office, where the article names it."""
    words = lexicon.table("roles")["bare_titles"]
    country = next((words["of_country"][t] for t in words["of_country"] if f" {title}".endswith(f" {t}")), None)
    return (
        article.countries.get(country) if country is not None else article.about if title in words["of_one"] else None
    )


def _countries(entities: Iterable[LocalEntity]) -> dict[str, str]:
    """The countries that are named, but for those of which a part is named: it may have such offices, too."""
    places, listed = load_gazetteer(), [e for e in entities if e.named]
    regions = [region for e in listed if (region := places.region(e.label)) is not None and e.kind == "Place"]
    parts = {region.country for region in regions}
    known = {e.label: (e.id, places.country(e.label)) for e in listed if e.kind == "Country"}
    return {label: id for label, (id, country) in known.items() if country is not None and country.iso not in parts}


def _about(entities: Iterable[LocalEntity], counts: Counter[str]) -> str | None:
    """The body of which the article speaks often, and several times as often as of any other."""
    bodies = sorted((-counts[e.id], e.id) for e in entities if e.named and e.kind == "Organization")
    most, next_most = (-bodies[0][0], -bodies[1][0]) if len(bodies) > 1 else (-bodies[0][0], 0) if bodies else (0, 0)
    return bodies[0][1] if most >= _OFTEN and most >= _OFTEN * next_most else None


def _only_elects(body: str) -> bool:
    """A parliament, a court, a government: whom it chooses has an office elsewhere."""
    return not frozenset(body.lower().split()).isdisjoint(lexicon.table("roles")["electors"])


def _agree(one: str, other: str) -> bool:
    """Whether two titles may be one: "minister" after "foreign minister"."""
    return one != "" and other != "" and (f" {one}".endswith(f" {other}") or f" {other}".endswith(f" {one}"))


def _title(claim: Claim) -> str:
    values = (q.value for q in claim.qualifiers if q.name == "title")
    return next((v.text for v in values if isinstance(v, Literal)), "")


def _with_object(claim: Claim, body: str, threshold: float) -> Claim:
    confidence = round(claim.confidence * _CONFIDENCE, 2)
    status = claim_status(confidence, claim.certainty, claim.polarity, claim.voice, threshold)
    return replace(claim, object=body, confidence=confidence, status=status)


def _offices(claims: Iterable[Claim], entities: Iterable[LocalEntity]) -> _Offices:
    """The offices that people are said to hold for certain, or to have been given by a body for itself."""
    listed = list(entities)
    named = {e.id for e in listed if e.named}
    bodies = {e.id for e in listed if e.named and e.kind == "Organization" and not _only_elects(e.label)}
    offices: _Offices = {}
    for claim in claims:
        said = claim.polarity is Polarity.POSITIVE and claim.certainty is Certainty.CERTAIN
        if said and claim.relation == "hasRoleAt" and claim.subject and claim.object in named:
            offices.setdefault(claim.subject, set()).add((_title(claim), str(claim.object)))
        elif said and claim.relation in _CHOOSING and claim.subject in bodies and _title(claim):
            offices.setdefault(str(claim.object), set()).add((_title(claim), claim.subject))
    return offices
