"""What docs/serve.md shows is what the server says."""

import re
import subprocess
from pathlib import Path

from tests.serve.conftest import ROOT, served

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_examples(built: Path, tmp_path: Path) -> None:
    blocks = BLOCK.findall((ROOT / "docs" / "serve.md").read_text())
    assert blocks
    with served(built / "store", tmp_path / "log") as server:
        for block in blocks:
            command, _, shown = block.removeprefix("$ ").partition("\n")
            asked = command.replace("http://127.0.0.1:8000", server.address)
            done = subprocess.run(["bash", "-c", asked], capture_output=True, check=True)
            assert done.stdout.decode().replace("\r\n", "\n") == shown
