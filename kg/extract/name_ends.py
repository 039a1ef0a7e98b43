"""Where a name ends: before marks, sums, function words, and the title of whoever is named next."""

import re

from kg import lexicon
from kg.extract.result_lines import is_score
from kg.extract.syntax import SUBJECTS
from kg.extract.vocabulary import title_heads
from kg.extract.words import Doc, Token

_NO_NAME = frozenset("/@\\#_<>{}|*=")
_YEAR = 4
_LONGEST_CODE, _LONGEST_CLOCK = 6, 8
_CLOCK = re.compile(r"(?:\d:\d\d|\b[ap]\.?m\.?) ?\(?$", re.IGNORECASE)
_GRADE = re.compile(r" ?- ?(?:plus|minus)\b")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_FUNCTIONS = _FINITE | {"CC", "DT", "IN", "MD", "PRP", "PRP$", "RB", "TO", "VB", "WDT", "WP", "WRB"}


def breaks(doc: Doc, i: int, begin: int, end: int) -> bool:
    """White space, marks, and what does not belong to the words before: a sum ("Acme 13 percent"), "of Ann's death"."""
    token = doc[i]
    if token.is_space or not _NO_NAME.isdisjoint(token.text):
        return True
    if i > begin and token.text.isdecimal() and is_score(doc.text, token.idx):
        return True
    if i > begin and token.lower_ == "guilty":  # "Lee Guilty On All Counts"
        return True
    if i == begin or i + 1 >= end:
        return False
    if token.dep_ == "ROOT" and token.tag_ in _FINITE and any(t.dep_ in SUBJECTS for t in token.children):
        return True
    if token.text == "(":
        return all(t.text != ")" for t in doc.tokens[i:end])
    if token.text.isdecimal() and doc[i + 1].text == "-" and len(token) == _YEAR:
        return True
    of_another = token.lower_ == "of" and doc[end - 1].dep_ == "poss" and doc[end - 1].head.head == token
    return of_another or (token.tag_ == "CD" and doc[i + 1].tag_ in {"NN", "NNS"} and doc[i + 1].is_lower)


def ends_badly(token: Token, kind: str, length: int) -> bool:
    """Whether a name of so many words cannot end in this one."""
    if kind == "Person" and length > 1 and token.text[0].isdecimal():
        return True
    predicate = token.dep_ == "ROOT" and any(t.dep_ in SUBJECTS for t in token.children)
    headline_verb = (kind == "Person" or predicate) and length > 1 and token.tag_ in {"VBZ", "VBD"}
    function = length > 1 and token.is_lower and token.tag_ in _FUNCTIONS
    marked = token.tag_ == "POS" or (not token.text[-1].isalnum() and not token.text.endswith("."))
    return marked or headline_verb or function


def without_title(doc: Doc, begin: int, end: int) -> int:
    """Where "Lee Foundation Trustee" ends as a name: before the title, where a body's name is left."""
    last = doc[end - 1]
    titled = last.text in lexicon.names().honorifics or (last.lower_ in title_heads() and last.is_title)
    body = end - begin > 2 and doc[end - 2].lower_ in lexicon.names().organization_heads
    return end - 1 if titled and body and doc[end - 2].is_title else end


def is_code(doc: Doc, begin: int, end: int) -> bool:
    """Capitals that name nobody: a ticker in angle brackets, the zone behind the time of day, a grade ("AAA-plus")."""
    word = doc[begin]
    if end - begin > 1 or not word.text.isupper() or len(word) > _LONGEST_CODE:
        return False
    before = doc.text[max(0, word.idx - _LONGEST_CLOCK) : word.idx]
    after = doc.text[word.end_idx : word.end_idx + _LONGEST_CLOCK]
    return (before.endswith("<") and after.startswith(">")) or bool(_CLOCK.search(before) or _GRADE.match(after))
