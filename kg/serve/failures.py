"""Why a request gets no answer: a status of HTTP, and one line that says what to do."""

from collections.abc import Mapping

from starlette.exceptions import HTTPException

RETRY = {"Retry-After": "2"}


class Refused(HTTPException):
    """What is wrong with a request, or with the server; `detail` ends up in the body as it is."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, detail, dict(headers or {}))


def busy() -> Refused:
    """There is more to do than there is time for."""
    return Refused(503, "the server is busy: try again in some seconds", RETRY)


def too_slow() -> Refused:
    """A slow query that finds the places of slow ones taken."""
    return Refused(503, "too many slow queries are running: try again in some seconds, or ask for less", RETRY)


def late(seconds: float) -> Refused:
    """No Retry-After: it would take as long again."""
    return Refused(503, f"the query took longer than {seconds:g} seconds, and was ended: ask for less")


def ended(memory: int) -> Refused:
    """The process that worked on it is gone."""
    return Refused(
        500, f"the query was ended: it took more memory than {memory >> 20} MB, or is nested too deeply; ask for less"
    )
