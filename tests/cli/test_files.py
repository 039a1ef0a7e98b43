"""`kg export`, and files that a command writes."""

from pathlib import Path

import pytest

from kg.export import Format, NetworkFormat
from tests.cli.conftest import Kg


@pytest.mark.parametrize(("format", "name"), [("turtle", "graph.ttl"), ("trig", "graph.trig")])
def test_an_export_is_what_build_wrote(format: str, name: str, built: Path, here: Path, kg: Kg) -> None:
    result = kg("export", "--format", format, "-o", name, "--store", built / "store")
    assert (result.code, result.stdout, result.stderr) == (0, b"", "")
    assert (here / name).read_bytes() == (built / name).read_bytes()
    assert kg("export", "--format", format, "-o", "-", "--store", built / "store").stdout == (built / name).read_bytes()


@pytest.mark.parametrize(
    ("format", "suffix"), [*((f, f.suffix) for f in Format), *((f, f.suffix) for f in NetworkFormat)]
)
def test_every_format_is_written(format: str, suffix: str, built: Path, here: Path, kg: Kg) -> None:
    name = f"graph{suffix}"
    assert kg("export", "--format", format, "-o", name, "--store", built / "store").code == 0
    assert [path.name for path in here.iterdir()] == [name]
    # Without a name it goes to standard output.
    assert kg("export", "--format", format, "--store", built / "store").stdout == (here / name).read_bytes()


@pytest.mark.parametrize("form", [*Format, NetworkFormat.GRAPHML, NetworkFormat.GEXF])
def test_the_name_tells_the_format(form: Format | NetworkFormat, built: Path, here: Path, kg: Kg) -> None:
    name = f"graph{form.suffix}"
    assert kg("export", "-o", name, "--store", built / "store").code == 0
    assert kg("export", "--format", form, "--store", built / "store").stdout == (here / name).read_bytes()


@pytest.mark.parametrize("format", NetworkFormat)
def test_facts_alone_as_edges(format: str, built: Path, kg: Kg) -> None:
    usual = kg("export", "--format", format, "--store", built / "store").stdout
    facts = kg("export", "--format", format, "--facts-only", "--store", built / "store").stdout
    assert b"Attributed" in usual
    assert b"Reported" in facts
    assert b"Attributed" not in facts


def test_what_is_left_out_is_told(built: Path, kg: Kg) -> None:
    result = kg("export", "--around", "Kim Jong-yang", "--status", "Reported", "--store", built / "store")
    assert result.code == 0
    assert result.stderr.startswith("kg: left out: ")
    assert b"kim-jong-yang" in result.stdout


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (("--since", "last year"), "no date such as"),
        (("--until", "2018-1"), "no date such as"),
        (("--since", "2018-13"), "no date such as"),
        (("--format", "gexf", "--query", "CONSTRUCT {} WHERE {}"), "a query gives triples"),
        (("--around", "Nobody At All"), "no entity is called"),
        (("--without", "Nobody At All"), "no entity is called"),
        (("--source", "nowhere.txt"), "no article is called"),
        (("--hops", "0"), "--hops"),
        (("--status", "Sure"), "--status"),
    ],
)
def test_what_cannot_be_selected_is_told(options: tuple[str, ...], error: str, built: Path, kg: Kg) -> None:
    result = kg("export", *options, "--store", built / "store")
    assert result.code != 0
    assert error in result.stderr
    assert result.stdout == b""


def test_an_unknown_format_is_told_with_those_that_are(kg: Kg) -> None:
    result = kg("export", "--format", "rdfxml")
    assert result.code == 2
    assert "turtle" in result.stderr


def test_texts_and_receipts_are_for_choosing(built: Path, kg: Kg) -> None:
    def lines(*options: str) -> set[bytes]:
        result = kg("export", "--format", "nquads", "-o", "-", "--store", built / "store", *options)
        return set(result.stdout.splitlines())

    usual, with_text, facts = lines(), lines("--with-text"), lines("--facts-only")
    assert facts < usual < with_text
    assert all(b"#isString>" in line for line in with_text - usual)
    assert not any(b"/claim/" in line for line in facts)


@pytest.mark.parametrize("command", ["export", "view"])
def test_a_file_that_cannot_be_written_is_told(command: str, built: Path, here: Path, kg: Kg) -> None:
    result = kg(command, "-o", "no/such/folder/file", "--store", built / "store")
    assert result.code == 1
    assert result.stderr.startswith("kg: cannot write no/such/folder/file (")


@pytest.mark.parametrize(
    "command",
    [("query", "ASK {}"), ("explain", "a", "b"), ("export", "-o", "-"), ("view", "-o", "-"), ("validate",)],
    ids=lambda command: command[0],
)
def test_without_a_store_there_is_one_line(command: tuple[str, ...], here: Path, kg: Kg) -> None:
    result = kg(*command)
    assert (result.code, result.stdout) == (5, b"")
    assert result.stderr == "kg: no store at kg.store: run `kg load SOURCE --store kg.store` first\n"
    assert list(here.iterdir()) == []
