"""The graph page as people get it: opened from a file, in Chromium, which may reach nothing else."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Literal

from playwright.sync_api import ConsoleMessage, Error, Page, Route

ColorScheme = Literal["light", "dark"]
Box = dict[str, float]
# vis-network adds the radius of a box's corners to its bounding box on all sides.
_BOXES = """() => network.body.nodeIndices.map((id) => {
    const { left, right, top, bottom } = network.getBoundingBox(id);
    const margin = network.body.nodes[id].options.shapeProperties.borderRadius;
    return { left: left + margin, right: right - margin, top: top + margin, bottom: bottom - margin };
})"""


@dataclass
class Opened:
    """A page, what it asked of the network, and what it complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def route(self, route: Route) -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            self.requests.append(route.request.url)
            route.abort()

    def console(self, message: ConsoleMessage) -> None:
        self.complaints.append(message.text)

    def error(self, error: Error) -> None:
        self.complaints.append(error.message)

    def names(self) -> list[str]:
        """The ids of the entities that are drawn."""
        found: list[str] = self.page.evaluate("network.body.nodeIndices")
        return found

    def lines(self) -> int:
        """How many lines are drawn."""
        found: int = self.page.evaluate("network.body.edgeIndices.length")
        return found

    def boxes(self) -> list[Box]:
        """Of all entities drawn, in the drawing's own units."""
        found: list[Box] = self.page.evaluate(_BOXES)
        return found

    def labels(self) -> list[Box]:
        """Of the labels of all lines."""
        found: list[Box] = self.page.evaluate("network.labels()")
        return found

    def click_entity(self, id: str) -> None:
        place: Any = self.page.evaluate("(id) => network.canvasToDOM(network.getPosition(id))", id)
        self.page.locator("#canvas_").click(position=place)

    def click_line(self, start: str, end: str) -> None:
        """The first of the lines between two."""
        place: Any = self.page.evaluate(
            """([start, end]) => {
                const ids = network.body.edgeIndices;
                const id = ids.find((one) => one.startsWith(`${start} ${end} `));
                return network.canvasToDOM(network.body.edges[id].edgeType.getPoint(0.5));
            }""",
            [start, end],
        )
        self.page.locator("#canvas_").click(position=place)

    def told(self) -> str:
        """What the page says of what is drawn."""
        return self.page.locator("#shown_").inner_text()


Open = Callable[..., Opened]


def covered(boxes: list[Box]) -> float:
    """The largest share of a box that another one covers."""
    shares = [_share(*pair) for pair in combinations(boxes, 2)]
    return max(shares, default=0)


def _share(one: Box, other: Box) -> float:
    wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
    high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    smaller = min((b["right"] - b["left"]) * (b["bottom"] - b["top"]) for b in (one, other))
    return max(wide, 0) * max(high, 0) / smaller
