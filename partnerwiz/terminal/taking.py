"""Taking or leaving what others said. In the sender's own name, all together or point by point;
everything else point by point.
"""

from collections.abc import Sequence

from partnerwiz.method.kinds import Refused
from partnerwiz.method.model import Method
from partnerwiz.project.model import Project
from partnerwiz.project.taking import Difference, take
from partnerwiz.terminal.differences import Differences
from partnerwiz.terminal.fields import Fields, Pressed, menu_items
from partnerwiz.terminal.page import Page
from partnerwiz.words import say

_TOGETHER = [
    ("all", "merge-take-all"),
    ("each", "merge-one-by-one"),
    ("none", "merge-take-none"),
]
_ONE = [("leave", "merge-leave-one"), ("take", "merge-take-one"), ("stop", "merge-stop")]


class Stop(Exception):
    """No more is looked at; what was taken so far is kept."""


class Taking:
    """What one person takes of one file."""

    def __init__(
        self,
        shown: Differences,
        project: Project,
        method: Method,
        fields: Fields,
        page: Page,
        language: str,
    ) -> None:
        self._shown = shown
        self._tried = project
        """as it would be with what was chosen so far"""
        self._method = method
        self._fields = fields
        self._page = page
        self._language = language
        self._taken: list[Difference] = []

    def chosen(self) -> list[Difference]:
        """In the order they were shown."""
        try:
            for found, key in self._shown.parts():
                self._shown.part(found, key)
                together = key == "merge-own" and bool(found)
                for one in found if together else ():
                    self._shown.one(one)
                how = self._ask("merge-ask-own", _TOGETHER, "none") if together else "each"
                if how == "all":
                    for one in found:
                        self._take(one)
                elif how == "each":
                    self._one_by_one(found)
        except Stop:
            pass
        return self._taken

    def _one_by_one(self, found: Sequence[Difference]) -> None:
        for one in found:
            self._page.line()
            self._shown.one(one)
            if one.refused:
                continue
            chosen = self._ask("merge-ask-one", _ONE, "leave")
            if chosen == "take":
                self._take(one)
            elif chosen == "stop":
                raise Stop

    def _take(self, one: Difference) -> None:
        """Unless it names what was left: a line, an organisation."""
        try:
            self._tried = take(self._tried, one, self._method)
        except Refused as refused:
            why = refused.say(self._language)
            self._page.text(say("merge-refused", self._language, why=why), "warn")
        else:
            self._taken.append(one)

    def _ask(self, key: str, entries: list[tuple[str, str]], otherwise: str) -> str:
        self._page.line()
        self._page.text(say(key, self._language, name=self._shown.sender), "bold")
        try:
            return self._fields.choose(menu_items(self._language, entries))
        except Pressed:  # Escape takes nothing
            return otherwise
