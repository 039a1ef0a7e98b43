from dataclasses import replace

import pytest

from kg.model import Member
from kg.resolve.references import Referents
from tests.samples import Article, document, election

ONE, TWO = election()
FIRST, SECOND = ONE.document.id, TWO.document.id


@pytest.mark.parametrize(
    ("reference", "member"),
    [
        (f"doc:{FIRST}#ann-lee", Member(FIRST, "ann-lee")),
        (f"https://news.test/kg/document/{FIRST}#ann-lee", Member(FIRST, "ann-lee")),
        ("a/one.txt#Ann Lee", Member(FIRST, "ann-lee")),
        ("a/one.txt#ANN  lee", Member(FIRST, "ann-lee")),
        ("a/one.txt#Berg", Member(FIRST, "bo-berg")),
        ("a/two.txt#Lee", Member(SECOND, "ann-lee")),
        ("a/two.txt#Experts", Member(SECOND, "experts")),
    ],
)
def test_a_local_entity_goes_by_its_id_or_by_a_name_in_its_document(reference: str, member: Member) -> None:
    assert Referents([ONE, TWO]).members(reference) == (member,)


@pytest.mark.parametrize(
    "reference", ["doc:abcd#ann-lee", f"doc:{FIRST}#eve", "a/one.txt#Eve", "b.txt#Ann Lee", "#", ""]
)
def test_what_is_not_there_is_not_found(reference: str) -> None:
    assert Referents([ONE, TWO]).members(reference) == ()


def test_a_name_of_two_is_nobodys_but_a_label_is_before_another_name() -> None:
    article = Article("Ann Lee and Bo Lee met Lee Kim.", "a.txt")
    for label in ("Ann Lee", "Bo Lee"):
        article.entity(label, alt=("Lee",))
    assert Referents([article.graph()]).members("a.txt#Lee") == ()
    lee = article.entity("Lee")
    assert Referents([article.graph()]).members("a.txt#Lee") == (Member(article.document.id, lee),)


def test_two_versions_of_one_source_are_both_meant() -> None:
    later = replace(ONE, document=document("Corrected.", "a/one.txt"))
    found = Referents([ONE, later]).members("a/one.txt#Ann Lee")
    assert set(found) == {Member(FIRST, "ann-lee"), Member(later.document.id, "ann-lee")}


@pytest.mark.parametrize("source", ["a.txt", "a#1.txt", "https://news.test/#1", "a.txt#"])
@pytest.mark.parametrize("name", ["Ann Lee", "C#", "#MeToo", "F# users", "#", "##"])
def test_sources_and_names_may_hold_number_signs(source: str, name: str) -> None:
    article = Article(f"{name} won.", source)
    meant = Member(article.document.id, article.entity(name))
    for reference in (f"{source}#{name}", meant.reference):
        assert Referents([article.graph()]).members(reference) == (meant,)


def test_a_reference_that_can_be_cut_in_two_ways_means_what_is_there() -> None:
    one, two = Article("C# won.", "a.txt"), Article("C won.", "a.txt#C")
    meant = Member(one.document.id, one.entity("C#C"))
    two.entity("C")
    found = Referents([one.graph(), two.graph()]).members("a.txt#C#C")
    assert set(found) == {meant, Member(two.document.id, "c")}
