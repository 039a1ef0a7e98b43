"""What the parser gets wrong again and again, put right in the tree before anything else reads it.

Nothing here may ask what is kept for a text (`words.once`): the answers would be those of the tree as it was.
"""

from collections.abc import Callable, Mapping

from kg import lexicon
from kg.extract.adjective_nouns import let_be_deal, let_compare, let_name
from kg.extract.assertions import (
    give_content,
    give_listener,
    give_speaker,
    give_to_teller,
    let_assert,
    let_be_said,
    let_be_told,
    let_report,
    let_speak,
)
from kg.extract.bracketed_lists import list_bracketed
from kg.extract.case_phrases import give_to_case
from kg.extract.casualties import give_event, leave_number, let_be_missing, let_crash, let_undergo, rate, share_harm
from kg.extract.contact_clauses import give_back, give_receiver, join_to_name, let_be_main, part_one
from kg.extract.court_phrases import (
    give_counts,
    give_fined,
    give_penalty,
    give_to_deed,
    give_to_defendant,
    plead_to,
    stand_accused,
)
from kg.extract.dateline_subjects import give_dateline
from kg.extract.far_phrases import give_finder, give_perceived, give_route
from kg.extract.finite_forms import let_be_past
from kg.extract.given_names import let_be_given_name
from kg.extract.given_offices import give_office
from kg.extract.headline_forms import let_be_minister
from kg.extract.headline_lives import part_office
from kg.extract.headline_markets import give_market_verbs
from kg.extract.headline_teams import give_plural_verbs
from kg.extract.headline_verbs import give_verbs
from kg.extract.headlines import let_act, let_happen
from kg.extract.helping import let_help
from kg.extract.joined_verbs import give_clause_to_teller, give_noun, join_to_finite
from kg.extract.kin_phrases import give_to_kin, list_kin
from kg.extract.lead_subjects import give_back_main, give_to_place, let_govern
from kg.extract.listed_clauses import give_joined, join_list
from kg.extract.misplaced_subjects import give_to_clause, give_to_main, give_to_second, give_whose, pass_on
from kg.extract.mistaken_verbs import (
    give_accompanying,
    give_after_noun,
    give_agent,
    give_instrument,
    give_made,
    give_name,
    join_base,
    join_state,
    let_be_noun,
    let_describe,
    let_modify,
    let_undergo_too,
)
from kg.extract.noun_heads import give_head, rank
from kg.extract.oaths import give_to_taking, let_be_sworn, swear_in
from kg.extract.office_names import part_from_body
from kg.extract.percents import join_percent
from kg.extract.progressives import let_go_on
from kg.extract.reattachment import (
    give_clause,
    give_share,
    give_to_matter,
    give_to_noun,
    give_to_verb,
    give_winner,
    link_to,
    part_year,
    share,
)
from kg.extract.regrouping import (
    count_apart,
    give_child,
    join_prefix,
    list_names,
    name_team,
    put_before_name,
    put_in_apposition,
    set_apart,
    share_name,
)
from kg.extract.serial_verbs import give_aim, give_cause, give_deal, give_place, join_deed, let_be_done, let_have
from kg.extract.set_phrases import (
    give_direction,
    give_side,
    let_be_called,
    let_be_degree,
    let_be_owned,
    let_be_state,
    let_marry,
    part_when,
)
from kg.extract.shared_passives import share_passive
from kg.extract.sitting_holders import let_hold
from kg.extract.speakers_deeds import give_to_speaker
from kg.extract.stages import join_final, join_stage
from kg.extract.statives import give_minded, let_be_minded
from kg.extract.syntax import NOUNS, SUBJECTS, VERBS, child, children
from kg.extract.taking_time import give_builder
from kg.extract.times_inside import let_act_then, let_undergo_then
from kg.extract.unsubjected import give_next_subject, give_subject
from kg.extract.what_clauses import give_called_for, give_named
from kg.extract.winning import follow_win, let_be_champion
from kg.extract.words import Doc, Phrase, Token, hang

_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_DYING = frozenset({"dies", "died"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def mended(doc: Doc) -> Doc:
    """The same text; its tokens, which are its own, hang where the language has them."""
    lemmas = lexicon.table("grammar")["lemmas"]
    give_verbs(doc)
    give_plural_verbs(doc)
    give_market_verbs(doc)
    for name in doc.ents:
        let_be_minister(name)
        _give_to_the_whole(name)
        part_from_body(name)
    for token in doc:
        if token.pos_ in VERBS:
            token.lemma_ = lemmas.get(token.lower_, token.lemma_)
            _let_govern(token)
            give_office(token)
            if token.lower_ == "got":
                _let_have(token)
        if token.text == "-":
            join_prefix(token)
            join_stage(token)
        elif token.text == ")":
            list_bracketed(token)
        elif token.lower_ == "per":
            join_percent(token)
        for mend in _MENDS.get(token.dep_, ()):
            mend(token)
    return doc


def _give_to_the_whole(name: Phrase) -> None:
    """ "the Bank of Norway's offices" are the bank's; the parser takes them for offices of Norway."""
    words = [t for t in name if t.tag_ != "POS"]
    last = words[-1] if words else name.root
    owned = _owned(last)
    if owned is None:
        return
    root = name.root
    whole = child(root, "det") is not None or root.lower_ in lexicon.names().organization_heads
    if root == last or not whole or owned.head.head != root or owned.head not in words:
        return
    hang(last, owned.head, "pobj")
    hang(owned, root.head if root.head is not root else owned, root.dep_)
    hang(root, owned, "poss")


def _owned(last: Token) -> Token | None:
    """What a genitive's noun hangs beside: the noun after it, both below one "of"."""
    if last.i + 1 >= len(last.doc) or last.nbor().tag_ != "POS":
        return None
    of = last.head.head if last.dep_ == "poss" else last.head
    return next((t for t in children(of, "pobj") if t.i > last.i), None) if of.lower_ == "of" else None


def _join_verbs(verb: Token) -> None:
    """ "killing nine and wounding two": a verb is joined to a verb of its form, not to a noun or a preposition."""
    first = verb.head
    if verb.pos_ != "VERB":
        return
    if first.pos_ in NOUNS and first.dep_ == "dobj" and _take_form(verb, first.head):
        hang(verb, first.head, "conj")
    elif first.dep_ == "prep" and first.tag_ == verb.tag_ and child(first, "pobj") is not None:
        above = next((t for t in first.ancestors if t.tag_ == verb.tag_ and t.pos_ in VERBS), None)
        if above is not None:
            hang(verb, above, "conj")
    elif first.pos_ in VERBS:
        _take_form(verb, first)


def _take_form(verb: Token, first: Token) -> bool:
    """Whether both verbs have one form: in "would have cut costs and raised wages" they do, whatever the tag."""
    perfect = first.tag_ == "VBN" and any(t.lemma_ == "have" for t in children(first, "aux"))
    active = perfect and child(first, "auxpass") is None and child(verb, *SUBJECTS, "aux") is None
    if active and verb.tag_ == "VBD" and verb.lower_.endswith("ed"):
        verb.tag_ = first.tag_
    return verb.tag_ == first.tag_


def _give_to_verb(preposition: Token) -> None:
    """ "led after two games by beating Turin": a gerund after "by" tells how something is done, not of a noun."""
    noun = preposition.head
    verb = next((t for t in noun.ancestors if t.pos_ in VERBS), None) if noun.pos_ in NOUNS else None
    if preposition.lower_ == "by" and verb is not None and verb.i < preposition.i and child(preposition, "pcomp"):
        hang(preposition, verb, "prep")


def _let_govern(verb: Token) -> None:
    """ "Singer dies aged 90": the parser takes "dies" for what helps "aged"."""
    age = verb.head
    if verb.dep_ != "aux" or verb.lower_ not in _DYING or age.lower_ != "aged":
        return
    verb.lemma_ = "die"
    hang(verb, age.head if age.head is not age else verb, age.dep_)
    hang(age, verb, "acomp")


def _let_have(got: Token) -> None:
    """ "I've got a plan": I have one."""
    helps = any(t.lemma_ == "have" and t.tag_ in {"VBP", "VBZ"} for t in children(got, "aux"))
    if helps and child(got, "dobj") is not None and child(got, "prt", "xcomp", "ccomp", "dative") is None:
        got.lemma_ = "have"


def _make_subject(noun: Token) -> None:
    """ "after boiler killed cat": a noun right before a finite verb that lacks a subject."""
    verb = noun.head
    lacks = (
        noun.pos_ in NOUNS
        and verb.pos_ == "VERB"
        and verb.tag_ in _FINITE
        and child(verb, *SUBJECTS, "csubj", "expl", "aux") is None
    )
    if lacks and noun.i == verb.i - 1 and noun.ent_type_ not in _TIMES and verb.dep_ in {"advcl", "ccomp", "ROOT"}:
        hang(noun, verb, "nsubj")


_MENDS: Mapping[str, tuple[Callable[[Token], None], ...]] = {
    "conj": (
        give_back_main,
        give_noun,
        join_list,
        let_undergo_too,
        give_to_speaker,
        share_passive,
        give_clause_to_teller,
        join_to_finite,
        _join_verbs,
        give_subject,
        give_next_subject,
        share_name,
        let_undergo,
    ),
    "csubj": (let_speak,),
    "acl": (
        let_undergo_then,
        let_be_missing,
        let_crash,
        give_to_defendant,
        let_report,
        let_be_said,
        let_be_noun,
        give_instrument,
        give_to_matter,
        give_joined,
    ),
    "ccomp": (
        let_undergo_then,
        let_be_past,
        give_deal,
        follow_win,
        give_named,
        give_subject,
        give_made,
        join_base,
        let_be_main,
    ),
    "dative": (give_fined, give_name),
    "nmod": (give_fined,),
    "prt": (give_to_verb, let_be_sworn),
    "amod": (join_final, let_go_on, share, let_govern, share_harm, join_state),
    "compound": (let_assert, let_act),
    "agent": (
        let_be_done,
        give_to_deed,
    ),
    "prep": (
        let_be_given_name,
        let_act_then,
        give_aim,
        give_place,
        give_cause,
        give_to_clause,
        give_to_case,
        swear_in,
        give_to_taking,
        give_to_noun,
        give_winner,
        _give_to_verb,
        give_agent,
        join_base,
        part_when,
        join_to_name,
        give_counts,
        give_share,
        give_side,
        give_finder,
        give_route,
        link_to,
    ),
    "xcomp": (let_be_champion, let_hold, let_describe, follow_win, give_builder, give_back, stand_accused, plead_to),
    "acomp": (let_undergo_then, give_minded, give_direction, stand_accused, let_be_owned),
    "advmod": (give_direction, give_head, let_be_state),
    "poss": (let_be_degree,),
    "nummod": (part_year, count_apart, part_one),
    "appos": (list_names, give_dateline, give_event, give_child, give_whose, give_penalty, list_kin, give_to_kin),
    "aux": (let_help, pass_on, let_modify),
    "auxpass": (let_have, pass_on, let_marry, let_be_minded),
    "npadvmod": (_make_subject, name_team, count_apart, give_head),
    "dobj": (part_office, count_apart, let_name, let_be_deal, let_compare, rate, rank),
    "pobj": (let_name, let_happen),
    "ROOT": (give_speaker, let_undergo_then),
    "oprd": (leave_number, join_final, let_be_called),
    "advcl": (
        give_perceived,
        let_undergo_then,
        name_team,
        let_happen,
        join_deed,
        give_builder,
        give_called_for,
        give_clause,
        give_content,
        give_to_main,
        give_subject,
        count_apart,
        join_base,
        give_back,
        stand_accused,
        plead_to,
    ),
    "pcomp": (give_named, give_clause, give_accompanying, give_made, give_after_noun),
    "dep": (give_to_second, give_next_subject, count_apart, give_head),
    "relcl": (let_undergo_then, give_receiver, give_to_teller, give_listener, let_be_told),
    "nsubj": (rate, give_to_place, put_in_apposition, set_apart, put_before_name),
    "nsubjpass": (give_to_place, put_before_name),
}
