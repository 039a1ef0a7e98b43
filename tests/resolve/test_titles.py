import pytest

from kg.resolve.titles import normal_title


@pytest.mark.parametrize(
    ("title", "body", "normal"),
    [
        ("President", "", "president"),
        ("vice-presidents", "", "vice president"),
        ("one of the vice presidents of Unity", "Unity", "vice president"),
        ("Unity's interim president", "Unity", "president"),
        ("acting Chief", "", "chief"),
        ("ex-minister", "", "minister"),
        ("president-elect", "", "president"),
        ("secretaries of state", "", "secretary of state"),
        ("Minister of Defence", "", "minister of defense"),
        ("chairmen", "", "chairman"),
        ("boss", "", "boss"),
        ("coaches", "", "coach"),
        ("mayor of the City of Oslo", "City of Oslo", "mayor"),
        ("chief of the Oslo bureau", "Unity", "chief of the oslo bureau"),
        ("former", "", ""),
    ],
)
def test_normal_title(title: str, body: str, normal: str) -> None:
    assert normal_title(title, [body]) == normal
