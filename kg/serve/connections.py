"""Connections whose other end must do its part in time: uvicorn waits for ever for the head of a request."""

import asyncio
from typing import Any

from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol


class Patient(H11Protocol):
    """Ends a connection that brings no whole head of a request, or takes nothing of an answer, for too long."""

    seconds: float
    _timer: asyncio.TimerHandle | None = None
    _stuck: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        super().connection_made(transport)
        self._await_request()

    def on_response_complete(self) -> None:
        self._await_request()
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        for timer in filter(None, (self._timer, self._stuck)):
            timer.cancel()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        self._stuck = self.loop.call_later(self.seconds, self.transport.abort)
        super().pause_writing()

    def resume_writing(self) -> None:
        if self._stuck:
            self._stuck.cancel()
        super().resume_writing()

    def _await_request(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = self.loop.call_later(self.seconds, self._give_up)

    def _give_up(self) -> None:
        if self.cycle is None or self.cycle.response_complete:
            self.transport.abort()


def patient(seconds: float) -> type[Patient]:
    """The protocol for uvicorn, with so much patience."""

    class _Patient(Patient):
        def __init__(self, config: Config, *given: Any, **named: Any) -> None:
            self.seconds = seconds
            super().__init__(config, *given, **named)

    return _Patient
