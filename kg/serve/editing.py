"""The page with the query editor, and what it asks the server for."""

from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

_HERE: Final = Path(__file__).parent / "editor"
_BUILT: Final = Path(__file__).parent / "assets"
_ASSETS: Final[Mapping[str, Path]] = {
    "yasgui.js": _BUILT / "yasgui.min.js",
    "yasgui.css": _BUILT / "yasgui.min.css",
    "editor.js": _HERE / "editor.js",
    "editor.css": _HERE / "editor.css",
    "vis-network.js": Path(str(files("pyvis"))) / "lib" / "vis-9.1.2" / "vis-network.min.js",
}
# Yasgui puts styles on its elements; nothing but our own files is run, and nobody else is asked.
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_FRESH: Final = {"Cache-Control": "no-cache"}
_EXAMPLE: Final = """SELECT ?who ?whom WHERE {
  ?a kg:defeated ?b .
  ?a rdfs:label ?who .
  ?b rdfs:label ?whom .
}
"""

Groups = Iterable[tuple[str, Iterable[Mapping[str, str]]]]
"""Named questions by group, each with `name`, `title` and `description`."""


def routes(
    vocabulary: Callable[[], Mapping[str, Any]],
    groups: Groups,
    formats: Iterable[str],
) -> list[BaseRoute]:
    """`vocabulary`: prefixes, terms and questions; `formats`: short names of those that answers are written in."""
    listed, known = [(group, list(questions)) for group, questions in groups], list(formats)

    def start(_: Request) -> Response:
        page = _environment().get_template("editor.html")
        html = page.render(groups=listed, formats=known, example=_EXAMPLE, whole=_ASSETS["yasgui.js"].is_file())
        return HTMLResponse(html, headers={"Content-Security-Policy": _POLICY})

    def terms(_: Request) -> Response:
        return JSONResponse(vocabulary())

    return [
        Route("/", start, methods=["GET"]),
        Route("/vocabulary", terms, methods=["GET"]),
        *(Route(f"/assets/{name}", _asset(path), methods=["GET"]) for name, path in _ASSETS.items()),
    ]


def _asset(path: Path) -> Callable[[Request], Response]:
    def asset(_: Request) -> Response:
        if not path.is_file():
            return Response("not built: run `make assets`\n", 404, media_type="text/plain")
        return FileResponse(path, headers=_FRESH)

    return asset


def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
