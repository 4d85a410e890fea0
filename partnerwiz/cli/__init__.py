"""The commands: read, do one thing, write. What a command does not need, it does not load."""

import contextlib
import gc
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, NoReturn

import typer

from partnerwiz import __version__
from partnerwiz.cli.options import Ui, checked_ui, screen_language
from partnerwiz.cli.usage import Command, Group, usage_error
from partnerwiz.errors import PartnerwizError, reason

COMMANDS: dict[str, str] = {
    "new": "asking:new",
    "resume": "asking:resume",
    "export": "files:export",
    "status": "checking:status",
    "answer": "files:answer",
    "organisation": "organisation:organisation",
    "kit": "kit:kit",
    "merge": "merge:merge",
    "merge-driver": "driver:merge_driver",
    "release": "release:release",
    "forget": "forget:forget",
    "restore": "files:restore",
    "list": "listing:listing",
    "example": "example:example",
    "steps": "checking:steps",
}
"""Where each command is, module and function: only those that are named get loaded."""


def _program(words: list[str]) -> Any:
    """The command line: all of it, or only the command it begins with, which starts sooner."""
    app = typer.Typer(
        cls=Group,
        rich_markup_mode=None,  # rich help costs half as much again at every start
        add_completion=False,
        pretty_exceptions_enable=False,
        help="about",
    )
    app.callback()(_common)
    for name in words[:1] if words[0] in COMMANDS else words:
        if name in COMMANDS:
            app.command(name, cls=Command, help=f"about-{name}")(_command(name))
    program: Any = typer.main.get_command(app)
    program.names = tuple(COMMANDS)
    return program


def _command(name: str) -> Callable[..., None]:
    module, _, function = COMMANDS[name].partition(":")
    found: Callable[..., None] = getattr(import_module(f"partnerwiz.cli.{module}"), function)
    return found


def _show_version(wanted: bool) -> None:
    if wanted:
        print(__version__)
        raise typer.Exit


def _common(
    *,
    version: bool = typer.Option(
        False, "--version", help="option-version", is_eager=True, callback=_show_version
    ),
    ui: Ui = None,
) -> None:
    del version
    checked_ui(ui)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command line and leave with its code: 0 done, 1 something to mend, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    arguments = (sys.argv[1:] if arguments is None else arguments) or ["--help"]
    gc.set_threshold(100_000, 50, 50)  # reading builds much and leaves nothing: collect seldom
    sys.exit(_run(arguments))


def _run(arguments: list[str]) -> int:
    program = _program(arguments)
    try:
        code = program.main(arguments, prog_name="partnerwiz", standalone_mode=False)
        sys.stdout.flush()  # here, where a reader that has gone is no mistake
    except PartnerwizError as error:
        return _say(error.say(screen_language()), getattr(error, "exit_code", 1))
    except KeyboardInterrupt:
        return 130
    except (BrokenPipeError, SystemExit):  # `partnerwiz steps | head`; the library leaves so too
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:  # a name no disk can have, a folder that cannot be looked into
        told = PartnerwizError("cannot-read", file=error.filename or "?", reason=reason(error))
        return _say(told.say(screen_language()), 1)
    except Exception as error:
        sentence = usage_error(error, screen_language())
        if sentence is None:
            raise
        return _say(sentence, 2)
    return code if isinstance(code, int) else 0


def _say(sentence: str, code: int) -> int:
    if sys.stderr.isatty():
        import shutil
        import textwrap

        width = max(20, shutil.get_terminal_size().columns - 1)
        wrapped = (
            textwrap.fill(line, width, break_on_hyphens=False, break_long_words=False)
            for line in sentence.split("\n")
        )
        sentence = "\n".join(wrapped)
    print(sentence, file=sys.stderr)
    return code
