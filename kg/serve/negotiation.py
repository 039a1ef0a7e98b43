"""Which of several media types a client likes best: the header Accept of RFC 9110."""

from collections.abc import Iterator, Sequence


def preferred(accept: str, offered: Sequence[str]) -> str | None:
    """One of those offered, or none; the first one where the client does not care.

    >>> preferred("text/*;q=0.5, application/json", ["text/csv", "application/json"])
    'application/json'
    >>> preferred("image/png", ["text/csv"])
    """
    ranges = list(_ranges(accept)) if accept.strip() else [("*/*", 1.0)]
    best = max(offered, key=lambda media_type: _quality(media_type, ranges), default=None)
    return best if best and _quality(best, ranges) else None


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        media_type, *parameters = (word.strip().lower() for word in part.split(";"))
        yield media_type, _weight(parameters)


def _weight(parameters: Sequence[str]) -> float:
    given = next((one[2:] for one in parameters if one.startswith("q=")), "1")
    try:
        return min(max(float(given), 0.0), 1.0)
    except ValueError:
        return 0.0


def _quality(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """That of the closest range."""
    for range in (media_type, f"{media_type.partition('/')[0]}/*", "*/*"):
        if found := [weight for one, weight in ranges if one == range]:
            return max(found)
    return 0.0
