"""What the spelling of a verb's form tells of its base."""

import re

_SHORT = re.compile(r"(?:[^aeiou]*qu|[^aeiou]*)[aeiou][^aeiouwxy]")
_HISSING = re.compile(r".*(?:s|x|z|ch|sh|o)")
_NO_E = re.compile(r".*(?:ck|ee[dkmnpt]|own)e")


def base(form: str, lemma: str) -> str:
    """The base of a form, of which `lemma` has been guessed: short verbs double a letter, so "shaming" is no "sham".

    >>> base("shaming", "sham"), base("shines", "shin"), base("retweeted", "retweete"), base("renowned", "renowne")
    ('shame', 'shine', 'retweet', 'renown')
    """
    if form in {f"{lemma}ing", f"{lemma}ed"} and _SHORT.fullmatch(lemma):
        return f"{lemma}e"
    if form == f"{lemma}es" and not _HISSING.fullmatch(lemma):
        return f"{lemma}e"
    return lemma[:-1] if _NO_E.fullmatch(lemma) else lemma
