"""What several do to each other: "Ann and Bo accused each other"."""

from kg.extract.words import Token


def is_each_other(thing: Token | None) -> bool:
    """ "each other", "one another", as an object."""
    if thing is None or thing.lower_ not in {"one", "other"}:
        return False
    if thing.lower_ == "other":
        return thing.i > 0 and thing.nbor(-1).lower_ == "each"
    return thing.i + 1 < len(thing.doc) and thing.nbor().lower_ == "another"
