"""A yes before what cannot simply be undone: asked at a terminal, given by `--yes` elsewhere."""

import sys
from typing import TYPE_CHECKING

import typer

from partnerwiz.cli.options import is_terminal
from partnerwiz.words import say

if TYPE_CHECKING:
    from partnerwiz.terminal.page import Page


def agreed(page: "Page", language: str, key: str, *, yes: bool) -> bool:
    """The answer to the question `key`. Raises `typer.Exit` where there is nobody to ask."""
    if yes:
        return True
    if not is_terminal():
        print(say("agree-nobody", language), file=sys.stderr)
        raise typer.Exit(2)
    from partnerwiz.terminal.fields import Left, fields_for, yes_no_items

    page.line()
    page.text(say(key, language), "bold")
    try:
        return fields_for(page, language).choose(yes_no_items(language), "no") == "yes"
    except Left:
        return False
