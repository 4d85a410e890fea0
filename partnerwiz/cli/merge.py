"""`merge`: what others said, in their own name, comes into this copy."""

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

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
    screen_language,
    seat_here,
    wants_plain,
)
from partnerwiz.errors import PartnerwizError
from partnerwiz.words import say

if TYPE_CHECKING:
    from partnerwiz.method.model import Method
    from partnerwiz.project.contribution import Contribution
    from partnerwiz.project.model import Project
    from partnerwiz.project.store import Store
    from partnerwiz.project.taking import Difference
    from partnerwiz.project.withdrawing import Gone
    from partnerwiz.terminal.page import Page


def merge(
    file: Annotated[Path, typer.Argument(metavar="file", help="argument-given")],
    theirs: Annotated[
        list[Path] | None, typer.Argument(metavar="theirs", help="argument-theirs")
    ] = None,
    sender: Annotated[
        str | None, typer.Option("--from", metavar="organisation", help="option-sender")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="option-yes-own")] = False,
    seat: Seat = None,
    ui: Ui = None,
    plain: Plain = False,
    steps: Steps = None,
    templates: Templates = None,
) -> None:
    del templates
    from partnerwiz.project.store import Store
    from partnerwiz.terminal.page import Page

    checked_ui(ui)
    method = method_in(steps)
    seat = seat_here(file, seat)
    page = Page(plain=wants_plain(plain))
    with ending_with(page, "merge-nothing"), Store.open(file, method, seat) as store:
        checked_seat(seat, list(store.project.organisations))
        told = screen_language(project=store.project.language)
        if sender is not None and sender not in store.project.organisations:
            known = ", ".join(store.project.organisations)
            raise WrongUseError("organisation-which", known=known)
        desk = _Desk(file, method, store, seat, told, page)
        if not theirs:
            desk.settle()
        for path in theirs or ():
            desk.take_from(path, sender, yes=yes)


class _Desk:
    """Where one file after the other is looked at."""

    def __init__(
        self, file: Path, method: "Method", store: "Store", seat: str, language: str, page: "Page"
    ) -> None:
        self._file = file
        self._method = method
        self._store = store
        self._seat = seat
        self._language = language
        self._page = page

    def take_from(self, path: Path, sender: str | None, *, yes: bool) -> None:
        from partnerwiz.project.taking import differences
        from partnerwiz.terminal.differences import Differences

        project = self._store.project
        contribution = self._read(path, sender)
        found = differences(project, contribution, self._method)
        shown = Differences(contribution, found, project, self._method, self._page, self._language)
        shown.head()
        private = contribution.kind == "private"
        if not found:
            return
        if yes or not is_terminal():
            if not (private and not sys.stdout.isatty()):
                shown.all()
            if not yes:
                self._page.text(say("merge-without-terminal", self._language))
                raise typer.Exit(2)
            chosen = [one for one in found if one.plain]
        else:
            from partnerwiz.terminal.fields import fields_for
            from partnerwiz.terminal.taking import Taking

            fields = fields_for(self._page, self._language)
            chosen = Taking(
                shown, project, self._method, fields, self._page, self._language
            ).chosen()
        self._save(contribution, chosen)
        left = [one for one in found if one not in chosen and not one.refused]
        if left and yes:
            words = {"count": len(left), "file": self._file, "theirs": path}
            self._page.text(say("merge-left", self._language, **words))

    def _read(self, path: Path, sender: str | None) -> "Contribution":
        from partnerwiz.project.contribution import of_copy, read_contribution

        if path.exists() and path.resolve() == self._file.resolve():
            raise PartnerwizError("merge-itself", file=path)
        project = self._store.project
        found = read_contribution(path, project, self._method, sender or "")
        if found.kind != "copy" or sender or found.copy is None:
            return found
        known = {key: one.name for key, one in project.organisations.items()}
        if not is_terminal():
            values = {"example": next(iter(known)), "known": ", ".join(known)}
            raise WrongUseError("merge-from-needed", file=path, **values)
        from partnerwiz.terminal.fields import Item, Pressed, fields_for

        self._page.text(say("merge-whose-copy", self._language, file=path.name), "bold")
        items = [Item(key, name) for key, name in known.items() if key in found.copy.organisations]
        items.append(Item("", say("merge-not-known", self._language)))
        try:
            chosen = fields_for(self._page, self._language).choose(items)
        except Pressed:
            raise typer.Exit(0) from None
        return of_copy(found.copy, path, project, chosen)._replace(seal=found.seal)

    def _save(self, contribution: "Contribution", chosen: "list[Difference]") -> None:
        from partnerwiz.project.taking import taken

        today = datetime.datetime.now().astimezone().date().isoformat()
        before = self._store.project
        changed = taken(before, contribution, chosen, self._method, self._seat, today)
        if changed == before:
            self._page.text(say("merge-nothing", self._language))
            return
        gone = self._saved(changed)
        key = "merge-done-private" if contribution.kind == "private" else "merge-done"
        words = {"count": len(chosen), "file": self._file, "seat": self._seat}
        self._page.text(say(key, self._language, **words))
        self._tell_gone(gone)

    def _saved(self, changed: "Project") -> "list[Gone]":
        """On the disk when this returns; what is withdrawn by it, gone for good."""
        from partnerwiz.project.forgetting import save

        return save(self._store, changed, self._method)

    def _tell_gone(self, gone: "list[Gone]") -> None:
        from partnerwiz.project.exports import written_here
        from partnerwiz.project.forgetting import in_git

        if not gone:
            return
        labels = [one.question.label[self._language] for one in gone if one.question]
        told = [("merge-gone", {"labels": ", ".join(labels)})]
        if written := [one for one in written_here(self._file) if self._beside(one)]:
            told.append(("forget-written", {"files": ", ".join(written)}))
        if in_git(self._file):
            told.append(("forget-git", {}))
        for key, words in told:
            self._page.text(say(key, self._language, **words), "warn")

    def _beside(self, name: str) -> bool:
        return (self._file.parent / name).is_file()

    def settle(self) -> None:
        """No file given: the wordings that two copies left to be chosen."""
        project = self._store.project
        if not project.proposals:
            self._page.text(say("settle-nothing", self._language, file=self._file))
            return
        count = len({one.at for one in project.proposals})
        if not is_terminal():
            self._page.text(say("settle-waits", self._language, count=count, file=self._file))
            raise typer.Exit(2)
        from partnerwiz.terminal.fields import fields_for
        from partnerwiz.terminal.settling import settle

        fields = fields_for(self._page, self._language)
        language, file = self._language, str(self._file)

        def save(changed: "Project") -> None:
            self._tell_gone(self._saved(changed))

        left = settle(project, self._method, save, fields, self._page, language, file, self._seat)
        count = len({one.at for one in left.proposals})
        if count:
            self._page.text(say("settle-waits", self._language, count=count, file=self._file))
