"""How a sitting ends: with one sentence and the code that belongs to it, whatever ends it."""

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from partnerwiz.cli.options import screen_language
from partnerwiz.words import say

if TYPE_CHECKING:
    from partnerwiz.terminal.page import Page


class _TerminatedError(BaseException):
    """A signal asked the program to end."""


class Ending:
    """The last sentence of a sitting, however it ends, and the code it ends with."""

    def __init__(self, page: "Page", key: str, **values: Any) -> None:
        self.page = page
        self.signal: int | None = None
        self.last(key, **values)

    def last(self, key: str, **values: Any) -> None:
        self._key, self._values = key, values

    def say(self) -> None:
        self.page.text(say(self._key, screen_language(), **self._values))


@contextlib.contextmanager
def ending_with(page: "Page", key: str, **values: Any) -> Iterator[Ending]:
    """Ctrl-C, Ctrl-D, SIGTERM, SIGHUP and a terminal that is gone: told, and left with the code
    that belongs to each. The signals go through the prompt, which gives the terminal back as it
    found it.
    """
    ending = Ending(page, key, **values)

    def end(number: int, _frame: Any) -> None:
        ending.signal = number
        # a loop that is cut off while it closes says so as it is thrown away: to nobody
        sys.unraisablehook = lambda _told: None
        # not an import: the signal may come in the middle of that very import
        current = sys.modules.get("prompt_toolkit.application.current")
        running = getattr(current, "get_app_or_none", None)
        application = running() if running else None
        if application is None or application.loop is None:
            raise _TerminatedError
        # a prompt that has its answer already leaves by itself: the next one will not begin
        page.ended = ended = _TerminatedError()

        def leave() -> None:
            if application.future and not application.future.done():
                application.exit(exception=ended)

        application.loop.call_soon_threadsafe(leave)

    before = {
        number: signal.signal(number, end)
        for name in ("SIGINT", "SIGTERM", "SIGHUP")
        if (number := getattr(signal, name, None)) is not None
    }
    try:
        yield ending
    except (KeyboardInterrupt, EOFError, OSError, _TerminatedError) as error:
        if isinstance(error, OSError) and ending.signal is None:
            raise
        _say_last(ending)
        raise typer.Exit(128 + (ending.signal or signal.SIGINT)) from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _say_last(ending: Ending) -> None:
    try:
        ending.page.line()
        ending.say()
        ending.page.flush()
    except OSError:  # the terminal is gone: nothing more can be said, not even at exit
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            os.dup2(nowhere, stream.fileno())
