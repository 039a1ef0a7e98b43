import pytest

from kg.errors import KgError
from kg.explain import as_text, explain, render
from kg.model import CorpusGraph, Status
from kg.pages.naming import UnknownName
from tests.pages.corpora import small


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ann Lee", "Bo Berg"),
        ("bo berg", "ANN LEE"),
        ("Berg", "Lee"),
        ("ann-lee", "ent:bo-berg"),
        ("https://example.org/kg/entity/ann-lee", "berg"),
    ],
)
def test_names_find_the_statements_between_two_entities(left: str, right: str) -> None:
    (found,) = explain(*small(), [left, right])
    assert found.words.startswith("Ann Lee defeated Bo Berg (")
    assert found.status is Status.REPORTED
    assert [receipt.status for receipt in found.receipts] == [Status.REPORTED, Status.ATTRIBUTED]


@pytest.mark.parametrize("form", ["{}", "st:{}", "https://example.org/kg/statement/{}", "st:{:.6}…"])
def test_statement_is_found_by_id(form: str) -> None:
    corpus, graphs = small()
    wanted = corpus.statements[0].id
    assert [found.id for found in explain(corpus, graphs, [form.format(wanted)])] == [wanted]


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        (["Anne Lee", "Bo Berg"], "no entity is called “Anne Lee”; the nearest names are “Ann Lee”"),
        (["Ann Lee", "Cy Kole"], "no entity is called “Cy Kole”; the nearest name is “Cy Cole”"),
        (["Volkswagen", "x"], "no entity is called “Volkswagen” and nothing nearly so: `kg query entities` lists the"),
        (["st:ffff"], "no statement has an id that begins with “ffff”"),
        (["st:"], "no statement has an id that begins with “”"),
        ([], "0 terms given"),
        (["a", "b", "c"], "3 terms given"),
    ],
)
def test_what_is_not_known_is_an_error_of_one_line(terms: list[str], message: str) -> None:
    with pytest.raises(UnknownName) as error:
        explain(*small(), terms)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)
    assert isinstance(error.value, KgError)


def test_empty_graph_says_so() -> None:
    with pytest.raises(UnknownName, match="the graph is empty"):
        explain(CorpusGraph(), [], ["Ann", "Bo"])


def test_rendered_text_marks_the_words_and_names_speaker_and_article() -> None:
    text = render(explain(*small(), ["Lee", "Berg"]))
    assert "«Ann Lee», 57, «beat» «Bo Berg» by 101 votes" in text
    assert "Reported: in the article's own voice\n    a/one.txt, 2018-11-22" in text
    assert "Attributed: said by Cy Cole (“said”)\n    a/two.txt" in text


def test_rich_text_has_the_same_words_without_the_quotes() -> None:
    found = explain(*small(), ["Lee", "Berg"])
    assert as_text(found).plain == render(found).translate({ord("«"): None, ord("»"): None})


def test_two_entities_without_a_statement_between_them() -> None:
    found = explain(*small(), ["Oslo", "Unity"])
    assert found == []
    assert render(found) == "No statement says anything of the two together."
