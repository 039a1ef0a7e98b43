"""Names of news organizations, as datelines and bylines give them."""

import re

from kg.read.lexicon import lexicon

_ARTICLE = re.compile(r"^the ", re.IGNORECASE)


def is_outlet(name: str) -> bool:
    """Whether a short capitalised name is a known agency or ends as names of news organizations do."""
    bare = _ARTICLE.sub("", name)
    words = bare.split()
    ends_so = 1 < len(words) <= 6 and words[-1] in lexicon()["outlet_endings"]
    return is_agency(bare) or (ends_so and words[0][:1].isupper())


def is_agency(name: str) -> bool:
    """Whether this is the very name of a known agency."""
    return name in lexicon()["agencies"]
