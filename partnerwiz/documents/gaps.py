"""How what is still open reads, in the document and in the list at its end."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from partnerwiz.documents import figures
from partnerwiz.documents.names import forms
from partnerwiz.documents.tree import Gap, Inline, Inlines, Text
from partnerwiz.method.model import Method, Question, Step
from partnerwiz.project.model import TOGETHER, Project, State
from partnerwiz.project.positions import CANNOT, REGISTER, About, position, unconfirmed
from partnerwiz.project.received import Receipt
from partnerwiz.words import Text as Words
from partnerwiz.words import say, typeset

_NAMING_STEP = 8
"""Where partners are chosen."""


@dataclass(frozen=True, slots=True)
class Saying:
    project: Project
    method: Method
    language: str

    def missing(self, question: Question, voice: str | None, state: State | None = None) -> Gap:
        """Not answered; or not known yet, with who finds out and by when."""
        return self._gap(question, voice, self._label(question), state)

    def missing_cell(self, table: Question, voice: str | None, column: Question, row: str) -> Gap:
        key = "doc-cell-of" if row else "doc-cell"
        cell = say(key, self.language, table=table.label, column=column.ask, row=row)
        return self._gap(table, voice, cell, None)

    def discussed(self, question: Question, voice: str | None, state: State | None) -> Gap:
        what = self._whose(self._label(question), voice) + self._when(state)
        if self.project.proposed(question, voice):
            what += say("doc-semicolon", self.language) + say("doc-to-choose", self.language)
        mark = say("doc-discussed", self.language, what=what)
        entry = say("doc-discussed-entry", self.language, what=what)
        return Gap(mark, self._entry(entry, voice, question.step), question.id, voice or "")

    def withdrawn(
        self, question: Question, voice: str | None, state: State | None, required: bool
    ) -> Inline:
        """A withdrawal is told either way; it is something to settle where an answer is needed."""
        on = figures.date(state.on, self.language) if state and state.on else ""
        words = say("doc-withdrawn-on" if on else "doc-withdrawn", self.language, on=on)
        if not required:
            return Text(words)
        what = self._whose(self._label(question), voice)
        told = say("doc-withdrawn-what", self.language, what=what, how=words)
        mark = say("doc-missing", self.language, what=told)
        return Gap(mark, self._entry(told, voice, question.step), question.id, voice or "")

    def to_confirm(self, question: Question, voice: str, receipt: Receipt, *, gap: bool) -> Inline:
        """Noted down by someone else, and not read again yet by the organisation whose word it is."""
        if not gap:
            return Text(self.read_again(voice, receipt))
        label, who = self._label(question), self.project.organisations[voice].the(self.language)
        noted = self._noted(receipt)
        mark = say("doc-to-confirm", self.language, what=self._whose(label, voice))
        entry = say("doc-to-confirm-entry", self.language, what=label, noted=noted, who=who)
        return Gap(mark, self._entry(entry, voice, question.step), question.id, voice)

    def read_again(self, voice: str, receipt: Receipt) -> str:
        """« (noté par téléphone le 2 mars 2026, à relire par le CCAS) »"""
        who = self.project.organisations[voice].the(self.language)
        return say("doc-to-read-again", self.language, noted=self._noted(receipt), who=who)

    def _noted(self, receipt: Receipt) -> str:
        on = figures.date(receipt.on, self.language)
        return say(f"doc-noted-{receipt.how}", self.language, on=on)

    def line(
        self, table: Question, column: Question, key: str, row: Mapping[str, Any], *, gap: bool
    ) -> Inlines:
        """What a line lacks, of the yes of the organisations that it names in this column."""
        if column.id not in table.confirm or table.id == REGISTER:
            return ()
        one, found = About(table, key), row.get(column.id)
        here = found if isinstance(found, list) else [found]
        marks: list[Inline] = []
        for each in unconfirmed(one, self.project):
            if each not in here:
                continue
            said = position(one, self.project, each)
            organisation = self.project.organisations[each]
            who, of = organisation.the(self.language), forms(organisation, self.language).of
            key_of = "doc-line-refused" if said and said.word == CANNOT else "doc-line-confirm"
            marks.append(Text(" "))
            if not gap:
                marks.append(Text(say(f"{key_of}-plain", self.language, who=who, of=of)))
                continue
            what = self._label(table)
            if said_in := line_said(table, row):
                what = say("doc-line", self.language, label=what, row=said_in)
            entry = say(f"{key_of}-entry", self.language, what=what, who=who, of=of)
            told = self._with_step(entry, self.method.steps[table.step])
            marks.append(Gap(say(key_of, self.language, who=who, of=of), told, table.id, each))
        return tuple(marks)

    def title(self) -> Gap:
        return self._plain(say("doc-title-to-find", self.language))

    def partners(self) -> Gap:
        """Nobody is a partner alone."""
        what = say("doc-partners-to-name", self.language)
        step = self.method.step_numbered(_NAMING_STEP)
        mark = say("doc-missing", self.language, what=what)
        return Gap(mark, self._with_step(what, step) if step else what)

    def _plain(self, what: str) -> Gap:
        return Gap(say("doc-missing", self.language, what=what), what)

    def _gap(self, question: Question, voice: str | None, label: str, state: State | None) -> Gap:
        what = self._whose(label, voice) + self._when(state)
        mark = say("doc-missing", self.language, what=what)
        return Gap(mark, self._entry(what, voice, question.step), question.id, voice or "")

    def _label(self, question: Question) -> str:
        return self._words(question.label)

    def _whose(self, label: str, voice: str | None) -> str:
        if voice is TOGETHER:
            return label
        name = self.project.organisations[voice].name
        return say("doc-of", self.language, label=label, organisation=name)

    def _when(self, state: State | None) -> str:
        """« ; la directrice, d’ici au 1er mars 2026 »"""
        found = self.follow_up(state)
        return say("doc-semicolon", self.language) + found if found else ""

    def follow_up(self, state: State | None) -> str:
        """Who finds out or between whom, and by when: « entre le CCAS et L’Escale, d’ici à juin 2026 »"""
        if state is None or not (state.who or state.by):
            return ""
        who = ", ".join(self._name(one.strip()) for one in state.who.split(",") if one.strip())
        if who:
            finds_out = state.name == "unknown-yet"
            who = say("doc-finds-out" if finds_out else "doc-between", self.language, who=who)
        word = "à" if self.language == "fr" else ""
        by = state.by and say(
            "doc-by", self.language, date=figures.date_after(word, state.by, self.language)
        )
        return ", ".join(part for part in (who, by) if part)

    def _name(self, who: str) -> str:
        known = self.project.organisations.get(who)
        return known.name if known else who

    def _entry(self, what: str, voice: str | None, step_id: str) -> str:
        told = say("doc-together", self.language, what=what) if voice is TOGETHER else what
        return self._with_step(told, self.method.steps[step_id])

    def _with_step(self, what: str, step: Step) -> str:
        title = self._words(step.title)
        if step.number is None:
            return say("doc-entry-of-end", self.language, what=what, title=title)
        return say("doc-entry", self.language, what=what, number=step.number, title=title)

    def _words(self, text: Words) -> str:
        return typeset(text[self.language], self.language)


def line_said(table: Question, row: Any) -> str:
    """Which line of a table or list it is: its first words."""
    if not isinstance(row, Mapping):
        return str(row)
    cells = (row.get(one.id) for one in table.columns if one.kind in ("text", "long-text"))
    return next((str(one) for one in cells if one), "")
