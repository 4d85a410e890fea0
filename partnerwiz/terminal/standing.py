"""The words of the table on which one says where one stands; then where each does, side by side."""

import contextlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from partnerwiz.method.model import Method
from partnerwiz.project.model import TOGETHER, Position, Project
from partnerwiz.project.positions import About, earlier, named, parted, position, said, wording
from partnerwiz.terminal.fields import Fields, Pressed
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.silence import Lines, Speaking, blank, wrapped
from partnerwiz.terminal.told import Telling
from partnerwiz.words import say, typeset


@dataclass(frozen=True, slots=True)
class Standing:
    """On one page, in one language."""

    method: Method
    page: Page
    language: str

    def wording(self, one: About, project: Project, organisation: str, *, home: bool) -> None:
        """The words alone; at `home`, with what `organisation` said of former ones."""
        page, language = self.page, self.language
        page.rule(typeset(one.question.label[language], language))
        page.text(say("stand-wording", language), "accent")
        value = wording(one, project)
        for line in self._lines(one, project):
            page.text(line, indent=4)
        if not organisation:
            return
        if one.row and value is not None and organisation in named(one.question, value):
            page.text(say("stand-named", language), "bold")
        before = earlier(one, project, organisation) if home else None
        if before and position(one, project, organisation) is None:
            told = say("stand-earlier", language, said=self._in_words(before))
            page.text(told, "dim")

    def side_by_side(
        self, one: About, project: Project, order: Sequence[str] = (), *, parting: bool = False
    ) -> None:
        """One line for each. `parting`: where they part, what to do of it is said too."""
        page, language = self.page, self.language
        page.line()
        page.text(say("stand-all", language), "accent")
        for line in self._each(one, project, order):
            page.text(line, indent=4, first="  -")
        if parting and parted(said(one, project).values()):
            page.line()
            page.text(say("stand-parted", language))

    def talked_over(self, one: About, project: Project, speaking: Speaking, fields: Fields) -> bool:
        """Where they part: alone on the screen, with who has spoken, until they go on. Whether it
        was: they do not part, or it is more than can be seen at once. Raises `Pressed`.
        """
        language, spoken = self.language, speaking.heard(one.key)
        on = say("go-on", language).partition("|")[0]
        if not parted(said(one, project).values()):
            return False
        while True:
            order = [each for each in speaking.order(project) if each in said(one, project)]
            told = self._each(one, project, order, spoken)
            if not self.page.plain and len(self._drawn(one, project, told, self.page.width)) >= (
                self.page.height
            ):
                return False
            digits = "".join(str(number) for number in range(1, min(10, len(order) + 1)))
            key = fields.alone(
                lambda width, _, told=told: self._drawn(one, project, told, width),  # type: ignore[misc]
                on + "bo" + digits,
            )
            if key == on:
                return True
            if key == "b":
                blank(fields, self.page, language)
            elif key == "o":
                with contextlib.suppress(Pressed):  # Escape there leaves the order as it was
                    speaking.agree(project, fields, self.page, language)
            else:
                spoken ^= {order[int(key) - 1]}

    def _drawn(self, one: About, project: Project, told: Sequence[str], width: int) -> Lines:
        drawn: Lines = []
        for text in self._lines(one, project):
            drawn += wrapped(text, width, "bold")
        drawn.append(("", ""))
        for number, text in enumerate(told, start=1):
            drawn += wrapped(f"{number}  {text}", width, "")
        drawn += [("", ""), *wrapped(say("stand-parted", self.language), width, ""), ("", "")]
        keys = "keys-plain-stand" if self.page.plain else "keys-stand"
        return [*drawn, *wrapped(say(keys, self.language), width, "dim")]

    def _each(
        self,
        one: About,
        project: Project,
        order: Sequence[str],
        spoken: Collection[str] = (),
    ) -> list[str]:
        found, told = said(one, project), []
        for each in dict.fromkeys((*(one for one in order if one in found), *found)):
            name = project.organisations[each].name
            if each in spoken:
                name = say("has-spoken", self.language, name=name)
            what = found[each]
            after = self._in_words(what) if what else say("stand-not-yet", self.language)
            told.append(say("colon", self.language, before=name, after=after))
        return told

    def _lines(self, one: About, project: Project) -> list[str]:
        value = wording(one, project)
        telling = Telling(project, self.method.questions, TOGETHER, self.language)
        return telling.lines(one.question, {one.row: value} if one.row else value)

    def _in_words(self, found: Position) -> str:
        word = say(f"choice-{found.word}", self.language)
        if not found.words:
            return word
        return say("stand-with-words", self.language, word=word, words=found.words)
