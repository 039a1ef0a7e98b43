"""The form of a line: one document with its entities and relations, as models that validate and as JSON Schema."""

from typing import Annotated, Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kg.errors import UnusableInput
from kg.ids import KG
from kg.model import Certainty, Polarity
from kg.ontology import load_ontology

MOST_ITEMS: Final = 10_000
MOST_PLACES: Final = 1_000
"""Words that stand in more places than this name nobody."""
LONGEST_NAME: Final = 500
UNNAMED: Final = "unnamed"
_QUOTED: Final = 60
_BOUNDS: Final = frozenset({"earliest", "latest"})  # of statements, for filtering; the dates of claims tell them

# No control characters but white space: names go into messages of one line, and into XML.
_NAME: Final = r"^[^\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]*$"
_Name = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME, pattern=_NAME)]
_Words = Annotated[str, Field(min_length=1)]
_Offsets = Annotated[list[Annotated[int, Field(ge=0)]], Field(min_length=2, max_length=2)]
_Names = Annotated[list[_Name], Field(max_length=MOST_PLACES)]
_Value = _Words | int | float
_Datatype = Annotated[str, Field(pattern="^(string|integer|decimal|date|gYearMonth|gYear|gMonthDay|gMonth)$")]


def details() -> tuple[str, ...]:
    """The qualifiers that a relation may have, by name."""
    return tuple(sorted(load_ontology().qualifiers.keys() - _BOUNDS))


class _Strict(BaseModel):
    """No field but those declared, and no value of another type made to fit."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Located(_Strict):
    """Words of the text with their place, which is checked: text[begin:end] in Unicode code points."""

    begin: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    text: _Words


Where = Annotated[
    _Words | _Offsets | Located,
    Field(description="Words as they stand in the text, or [begin, end] in Unicode code points, or both."),
]


class Value(_Strict):
    """An object that is no entity; the datatype is the local name of an XML Schema type."""

    value: _Value
    datatype: _Datatype | None = None


class Entity(_Strict):
    """What mentions refer to together. Relations name it by its id, which is the label where none is given."""

    label: Annotated[_Name, Field(description="Its name, or for an unnamed one a description.")]
    id: _Name | None = None
    kind: Annotated[_Name, Field(json_schema_extra={"enum": sorted(load_ontology().kinds)})] = "Thing"
    aliases: Annotated[_Names, Field(description="Other names that the text has for it.")] = []
    mentions: Annotated[
        list[Where],
        Field(
            max_length=MOST_PLACES,
            description="Where it is spoken of; words stand for all their places. If empty: the label and the aliases.",
        ),
    ] = []
    named: bool = True


class Relation(_Strict):
    """One claim: what the evidence says of the subject, of the object or of both."""

    relation: Annotated[_Name, Field(description="A relation of the ontology, or other words: an open relation.")]
    evidence: Annotated[Where, Field(description="The sentence or clause that says it.")]
    subject: Annotated[_Name | None, Field(description="The id of an entity.")] = None
    object: Annotated[_Name | Value | int | float | None, Field(description="The id of an entity, or a value.")] = None
    trigger: Annotated[Where | None, Field(description="The words that express the relation, in the evidence.")] = None
    subject_mention: Where | None = None
    object_mention: Where | None = None
    polarity: Annotated[Polarity, Field(strict=False)] = Polarity.POSITIVE
    certainty: Annotated[Certainty, Field(strict=False)] = Certainty.CERTAIN
    attributed_to: Annotated[_Name | _Names, Field(description="Who says it, if not the article itself.")] = []
    via: Annotated[_Name | _Names, Field(description="Who passes it on, between the speaker and the article.")] = []
    cue: Annotated[Where | None, Field(description="The words that show it: said, allegedly.")] = None
    source_mention: Where | None = None
    confidence: Annotated[float, Field(ge=0, le=1, description="That the text is read rightly.")] = 1.0
    qualifiers: Annotated[
        dict[str, _Value | Annotated[list[_Value], Field(max_length=MOST_PLACES)]],
        Field(json_schema_extra={"propertyNames": {"enum": list(details())}}),
    ] = {}


class Line(_Strict):
    """One document."""

    text: _Words
    title: _Name | None = None
    date: Annotated[_Name | None, Field(description="When it was published: 2018-11-22, 2018-11 or 2018.")] = None
    publisher: _Name | None = None
    source: Annotated[_Name | None, Field(description="The article's URL or file; else the line's own place.")] = None
    extractor: Annotated[_Name, Field(description="Who or what found the entities and relations.")] = UNNAMED
    entities: Annotated[list[Any], Field(max_length=MOST_ITEMS)] = []
    relations: Annotated[list[Any], Field(max_length=MOST_ITEMS)] = []


class _Whole(Line):
    """As it is published: with the form of its parts, which are validated one by one."""

    entities: Annotated[list[Entity], Field(max_length=MOST_ITEMS)] = []
    relations: Annotated[list[Relation], Field(max_length=MOST_ITEMS)] = []


_Model = TypeVar("_Model", bound=_Strict)


def validated(model: type[_Model], given: object) -> _Model:
    """The model of what was given. Raises `UnusableInput` with a reason of one line."""
    try:
        return model.model_validate(given)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        raise UnusableInput(_reason([(fault["loc"], fault["msg"]) for fault in found])) from None


def _reason(faults: list[tuple[tuple[int | str, ...], str]]) -> str:
    """What is wrong with the first field that is wrong, all alternatives of its form together."""
    field = faults[0][0][:1]
    wrong = " or ".join(dict.fromkeys(message for place, message in faults if place[:1] == field))
    name = quoted(str(field[0])) if field else "it"
    return f"{name} is not as the schema wants it ({wrong}); see `kg import --schema`"


def quoted(given: str) -> str:
    """What was given, short and harmless enough for a reason."""
    return ascii(given if len(given) <= _QUOTED else f"{given[:_QUOTED]}...")


def json_schema() -> dict[str, Any]:
    """The published schema of a line, draft 2020-12."""
    found = _Whole.model_json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{KG.rstrip('#')}/extractions"}
    return {**head, **found, "title": "A document with extractions", "description": _Whole.__doc__}
