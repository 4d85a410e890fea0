"""Options that every command has, and what they lead to: a language, a method, a file, a seat."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from partnerwiz import HOME
from partnerwiz.errors import PartnerwizError
from partnerwiz.words import LANGUAGES, language_of_environment, say

Ui = Annotated[str | None, typer.Option("--ui", metavar="language", help="option-ui")]
Plain = Annotated[bool, typer.Option("--plain", help="option-plain")]
Steps = Annotated[Path | None, typer.Option("--steps", metavar="folder", help="option-steps")]
Templates = Annotated[
    Path | None, typer.Option("--templates", metavar="folder", help="option-templates")
]
File = Annotated[Path | None, typer.Argument(metavar="file", help="argument-file")]
Seat = Annotated[str | None, typer.Option("--as", metavar="seat", help="option-as")]
Received = Annotated[str | None, typer.Option("--received", metavar="how", help="option-received")]
Function = Annotated[str, typer.Option("--function", metavar="text", help="option-function")]

_language: list[str] = []


class WrongUseError(PartnerwizError):
    """The command line asks for what cannot be."""

    exit_code = 2


def screen_language(arguments: Sequence[str] | None = None, project: str | None = None) -> str:
    """`--ui`, else the environment, else the project's, else French.

    Found before the library has read anything, since help and usage errors are said in it too.
    """
    words = list(arguments if arguments is not None else sys.argv)
    for place, word in enumerate(words):
        name, _, value = word.partition("=")
        if name == "--ui":
            chosen = value or (words[place + 1] if place + 1 < len(words) else "")
            if chosen in LANGUAGES:
                return chosen
    if found := language_of_environment():
        return found
    if project:
        _language[:] = [project]  # for errors said after the project has been read
    return _language[0] if _language else LANGUAGES[0]


def checked_ui(ui: str | None) -> None:
    """`--ui` names one of our languages."""
    if ui not in (None, *LANGUAGES):
        raise WrongUseError("bad-ui", value=ui, allowed=", ".join(LANGUAGES))


def method_in(folder: Path | None) -> Any:
    """The method of `--steps`, or ours."""
    if folder is None:
        from partnerwiz.method.ready import our_method

        return our_method(HOME / "steps")
    from partnerwiz.method.reading import read_method

    return read_method(folder)


def step_named(name: str | None, method: Any) -> str | None:
    """The id of a step by its number; of the ending, which has none, by its name."""
    if name is None:
        return None
    if name.casefold() in ("end", "fin"):
        found = next((one for one in method.steps.values() if one.number is None), None)
    else:
        found = method.step_numbered(int(name)) if name.isascii() and name.isdigit() else None
    if found is None:
        raise WrongUseError("no-such-step", value=name[:40])
    return str(found.id)


def named_answer(text: str, method: Any) -> Any:
    """The question and the line that ID or ID/ROW names; no line: an empty text."""
    from partnerwiz.yamlfile import close

    name, _, row = text.partition("/")
    question = method.questions.get(method.older_ids.get(name, name))
    if question is None:
        hint = close(name, method.questions)
        key = "no-such-question-near" if hint else "no-such-question"
        raise WrongUseError(key, value=name[:40], hint=hint)
    return question, row


def project_file(file: Path | None) -> Path:
    """The file named, else the only project of this folder."""
    if file is not None:
        return file
    from partnerwiz.project.finding import is_project

    found = [one for one in sorted(Path().glob("*.yaml")) if is_project(one)]
    if len(found) == 1:
        return found[0]
    if found:
        raise WrongUseError("several-projects", names=", ".join(one.name for one in found))
    raise WrongUseError("no-project-here")


def checked_seat(seat: str, organisations: Sequence[str]) -> str:
    """A seat of this project."""
    from partnerwiz.project.model import ANIMATION

    if seat not in (ANIMATION, *organisations):
        allowed = ", ".join((*organisations, ANIMATION))
        raise WrongUseError("no-such-seat", value=seat, allowed=allowed)
    return seat


def seat_here(file: Path, seat: str | None) -> str:
    """The seat named, else the only one that has worked on this copy, else the facilitator's."""
    from partnerwiz.project.model import ANIMATION
    from partnerwiz.project.store import seats_here

    here = seats_here(file)
    return seat or (here[0] if len(here) == 1 else ANIMATION)


def day_given(text: str | None) -> str:
    """A day told on the command line; None: today."""
    from partnerwiz.method.kinds import Refused, check
    from partnerwiz.method.model import Question

    if text is None:
        import datetime

        return datetime.datetime.now().astimezone().date().isoformat()
    try:
        return str(check(Question(id="on", kind="date", ask={}, label={}), text))
    except Refused as refused:
        raise WrongUseError(refused.why, **refused.values) from None


def receipt_of(how: str | None, function: str, on: str, seat: str, here: Sequence[str]) -> Any:
    """How what is noted down now came here (`--received`, `--function`); None where it is not told.
    `here`: the seats of this copy; the only one is the hand that writes, whoever speaks.
    """
    from partnerwiz.project.model import HOW
    from partnerwiz.project.received import Receipt

    if how is None:
        if function:
            raise WrongUseError("function-alone")
        return None
    allowed = [one for one in HOW if one != "relayed"]
    if how not in allowed:
        raise WrongUseError("bad-received", value=how[:40], allowed=", ".join(allowed))
    return Receipt((), how, on, function, by=here[0] if len(here) == 1 else seat)


def still_to_confirm(receipt: Any, project: Any, seat: str, file: str, language: str) -> str:
    """What is said where an answer is noted that waits to be read again; empty where none does."""
    from partnerwiz.project.model import ANIMATION
    from partnerwiz.project.received import WRITTEN_BY_OTHERS

    if receipt is None or receipt.how not in WRITTEN_BY_OTHERS:
        return ""
    values = {"name": say("each-organisation", language), "id": say("meta-organisation", language)}
    if seat != ANIMATION:
        values = {"name": project.organisations[seat].the(language), "id": seat}
    return say("noted-waits", language, file=file, day=day_given(None), **values)


def is_terminal() -> bool:
    """Whether there is someone to ask, and a screen to ask on."""
    streams = (sys.stdin, sys.stdout)
    return all(stream is not None and not stream.closed and stream.isatty() for stream in streams)


def wants_plain(plain: bool) -> bool:
    """`--plain`, or a terminal that cannot redraw, or the environment's wish."""
    dumb = "" if os.name == "nt" else "dumb"  # there, no terminal says what it is
    return (
        plain or bool(os.environ.get("PARTNERWIZ_PLAIN")) or os.environ.get("TERM", dumb) == "dumb"
    )
