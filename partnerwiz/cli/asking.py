"""`new` and `resume`: the commands that ask."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from partnerwiz.cli.ending import ending_with
from partnerwiz.cli.options import (
    File,
    Function,
    Plain,
    Received,
    Seat,
    Steps,
    Templates,
    Ui,
    WrongUseError,
    checked_seat,
    checked_ui,
    day_given,
    is_terminal,
    method_in,
    project_file,
    receipt_of,
    screen_language,
    step_named,
    wants_plain,
)
from partnerwiz.cli.sit import Seated, again, sit
from partnerwiz.errors import PartnerwizError
from partnerwiz.words import LANGUAGES, say

if TYPE_CHECKING:
    from partnerwiz.method.model import Method
    from partnerwiz.sitting.session import Scope
    from partnerwiz.terminal.page import Page

Short = Annotated[bool, typer.Option("--short", help="option-short")]
Whole = Annotated[bool, typer.Option("--whole", help="option-whole")]


def new(
    file: Annotated[Path | None, typer.Argument(metavar="file", help="argument-new")] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="text", help="option-title")
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option("--organisation", metavar="name", help="option-organisation"),
    ] = None,
    seat: Seat = None,
    language: Annotated[
        str | None, typer.Option("--lang", metavar="language", help="option-lang")
    ] = None,
    short: Short = False,
    whole: Whole = False,
    ui: Ui = None,
    plain: Plain = False,
    steps: Steps = None,
    templates: Templates = None,
) -> None:
    del templates  # told on every command; `new` writes no document
    from partnerwiz.method.kinds import Refused
    from partnerwiz.project.model import ANIMATION
    from partnerwiz.project.store import Store
    from partnerwiz.sitting.opening import file_name, open_project
    from partnerwiz.terminal.asker import TerminalAsker
    from partnerwiz.terminal.page import Page

    checked_ui(ui)
    if language not in (None, *LANGUAGES):
        raise WrongUseError("bad-lang", value=language, allowed=", ".join(LANGUAGES))
    if seat not in (None, ANIMATION):
        raise WrongUseError("new-as")
    path = _path(short, whole)
    told = screen_language()
    given: dict[str, Any] = {"language": language, "title": title, "path": path}
    given["organisations"] = names or None
    if not is_terminal():
        _tell_missing_of_new(given, told)
    method = method_in(steps)
    if file is not None:
        _must_be_new(file)
    page = Page(plain=wants_plain(plain))
    with ending_with(page, "nothing-saved") as ending:
        try:
            opened = open_project(TerminalAsker(method, "", told, page), given, seat)
        except Refused as refused:  # of what the command line told
            raise PartnerwizError(refused.why, **refused.values) from None
        if opened is None:
            ending.say()
            return
        project, seat = opened
        file = file or file_name(project.title)
        with Store.create(file, method, seat, project) as store:
            named = again(file, steps)
            ending.last("saved-resume", file=file, again=named)
            if is_terminal():
                sit(Seated(method, store, seat, told, page, named))
            page.text(say("saved-resume", told, file=file, again=named))


def resume(
    file: File = None,
    seat: Seat = None,
    step: Annotated[
        str | None, typer.Option("--step", metavar="number", help="option-step")
    ] = None,
    question: Annotated[
        str | None, typer.Option("--question", metavar="id", help="option-question")
    ] = None,
    unanswered: Annotated[bool, typer.Option("--unanswered", help="option-unanswered")] = False,
    room: Annotated[bool, typer.Option("--room", help="option-room")] = False,
    received: Received = None,
    function: Function = "",
    short: Short = False,
    whole: Whole = False,
    ui: Ui = None,
    plain: Plain = False,
    steps: Steps = None,
    templates: Templates = None,
) -> None:
    del templates
    from dataclasses import replace

    from partnerwiz.project.model import ANIMATION
    from partnerwiz.project.store import Store, seats_here, too_open
    from partnerwiz.sitting.session import Scope
    from partnerwiz.terminal.page import Page

    checked_ui(ui)
    file = project_file(file)
    path = _path(short, whole)
    method = method_in(steps)
    if question is not None and question not in method.questions:
        raise WrongUseError("no-such-question", value=question)
    scope = Scope(
        step=step_named(step, method), question=question, unanswered=unanswered, room=room
    )
    if room and question and method.questions[question].private:
        raise WrongUseError("room-private", value=question)
    page = Page(plain=wants_plain(plain), room=room)
    named = again(file, steps)
    with ending_with(page, "saved-resume", file=file, again=named):
        seat = seat or _seat(file, method, page)
        here = seats_here(file)
        receipt = receipt_of(received, function, day_given(None), seat, here)
        # by the hand of another: nothing private is asked, and this copy does not become its own
        dictated = receipt is not None and seat not in (*here, ANIMATION)
        scope = scope._replace(dictated=dictated)
        if not is_terminal():
            _tell_missing_of_resume(file, method, seat, scope)
        with Store.open(file, method, seat, with_private=not (room or dictated)) as store:
            checked_seat(seat, list(store.project.organisations))
            if not dictated:
                store.claim()
            told = screen_language(project=store.project.language)
            if warning := too_open(file):
                page.text(warning.say(told), "warn")
            if path and path != store.project.path:
                store.save(replace(store.project, path=path))
                page.text(say("path-changed", told, path=say(f"choice-{path}", told)))
            somewhere = bool(step or question or unanswered)
            sit(Seated(method, store, seat, told, page, named, receipt), scope, home=not somewhere)
            page.text(say("saved-resume", told, file=file, again=named))


def _path(short: bool, whole: bool) -> str | None:
    if short and whole:
        raise WrongUseError("short-or-whole")
    return "short" if short else "whole" if whole else None


def _must_be_new(file: Path) -> None:
    if file.exists() or file.is_symlink():
        raise PartnerwizError("exists-already", file=file)


def _seat(file: Path, method: "Method", page: "Page") -> str:
    """In whose name: the only private file here, else asked."""
    from partnerwiz.project.model import ANIMATION
    from partnerwiz.project.store import load, seats_here

    here = seats_here(file)
    if len(here) == 1:
        return here[0]
    project = load(file, method)
    language = screen_language(project=project.language)
    if not is_terminal():
        raise WrongUseError("seat-needed", allowed=", ".join((*project.organisations, ANIMATION)))
    from partnerwiz.terminal.fields import Item, Pressed, fields_for

    page.text(say("which-seat", language), "bold")
    items = [Item(one.id, one.name) for one in project.organisations.values()]
    items.append(Item(ANIMATION, say("seat-facilitates", language)))
    try:
        return fields_for(page, language).choose(items)
    except Pressed:
        raise typer.Exit(0) from None


def _tell_missing_of_new(given: dict[str, Any], language: str) -> None:
    """Nobody to ask: what is missing, and how to give it."""
    options = {
        "title": "--title",
        "organisations": "--organisation",
        "language": "--lang fr",
        "path": "--short / --whole",
    }
    missing = [option for name, option in options.items() if not given[name]]
    if missing:
        print(say("no-terminal-new", language, missing=", ".join(missing)), file=sys.stderr)
        raise typer.Exit(2)


def _tell_missing_of_resume(file: Path, method: "Method", seat: str, scope: "Scope") -> None:
    from partnerwiz.project.calling import is_open, prompts
    from partnerwiz.project.store import load

    project = load(file, method, seat)
    checked_seat(seat, list(project.organisations))
    language = screen_language(project=project.language)
    lines = [
        f"  {one.question.id}: {one.question.label[language]}"
        for one in prompts(method, project, seat)
        if is_open(one, project, method, unanswered=scope.unanswered)
        and scope.step in (None, one.question.step)
    ]
    print(say("no-terminal-resume", language, file=file, seat=seat), file=sys.stderr)
    print("\n".join(lines), file=sys.stderr)
    raise typer.Exit(2)
