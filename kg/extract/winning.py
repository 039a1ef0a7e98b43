"""What a win leads to: "beat Berg to reach the final" tells that who won reached it."""

from kg import lexicon
from kg.extract.syntax import SUBJECTS, child
from kg.extract.tense import is_infinitive
from kg.extract.words import Token, hang


def follow_win(verb: Token) -> None:
    """The parser lets the loser reach the final, or takes the loser for a subject: "thumped the Jets to improve"."""
    won, after_win = verb.head, lexicon.words("certainty", "outcomes", "after_win")
    if verb.lemma_ not in after_win or not is_infinitive(verb) or not _is_win(won):
        return
    loser = child(won, "dobj") or child(verb, *SUBJECTS)
    if loser is not None and won.i < loser.i < verb.i:
        hang(loser, won, "dobj")
        hang(verb, won, "advcl")


def _is_win(verb: Token) -> bool:
    particle = child(verb, "prt")
    if verb.lemma_ == "rally":  # "rallied the Hawks to win": the Hawks win
        return False
    words = verb.lemma_ if particle is None else f"{verb.lemma_} {particle.lower_}"
    return words in lexicon.words("certainty", "outcomes", "won")


def let_be_champion(verb: Token) -> None:
    """ "knocked out defending champion Eve Berg": nobody defends Eve Berg."""
    above, champion, name = verb.head, verb.doc[min(verb.i + 1, len(verb.doc) - 1)], child(verb, "dobj")
    holder = champion.lemma_.lower() in lexicon.words("contests", "teams", "defending")
    if verb.lower_ != "defending" or not holder or name is None or above.i > verb.i or child(above, "dobj") is not None:
        return
    for word in [t for t in verb.children if t is not name]:
        hang(word, above, word.dep_)
    hang(name, above, "dobj")
    verb.pos_, verb.tag_ = "ADJ", "JJ"
    hang(verb, name, "amod")
