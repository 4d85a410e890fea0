"""`merge-driver`: git joins two edited copies of a project answer by answer. The only place that
runs git.
"""

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
    screen_language,
)
from partnerwiz.errors import PartnerwizError, reason
from partnerwiz.words import say, visible

_MOST_NAMED = 12
"""withdrawals told one by one: a hostile copy may hold thousands"""
ATTRIBUTES = "*.yaml merge=partnerwiz"


def merge_driver(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="theirs", help="argument-driver")
    ] = None,
    install: Annotated[bool, typer.Option("--install", help="option-install")] = False,
    name: Annotated[
        str | None, typer.Option("--path", metavar="file", help="option-driver-path")
    ] = None,
    ui: Ui = None,
    plain: Plain = False,
    steps: Steps = None,
    templates: Templates = None,
) -> None:
    del plain, steps, templates
    checked_ui(ui)
    if install:
        _install(screen_language())
        return
    if files is None or len(files) != 3:
        raise WrongUseError("driver-usage")
    base, ours, theirs = files
    raise typer.Exit(_merge(base, ours, theirs, Path(name or ours)))


def _merge(base: Path, ours: Path, theirs: Path, named: Path) -> int:
    """As git expects of a driver: the result in `ours`; 0, or 1 where it could not be merged."""
    import shlex

    from partnerwiz.project.finding import is_project
    from partnerwiz.project.model import pointed
    from partnerwiz.project.threeway import merge_texts
    from partnerwiz.yamlfile import read_text

    if not (is_project(ours) or is_project(theirs)):
        return _merge_lines(base, ours, theirs)
    language = screen_language()
    try:
        found = merge_texts(read_text(base), read_text(ours), read_text(theirs), named)
    except PartnerwizError as error:
        print(say("driver-unreadable", language, file=named), file=sys.stderr)
        print(error.say(language), file=sys.stderr)
        return 1
    try:
        ours.write_bytes(found.text.encode())
    except OSError as error:
        raise PartnerwizError("cannot-write", file=ours, reason=reason(error)) from None
    if found.waiting:
        words = {"file": named, "count": len(found.waiting)}
        print(say("driver-waiting", language, **words), file=sys.stderr)
    for at in found.withdrawn[:_MOST_NAMED]:
        *_, name = keys = pointed(at)
        whose = ["--as", keys[1]] if keys[0] == "organisations" else []
        command = shlex.join([str(named), name, *whose])
        words = {"file": named, "id": visible(name), "command": visible(command)}
        print(say("driver-withdrawn", language, **words), file=sys.stderr)
    return 0


def _merge_lines(base: Path, ours: Path, theirs: Path) -> int:
    """Another YAML file than a project: as git does by itself."""
    done = _git("merge-file", str(ours), str(base), str(theirs))
    return 1 if done is None else 0


def _install(language: str) -> None:
    """In this clone's own configuration, which git shares with nobody; the attributes are shared."""
    top = _git("rev-parse", "--show-toplevel")
    if top is None:
        raise PartnerwizError("driver-no-git")
    command = f"'{sys.executable}' -m partnerwiz merge-driver --path %P -- %O %A %B"
    _git("config", "merge.partnerwiz.name", "partnerwiz")
    _git("config", "merge.partnerwiz.driver", command)
    attributes = Path(top.strip()) / ".gitattributes"
    present = attributes.read_text(encoding="utf-8") if attributes.exists() else ""
    if ATTRIBUTES not in present.splitlines():
        gap = "" if not present or present.endswith("\n") else "\n"
        attributes.write_text(f"{present}{gap}{ATTRIBUTES}\n", encoding="utf-8")
    print(say("driver-installed", language, attributes=attributes.name))


def _git(*words: str) -> str | None:
    """What git says; None if it refuses or is not there."""
    import subprocess  # a tenth of a start: only where git is meant

    try:
        done = subprocess.run(  # noqa: S603 - git itself, no words of anyone's
            ["git", *words],  # noqa: S607 - the person's own
            check=True,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
