"""Who says it: the speaker of a relation, with the words that show it."""

from dataclasses import dataclass

from kg.errors import UnusableInput
from kg.imports import schema
from kg.imports.entities import Entities
from kg.imports.spans import nearest, occurrences, only
from kg.model import Span, Voice


@dataclass(frozen=True, slots=True)
class Attribution:
    """A voice; a speaker's has the words for its source, and the cue."""

    voice: Voice = Voice.NARRATOR
    source: Span | None = None
    cue: Span | None = None
    attributed_to: tuple[str, ...] = ()
    via: tuple[str, ...] = ()


def attribution(given: schema.Relation, text: str, entities: Entities, passage: Span) -> Attribution:
    """The narrator's where nothing says that it is another's. Raises `UnusableInput`."""
    speakers, via = _ids(given.attributed_to), _ids(given.via)
    if given.cue is None:
        if speakers or via or given.source_mention is not None:
            # Without the cue it would have to be the article's own voice, and a claim would be shown as a fact.
            raise UnusableInput("is somebody's words, but has no cue; give the words that say so, as `said`")
        return Attribution()
    cue = _cue(given.cue, text, passage)
    source = only(given.source_mention, text, "source mention") if given.source_mention is not None else None
    if source is None:
        spans = (span for speaker in speakers for span in entities.places.get(speaker, ()))
        source = nearest(spans, cue) or cue
    said_by, passed_on = ({entities.id(one, "source") for one in ids} for ids in (speakers, via))
    return Attribution(Voice.SPEAKER, source, cue, tuple(sorted(said_by)), tuple(sorted(passed_on)))


def _ids(given: str | list[str]) -> list[str]:
    return [given] if isinstance(given, str) else given


def _cue(where: schema.Where, text: str, passage: Span) -> Span:
    """The words nearest to the evidence: the speaker may stand in another sentence."""
    if isinstance(where, str):
        if found := nearest(occurrences(where, text), passage):
            return found
        raise UnusableInput("its cue is not in the text; quote it exactly")
    return only(where, text, "cue")
