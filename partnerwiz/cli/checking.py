"""`status` and `steps`: the commands that only look."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from partnerwiz.cli.options import (
    File,
    Plain,
    Seat,
    Steps,
    Templates,
    Ui,
    checked_seat,
    checked_ui,
    method_in,
    project_file,
    screen_language,
    wants_plain,
)
from partnerwiz.cli.sit import again


def status(
    file: File = None,
    seat: Seat = None,
    as_json: Annotated[bool, typer.Option("--json", help="option-json")] = False,
    ui: Ui = None,
    plain: Plain = False,
    steps: Steps = None,
    templates: Templates = None,
) -> None:
    del templates
    from partnerwiz.lenses.progress import owed, progress
    from partnerwiz.project.store import load, seats_here
    from partnerwiz.terminal.page import Page
    from partnerwiz.terminal.views import show_owed, show_status

    checked_ui(ui)
    file = project_file(file)
    method = method_in(steps)
    here = seats_here(file)
    if seat is None and len(here) == 1:
        seat = here[0]
    project = load(file, method)
    if seat is not None and seat not in here:
        checked_seat(seat, list(project.organisations))
    # what is private is told on its owner's terminal, never in JSON or through a pipe
    if seat is not None and not as_json and sys.stdout.isatty():
        project = load(file, method, seat)
    else:
        seat = None
    view = progress(method, project, seat)
    if as_json:
        import json

        data = _as_data(project, view, owed(method, project))
        print(json.dumps(data, ensure_ascii=False, indent=2))
        return
    language = screen_language(project=project.language)
    page = Page(plain=wants_plain(plain))
    show_status(page, project, view, language)
    show_owed(page, owed(method, project), language, again(file, steps))


def _as_data(project: Any, view: Any, owing: Any) -> dict[str, Any]:
    return {
        "partnerwiz": 1,
        "id": project.id,
        "title": project.title,
        "path": project.path,
        "organisations": [
            {
                "id": one.organisation.id,
                "name": one.organisation.name,
                "role": one.organisation.role,
                "positions": list(one.positions),
                "to-confirm": list(one.to_confirm),
            }
            for one in owing
        ],
        "phases": [
            {
                "id": phase.id,
                "title": phase.title,
                "steps": [_step_data(step) for step in phase.steps],
            }
            for phase in view
        ],
    }


def _step_data(step: Any) -> dict[str, Any]:
    return {
        "id": step.id,
        "number": step.number,
        "title": step.title,
        "voices": [
            {
                "organisation": voice.organisation,
                "questions": [_item_data(item) for item in voice.items],
            }
            for voice in step.voices
        ],
    }


def _item_data(item: Any) -> dict[str, Any]:
    data: dict[str, Any] = {"id": item.id, "label": item.label, "stands": item.stands}
    if item.state:
        data |= {key: value for key in ("who", "by") if (value := getattr(item.state, key))}
    return data


def steps(
    folder: Annotated[Path | None, typer.Argument(metavar="folder", help="argument-folder")] = None,
    ui: Ui = None,
    plain: Plain = False,
    steps: Steps = None,
    templates: Templates = None,
) -> None:
    del templates
    from partnerwiz.terminal.page import Page
    from partnerwiz.terminal.views import show_method

    checked_ui(ui)
    method = method_in(folder or steps)
    show_method(Page(plain=wants_plain(plain)), method, screen_language())
