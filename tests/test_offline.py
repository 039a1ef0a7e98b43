"""Nothing in kg but `kg fetch` uses a network, and `kg serve` only listens."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.read.pages import page
from tests.read.printed import column, printed

ROOT = Path(__file__).parents[1]
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "httpx", "urllib3", "aiohttp"}
HARMLESS = {"urllib.parse"}
TEXT = "The council said on Monday that Ann Lee would visit Oslo by the end of the week, weather permitting."
# Whatever asks for a connection, or for the address of a host, fails and says so.
FORBIDDEN = """
import socket, sys
def forbidden(*_, **__):
    sys.stderr.write("NETWORK\\n")
    raise AssertionError("network")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = forbidden
from kg.cli import main
sys.argv = ["kg", *sys.argv[1:]]
main()
"""


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)


def test_only_fetching_and_serving_import_what_a_network_needs() -> None:
    found = {
        path.relative_to(ROOT / "kg").parts[0]
        for path in (ROOT / "kg").rglob("*.py")
        for name in imported(path)
        if name.partition(".")[0] in NETWORK and name not in HARMLESS
    }
    assert found == {"fetch", "serve"}


def test_articles_are_read_without_a_network(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for name, data in (
        ("a.html", page().encode()),
        ("b.txt", TEXT.encode()),
        ("c.pdf", printed([column([TEXT])])),
        ("d.md", f"# News\n\n![](https://example.org/a.png) {TEXT}".encode()),
    ):
        (tmp_path / "news" / name).write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", FORBIDDEN, "build", "news", "--out", "out"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("Read 4 articles.")
    assert "NETWORK" not in done.stderr
