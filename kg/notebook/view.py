"""The HTML view of a graph, as a notebook shows it."""

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

# The page is a document of its own: without `allow-same-origin` it can reach nothing of the notebook.
_FRAME = Markup('<iframe sandbox="allow-scripts" title="{}" width="100%" height="{}" srcdoc="{}"></iframe>')


@dataclass(frozen=True, slots=True)
class View:
    """One HTML page that asks nothing of any network. `height`: of the frame in a notebook, in pixels.

    `left_out`: sentences about what is not on it, though it is in the store.
    """

    html: str
    title: str
    left_out: tuple[str, ...] = ()
    height: int = 700

    def save(self, path: str | Path) -> Path:
        """Writes the page. Raises `KgError`."""
        from kg.export import write

        write(Path(path), self.html.encode())
        return Path(path)

    def __repr__(self) -> str:
        return f"<View of {len(self.html):,} characters of HTML: save(…) it, or show it in a notebook>"

    def _repr_html_(self) -> str:
        return str(_FRAME.format(self.title, self.height, self.html))
