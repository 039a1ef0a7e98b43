"""What the query editor asks the server for."""

import json

from tests.serve.conftest import Server


def test_it_knows_the_words_of_the_graph(server: Server) -> None:
    answer = server.ask("GET", "/vocabulary")
    assert (answer.status, answer.media_type) == (200, "application/json")
    found = json.loads(answer.body)
    kg = found["prefixes"]["kg"]
    assert {"iri": f"{kg}defeated", "label": "defeated"} in found["relations"]
    assert f"{kg}Person" in {term["iri"] for term in found["classes"]}
    assert f"{kg}assertedBy" in {term["iri"] for term in found["relations"]}
    assert all(question["text"] and not question["text"].startswith("#") for question in found["questions"])


def test_the_page_runs_nothing_but_files_of_this_server(server: Server) -> None:
    answer = server.ask("GET", "/")
    assert "script-src 'self';" in answer.headers["content-security-policy"]
    assert "<script>" not in answer.text
    for name in ("site.css", "editor.js", "editor.css", "vis-network.js"):
        assert server.ask("GET", f"/assets/{name}").status == 200
    assert server.ask("GET", "/assets/../editing.py").status == 404
