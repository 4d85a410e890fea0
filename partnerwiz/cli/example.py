"""`example`: a fictional partnership to explore."""

from pathlib import Path
from typing import Annotated

import typer

from partnerwiz import HOME
from partnerwiz.cli.options import (
    Plain,
    Steps,
    Templates,
    Ui,
    WrongUseError,
    checked_ui,
    method_in,
    screen_language,
)
from partnerwiz.words import LANGUAGES, say


def example(
    file: Annotated[Path | None, typer.Argument(metavar="file", help="argument-new")] = None,
    language: Annotated[
        str | None, typer.Option("--lang", metavar="language", help="option-lang-example")
    ] = None,
    short: Annotated[bool, typer.Option("--short", help="option-short-example")] = False,
    ui: Ui = None,
    plain: Plain = False,
    steps: Steps = None,
    templates: Templates = None,
) -> None:
    del plain, templates
    from partnerwiz.project.example import example as fictional
    from partnerwiz.project.store import Store
    from partnerwiz.sitting.opening import file_name

    checked_ui(ui)
    if language not in (None, *LANGUAGES):
        raise WrongUseError("bad-lang", value=language, allowed=", ".join(LANGUAGES))
    told = screen_language()
    method = method_in(steps)
    project = fictional(HOME / "examples" / (language or told), method, short=short)
    file = file or file_name(project.title)
    with Store.create(file, method, project.initiator, project) as store:
        store.save(project)
    print(say("example-written", told, file=file))
