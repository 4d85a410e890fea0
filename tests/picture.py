"""The picture of the README, from a real sitting.

    python tests/picture.py                      docs/sitting.svg, in English
    python tests/picture.py --ui fr              docs/seance.svg, in French
    python tests/picture.py --question need --size 80x30 --typed "For three winters" need.svg

It writes the example that comes with the program, takes the answer to the question out of it, so
that it stands there as it is first asked (`--answered`: as it was answered), goes to the question
as a person would, in the terminal of the tests, and draws the last screen. The same program gives
the same bytes each time. The picture needs nothing from elsewhere: no font, no address.
"""

import argparse
import io
import os
import sys
import tempfile
from html import escape
from pathlib import Path

import pyte
from reopened import reopen
from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text
from terminal import Terminal

from partnerwiz import HOME
from partnerwiz.method.reading import read_method
from partnerwiz.project.store import seats_here
from partnerwiz.words import LANGUAGES, typeset

PROGRAM = Path(sys.executable).with_name("partnerwiz")
DOCS = Path(__file__).parent.parent / "docs"
NAMES = {"fr": "seance.svg", "en": "sitting.svg"}
QUIET = "#57606a"
CURSOR = "#b6e3ff"
THEME = TerminalTheme(
    (255, 255, 255),
    (31, 35, 40),
    [
        (31, 35, 40),
        (164, 14, 38),
        (17, 99, 41),
        (125, 78, 0),
        (9, 105, 218),
        (130, 80, 223),
        (11, 104, 121),
        (87, 96, 106),
    ],
)
"""Dark on white, each colour at least 4.5 to 1; the border holds it together on a dark page."""
SVG = """\
<svg class="{unique_id}" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" \
role="img" aria-labelledby="{unique_id}-name {unique_id}-words">
<title id="{unique_id}-name">%(title)s</title>
<desc id="{unique_id}-words">%(words)s</desc>
<style>
.{unique_id} > rect {{ stroke: #afb8c1 }}
.{unique_id}-matrix {{ font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, \
"DejaVu Sans Mono", "Liberation Mono", monospace; font-size: {char_height}px; \
line-height: {line_height}px }}
.{unique_id}-title {{ font-size: 17px; font-family: system-ui, sans-serif }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


class Shaded(pyte.Screen):
    """A screen that also knows quiet text, which pyte leaves out."""

    def select_graphic_rendition(self, *attributes, **how):
        super().select_graphic_rendition(*attributes, **how)
        if 2 in attributes and 38 not in attributes and 48 not in attributes:
            self.cursor.attrs = self.cursor.attrs._replace(fg=QUIET[1:])


def sitting(question, ui, columns, rows, *, typed, answered):
    """What the program wrote, up to where it waits for the answer."""
    method = read_method(HOME / "steps")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": name,
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
        }
        made = Terminal([PROGRAM, "example", "project.yaml", "--lang", ui], folder, environment)
        made.ends(0).close()
        if not answered:
            (seat,) = seats_here(folder / "project.yaml")
            reopen(folder / "project.yaml", method, seat, {question})
        command = [PROGRAM, "resume", "project.yaml", "--question", question, "--ui", ui]
        t = Terminal(command, folder, environment, columns=columns, rows=rows)
        try:
            t.asked()
            if typed:
                t.types(typed).sees(typed)
            return t.raw
        finally:
            t.close()


def drawn(raw, columns, rows, title, name):
    """That screen as a picture: its lines, without the empty ones below."""
    screen = Shaded(columns, rows)
    pyte.ByteStream(screen).feed(raw)
    last = max(y for y in range(rows) if screen.display[y].strip() or y == screen.cursor.y)
    console = Console(
        file=io.StringIO(),
        record=True,
        width=columns,
        height=last + 2,
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
        highlight=False,
    )
    for y in range(last + 1):
        line = Text()
        for x in range(columns):
            cell = screen.buffer[y][x]
            under = (y, x) == (screen.cursor.y, screen.cursor.x) and not screen.cursor.hidden
            line.append(cell.data, style_of(cell, under))
        console.print(line, soft_wrap=True)
    said = "\n".join(line.rstrip() for line in screen.display[: last + 1]).strip("\n")
    format_ = SVG % {"title": braced(title), "words": braced(said)}
    return console.export_svg(
        title=name, theme=THEME, code_format=format_, unique_id="partnerwiz-screen"
    )


def braced(text):
    return escape(text, quote=False).replace("{", "{{").replace("}", "}}")


def style_of(cell, under):
    def colour(name):
        if name == "default":
            return None
        if len(name) == 6 and all(one in "0123456789abcdef" for one in name):
            return f"#{name}"
        return {"brown": "yellow", "brightblack": QUIET}.get(name) or name.replace(
            "bright", "bright_"
        )

    return Style(
        color=colour(cell.fg),
        bgcolor=CURSOR if under else colour(cell.bg),
        bold=cell.bold,
        italic=cell.italics,
        underline=cell.underscore,
        reverse=cell.reverse,
    )


def main():
    said = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    said.add_argument(
        "output", nargs="?", type=Path, help="else docs/sitting.svg or docs/seance.svg"
    )
    said.add_argument("--question", metavar="ID", default="mission")
    said.add_argument("--ui", choices=LANGUAGES, default="en")
    said.add_argument("--size", default="80x24", help="columns and lines")
    said.add_argument("--typed", default="", metavar="TEXT", help="typed so far, without Enter")
    said.add_argument("--answered", action="store_true", help="as the example answers it")
    wanted = said.parse_args()
    columns, rows = map(int, wanted.size.split("x"))
    raw = sitting(
        wanted.question,
        wanted.ui,
        columns,
        rows,
        typed=wanted.typed,
        answered=wanted.answered,
    )
    question = read_method(HOME / "steps").questions[wanted.question]
    ask = typeset(question.ask[wanted.ui], wanted.ui)
    output = wanted.output or DOCS / NAMES[wanted.ui]
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(drawn(raw, columns, rows, f"partnerwiz: {ask}", "partnerwiz"))
    print(output)


if __name__ == "__main__":
    main()
