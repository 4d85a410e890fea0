"""Where people talk before anyone writes: the question alone on the screen, no field, no clock, no
example (a facilitator's screen; ours: the order of speaking is agreed by the group, not computed).
"""

import contextlib
import textwrap
from collections.abc import Sequence

from partnerwiz.method.model import Question
from partnerwiz.project.model import Project
from partnerwiz.terminal.fields import Drawing, Fields, Item, Pressed, menu_items
from partnerwiz.terminal.page import Page
from partnerwiz.words import say, typeset

_WIDEST = 66
_DIGITS = "123456789"
Lines = list[tuple[str, str]]


class Speaking:
    """The order in which organisations speak, for one sitting: agreed once, kept.

    `here`: those in the room, where that is known.
    """

    def __init__(self, here: Sequence[str] = ()) -> None:
        self._here = frozenset(here)
        self._order = list(here)
        self._heard: dict[str, set[str]] = {}
        self.agreed = False
        """whether the group has chosen it in this sitting"""

    def heard(self, what: str) -> set[str]:
        """Ids of those who have spoken on this: to be added to."""
        return self._heard.setdefault(what, set())

    def order(self, project: Project) -> list[str]:
        """Ids of those around the table; who funds and is no partner comes last."""
        there = [one.id for one in project.partners]
        there += [one.id for one in project.organisations.values() if one.role == "funder"]
        if self._here:
            there = [one for one in project.organisations if one in self._here]
        known = [one for one in self._order if one in there]
        return known + [one for one in there if one not in known]

    def agree(self, project: Project, fields: Fields, page: Page, language: str) -> None:
        """Ask who speaks first, then next, down to the last. Raises `Pressed`."""
        left: list[str] = self.order(project)
        order: list[str] = []
        while len(left) > 1:
            page.text(say("speaks-next" if order else "speaks-first", language), "bold")
            items = [Item(one, project.organisations[one].name) for one in left]
            chosen = fields.choose(items)
            order.append(chosen)
            left.remove(chosen)
        self._order = order + left
        self.agreed = True


def hold_silence(
    question: Question,
    project: Project,
    speaking: Speaking,
    fields: Fields,
    page: Page,
    language: str,
) -> None:
    """Until someone chooses to note. Raises `Pressed` for the menu and for going back."""
    spoken = speaking.heard(question.id)
    while True:
        order = speaking.order(project)
        names = [_name(one, project, language, spoken=one in spoken) for one in order]
        keys = ("nbo" if len(order) > 1 else "nb") + _DIGITS[: len(order)]
        key = fields.alone(_drawing(question, names, language, plain=page.plain), keys)
        if key == "n":
            return
        if key == "b":
            blank(fields, page, language)
        elif key == "o":
            with contextlib.suppress(Pressed):  # Escape there leaves the order as it was
                speaking.agree(project, fields, page, language)
        else:
            spoken ^= {order[int(key) - 1]}


def blank(fields: Fields, page: Page, language: str) -> None:
    """Nothing on the screen until it is wanted again."""
    if fields.plain:
        for _ in range(60):
            page.line()

    def lines(_width: int, _height: int) -> Lines:
        return [("dim", say("blanked", language))] if fields.plain else []

    with contextlib.suppress(Pressed):
        fields.alone(lines, "bh ")


def read_back(told: list[str], fields: Fields, page: Page, language: str) -> bool:
    """What was noted, alone, to whoever said it: whether it is what they said. Raises `Pressed`."""
    asked = say("read-back", language)

    def lines(width: int) -> Lines:
        found = [line for one in told for line in (*wrapped(one, width, "bold"), ("", ""))]
        return [*found, *wrapped(asked, width, ""), ("", "")]

    keys = say("keys-read-back", language)
    too_high = len(lines(page.width)) + len(wrapped(keys, page.width, "")) >= page.height
    if page.plain or too_high:
        page.line()
        for style, line in lines(page.width):
            page.line(line, style)
        choices = menu_items(language, [("yes", "read-back-yes"), ("no", "read-back-no")])
        return fields.choose(choices) == "yes"
    yes, no = (say(f"{word}-letters", language) for word in ("yes", "no"))
    chosen = fields.alone(lambda width, _: [*lines(width), *wrapped(keys, width, "dim")], yes + no)
    return chosen in yes


def _name(one: str, project: Project, language: str, *, spoken: bool) -> str:
    name = project.organisations[one].name
    return say("has-spoken", language, name=name) if spoken else name


def _drawing(question: Question, names: list[str], language: str, *, plain: bool) -> Drawing:
    """The names one under the other; in a row where the screen is too low for that. However low,
    the keys can be read.
    """
    key = f"keys{'-plain' if plain else ''}-silence{'' if len(names) > 1 else '-alone'}"

    def lines(width: int, height: int) -> Lines:
        keys = wrapped(say(key, language), width, "dim")
        room = height - 1 - len(keys)
        found: Lines = []
        for those in (names, [" · ".join(names)]):
            found = _lines(question, those, width, language)
            if not height or len(found) <= room:
                return [*found, *keys]
        found = [line for line in found if line[1]]
        return [*found[:room], *keys]

    return lines


def _lines(question: Question, names: list[str], width: int, language: str) -> Lines:
    found = [*wrapped(typeset(question.ask[language], language), width, "bold"), ("", "")]
    if question.talk:
        found += [*wrapped(typeset(question.talk[language], language), width, ""), ("", "")]
    for number, name in enumerate(names, start=1):
        digit = f"{number}  " if number <= len(_DIGITS) and len(names) > 1 else ""
        found += wrapped(digit + name, width, "")
    if names:
        found += [*wrapped(say("people-speak", language), width, ""), ("", "")]
    return found


def wrapped(text: str, width: int, style: str) -> Lines:
    """A text in the middle of a wide screen."""
    margin = " " * max(2, (width - _WIDEST) // 2) if width > 44 else " "
    room = max(16, min(width - 2 * len(margin), _WIDEST))
    found = [
        line
        for paragraph in text.split("\n")
        for line in textwrap.wrap(paragraph, room, break_on_hyphens=False) or [""]
    ]
    return [(style, margin + line) for line in found]
