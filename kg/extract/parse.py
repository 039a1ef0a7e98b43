"""Words, sentences, dependencies and names of a text: spaCy, with the layout's breaks."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer, Lemmatizer
from spacy.tokens import Doc
from thinc.api import use_ops

from kg import lexicon
from kg.errors import ModelMissing
from kg.extract.datelines import datelines
from kg.extract.entity_decoder import EntityDecoder, decodes
from kg.extract.layout import block_starts
from kg.extract.lemmas import Lemmas
from kg.extract.recasing import recased
from kg.extract.word_classes import WordClasses
from kg.gazetteer import load_gazetteer
from kg.language_model import model_name

_NO_SHORT_FORMS = frozenset({"wed", "Wed"})  # spaCy takes them for "we'd"
_PREFIXED = re.compile(
    r"(?:co|pre|re)-[a-z]{2,}ed|re-[a-z]{3,}(?<!tion)(?<!sion)(?<!ment)(?<!al)(?<!ance)(?<!run)(?<!ly)"
)


_LISTED = re.compile(r" \([A-Z][A-Za-z]{2,8}: ?[A-Z][A-Z.]{0,5}\) [a-z]")  # "Acme (NYSE:ACM) saw"


@Language.component("kg_layout")
def _layout(doc: Doc) -> Doc:
    """Let sentences begin at the first word of a block, none after "Sgt." or in a dateline; else the parser says."""
    starts = sorted(block_starts(doc.text), reverse=True)
    whole = (*datelines(doc.text), *_LISTED.finditer(doc.text))
    inside = {place for found in whole for place in range(found.start() + 1, found.end())}
    ranks, before = _ranks(), ""
    for token in doc:
        ranked = before in ranks or token.idx in inside
        if starts and token.idx >= starts[-1] and not token.is_space:
            token.is_sent_start = not ranked
            starts.pop()
        elif ranked:
            token.is_sent_start = False
        before = before if token.is_space else token.text
    return doc


@cache
def _ranks() -> frozenset[str]:
    """What stands before names with a full stop that ends no sentence."""
    return frozenset(word for word in lexicon.names().honorifics if word.endswith("."))


@cache
def _companions() -> tuple[str, ...]:
    """ "co-founder", "Co-Founders": cut at the hyphen, "co" would be who acts; each is read as its second part."""
    heads = lexicon.titles().heads | set(lexicon.table("roles")["companions"])
    words = sorted(head for head in heads if head.startswith("co-") and " " not in head)
    both = [form for word in words for form in (word, f"{word}s")]
    return tuple(form for word in both for form in (word, word.capitalize(), f"Co-{word[3:].capitalize()}"))


@Language.factory("kg_prefixes")
def _prefixes(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Name "re-elected" by what "elected" is named: the rules for endings know no such words."""
    del name  # spaCy hands it to every factory
    lemmatizer = cast("Lemmatizer", nlp.get_pipe("lemmatizer"))

    def name_again(doc: Doc) -> Doc:
        for token in doc:
            if _PREFIXED.fullmatch(token.text):
                prefix, hyphen, rest = token.text.partition("-")
                word = Doc(doc.vocab, words=[rest], pos=[token.pos_], tags=[token.tag_])
                token.lemma_ = prefix + hyphen + lemmatizer.lemmatize(word[0])[0]
        return doc

    return name_again


@Language.factory("kg_word_classes")
def _word_classes(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    del name
    return WordClasses(nlp.get_pipe("attribute_ruler"))


def load_parser(model: str) -> Language:
    """Load `model` (a path or a name that spaCy knows), or the model of the installation if it is empty.

    NumPy multiplies its matrices two to three times as fast as the library that spaCy brings along.
    """
    with use_ops("numpy", use_blis=False):
        nlp = load_model(model)
    nlp.add_pipe("kg_layout", before="parser")
    nlp.add_pipe("kg_prefixes", last=True)
    _keep_whole(nlp)
    _write_small(nlp)
    _look_up(nlp)
    return nlp


@Language.factory("kg_lemmas")
def _lemmas(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    del name
    return Lemmas(cast("Lemmatizer", nlp.get_pipe("lemmatizer")))


@Language.factory("kg_ner")
def _ner(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    del name
    return EntityDecoder(cast("EntityRecognizer", nlp.get_pipe("ner")))


def _look_up(nlp: Language) -> None:
    """Replace the components that take half of the time for what hangs on few words."""
    ruler: Any = nlp.get_pipe("attribute_ruler")
    ruler.add([[{"ORTH": {"IN": sorted(_ranks())}}]], {"TAG": "NNP", "POS": "PROPN"})
    nlp.disable_pipe("attribute_ruler")
    nlp.add_pipe("kg_word_classes", after="attribute_ruler")
    if cast("Lemmatizer", nlp.get_pipe("lemmatizer")).mode == "rule":
        _know_at_once(nlp.get_pipe("lemmatizer"))
        nlp.disable_pipe("lemmatizer")
        nlp.add_pipe("kg_lemmas", after="lemmatizer")
    if "ner" in nlp.pipe_names and decodes(cast("EntityRecognizer", nlp.get_pipe("ner"))):
        nlp.disable_pipe("ner")
        nlp.add_pipe("kg_ner", after="ner")


def _know_at_once(lemmatizer: Any) -> None:
    """Let each rule find its word in a set: spaCy's lists have tens of thousands of words."""
    index = lemmatizer.lookups.get_table("lemma_index", {})
    index.update({word_class: frozenset(words) for word_class, words in index.items()})


def _keep_whole(nlp: Language) -> None:
    """Let "re-elected" and "co-founded" be one word each; cut at the hyphen, "re" would be the verb. So are "Sgt."."""
    tokenizer: Any = nlp.tokenizer  # spaCy's own type does not say what it has
    for rank in sorted(_ranks()):
        tokenizer.add_special_case(rank, [{"ORTH": rank, "NORM": "mr."}])  # rare ones are read as the common one
    for word in sorted(_NO_SHORT_FORMS):
        tokenizer.add_special_case(word, [{"ORTH": word}])
    for word in _companions():
        tokenizer.add_special_case(word, [{"ORTH": word, "NORM": word.lower().removeprefix("co-")}])
    for state in sorted(short for region in load_gazetteer().regions for short in region.aliases if short[-1:] == "."):
        tokenizer.add_special_case(f"{state}-based", [{"ORTH": state}, {"ORTH": "-"}, {"ORTH": "based"}])
    inside = tokenizer.infix_finditer

    def infixes(text: str) -> Iterable[re.Match[str]]:
        return () if _PREFIXED.fullmatch(text) else inside(text)

    tokenizer.infix_finditer = infixes


def _write_small(nlp: Language) -> None:
    """Let headlines be read as sentences; what is an English word is known from the lemmatizer's lists."""
    lemmatizer, cut = cast("Lemmatizer", nlp.get_pipe("lemmatizer")), nlp.tokenizer
    words = {word for listed in lemmatizer.lookups.get_table("lemma_index").values() for word in listed}
    words |= {word for listed in lemmatizer.lookups.get_table("lemma_exc").values() for word in listed}
    words |= nlp.Defaults.stop_words | set(lexicon.table("reading")["small_words"])
    nlp.tokenizer = lambda text: cut(recased(text, words.__contains__))


def load_model(model: str) -> Language:
    """The model of `load_parser`, as it is."""
    model = model_name(model)
    try:
        return spacy.load(model)
    except OSError as error:
        raise ModelMissing(f"no language model {model!r}: name one that is installed, or leave --model out") from error
