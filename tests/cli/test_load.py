"""`kg load`."""

from pathlib import Path

import pytest

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


def test_a_model_that_is_not_there_is_told(article: Path, kg: Kg) -> None:
    result = kg("load", "article.txt", "--model", "no_such_model")
    assert result.code == 8
    assert result.stderr.count("\n") == 1


def test_a_store_is_not_read_as_an_article(article: Path, kg: Kg) -> None:
    result = kg("load", ".")
    assert result.code == 1
    assert result.stderr == "kg: kg.store lies inside the source .: name a folder outside of it\n"


def test_a_folder_that_is_no_store_is_left_alone(article: Path, here: Path, kg: Kg) -> None:
    (here / "mine").mkdir()
    (here / "mine" / "thesis.txt").write_text("mine")
    assert kg("load", "article.txt", "--store", "mine").code == 5
    assert [path.name for path in (here / "mine").iterdir()] == ["thesis.txt"]


CORRECTED = ARTICLE.replace("101 votes", "110 votes")


def votes(kg: Kg) -> set[str]:
    asked = kg("query", "SELECT ?n { ?s a kg:Statement ; kg:votesFor ?n }", "--format", "csv")
    return set(asked.out.splitlines()[1:])


def test_other_bytes_under_a_known_source_are_kept_beside_it_and_that_is_said(article: Path, kg: Kg) -> None:
    kg("load", "article.txt")
    article.write_text(CORRECTED)
    first, second = kg("load", "article.txt").out.splitlines()
    assert first == "Read 1 article, 1 kept beside another."
    assert second.startswith("Kept beside other bytes of the same source: article.txt. (`kg load --replace` ")
    assert votes(kg) == {"101", "110"}
    assert kg("load", "article.txt").out == "Read 0 articles, 1 known before.\n"


def test_new_bytes_take_the_place_of_the_old(article: Path, kg: Kg) -> None:
    article.write_text(CORRECTED)
    kg("load", "article.txt")
    wanted = exported(kg)
    article.write_text(ARTICLE)
    kg("load", "article.txt", "--store", "other")
    article.write_text(CORRECTED)
    replaced = kg("load", "article.txt", "--store", "other", "--replace")
    assert replaced.out.splitlines() == [
        "Read 1 article, 1 replaced.",
        "Took the place of older bytes: article.txt.",
    ]
    assert kg("export", "--format", "nquads", "--with-text", "-o", "-", "--store", "other").stdout == wanted
    assert kg("load", "article.txt", "--store", "other", "--replace").out == "Read 0 articles, 1 known before.\n"


def test_what_was_kept_beside_can_be_replaced_later(article: Path, kg: Kg) -> None:
    kg("load", "article.txt")
    article.write_text(CORRECTED)
    kg("load", "article.txt")
    assert kg("load", "article.txt", "--replace").out.startswith("Read 0 articles, 1 known before, 1 replaced.\n")
    assert votes(kg) == {"110"}


def test_a_document_with_two_sources_of_which_one_is_replaced_keeps_the_other(
    article: Path, here: Path, kg: Kg
) -> None:
    (here / "copy.txt").write_text(ARTICLE)
    kg("load", "article.txt", "copy.txt")
    article.write_text(CORRECTED)
    kg("load", "article.txt", "--replace")
    sources = kg("query", "SELECT ?n ?t { ?d dcterms:source ?n ; nif:isString ?t } ORDER BY ?n", "--format", "csv").out
    assert sources.replace("\r", "").splitlines()[1:] == [f"article.txt,{CORRECTED}", f"copy.txt,{ARTICLE}"]
    assert votes(kg) == {"101", "110"}


def test_two_files_of_one_name_do_not_replace_each_other(here: Path, kg: Kg) -> None:
    for folder, text in (("a", ARTICLE), ("b", CORRECTED)):
        (here / folder).mkdir()
        (here / folder / "one.txt").write_text(text)
    assert kg("load", "a/one.txt", "b/one.txt", "--replace").out.startswith("Read 2 articles, 1 kept beside another.\n")
    assert votes(kg) == {"101", "110"}


UNRELATED = "Cy Cole, a spokesman for Norda, said that Di Dahl resigned from Norda last week."


def placed(text: str, *folders: Path) -> None:
    for folder in folders:
        folder.mkdir(exist_ok=True)
        (folder / "one.txt").write_text(text)


def texts(kg: Kg) -> set[str]:
    return set(kg("query", "SELECT ?t { ?d nif:isString ?t }", "--format", "tsv").out.replace('"', "").splitlines()[1:])


def test_an_unrelated_article_of_the_same_name_is_never_replaced(here: Path, kg: Kg) -> None:
    placed(ARTICLE, here / "x")
    placed(UNRELATED, here / "y")
    kg("load", "x/one.txt")
    for said in ("Read 1 article", "Read 0 articles, 1 known before"):
        result = kg("load", "y/one.txt", "--replace")
        assert (result.code, result.stderr) == (0, "")
        assert result.out.splitlines() == [
            f"{said}, 1 kept beside an unrelated one.",
            "Not replaced, for an article from another file, with another text, has the same name: one.txt.",
        ]
        assert texts(kg) == {ARTICLE, UNRELATED}
    placed(OTHER, here / "y")
    assert kg("load", "y/one.txt", "--replace").out.startswith(
        "Read 1 article, 1 replaced, 1 kept beside an unrelated one.\n"
    )
    assert texts(kg) == {ARTICLE, OTHER}


def test_a_file_that_was_written_anew_replaces_what_it_was(here: Path, kg: Kg) -> None:
    """From whatever folder the command is given, though nothing of the text is left."""
    placed(ARTICLE, here / "x")
    kg("load", "x/one.txt")
    placed(UNRELATED, here / "x")
    (here / "link").symlink_to(here / "x")
    assert kg("load", "link/one.txt", "--replace").out.startswith("Read 1 article, 1 replaced.\n")
    assert texts(kg) == {UNRELATED}
    placed(ARTICLE, here / "x")
    (here / "x" / "news").mkdir()
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(here / "x" / "news")
        kg("load", "../one.txt", "--store", here / "kg.store", "--replace")
    assert texts(kg) == {ARTICLE}


def test_a_store_that_moved_with_its_articles_knows_their_files(here: Path, kg: Kg) -> None:
    placed(ARTICLE, here / "x")
    kg("load", "x/one.txt", "--store", "x/kg.store")
    (here / "x").rename(here / "z")
    placed(UNRELATED, here / "z")
    said = kg("load", "z/one.txt", "--store", "z/kg.store", "--replace")
    assert said.out.startswith("Read 1 article, 1 replaced.\n")


def test_a_correction_from_another_folder_replaces_what_it_corrects(here: Path, kg: Kg) -> None:
    placed(f"{ARTICLE} {UNRELATED}", here / "x")
    placed(CORRECTED, here / "corrected")
    kg("load", "x/one.txt")
    assert kg("load", "corrected/one.txt", "--replace").out.startswith("Read 1 article, 1 replaced.\n")
    assert texts(kg) == {CORRECTED}


@pytest.mark.parametrize("folder", ["x/news", "y/news"])
def test_folders_of_one_name_are_told_apart_as_files_are(folder: str, here: Path, kg: Kg) -> None:
    (here / "y").mkdir()
    (here / "x").mkdir()
    placed(ARTICLE, here / "x" / "news")
    kg("load", "x/news")
    placed(UNRELATED, here / folder)
    kg("load", folder, "--replace")
    assert texts(kg) == ({UNRELATED} if folder == "x/news" else {ARTICLE, UNRELATED})


def test_where_the_articles_lay_shows_in_no_export(here: Path, kg: Kg) -> None:
    for folder in (here / "x", here / "y"):
        placed(ARTICLE, folder)
        kg("load", folder / "one.txt", "--store", here / f"{folder.name}.store")
    one, other = (
        kg("export", "--format", "nquads", "--with-text", "-o", "-", "--store", store).stdout
        for store in ("x.store", "y.store")
    )
    assert one == other


@pytest.mark.parametrize("text", ["", "It rained again, and then it snowed."])
def test_what_cannot_be_used_replaces_nothing(text: str, article: Path, here: Path, kg: Kg) -> None:
    kg("load", "article.txt")
    before = exported(kg)
    article.write_text(text)
    alone = kg("load", "article.txt", "--replace")
    assert alone.code == 4
    assert "and the store is as it was" in alone.stderr
    assert exported(kg) == before
    (here / "other.txt").write_text(OTHER)
    result = kg("load", "article.txt", "other.txt", "--replace")
    assert (result.code, result.out) == (3, "Read 1 article, 1 refused.\n")
    assert result.stderr.endswith("; what the store has of it stays\n")
    assert votes(kg) == {"101"}


@pytest.mark.parametrize("step", ["kg.store.places.Places.remove", "kg.pipeline.superseding.change"])
def test_a_replacement_that_was_broken_off_is_finished_by_the_next(
    step: str, article: Path, here: Path, kg: Kg, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "copy.txt").write_text(ARTICLE)
    (here / "gone.txt").write_text(OTHER)
    kg("load", "article.txt", "copy.txt", "gone.txt")
    article.write_text(CORRECTED)
    (here / "gone.txt").write_text(OTHER.replace("last week", "last month"))
    names = ("article.txt", "copy.txt", "gone.txt")
    kg("load", *names, "--store", "whole")
    kg("load", *names, "--store", "whole", "--replace")

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(step, broken)
        with pytest.raises(ZeroDivisionError):
            kg("load", *names, "--replace")
    assert kg("load", *names, "--replace").code == 0
    assert exported(kg) == kg("export", "--format", "nquads", "--with-text", "-o", "-", "--store", "whole").stdout
