"""Players by the lines that list them: "Unity Tavil - Bo Berg (32nd), Carl Moe (84th)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.words import Doc, Token
from kg.model import Literal, Qualifier, Span

_FAIR = 0.8
_PLAYER = r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’-]+){1,2}"
_MARK = r"\((?:\d{1,3}(?:st|nd|rd|th)\b|capt(?:ain)?\b)"
_LINE = re.compile(
    rf"^(?P<team>[A-ZÀ-Þ][\w.'’]*(?: [A-ZÀ-Þ][\w.'’]*){{0,3}}) [-–—] (?P<players>{_PLAYER} {_MARK}.*)", re.MULTILINE
)
_LISTED = re.compile(rf"(?:(?<=^)|(?<=, ))(?P<name>{_PLAYER})(?= \(|,|$)")


@dataclass(frozen=True, slots=True)
class Lineup:
    """Where a team and its players stand in the text."""

    team: Span
    players: tuple[Span, ...]


def lineups(text: str) -> Iterator[Lineup]:
    """All such lines, in the order of the text."""
    for line in _LINE.finditer(text):
        begin = line.start("players")
        found = (name.span("name") for name in _LISTED.finditer(line["players"]))
        yield Lineup(Span(*line.span("team")), tuple(Span(begin + one, begin + end) for one, end in found))


class Lineups:
    """Reads facts off such lines."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents

    def facts(self) -> Iterator[Fact]:
        """A player belongs to the team; of a country's, he is one of its players."""
        for lineup in lineups(self._doc.text):
            team = self._last_word(lineup.team)
            for player in (self._last_word(span) for span in lineup.players):
                if team is not None and player is not None:
                    yield self._fact(player, team)

    def _fact(self, player: Token, team: Token) -> Fact:
        reference = self._referents.named(team)
        country = reference is not None and self._referents.entity(reference.entity).kind == "Country"
        relation, details = ("hasRoleAt", (Qualifier("title", Literal("player")),)) if country else ("memberOf", ())
        trigger = Span(player.idx, player.idx + len(player))
        return Fact(relation, player, trigger, player, team, _FAIR, details, presupposed=True, dated=False)

    def _last_word(self, span: Span) -> Token | None:
        found = self._doc.char_span(span.end - 1, span.end, alignment_mode="expand")
        return found[0] if found is not None and self._referents.is_name(found[0]) else None
