"""`forget`: an answer, a line of it, or all that one organisation said, truly withdrawn."""

import datetime
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
    checked_seat,
    checked_ui,
    is_terminal,
    method_in,
    named_answer,
    screen_language,
    seat_here,
    wants_plain,
)
from partnerwiz.errors import PartnerwizError
from partnerwiz.words import say

if TYPE_CHECKING:
    from partnerwiz.method.kinds import Value
    from partnerwiz.method.model import Method
    from partnerwiz.project.model import Project
    from partnerwiz.project.withdrawing import Gone
    from partnerwiz.terminal.page import Page


def forget(
    file: Annotated[Path, typer.Argument(metavar="file", help="argument-given")],
    answer: Annotated[
        str | None, typer.Argument(metavar="line", help="argument-line-to-forget")
    ] = None,
    seat: Seat = None,
    organisation: Annotated[
        str | None,
        typer.Option("--organisation", metavar="organisation", help="option-all-it-said"),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="option-yes")] = False,
    ui: Ui = None,
    plain: Plain = False,
    steps: Steps = None,
    templates: Templates = None,
) -> None:
    del templates
    from partnerwiz.project.forgetting import forget as withdraw
    from partnerwiz.project.store import Store, load
    from partnerwiz.project.withdrawing import Gone
    from partnerwiz.terminal.page import Page

    checked_ui(ui)
    if (answer is None) == (organisation is None):
        raise WrongUseError("forget-which", file=file)
    method = method_in(steps)
    project = load(file, method)
    told = screen_language(project=project.language)
    if organisation is not None:
        gone = Gone(_known(organisation, project))
    else:
        gone = _gone(str(answer), file, seat, project, method)
    private = gone.question is not None and gone.question.private
    page = Page(plain=wants_plain(plain))
    with (
        ending_with(page, "nothing-changed"),
        Store.open(file, method, gone.voice or _anyone(project), with_private=private) as store,
    ):
        today = datetime.datetime.now().astimezone().date().isoformat()
        tell = _Telling(page, told, store.project, method, file, gone)
        tell.what_goes()
        if not agreed(page, told, "forget-agreed", yes=yes):
            page.text(say("nothing-changed", told))
            return
        withdraw(store, gone, today)
        tell.what_stays()


def _known(organisation: str, project: "Project") -> str:
    if organisation not in project.organisations:
        raise WrongUseError("organisation-which", known=", ".join(project.organisations))
    return organisation


def _anyone(project: "Project") -> str:
    """Under whose name what all said is taken away: no private file is read for that."""
    return project.initiator


def _gone(
    answer: str, file: Path, seat: str | None, project: "Project", method: "Method"
) -> "Gone":
    from partnerwiz.method.kinds import ROWED
    from partnerwiz.project.model import ANIMATION, TOGETHER
    from partnerwiz.project.store import private_folder
    from partnerwiz.project.withdrawing import Gone

    question, row = named_answer(answer, method)
    if row and question.kind not in ROWED:
        raise WrongUseError("forget-no-lines", id=question.id)
    if question.by == "together":
        return Gone(TOGETHER, question, row)
    seat = seat_here(file, seat)
    checked_seat(seat, list(project.organisations))
    if seat == ANIMATION:
        raise WrongUseError("answer-whose")
    released = project.organisations[seat].block.released
    if (
        question.private
        and not (private_folder(file) / f"{seat}.yaml").exists()
        and question.id not in released
    ):
        raise PartnerwizError("forget-not-here", label=question.label)
    return Gone(seat, question, row)


class _Telling:
    """What is said before and after."""

    def __init__(
        self,
        page: "Page",
        language: str,
        project: "Project",
        method: "Method",
        file: Path,
        gone: "Gone",
    ) -> None:
        from partnerwiz.project.exports import written_here
        from partnerwiz.project.forgetting import in_git
        from partnerwiz.project.withdrawing import also_said

        self._page, self._language = page, language
        self._project, self._method, self._file, self._gone = project, method, file, gone
        self._also = also_said(project, gone, method)
        self._written = [one for one in written_here(file) if (file.parent / one).is_file()]
        self._git = in_git(file)

    def what_goes(self) -> None:
        if self._gone.question is None:
            self._all_of_it()
        else:
            self._one_answer()

    def what_stays(self) -> None:
        """What this program cannot reach, and the same words elsewhere in the project."""
        self._page.line()
        self._say("forget-done")
        for question, voice in self._also:
            one = self._project.organisations.get(voice or "")
            if one:
                self._say("forget-also-of", label=question.label, name=one.name)
            else:
                self._say("forget-also", label=question.label)
        self._say("forget-beyond")
        if self._written:
            self._say("forget-written", files=", ".join(self._written))
        if self._git:
            self._say("forget-git")

    def _all_of_it(self) -> None:
        from partnerwiz.project.store import private_folder

        one = self._project.organisations[str(self._gone.voice)]
        said = len({*one.block.answers, *one.block.open})
        self._say("forget-all", name=one.name, count=said)
        here = (private_folder(self._file) / f"{one.id}.yaml").exists()
        self._say("forget-private-here" if here else "forget-private-elsewhere")
        self._say("forget-name-stays")
        self._say("forget-copies")

    def _one_answer(self) -> None:
        from partnerwiz.project.calling import Prompt, resting_on
        from partnerwiz.project.model import TOGETHER
        from partnerwiz.terminal.told import Telling

        question, voice, row = self._gone.question, self._gone.voice, self._gone.row
        assert question is not None  # noqa: S101 - `what_goes` looked
        project = self._project
        value = self._present()
        if voice is TOGETHER:
            names = ", ".join(one.name for one in project.partners)
            self._say("forget-of-all", label=question.label, names=names)
        else:
            key = "forget-private" if question.private else "forget-of-one"
            name = project.organisations[voice].name
            self._say(key, label=question.label, name=name)
        if not value:
            self._say("forget-not-there")
        elif is_terminal():
            for line in Telling(project, self._method.questions, voice, self._language).lines(
                question, value
            ):
                self._page.text(line, indent=4)
        if row and value:
            self._say("forget-line")
        self._say("forget-copies")
        if voice is TOGETHER:
            self._say("forget-positions")
        resting = resting_on(Prompt(question, voice), project, self._method)
        if resting and value:
            labels = dict.fromkeys(one.question.label[self._language] for one in resting)
            self._say("forget-resting", labels=", ".join(labels))

    def _present(self) -> "Value | None":
        """The words that go: of the answer, or what was released of it where that is all there is."""
        question, voice, row = self._gone.question, self._gone.voice, self._gone.row
        value = self._project.value(question, voice)  # type: ignore[arg-type]
        if not value and question and question.private:
            value = self._project.organisations[str(voice)].block.released.get(question.id)
        if row:
            return {row: value[row]} if isinstance(value, dict) and row in value else None
        return value

    def _say(self, key: str, **values: object) -> None:
        self._page.text(say(key, self._language, **values))
