"""What the documentation says of the command line is so."""

import re
from pathlib import Path

import pytest

from kg import errors
from kg.cli.app import app
from kg.cli.console import BROKEN_PIPE
from kg.cli.diff import DIFFERENT
from tests.cli.documented import ROOT, blocks, replayed

PAGES = (
    "README.md",
    "docs/install.md",
    "docs/commands.md",
    "docs/formats.md",
    "docs/judgements.md",
    "docs/extractions.md",
)
BLOCKS = [(page, block) for page in PAGES for block in blocks((ROOT / page).read_text())]
ROW = re.compile(r"^\| (\d+) \| (.+?) \|(.*)\|$", re.MULTILINE)


@pytest.mark.parametrize(
    ("page", "block"), BLOCKS, ids=[f"{page}: {block.partition(chr(10))[0]}" for page, block in BLOCKS]
)
def test_commands_say_what_is_shown(page: str, block: str, built: Path) -> None:
    assert replayed(block, built) == block, "`make docs` writes what they say now"


def test_every_command_is_shown() -> None:
    shown = set(re.findall(r"^\$ kg ([a-z]+)", (ROOT / "docs" / "commands.md").read_text(), re.MULTILINE))
    commands = {c.name or c.callback.__name__ for c in app.registered_commands if c.callback}
    assert shown == commands | {group.name for group in app.registered_groups}


def test_every_exit_code_is_listed_with_its_errors() -> None:
    classes = [cls for cls in vars(errors).values() if isinstance(cls, type) and issubclass(cls, errors.KgError)]
    listed = {int(code): set(re.findall(r"`(\w+)`", named)) for code, _, named in ROW.findall(exit_codes())}
    assert listed.keys() == {0, 2, DIFFERENT, 130, BROKEN_PIPE, *(cls.exit_code for cls in classes)}
    assert {(code, name) for code, names in listed.items() for name in names} == {
        (cls.exit_code, cls.__name__) for cls in classes
    }


def exit_codes() -> str:
    return (ROOT / "docs" / "exit-codes.md").read_text()
