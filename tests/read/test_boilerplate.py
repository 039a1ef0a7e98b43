import pytest

from kg.read.blocks import blocks_of
from kg.read.boilerplate import flag

WHOLE = [
    ("Share Now", "call to share or follow"),
    ("Share this article on Facebook", "call to share or follow"),
    ("Follow us on Twitter @harbournews for more", "call to share or follow"),
    ("Join our Telegram channel and get the news first!", "call to share or follow"),
    ("Subscribe to our newsletter", "call to subscribe"),
    ("Sign up for our daily briefing and never miss a story.", "call to subscribe"),
    ("For more news and updates, log on to our website harbour.example", "call to subscribe"),
    ("Click here to read the report in full", "call to subscribe"),
    ("Already a subscriber? Log in", "call to subscribe"),
    ("RELATED: Port workers return to work", "link to other articles"),
    ("## **RELATED:** Port workers return to work", "link to other articles"),
    ("Read more: Port workers return to work", "link to other articles"),
    ("Also read | Port workers return to work", "link to other articles"),
    ("Continue reading the main story", "link to other articles"),
    ("Advertisement", "advertisement"),
    ("This article was originally published by Harbour Weekly and is reprinted with permission.", "reprint notice"),
    ("(The above story first appeared on Harbour Daily on May 3, 2019.)", "reprint notice"),
    ("This story originally\xa0 appeared in Harbour Weekly.", "reprint notice"),
    ("Copyright 2019 Harbour Weekly. All rights reserved.", "copyright notice"),
    ("© Harbour Weekly", "copyright notice"),
    ("(Reporting by Ann Lee in Oslo; Editing by Bo Berg)", "credits"),
    ("Photo: Ann Lee", "credits"),
    ("Photo by Ann Lee", "credits"),
    ("Image copyright Harbour Weekly", "credits"),
    ("Getty Images", "credits"),
]
STRETCHES = [
    ("The mayor opened the bridge on Monday. (Photo: City)", ["(Photo: City)"]),
    ("Mayor Ann Lee (City Hall/Released)", ["(City Hall/Released)"]),
    ("The mayor at the bridge on Monday. (AP Photo/Ann Lee)", ["(AP Photo/Ann Lee)"]),
    ("Braving the wind on the bridge. Image: Ann Lee.", ["Image: Ann Lee."]),
    ("The <u>**mayor**</u> spoke.", ["<u>**", "**</u>"]),
    (
        "Bridge opens. Read our statement here: www.harbour.example/b",
        ["Read our statement here: www.harbour.example/b"],
    ),
]
NEWS = [
    "Share prices rose in Oslo on Monday as the port reopened.",
    "Follow-up talks will be held in Oslo, the union said.",
    "Subscribe or lose access, the paper told its readers on Monday.",
    "Watch makers see exports rise",
    "WATCH MAKERS SEE EXPORTS RISE",
    "RELATED STOCKS FALL IN HEAVY TRADING",
    "Get Santa a map, children in the harbour town asked the mayor.",
    "Writing by hand has been shown to improve memory, a study said on Monday.",
    "Reporting by the harbour's own auditors has been criticised as too slow.",
    "Image by image, the film shows how the harbour has changed.",
    "Getty Images sues a maker of software over the use of its pictures",
    "Show more restraint, the mayor told both sides.",
    "The report was first published by the ministry in March.",
    "Copyright law will change, the minister said.",
    "Photos of the bridge were shared widely on Twitter.",
    "“Share now or never,” said the chairman, “and follow us on the road.”",
    "Example Corp <XMPL> said it had bought the port.",
    "The union (AP) and the company (EPA) disagreed.",
    "You can see our children here play in the street, one resident said.",
    "Yes, he said.",
]


def found(text: str) -> list[tuple[str, str]]:
    return [(remark.span.of(text), remark.reason) for remark in flag(text, blocks_of(text))]


@pytest.mark.parametrize(("line", "reason"), WHOLE)
def test_a_block_that_is_furniture_is_flagged_as_a_whole(line: str, reason: str) -> None:
    assert found(f"The bridge is open.\n\n  {line}\n") == [(line, reason)]


@pytest.mark.parametrize(("line", "stretches"), STRETCHES)
def test_in_news_only_the_furniture_is_flagged(line: str, stretches: list[str]) -> None:
    assert [stretch for stretch, _ in found(line)] == stretches


@pytest.mark.parametrize("line", NEWS)
def test_news_is_never_flagged(line: str) -> None:
    assert found(line) == []


def test_the_second_of_two_like_paragraphs_is_flagged() -> None:
    paragraph = "The bridge was opened on Monday by the mayor of the town."
    text = f"{paragraph}\n\nYes, he said.\nYes, he said.\n\n{paragraph.replace(' was ', '  was ')}"
    assert found(text) == [(paragraph.replace(" was ", "  was "), "repeated paragraph")]
