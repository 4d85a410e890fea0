"""`release`: one's own private answer made public, or taken back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from partnerwiz.cli.agreeing import agreed
from partnerwiz.cli.ending import ending_with
from partnerwiz.cli.options import (
    Plain,
    Seat,
    Steps,
    Templates,
    Ui,
    WrongUseError,
    checked_ui,
    is_terminal,
    method_in,
    named_answer,
    screen_language,
    wants_plain,
)
from partnerwiz.errors import PartnerwizError
from partnerwiz.words import say, visible

if TYPE_CHECKING:
    from partnerwiz.method.model import Method, Question
    from partnerwiz.project.store import Store
    from partnerwiz.terminal.page import Page


def release(
    file: Annotated[Path, typer.Argument(metavar="file", help="argument-given")],
    answer: Annotated[str, typer.Argument(metavar="line", help="argument-line")],
    seat: Seat = None,
    take_back: Annotated[bool, typer.Option("--take-back", help="option-take-back")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="option-yes")] = False,
    ui: Ui = None,
    plain: Plain = False,
    steps: Steps = None,
    templates: Templates = None,
) -> None:
    del templates
    from partnerwiz.project.store import Store, load, seats_here
    from partnerwiz.terminal.page import Page

    checked_ui(ui)
    method = method_in(steps)
    project = load(file, method)
    told = screen_language(project=project.language)
    question, row = named_answer(answer, method)
    if question.release is None:
        key = "release-never" if question.private else "release-not-private"
        raise PartnerwizError(key, label=question.label)
    if row and question.release == "whole":
        raise WrongUseError("release-whole", label=question.label, id=question.id)
    owner = _owner(seat, seats_here(file), list(project.organisations))
    page = Page(plain=wants_plain(plain))
    with (
        ending_with(page, "nothing-changed"),
        Store.open(file, method, owner) as store,
    ):
        if take_back:
            _take_back(store, method, question, row, page, told, yes=yes)
        else:
            _release(store, method, question, row, page, told, yes=yes)


def _owner(seat: str | None, here: list[str], organisations: list[str]) -> str:
    """Whose word it is: only an organisation whose private answers are kept on this machine."""
    owners = [one for one in here if one in organisations]
    if seat is None and len(owners) == 1:
        return owners[0]
    if seat is None and owners:
        raise WrongUseError("seat-needed", allowed=", ".join(owners))
    if seat not in owners:
        raise PartnerwizError("release-owner", here=", ".join(owners) or "–")
    return seat


def _release(
    store: "Store",
    method: "Method",
    question: "Question",
    row: str,
    page: "Page",
    told: str,
    *,
    yes: bool,
) -> None:
    from partnerwiz.project.releasing import to_release, with_released
    from partnerwiz.terminal.told import Telling

    project, owner = store.project, store.seat
    words = to_release(project, question, owner, row)
    if words is None:
        raise PartnerwizError("release-nothing", label=question.label)
    changed = with_released(project, question, owner, words)
    if changed.organisations[owner].block.released == project.organisations[owner].block.released:
        page.text(say("release-already", told, label=question.label))
        return
    if is_terminal():  # private words are never told through a pipe
        page.text(say("release-words", told, label=question.label), "bold")
        for line in Telling(project, method.questions, owner, told).lines(question, words):
            page.text(line, indent=4)
    page.text(say("release-where", told, file=visible(store.path.name)))
    if agreed(page, told, "release-agreed", yes=yes):
        store.save(changed)
        page.text(say("release-done", told, file=visible(store.path.name), id=question.id))
    else:
        page.text(say("nothing-changed", told))


def _take_back(
    store: "Store",
    method: "Method",
    question: "Question",
    row: str,
    page: "Page",
    told: str,
    *,
    yes: bool,
) -> None:
    from partnerwiz.project.forgetting import take_back
    from partnerwiz.terminal.told import Telling

    released = store.project.organisations[store.seat].block.released.get(question.id)
    if row and isinstance(released, dict):
        released = {key: one for key, one in released.items() if key == row}
    if not released:
        raise PartnerwizError("release-not-there", label=question.label)
    page.text(say("release-back", told, label=question.label), "bold")
    telling = Telling(store.project, method.questions, store.seat, told)
    for line in telling.lines(question, released):
        page.text(line, indent=4)
    page.text(say("release-sent", told))
    if agreed(page, told, "release-back-agreed", yes=yes):
        take_back(store, question, row)
        page.text(say("release-back-done", told, file=visible(store.path.name)))
    else:
        page.text(say("nothing-changed", told))
