"""Two pages for whoever arrives in the name of one organisation, as a template reads them under
`newcomer`: where the partnership stands, what their house has said, what is still to be decided
(a facilitator's, field review).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from partnerwiz.documents.names import enumerated, forms, with_role
from partnerwiz.documents.slots import Mistake
from partnerwiz.documents.tree import Inline, Text
from partnerwiz.documents.values import Setting
from partnerwiz.documents.wording import Day, Point, Told, Wording
from partnerwiz.method.model import Question, Step
from partnerwiz.project.calling import TO_ASK, TO_REVIEW, prompts, standing
from partnerwiz.project.departing import Naming, namings
from partnerwiz.project.model import ANIMATION, TOGETHER, Organisation
from partnerwiz.project.positions import About, about, position, to_say, unconfirmed, wording
from partnerwiz.project.sittings import Sitting, last_sitting
from partnerwiz.words import say, typeset


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the organisation stands on a shared answer."""

    label: Markup
    word: Markup
    words: Markup | str
    """its own sentence"""
    counts: bool
    """whether the text is still the one it spoke of"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is named: the answer, the line, as what."""

    label: Markup
    line: Markup | str
    role: Markup | str
    awaits: bool
    """whether the line waits for its yes"""


@dataclass(frozen=True)
class Newcomer:
    _wording: Wording
    _organisation: str | None

    @property
    def the(self) -> Markup:
        return self._name("the")

    @property
    def of(self) -> Markup:
        return self._name("of")

    @property
    def partners(self) -> Markup | str:
        return self._with_role("partner")

    @property
    def associates(self) -> Markup | str:
        return self._with_role("associate")

    @property
    def funders(self) -> Markup | str:
        return self._with_role("funder")

    @property
    def step(self) -> Markup | str:
        """Where the questions stand: the first step of which something is still to be asked."""
        first = next((one for one in self._to_ask() if self._of(one).number), None)
        if first is None:
            return ""
        step = self._of(first)
        title = typeset(step.title[self._wording.language], self._wording.language)
        told = say("newcomer-step", self._wording.language, number=step.number, title=title)
        return self._wording.slots.line(Text(told))

    @property
    def met(self) -> Day:
        """The day of the last meeting."""
        return self._wording.day(self._sitting.on if self._sitting else "")

    @property
    def decided(self) -> list[Markup]:
        """What that meeting decided."""
        decided = self._sitting.decided if self._sitting else ()
        return [self._wording.said(one) for one in decided]

    @property
    def next(self) -> Day:
        return self._wording.day(self._sitting.next if self._sitting else "")

    @property
    def where(self) -> Markup | str:
        where = self._sitting.where if self._sitting else ""
        return self._wording.said(where) if where else ""

    def common(self, *ids: str) -> list[Told]:
        """What was said together, of these questions; those that nobody answered are left out."""
        return list(self._told(ids, TOGETHER))

    def said(self, *ids: str) -> list[Told]:
        """What the organisation said, of these questions."""
        return list(self._told(ids, self._who.id))

    def more(self, *ids: str) -> int:
        """How many other questions it has answered."""
        others = (one for one in self._wording.method if one.id not in ids)
        return sum(1 for one in others if self._has(one, self._who.id))

    @property
    def released(self) -> list[Told]:
        """What it made public of its private answers."""
        found = []
        for question in self._wording.method:
            value = self._who.block.released.get(question.id)
            if value and question.release is not None:
                blocks = self._wording.blocks(question, value, self._who.id)
                several = len(blocks) > 1 or question.kind in ("table", "list")
                put = self._wording.slots.put(blocks)
                label = self._capital(question)
                found.append(Told(label, self._wording.whose(self._who.id), put, several))
        return found

    @property
    def stands(self) -> list[Stand]:
        """What it said of shared answers and agrees to see printed."""
        found = []
        for one in self._abouts():
            said = self._who.block.positions[one.key]
            if not said.publish:
                continue
            word = say(f"newcomer-{said.word}", self._wording.language)
            found.append(
                Stand(
                    self._about(one),
                    self._wording.slots.line(Text(word)),
                    self._wording.said(said.words) if said.words else "",
                    position(one, self._wording.project, self._who.id) is not None,
                )
            )
        return found

    @property
    def kept(self) -> int:
        """Of how many others it told the partners where it stands, and not for print."""
        return sum(not self._who.block.positions[one.key].publish for one in self._abouts())

    @property
    def named(self) -> list[Place]:
        """The lines of shared answers that name it."""
        found = namings(self._wording.project, self._wording.method, self._who.id)
        return [self._place(one) for one in found]

    @property
    def discussed(self) -> list[Point]:
        """What is under discussion or not known yet: around the table, or its own."""
        return [
            self._wording.point(question, voice)
            for question, voice in self._wording.left_open()
            if voice in (TOGETHER, self._who.id)
        ]

    @property
    def to_say(self) -> list[Markup]:
        """The answers of which it has not said where it stands, or that have changed since; of
        lines, how many. Those that name it stand under `named`.
        """
        language = self._wording.language
        lines: dict[Question, int] = {}
        for one in to_say(self._wording.project, self._wording.method, self._who.id):
            if not one.row or one.question.positions == "rows":
                lines[one.question] = lines.get(one.question, 0) + bool(one.row)
        found = []
        for question, count in lines.items():
            told = typeset(question.label[language], language)
            told += say("newcomer-lines", language, count=count) if count else ""
            found.append(self._wording.slots.line(Text(told)))
        return found

    @property
    def owed(self) -> list[Markup]:
        """The questions that wait for its own answer."""
        return [self._wording.fixed(one.label) for one in self._to_ask(self._who.id)]

    # how it is found

    @cached_property
    def _who(self) -> Organisation:
        if self._organisation is None:
            raise Mistake("doc-no-newcomer")
        return self._wording.project.organisations[self._organisation]

    @cached_property
    def _sitting(self) -> Sitting | None:
        return last_sitting(self._wording.project)

    def _name(self, form: str) -> Markup:
        text = getattr(forms(self._who, self._wording.language), form)
        return self._wording.slots.line(Text(text, whose=self._who.id))

    def _with_role(self, role: str) -> Markup | str:
        inlines = enumerated(with_role(self._wording.project, role), self._wording.language)
        return self._wording.slots.line(*inlines) if inlines else ""

    def _of(self, question: Question) -> Step:
        return self._wording.method.steps[question.step]

    def _to_ask(self, voice: str | None = None) -> Iterator[Question]:
        """The shared questions still open on the path: of one organisation, or of all."""
        project, method = self._wording.project, self._wording.method
        for prompt in prompts(method, project, ANIMATION):
            question = prompt.question
            if question.private or (voice is not None and prompt.voice != voice):
                continue
            stands = standing(question, project, prompt.voice, method)
            if stands in (TO_ASK, TO_REVIEW) and not question.optional:
                yield question

    def _told(self, ids: tuple[str, ...], voice: str | None) -> Iterator[Told]:
        for question in (self._wording.method.questions.get(one) for one in ids):
            if question is not None and self._has(question, voice):
                told = self._wording.told(question, voice)
                if told is not None:
                    yield replace(told, label=self._capital(question))

    def _capital(self, question: Question) -> Markup:
        """Its label at the start of a paragraph."""
        label = typeset(question.label[self._wording.language], self._wording.language)
        return self._wording.slots.line(Text(label[:1].upper() + label[1:]))

    def _has(self, question: Question, voice: str | None) -> bool:
        """Whether it is that voice's to answer, and answered."""
        by = TOGETHER if question.by == "together" else voice
        if question.private or by != voice or (question.by == "initiator" and not self._starts):
            return False
        return bool(self._wording.project.value(question, voice))

    @property
    def _starts(self) -> bool:
        return self._wording.project.initiator == self._who.id

    def _abouts(self) -> Iterator[About]:
        for key in self._who.block.positions:
            found = about(key, self._wording.method)
            if found is not None and wording(found, self._wording.project) is not None:
                yield found

    def _about(self, one: About) -> Markup:
        """« objectifs : deux soirs par semaine »"""
        label = typeset(one.question.label[self._wording.language], self._wording.language)
        inlines: list[Inline] = [Text(label)]
        if one.row and (line := self._line(one.question, one.row)):
            inlines += [Text(say("doc-colon", self._wording.language)), *line]
        return self._wording.slots.line(*inlines)

    def _place(self, naming: Naming) -> Place:
        question, row, column = naming
        line = self._line(question, row) if row else ()
        return Place(
            self._wording.fixed(question.label),
            self._wording.slots.line(*line) if line else "",
            self._wording.fixed(column.ask) if column else "",
            self._who.id in unconfirmed(About(question, row), self._wording.project),
        )

    def _line(self, table: Question, row: str) -> tuple[Inline, ...]:
        """How a line is known: by its name, else its first cell that names no organisation."""
        project, method = self._wording.project, self._wording.method
        setting = Setting(project, method, self._wording.language, TOGETHER)
        value = project.value(table, TOGETHER)
        found = value.get(row) if isinstance(value, dict) else None
        if row in (names := setting.row_names(table)):
            return tuple(names[row])
        if not isinstance(found, dict):
            return tuple(setting.said(str(found or "")))
        columns = [one for one in table.columns if not one.kind.startswith("organisation")]
        cells = (setting.cell(table, one, row, found) for one in columns)
        return next((tuple(cell) for cell in cells if cell), ())
