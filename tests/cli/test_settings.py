"""Settings: by flag, environment and kg.toml, in that order, and `kg settings`."""

import json
from pathlib import Path

import pytest

from kg.cli.configuration import SETTINGS
from tests.cli.conftest import Kg

VALUES = {
    "base": "https://a.test/",
    "model": "a",
    "threshold": 0.25,
    "max_characters": 7,
    "store": "a.store",
    "workers": 3,
}


def shown(kg: Kg, *args: object) -> dict[str, tuple[object, str]]:
    """By name of the setting, its value and where that comes from."""
    result = kg("settings", "--json", *args)
    assert result.code == 0, result.stderr
    return {row["name"]: (row["value"], row["from"]) for row in json.loads(result.out)}


def written(text: str) -> None:
    Path("kg.toml").write_text(text)


def test_all_settings_have_a_flag_a_variable_and_a_key(here: Path, kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    assert VALUES.keys() == {setting.name for setting in SETTINGS}
    assert set(shown(kg).values()).isdisjoint((value, "default") for value in VALUES.values())
    flags = [part for setting in SETTINGS for part in (setting.flag, VALUES[setting.name])]
    assert shown(kg, *flags) == {name: (value, "flag") for name, value in VALUES.items()}
    written("".join(f"{name} = {json.dumps(value)}\n" for name, value in VALUES.items()))
    assert shown(kg) == {name: (value, "kg.toml") for name, value in VALUES.items()}
    for name, value in VALUES.items():
        monkeypatch.setenv(f"KG_{name.upper()}", str(value))
    assert shown(kg) == {name: (value, f"KG_{name.upper()}") for name, value in VALUES.items()}


def test_a_flag_comes_before_the_environment_and_that_before_the_file(
    here: Path, kg: Kg, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shown(kg)["threshold"] == (0.5, "default")
    written("threshold = 0.6")
    assert shown(kg)["threshold"] == (0.6, "kg.toml")
    monkeypatch.setenv("KG_THRESHOLD", "0.7")
    assert shown(kg)["threshold"] == (0.7, "KG_THRESHOLD")
    assert shown(kg, "--threshold", 0.8)["threshold"] == (0.8, "flag")
    monkeypatch.setenv("KG_THRESHOLD", "")
    assert shown(kg)["threshold"] == (0.6, "kg.toml")


def test_they_are_shown_as_a_table_with_what_they_mean(here: Path, kg: Kg) -> None:
    written("threshold = 1")
    lines = kg("settings").out.splitlines()
    assert [line.split()[0] for line in lines] == [setting.name for setting in SETTINGS]
    assert lines[3].split(maxsplit=3) == ["threshold", "1.0", "kg.toml", SETTINGS[3].meaning]


def test_loading_heeds_all_of_them(article: Path, kg: Kg) -> None:
    written('store = "mine"\nbase = "https://a.test/"\nthreshold = 1')
    assert kg("load", "article.txt").code == 0
    tables = kg("query", "SELECT DISTINCT ?s { ?c a kg:Claim ; kg:status ?s }").out
    assert "kg:Tentative" in tables
    assert "kg:Reported" not in tables
    assert b"@base <https://a.test/> ." in kg("export", "--store", "mine").stdout
    written('store = "other"\nmax_characters = 10')
    result = kg("load", "article.txt")
    assert (result.code, "10 characters" in result.stderr) == (4, True)
    assert kg("load", "article.txt", "--max-characters", 1000).code == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("treshold = 0.6", "kg.toml: there is no setting 'treshold': did you mean threshold?"),
        ("[tool]\nkg = 1", "kg.toml: there is no setting 'tool'; there are store, base, model, threshold"),
        ('threshold = "0.6"', "kg.toml: threshold: '0.6' cannot be used: input should be a valid number"),
        ("threshold = true", "kg.toml: threshold: True cannot be used: input should be a valid number"),
        ("threshold = nan", "kg.toml: threshold: nan cannot be used: input should be less than or equal to 1"),
        ("threshold = -0.1", "kg.toml: threshold: -0.1 cannot be used: input should be greater than or equal to 0"),
        ("max_characters = 4.5", "kg.toml: max_characters: 4.5 cannot be used: input should be a valid integer"),
        ("max_characters = 0", "kg.toml: max_characters: 0 cannot be used: input should be greater"),
        ('base = "news"', "kg.toml: base: 'news' cannot be used: it is no IRI that ends in a slash"),
        ("store = 5", "kg.toml: store: 5 cannot be used: it is no text"),
        ('store = ""', "kg.toml: store: '' cannot be used: it names no folder"),
        ('store = "a\\u0000"', "kg.toml: store: 'a\\x00' cannot be used: it names no folder"),
        (
            "model = 2018-11-22",
            "kg.toml: model: datetime.date(2018, 11, 22) cannot be used: input should be a valid st",
        ),
        ("threshold = ", "kg.toml is no TOML (Invalid value (at end of document)): correct it"),
        (f"model = {'[' * 5000}", "kg.toml is no TOML (maximum recursion depth exceeded"),
    ],
)
def test_what_is_wrong_in_the_file_is_one_line(text: str, told: str, here: Path, kg: Kg) -> None:
    written(text)
    result = kg("settings")
    assert (result.code, result.stdout, result.stderr.count("\n")) == (2, b"", 1)
    assert result.stderr.startswith(f"kg: {told}")


def test_a_file_that_cannot_be_read_is_one_line(here: Path, kg: Kg) -> None:
    Path("kg.toml").write_bytes(b"model = '\xff'")
    assert kg("query", "--list").stderr == "kg: kg.toml is not UTF-8: save it as that\n"
    Path("kg.toml").unlink()
    Path("kg.toml").mkdir()
    assert kg("query", "--list").stderr == "kg: kg.toml cannot be read (Is a directory): correct or remove it\n"
    assert kg("--help").code == 0


def test_a_file_with_a_byte_order_mark_is_read(here: Path, kg: Kg) -> None:
    Path("kg.toml").write_bytes(b"\xef\xbb\xbfthreshold = 0.6\r\n")
    assert shown(kg)["threshold"] == (0.6, "kg.toml")


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("threshold", "2", "'2' cannot be used: input should be less than or equal to 1"),
        ("threshold", "high", "'high' cannot be used: input should be a valid number"),
        ("max_characters", "1.5", "'1.5' cannot be used: input should be a valid integer"),
        *[
            ("base", base, f"{base!r} cannot be used: it is no IRI that ends in a slash")
            for base in ("news", "https://news.test", "https://news.test/#", "https://a b/", "https://<x>/")
        ],
    ],
)
def test_flags_and_variables_are_checked_alike(
    name: str, value: str, fault: str, here: Path, kg: Kg, monkeypatch: pytest.MonkeyPatch
) -> None:
    (setting,) = (setting for setting in SETTINGS if setting.name == name)
    result = kg("load", "article.txt", setting.flag, value)
    assert (result.code, result.stderr.startswith(f"kg: {setting.flag}: {fault}")) == (2, True)
    monkeypatch.setenv(setting.variable, value)
    result = kg("query", "--list")
    assert (result.code, result.stdout, result.stderr.count("\n")) == (2, b"", 1)
    assert result.stderr.startswith(f"kg: {setting.variable}: {fault}")


def test_an_empty_flag_is_checked_too(here: Path, kg: Kg) -> None:
    for flag in ("--base", "--threshold", "--max-characters", "--store"):
        assert kg("settings", flag, "").code == 2
    assert shown(kg, "--model", "")["model"] == ("", "flag")


def test_a_variable_that_is_misspelt_is_told(here: Path, kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_TRESHOLD", "0.6")
    monkeypatch.setenv("KG_OF_ANOTHER_PROGRAM", "1")
    assert kg("settings").stderr == "kg: no setting reads KG_TRESHOLD: did you mean KG_THRESHOLD?\n"
