import pytest

from kg.pages.nearest import nearest

NAMES = (
    *("Ann Lee", "Angela Merkel", "Arsen Avakov", "Bank of Norway", "Chad", "China", "Donald Trump", "Dubai"),
    *("Emmanuel Macron", "France", "Interior Ministry", "Interpol", "Kim Jong-un", "Kremlin", "Mike Pompeo", "Moscow"),
    *("Norway", "Oslo", "Radio Free Europe/Radio Liberty", "Russia", "South Korea", "TASS", "US", "Ukraine"),
    *("United Nations", "United States", "Vladimir Putin", "World Health Organization", "Xi Jinping", "Zoë Müller"),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Anne Lee", "Ann Lee"),
        ("angela merkle", "Angela Merkel"),
        ("Arsene Avakov", "Arsen Avakov"),
        ("Chna", "China"),
        ("Emanuel Macron", "Emmanuel Macron"),
        ("Interior Minstry", "Interior Ministry"),
        ("Interpole", "Interpol"),
        ("Intrepol", "Interpol"),
        ("Kim Jongun", "Kim Jong-un"),
        ("Kim Yong Un", "Kim Jong-un"),
        ("Kremlen", "Kremlin"),
        ("Moskow", "Moscow"),
        ("Osslo", "Oslo"),
        ("Pompeo", "Mike Pompeo"),
        ("President Vladimir Putin", "Vladimir Putin"),
        ("Putin, Vladimir", "Vladimir Putin"),
        ("Radio Free Europe", "Radio Free Europe/Radio Liberty"),
        ("Rusia", "Russia"),
        ("TAS", "TASS"),
        ("Ukrane", "Ukraine"),
        ("Unitd States", "United States"),
        ("World Health Organisation", "World Health Organization"),
        ("Xi Jingping", "Xi Jinping"),
        ("Zoe Mueller", "Zoë Müller"),
    ],
)
def test_a_misspelt_name_is_found(typed: str, meant: str) -> None:
    assert nearest(typed, NAMES)[0] == meant


@pytest.mark.parametrize(
    "typed",
    [
        *("Xyz", "x", "", "…", "asdf", "Apple", "Bank of Japan", "Bundestag", "Elon Musk", "FBI", "Green Party"),
        *("John Smith", "Kimberly Clark", "Microsoft", "Paris", "Supreme Court", "Tim Cook", "Tokyo"),
        *("United Airlines", "Volkswagen", "st:5f1c", "nothing"),
    ],
)
def test_what_nobody_is_called_has_no_nearest(typed: str) -> None:
    assert nearest(typed, NAMES) == ()


def test_no_order_shows() -> None:
    assert nearest("An Lee", ["Ann Lee", "Ane Lee", "Anna Lee", "Ann Lea"]) == nearest(
        "An Lee", ["Ann Lea", "Anna Lee", "Ane Lee", "Ann Lee", "Ann Lee"]
    )
