from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.background import graph_of, quads
from kg.errors import UnusableInput
from kg.ids import KG, Names

NAMES = Names()
GRAPH = "https://example.org/kg/background/a-ttl"
TRIPLE = "<http://x.test/a> <http://x.test/b> <http://x.test/c> ."
WRITTEN = "<http://x.test/a> <http://x.test/b> <http://x.test/c>"


def found(path: Path, text: str | bytes) -> list[str]:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return [str(quad) for quad in quads(path, GRAPH, NAMES)]


FORMATS = [
    ("a.ttl", "@prefix x: <http://x.test/> . x:a x:b x:c ."),
    ("a.TTL", TRIPLE),
    ("a.nt", TRIPLE),
    ("a.trig", TRIPLE),
    ("a.nq", TRIPLE),
    ("a.jsonld", '{"@id": "http://x.test/a", "http://x.test/b": {"@id": "http://x.test/c"}}'),
]


@pytest.mark.parametrize(("name", "text"), FORMATS)
def test_each_format_gives_its_triples_in_the_graph_of_the_file(name: str, text: str, tmp_path: Path) -> None:
    assert found(tmp_path / name, text) == [f"{WRITTEN} <{GRAPH}>"]


@pytest.mark.parametrize(("name", "text"), [("a.trig", f"<http://x.test/g> {{ {TRIPLE} }}")])
def test_graphs_that_the_file_names_keep_their_names(name: str, text: str, tmp_path: Path) -> None:
    assert found(tmp_path / name, text) == [f"{WRITTEN} <http://x.test/g>"]


def test_relative_names_go_by_the_graph(tmp_path: Path) -> None:
    assert found(tmp_path / "a.ttl", "<#a> <http://x.test/b> 1 .")[0].startswith(f"<{GRAPH}#a> ")


def test_blank_nodes_are_named_by_their_order_and_always_the_same(tmp_path: Path) -> None:
    text = '@prefix x: <http://x.test/> . x:a x:b [ x:c "d" ] . _:e x:f _:e . _:g { x:a x:b _:e }'
    first = found(tmp_path / "a.trig", text)
    assert first == found(tmp_path / "b.trig", text)
    assert not [line for line in first if "_:" in line]
    assert len({term for line in first for term in line.split() if "/genid/" in term}) == 3


def test_the_name_of_a_file_gives_its_graph() -> None:
    assert graph_of(Path("far/off/People 2.ttl"), NAMES) == "https://example.org/kg/background/people-2-ttl"


REFUSED = [
    ("a.ttl", b"<http://x.test/a> <http://x.test/b> .", "cannot be read at line 1, column 37 ("),
    ("a.ttl", b"\n\n<a> x:b <c> .", "cannot be read at line 3, column "),
    ("a.ttl", b'<a> <b> "\xff" .', "cannot be read at line 1, column 10 (Invalid UTF-8"),
    ("a.nt", b"<a> <b> <c> .", "cannot be read at line 1, column "),
    ("a.jsonld", b'{"@id": ', "cannot be read at line 1"),
    ("a.jsonld", b'{"@context": "https://schema.org", "@id": "a"}', "names a context on the web"),
    ("a.jsonld", b'{"@context": {"@import": "https://schema.org"}, "@id": "a"}', "names a context on the web"),
    ("a.jsonld", b'{"a":' + b"[" * 100_000, "cannot be read at line 1"),
    ("a.ttl", b"<a> <b> " + b"(" * 100_000, "cannot be read at line 1"),
    ("a.ttl", b"<a> <b> <<( <c> <d> <e> )>> .", "says something about a triple"),
    ("a.trig", f"<{NAMES.document('9a3e')}> {{ {TRIPLE} }}".encode(), "has quads in <"),
    ("a.trig", f"<{NAMES.entity('x')}> {{ {TRIPLE} }}".encode(), "has quads in <"),
    ("a.trig", f"<{KG}> {{ {TRIPLE} }}".encode(), "has quads in <"),
    ("a.rdf", b"<rdf:RDF/>", ".rdf is none of .jsonld, .nq, .nt, .trig, .ttl"),
    ("a", TRIPLE.encode(), "a file without suffix is none of "),
]


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED)
def test_what_cannot_be_used_is_refused_in_one_line(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as refusal:
        found(tmp_path / name, data)
    assert str(refusal.value).startswith(reason)
    assert "\n" not in str(refusal.value)


def test_what_is_missing_or_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.ttl").mkdir()
    for name, reason in (("a.ttl", "no such file; "), ("b.ttl", "is no regular file; ")):
        with pytest.raises(UnusableInput, match=reason):
            list(quads(tmp_path / name, GRAPH, NAMES))


WORDS = """@prefix x: <http://x.test/> .|x:a|<http://x.test/>|<|"|'''|[|]|(|)|.|;|,|_:a|{|}|@id|:|"@context"|<<(|)>>|^^|@en|1|
true|\\u0000|#|GRAPH"""
PIECES = st.sampled_from(WORDS.split("|"))


@pytest.mark.parametrize("name", ["a.ttl", "a.trig", "a.nt", "a.nq", "a.jsonld"])
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=60) | st.lists(PIECES, max_size=25).map(lambda pieces: " ".join(pieces).encode()))
def test_any_bytes_give_quads_that_can_be_written_or_a_refusal(name: str, data: bytes, tmp_path: Path) -> None:
    try:
        lines = found(tmp_path / name, data)
    except UnusableInput as reason:
        assert len(str(reason).splitlines()) == 1
    else:
        assert lines == found(tmp_path / name, data)
        assert len(list(ox.parse(" .\n".join([*lines, ""]), ox.RdfFormat.N_QUADS))) == len(lines)
