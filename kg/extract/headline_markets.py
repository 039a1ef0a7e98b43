"""Headlines of markets and plans: "Acme shares tumble", "Investor to sell up"."""

from kg import lexicon
from kg.extract.syntax import SUBJECTS, child, children
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Doc, Token, hang

_STOPS = frozenset({".", "!", "?", "”", '"', "…", ":"})
_TRADED = frozenset({"earnings", "futures", "prices", "profits", "sales", "shares", "stocks"})
_ACTING = frozenset({"Person", "Organization"})
_MOST = 20


def give_market_verbs(doc: Doc) -> None:
    """Let "tumble" and the infinitive govern where the parser takes other words for the verb, or none."""
    listed = lexicon.words("grammar", "of_markets")
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        if not 1 < len(words) <= _MOST or words[-1].text in _STOPS:
            continue
        root = next((t for t in words if t.head is t), words[0])
        move = next((t for t in words[1:6] if t.text in listed and t.nbor(-1).lower_ in _TRADED), None)
        if move is not None and root in {move, move.nbor(-1)} and _lacks_verb(move):
            _let_move(words, move, root)
        elif (plan := child(root, "relcl", "acl")) is not None and _is_planned(root, plan):
            hang(plan, plan, "ROOT")
            hang(root, plan, "nsubj")


def _let_move(words: list[Token], move: Token, root: Token) -> None:
    """ "Acme shares tumble after warning": the shares do, and nobody shares a tumble."""
    traded = move.nbor(-1)
    move.pos_, move.tag_, move.lemma_ = "VERB", "VBP", move.lower_
    traded.pos_, traded.tag_ = "NOUN", "NNS"
    hang(move, move, "ROOT")
    for word in [t for t in root.children if t.i > move.i]:
        hang(word, move, word.dep_)
    hang(traded, move, "nsubj")
    for word in words[: words.index(traded)]:
        if word.head in {root, move, traded}:
            hang(word, traded, "compound")


def _lacks_verb(move: Token) -> bool:
    return move.pos_ != "VERB" or child(move, *SUBJECTS) is None


def _is_planned(actor: Token, plan: Token) -> bool:
    """ "Investor to sell up", but "Plan to sell mill" is a plan."""
    acts = head_kinds().get(actor.lemma_.lower()) in _ACTING and child(actor, "det") is None
    to = children(plan, "aux")
    return acts and plan.tag_ == "VB" and bool(to) and to[0].lower_ == "to" and to[0].i == actor.i + 1
