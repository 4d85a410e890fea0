"""`kit`: what one organisation fills in at home, as a page for a browser or a sheet of paper."""

import sys
from pathlib import Path
from typing import Annotated

import typer

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
from partnerwiz.cli.sit import again
from partnerwiz.words import LANGUAGES, say


def kit(
    file: Annotated[Path, typer.Argument(metavar="file", help="argument-given")],
    org: Annotated[str, typer.Argument(metavar="organisation", help="argument-organisation")],
    sheet: Annotated[bool, typer.Option("--sheet", help="option-sheet")] = False,
    whole: Annotated[bool, typer.Option("--whole", help="option-whole-kit")] = False,
    questions: Annotated[
        list[str] | None, typer.Option("--question", metavar="id", help="option-question-kit")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--lang", metavar="language", help="option-lang-kit")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="path", help="option-output")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="option-force")] = False,
    ui: Ui = None,
    plain: Plain = False,
    steps: Steps = None,
    templates: Templates = None,
) -> None:
    del plain
    from partnerwiz import HOME
    from partnerwiz.documents import document, write
    from partnerwiz.documents.kit import kit as kit_of
    from partnerwiz.documents.kit_page import page
    from partnerwiz.documents.names import forms
    from partnerwiz.project.exports import write_export
    from partnerwiz.project.store import load

    checked_ui(ui)
    if language not in (None, *LANGUAGES):
        raise WrongUseError("bad-lang", value=language, allowed=", ".join(LANGUAGES))
    if sheet and (whole or questions):
        raise WrongUseError("kit-sheet-alone")
    if whole and questions:
        raise WrongUseError("kit-whole-or-question")
    method = method_in(steps)
    for one in questions or ():
        if one not in method.questions:
            raise WrongUseError("no-such-question", value=one)
    project = load(file, method)  # no seat: private answers are not even read
    told = screen_language(project=project.language)
    if org not in project.organisations:
        raise WrongUseError("no-such-seat", value=org, allowed=", ".join(project.organisations))
    language = language or project.language
    made = kit_of(project, method, language, org, whole=whole, named=questions or ())
    if sheet:
        folder = templates or HOME / "templates"
        text = write(document("sheet", project, method, folder, language, organisation=org), "html")
    else:
        text = page(made, file.stem)
    if output == Path("-"):
        print(text, end="")
        return
    target = file.with_name(f"{file.stem}-{'sheet' if sheet else 'kit'}-{org}.{language}.html")
    if output is not None:
        target = output / target.name if output.is_dir() else output
    write_export(file, target, text.encode(), force=force)
    to = forms(project.organisations[org], told).to
    print(say("kit-written", told, file=target, to=to), file=sys.stderr)
    back = "kit-back-sheet" if sheet else "kit-back"
    print(say(back, told, again=again(file, steps), id=org), file=sys.stderr)
