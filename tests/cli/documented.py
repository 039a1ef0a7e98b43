"""Commands and their output as the documentation shows them: ```` ```console ```` blocks, `$ ` before each command.

`python -m tests.cli.documented FILE…` writes the output that the commands really have into the files.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from kg.pipeline import build
from kg.settings import Settings

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_KG = f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n'


def blocks(text: str) -> list[str]:
    """Those that show `kg`; the others are about tools."""
    return [block for block in _BLOCK.findall(text) if "$ kg " in block]


def replayed(block: str, built: Path) -> str:
    """The block with what its commands say now, on both streams, in a new folder with `seeds/` and `out/` as built."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _prepare(folder, built)
        commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
        return "".join(f"$ {command}\n{_said(command, folder)}" for command in commands)


def rewritten(text: str, built: Path) -> str:
    return _BLOCK.sub(lambda found: replayed(found[0], built) if "$ kg " in found[0] else found[0], text)


def _prepare(folder: Path, built: Path) -> None:
    (folder / "seeds").symlink_to(ROOT / "seeds")
    shutil.copytree(built, folder / "out")
    (folder / ".bin").mkdir()
    program = folder / ".bin" / "kg"
    program.write_text(_KG)
    program.chmod(0o755)


def _said(command: str, folder: Path) -> str:
    usual = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    environment = {**usual, "PYTHONPATH": str(ROOT), "PATH": f"{folder / '.bin'}:{os.environ['PATH']}"}
    shell = ["bash", "-c", command]
    done = subprocess.run(
        shell, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return done.stdout.decode().replace("\r\n", "\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "out"
        build([str(ROOT / "seeds")], out, Settings())
        for path in map(Path, sys.argv[1:]):
            path.write_text(rewritten(path.read_text(), out))
