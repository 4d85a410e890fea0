"""`list`: several partnerships in one folder, each read, told and let go before the next."""

import datetime
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from partnerwiz.cli.options import (
    Plain,
    Steps,
    Templates,
    Ui,
    checked_ui,
    method_in,
    screen_language,
    wants_plain,
)
from partnerwiz.errors import PartnerwizError, Unreadable
from partnerwiz.words import LANGUAGES

if TYPE_CHECKING:
    from partnerwiz.lenses.across import Load
    from partnerwiz.lenses.overview import Overview

_MOST_NAMED = 12


class _Tally:
    """What is kept of all projects: by id the files of each, by name the load of organisations."""

    def __init__(self) -> None:
        self.files: dict[str, list[str]] = {}
        self.loads: dict[str, Load] = {}

    @property
    def copies(self) -> list[list[str]]:
        return [files for files in self.files.values() if len(files) > 1]


def listing(
    folder: Annotated[Path | None, typer.Argument(metavar="folder", help="argument-list")] = None,
    organisation: Annotated[
        str, typer.Option("--organisation", metavar="name", help="option-list-organisation")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="option-json")] = False,
    ui: Ui = None,
    plain: Plain = False,
    steps: Steps = None,
    templates: Templates = None,
) -> None:
    del templates
    checked_ui(ui)
    folder = folder or Path()
    if not folder.is_dir():
        raise PartnerwizError("list-a-file" if folder.exists() else "list-no-folder", folder=folder)
    today = datetime.datetime.now().astimezone().date()
    tally = _Tally()
    found = _found(folder, method_in(steps), today, tally)
    if as_json:
        _print_data(found, tally, today, organisation)
        return
    _show(found, tally, folder, organisation, plain=plain)


def _found(
    folder: Path, method: Any, today: datetime.date, tally: _Tally
) -> Iterator[tuple[str, "Overview | PartnerwizError"]]:
    """The projects of the folder, without anyone's private answers; in the place of one that is
    damaged, what is wrong with it.
    """
    from partnerwiz.lenses.across import add
    from partnerwiz.lenses.overview import overview
    from partnerwiz.project.finding import project_text, yaml_files
    from partnerwiz.project.reading import project_in

    for path in yaml_files(folder):
        if isinstance(path, PartnerwizError):
            yield str(path.values["file"]), path
            continue
        try:
            text = project_text(path)
            view = overview(method, project_in(text, path, method), today) if text else None
        except PartnerwizError as error:
            yield str(path), error
            continue
        if view is None:
            continue
        files = tally.files.setdefault(view.id, [])
        files.append(str(path))
        if len(files) == 1:  # what a copy says is not awaited twice
            add(tally.loads, view)
        yield str(path), view


def _show(
    found: Iterator[tuple[str, "Overview | PartnerwizError"]],
    tally: _Tally,
    folder: Path,
    organisation: str,
    *,
    plain: bool,
) -> None:
    from partnerwiz.lenses.across import known_as, present, shared
    from partnerwiz.terminal.page import Page
    from partnerwiz.terminal.partnerships import (
        show_copies,
        show_loads,
        show_partnership,
        show_unreadable,
    )

    first = next(found, None)
    if first is None:
        raise PartnerwizError("list-none", folder=folder.resolve())
    spoken = None if isinstance(first[1], PartnerwizError) else first[1].language
    language = screen_language(project=spoken)
    page = Page(plain=wants_plain(plain))
    for file, view in itertools.chain([first], found):
        if isinstance(view, PartnerwizError):
            show_unreadable(page, _sentence(view, language), language)
        elif not organisation or present(view, organisation):
            show_partnership(page, file, view, language, organisation)
    show_copies(page, tally.copies, language)
    if not organisation:
        show_loads(page, shared(tally.loads.values()), language, alone=False)
    elif load := tally.loads.get(known_as(organisation)):
        show_loads(page, [load], language, alone=True)
    elif tally.loads:  # else no project could be read, which has been told
        names = [one.name for one in itertools.islice(tally.loads.values(), _MOST_NAMED)]
        more = ", …" if len(tally.loads) > _MOST_NAMED else ""
        known = ", ".join(names) + more
        raise PartnerwizError("list-no-organisation", name=organisation, known=known)


def _sentence(error: PartnerwizError, language: str) -> str:
    """The first of its problems: `status` tells them all."""
    return (error.problems[0] if isinstance(error, Unreadable) else error).say(language)


def _print_data(
    found: Iterator[tuple[str, "Overview | PartnerwizError"]],
    tally: _Tally,
    today: datetime.date,
    organisation: str,
) -> None:
    """One object, written as the projects are read: each stands on a line of its own."""
    import json

    from partnerwiz.lenses.across import known_as, present, shared

    def written(data: Any) -> str:
        return json.dumps(data, ensure_ascii=False)

    unreadable: list[dict[str, Any]] = []
    print(f'{{"partnerwiz": 1, "today": "{today}", "projects": [', end="")
    comma = "\n"
    for file, view in found:
        if isinstance(view, PartnerwizError):
            problem = {language: _sentence(view, language) for language in LANGUAGES}
            unreadable.append({"file": file, "problem": problem})
        elif not organisation or present(view, organisation):
            first = tally.files[view.id][0]
            print(comma, written(_as_data(file, first, view, organisation)), sep="", end="")
            comma = ",\n"
    if organisation:
        loads = [load] if (load := tally.loads.get(known_as(organisation))) else []
    else:
        loads = shared(tally.loads.values())
    rest = {
        "unreadable": unreadable,
        "copies": tally.copies,
        "organisations": [
            {name: getattr(one, name) for name in ("name", "projects", "partner", "owes", "hours")}
            for one in loads
        ],
    }
    print("\n], " + written(rest).removeprefix("{"))


def _as_data(file: str, first: str, view: "Overview", organisation: str) -> dict[str, Any]:
    from partnerwiz.lenses.across import present

    place = view.place
    step = place.step if place else None
    shown = present(view, organisation) if organisation else view.organisations
    ids = {one.organisation.id for one in shown}

    def of_these(one: Any) -> bool:
        return not one.organisation or one.organisation.id in ids

    return {
        "file": file,
        "copy_of": None if first == file else first,
        "id": view.id,
        "title": view.title,
        "path": view.path,
        "place": place
        and {
            "part": place.part,
            "title": place.title,
            "step": step and {"id": step.id, "number": step.number, "title": step.title},
            "waits_for_organisations": place.waiting,
        },
        "ended": view.ended or None,
        "organisations": [
            {
                "id": one.organisation.id,
                "name": one.organisation.name,
                "role": one.organisation.role,
                "owes": [question.id for question in one.owes],
                "hours": one.hours,
            }
            for one in shown
        ],
        "table": [question.id for question in view.table],
        "open": [
            {
                "id": one.question.id,
                "label": one.question.label,
                "organisation": one.organisation and one.organisation.id,
                "stands": one.state.name,
                "who": one.state.who,
                "by": one.state.by,
                "when": one.when,
            }
            for one in view.open
            if of_these(one)
        ],
        "dates": [
            {
                "id": one.id,
                "label": one.label,
                "about": one.about,
                "organisation": one.organisation and one.organisation.id,
                "on": one.on,
                "when": one.when,
            }
            for one in view.dates
            if of_these(one)
        ],
        "counts": dict(view.counts),
    }
