"""How papers for a meeting say an answer: its label, whose it is, its present wording, what is
still open about it. Unlike a charter, they mark no gap: they tell how things stand.
"""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from partnerwiz.documents import figures
from partnerwiz.documents.gaps import Saying
from partnerwiz.documents.slots import Slots
from partnerwiz.documents.tree import (
    TABLE,
    Blank,
    Blocks,
    Inline,
    Inlines,
    Items,
    Paragraph,
    Text,
)
from partnerwiz.documents.values import Setting
from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import LEFT_OPEN, counts
from partnerwiz.project.model import GONE, TOGETHER, Project
from partnerwiz.project.received import to_confirm
from partnerwiz.words import Text as Words
from partnerwiz.words import say, typeset


@dataclass(frozen=True, slots=True)
class Day:
    """A date in a template: `{{ day('le') }}`, as after `date('id', 'le')`. False: none is known."""

    text: str
    language: str
    slots: Slots

    def __bool__(self) -> bool:
        return bool(self.text)

    def __call__(self, word: str = "") -> Markup:
        """Where no date is known, a blank to fill in by hand."""
        if not self.text:
            return self.slots.line(Blank())
        return self.slots.line(Text(figures.date_after(word, self.text, self.language)))


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as it reads now. All but `several` are tokens."""

    label: Markup
    whose: Markup
    wording: Markup
    several: bool
    """whether the wording is more than one paragraph: it then stands below, not in the sentence"""


@dataclass(frozen=True, slots=True)
class Point:
    """An answer still open."""

    label: Markup
    whose: Markup
    note: Markup | str
    """what was said of it"""
    follow_up: Markup | str
    """who finds out, or between whom, and by when"""


@dataclass(frozen=True, slots=True)
class Wording:
    """The project must hold nothing private."""

    project: Project
    method: Method
    language: str
    slots: Slots

    def titled(self) -> Markup:
        """The name of the project, or a blank to fill in by hand."""
        title = self.project.title.strip()
        return self.said(title) if title else self.slots.line(Blank())

    def said(self, text: str) -> Markup:
        """A person's words."""
        return self.slots.line(*self._setting(TOGETHER).said(text))

    def fixed(self, text: Words) -> Markup:
        """A text of the method."""
        return self.slots.line(Text(typeset(text[self.language], self.language)))

    def day(self, text: str) -> Day:
        return Day(text, self.language, self.slots)

    def whose(self, voice: str | None) -> Markup:
        if voice is TOGETHER:
            return self.slots.line(Text(say("paper-together", self.language)))
        return self.slots.line(Text(self.project.organisations[voice].name, whose=voice))

    def told(self, question: Question, voice: str | None) -> Told | None:
        """None for what is private, and for what is no longer called for."""
        if question.private or not counts(question, self.project, voice, self.method):
            return None
        blocks = self._wording(question, voice)
        several = len(blocks) > 1 or not isinstance(blocks[0], Paragraph)
        label, whose = self.fixed(question.label), self.whose(voice)
        return Told(label, whose, self.slots.put(blocks), several)

    def left_open(self) -> Iterator[tuple[Question, str | None]]:
        """Every answer not known yet or under discussion, in the order of the method."""
        here = [one for one in self.project.organisations.values() if one.role not in GONE]
        for question in self.method:
            together = question.by == "together"
            for voice in [TOGETHER] if together else [one.id for one in here]:
                state = self.project.state(question, voice)
                if question.private or state is None or state.name not in LEFT_OPEN:
                    continue
                if counts(question, self.project, voice, self.method):
                    yield question, voice

    def point(self, question: Question, voice: str | None) -> Point:
        state = self.project.state(question, voice)
        told = Saying(self.project, self.method, self.language).follow_up(state)
        note = self.said(state.note) if state and state.note else ""
        if not note and self.project.proposed(question, voice):
            note = self.slots.line(Text(say("doc-to-choose", self.language)))
        return Point(
            self.fixed(question.label),
            self.whose(voice),
            note,
            self.slots.line(Text(told, whose=voice or TABLE)) if told else "",
        )

    def _wording(self, question: Question, voice: str | None) -> Blocks:
        state = self.project.state(question, voice)
        value = self.project.value(question, voice)
        if self.project.needs_review(question, voice):
            return self._only("to-review")
        if state and state.name != "under-discussion":
            return self._only(state.name)
        if value in (None, "", [], {}):
            return self._only(state.name if state else "empty")
        blocks = self.blocks(question, value, voice)
        if state:
            return (*blocks, *self._only(state.name))
        receipt = (
            to_confirm(self.project.block(question, voice)).get(question.id) if voice else None
        )
        if voice is TOGETHER or receipt is None:
            return blocks
        told = Saying(self.project, self.method, self.language).read_again(voice, receipt)
        return (*blocks, Paragraph((Text(told),)))

    def _only(self, stands: str) -> Blocks:
        return (Paragraph((Text(say(f"paper-{stands}", self.language)),)),)

    def blocks(self, question: Question, value: Any, voice: str | None) -> Blocks:
        """An answer as it reads in a message: a row of a table is one line."""
        setting = self._setting(voice)
        if question.kind != "table":
            return setting.blocks(question, value)
        rows = tuple(self._rows(setting, question, value))
        return (Items(rows),)

    def _rows(
        self, setting: Setting, table: Question, value: Mapping[str, Mapping[str, Any]]
    ) -> Iterator[Blocks]:
        """A row a line, as it reads in a message: « SIAO – porté par : l’État ; depuis : 2020 »."""
        names = setting.row_names(table)
        for key, row in value.items():
            cells = [(column, setting.cell(table, column, key, row)) for column in table.columns]
            cells = [(column, cell) for column, cell in cells if cell]
            head: Inlines = names.get(key, ())
            if not head and cells:
                head = cells.pop(0)[1]
            inlines: list[Inline] = list(head)
            for place, (column, cell) in enumerate(cells):
                between = say("doc-semicolon", self.language) if place else " – "
                colon = Text(say("doc-colon", self.language))
                inlines += [Text(between), *setting.fixed(column.ask), colon, *cell]
            yield (Paragraph(tuple(inlines)),)

    def _setting(self, voice: str | None) -> Setting:
        line = Saying(self.project, self.method, self.language).line
        unconfirmed = functools.partial(line, gap=False)
        return Setting(self.project, self.method, self.language, voice, None, unconfirmed)
