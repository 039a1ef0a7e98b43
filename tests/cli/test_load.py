"""`kg load`."""

from pathlib import Path

from kg.store.folder import Folder
from tests.cli.conftest import ARTICLE, OTHER, Kg


def exported(kg: Kg) -> bytes:
    result = kg("export", "--format", "nquads", "--with-text", "-o", "-")
    assert result.code == 0
    return result.stdout


def test_loading_again_changes_nothing(article: Path, kg: Kg) -> None:
    assert kg("load", "article.txt").out == "Read 1 article.\n"
    before = exported(kg)
    again = kg("load", "article.txt")
    assert (again.code, again.out, again.stderr) == (0, "Read 0 articles, 1 known before.\n", "")
    assert exported(kg) == before


def test_the_same_bytes_under_another_name_are_one_document_with_two_sources(article: Path, here: Path, kg: Kg) -> None:
    kg("load", "article.txt")
    before = set(exported(kg).splitlines())
    (here / "copy.txt").write_text(ARTICLE)
    assert kg("load", "copy.txt").out == "Read 0 articles, 1 known before.\n"
    (added,) = set(exported(kg).splitlines()) - before
    assert b'/source> "copy.txt" ' in added
    assert before <= set(exported(kg).splitlines())


def test_copies_in_one_load_are_one_document(article: Path, here: Path, kg: Kg) -> None:
    (here / "copy.txt").write_text(ARTICLE)
    assert kg("load", "copy.txt", "article.txt", "-v").out.splitlines() == [
        "Read 1 article, 1 known before.",
        "  article.txt",
        "  copy.txt (known before)",
    ]
    assert exported(kg).count(b"terms/source>") == 2


def test_no_order_of_loading_shows(article: Path, here: Path, kg: Kg) -> None:
    (here / "other.txt").write_text(OTHER)
    kg("load", "article.txt", "--store", "one")
    kg("load", "other.txt", "--store", "one")
    kg("load", "other.txt", "article.txt", "--store", "other")
    one, other = (kg("export", "-o", "-", "--store", store).stdout for store in ("one", "other"))
    assert one == other


def test_the_base_is_that_of_the_iris_and_stays(article: Path, kg: Kg) -> None:
    kg("load", "article.txt", "--base", "https://news.test/")
    assert b"<https://news.test/entity/ann-lee>" in exported(kg)
    refused = kg("load", "article.txt")
    assert refused.code == 5
    assert "pass `--base https://news.test/`" in refused.stderr


def test_a_base_that_is_none_is_a_usage_error(article: Path, kg: Kg) -> None:
    for base in ("news", "https://news.test", "https://news.test/#", "https://a b/", "https://<x>/", ""):
        assert kg("load", "article.txt", "--base", base).code == 2


def test_a_model_that_is_not_there_is_told(article: Path, kg: Kg) -> None:
    result = kg("load", "article.txt", "--model", "no_such_model")
    assert result.code == 8
    assert result.stderr.count("\n") == 1


def test_a_store_is_not_read_as_an_article(article: Path, kg: Kg) -> None:
    result = kg("load", ".")
    assert result.code == 1
    assert result.stderr == "kg: kg.store lies inside the source .: name a folder outside of it\n"


def test_a_load_that_did_not_end_is_put_right_by_the_next(article: Path, here: Path, kg: Kg) -> None:
    kg("load", "article.txt")
    before = exported(kg)
    Folder(here / "kg.store").set_stale()
    refused = kg("validate")
    assert refused.code == 5
    assert "did not end" in refused.stderr
    assert kg("load", "article.txt").code == 0
    assert exported(kg) == before


def test_a_folder_that_is_no_store_is_left_alone(article: Path, here: Path, kg: Kg) -> None:
    (here / "mine").mkdir()
    (here / "mine" / "thesis.txt").write_text("mine")
    assert kg("load", "article.txt", "--store", "mine").code == 5
    assert [path.name for path in (here / "mine").iterdir()] == ["thesis.txt"]
