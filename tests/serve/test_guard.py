"""Who is let in."""

import base64
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.serve.conftest import ROOT, Server

Serving = Callable[..., Server]
PATH = "/sparql?query=ASK%7B%7D"


def basic(password: str) -> str:
    return "Basic " + base64.b64encode(f"me:{password}".encode()).decode()


@pytest.fixture
def guarded(serving: Serving) -> Server:
    return serving("--cors", "https://ours.example", token="a secret")  # noqa: S106


def test_without_the_token_nobody_is_let_in(guarded: Server) -> None:
    for given, status in (
        ("", 401),
        ("Bearer another", 401),
        ("Bearer a secret", 200),
        (basic("another"), 401),
        (basic("a secret"), 200),
        ("Basic %%%", 401),
        ("Digest a secret", 401),
    ):
        answer = guarded.ask("GET", PATH, None, {"Authorization": given} if given else {})
        assert (given, answer.status) == (given, status)
        assert ("www-authenticate" in answer.headers) == (status == 401)
    assert guarded.ask("GET", "/health").status == 200


def test_a_page_of_the_origin_that_was_named_may_ask(guarded: Server) -> None:
    asks = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "Content-Type"}
    for origin, allowed in (("https://ours.example", "https://ours.example"), ("https://other.example", None)):
        answer = guarded.ask("OPTIONS", "/sparql", None, {"Origin": origin, **asks})
        assert answer.headers.get("access-control-allow-origin") == allowed


def test_elsewhere_than_on_loopback_it_needs_a_token(election_store: Path) -> None:
    command = [sys.executable, "-m", "kg", "serve", "--store", str(election_store), "--port", "0", "--host", "0.0.0.0"]  # noqa: S104
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr == ("kg: 0.0.0.0 can be reached from elsewhere: give --token, which whoever asks must know\n")
