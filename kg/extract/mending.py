"""What the parser gets wrong again and again, put right in the tree before anything else reads it.

Nothing here may ask what is kept for a text (`words.once`): the answers would be those of the tree as it was.
"""

from kg import lexicon
from kg.extract.headline_markets import give_market_verbs
from kg.extract.headline_teams import give_plural_verbs
from kg.extract.headline_verbs import give_verbs
from kg.extract.mends import BY_DEPENDENCY, BY_WORD, OF_NAMES, OF_VERBS, Rules
from kg.extract.syntax import VERBS
from kg.extract.words import Doc, Token


def mended(doc: Doc) -> Doc:
    """The same text; its tokens, which are its own, hang where the language has them."""
    give_verbs(doc)
    give_plural_verbs(doc)
    give_market_verbs(doc)
    for name in doc.ents:
        for mend in OF_NAMES:
            mend(name)
    lemmas = lexicon.table("grammar")["lemmas"]
    for token in doc:
        if token.pos_ in VERBS:
            token.lemma_ = lemmas.get(token.lower_, token.lemma_)
            _mend(token, OF_VERBS)
        _mend(token, BY_WORD.get(token.lower_, ()))
        _mend(token, BY_DEPENDENCY.get(token.dep_, ()))
    return doc


def _mend(token: Token, rules: Rules) -> None:
    for mend in rules:
        mend(token)
