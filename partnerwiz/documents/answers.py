"""What a template may read: functions over one project in one language, and nothing else.

The project is emptied of what is private before anything looks at it.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from partnerwiz.documents import figures, gaps
from partnerwiz.documents.names import Named, enumerated, named, with_role
from partnerwiz.documents.slots import Mistake, Slots
from partnerwiz.documents.stands import Stands
from partnerwiz.documents.tree import Blank, Block, Blocks, Inline, Paragraph, Text
from partnerwiz.documents.values import Setting
from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import ENOUGH, counts
from partnerwiz.project.model import TOGETHER, Organisation, Project, State
from partnerwiz.project.received import to_confirm
from partnerwiz.words import say

LAST_STEP_OF_A_CHARTER = 12
"""What steps 13 to 19 ask is worked out together once the frame is signed: never a gap."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """An answer as a document sees it: a value to print, a mark to print, both or neither."""

    value: Any = None
    mark: Inline | None = None


class Answers:
    def __init__(self, project: Project, method: Method, language: str, slots: Slots) -> None:
        self._project = replace(project, private={})
        self._method = method
        self._language = language
        self._slots = slots
        self._say = gaps.Saying(self._project, method, language)
        self._stands = Stands(self._project, method, language, slots)
        self._begun = _begun(self._project, method)

    def context(self) -> dict[str, Any]:
        """The names a template knows. The head of `templates/fr/charter.md` tells the main ones."""
        partners, associates = self._partners(), with_role(self._project, "associate")
        return {
            "title": self._title(),
            "language": self._language,
            "partners": [self._named(one) for one in partners],
            "associates": [self._named(one) for one in associates],
            "associate_names": self._slots.line(*enumerated(associates, self._language)),
            "partner_names": self._partner_names(partners),
            "partners_to_name": self._slots.line(self._say.partners())
            if len(partners) < ENOUGH
            else "",
            "answer": self.answer,
            "mark": self.mark,
            "given": self.given,
            "told": self.told,
            "tellers": self.tellers,
            "rows": self.rows,
            "date": self.date,
            "debates": self._stands.debates,
            "asks": self.asks,
            "blank": self._slots.line(Blank()),
        }

    # what templates call

    def answer(self, question_id: str, organisation: Named | str | None = None) -> Markup | str:
        """The answer, then its mark if it has one."""
        question, voice = self._place(question_id, organisation)
        standing = self._standing(question, voice)
        blocks: Blocks = ()
        if standing.value is not None:
            blocks = self._setting(question, voice).blocks(question, standing.value)
        return self._put(blocks, standing.mark)

    def mark(self, question_id: str, organisation: Named | str | None = None) -> Markup | str:
        """Only the mark: for after `rows`, and for where the answer is set another way."""
        question, voice = self._place(question_id, organisation)
        return self._put((), self._standing(question, voice).mark)

    def given(self, question_id: str, organisation: Named | str | None = None) -> bool:
        question, voice = self._place(question_id, organisation)
        return self._standing(question, voice).value is not None

    def told(self, question_id: str, organisation: Named | str | None = None) -> bool:
        """Whether anything would be printed: the answer, or the mark of what is missing."""
        question, voice = self._place(question_id, organisation)
        standing = self._standing(question, voice)
        return standing.value is not None or standing.mark is not None

    def tellers(self, question_id: str) -> list[Named]:
        """The partners for whom anything would be printed."""
        return [self._named(one) for one in self._partners() if self.told(question_id, one.id)]

    def rows(
        self, question_id: str, organisation: Named | str | None = None
    ) -> list[Markup | dict[str, Markup | str]]:
        """Of a list: its lines. Of a table: for each row, its cells by column."""
        question, voice = self._place(question_id, organisation)
        value = self._standing(question, voice).value
        if not isinstance(value, Mapping):
            return []
        setting = self._setting(question, voice)
        if question.kind != "table":
            return [self._slots.line(*setting.said(str(line))) for line in value.values()]
        names = setting.row_names(question)
        found: list[Markup | dict[str, Markup | str]] = []
        for key, row in value.items():
            cells = {one.id: setting.cell(question, one, key, row) for one in question.columns}
            cells |= {"row": names[key]} if key in names else {}
            found.append(
                {name: self._slots.line(*cell) if cell else "" for name, cell in cells.items()}
            )
        return found

    def date(
        self, question_id: str, word: str = "", organisation: Named | str | None = None
    ) -> Markup | str:
        """A date after « à », « de » or « le », which French contracts; with its mark."""
        question, voice = self._place(question_id, organisation)
        if question.kind != "date":
            raise Mistake("doc-no-date", name=question_id)
        standing = self._standing(question, voice)
        if standing.value is None:
            return self._put((), standing.mark)
        text = Text(figures.date_after(word, standing.value, self._language))
        return self._put((Paragraph((text,)),), standing.mark)

    def asks(self, question_id: str) -> bool:
        return question_id in self._method.questions

    # how an answer stands

    def _place(
        self, question_id: str, organisation: Named | str | None
    ) -> tuple[Question, str | None]:
        """The question and whose answer is asked for. A template may not ask for what is private."""
        question = self._method.questions.get(question_id)
        if question is None:
            raise Mistake("doc-unknown", name=question_id)
        if question.private:
            raise Mistake("doc-private", name=question_id)
        voice = organisation.id if isinstance(organisation, Named) else organisation
        if (question.by == "each") != (voice is not None):
            raise Mistake("doc-each" if voice is None else "doc-together-only", name=question_id)
        if voice is not None and voice not in self._project.organisations:
            raise Mistake("doc-no-organisation", name=voice)
        return question, self._project.initiator if question.by == "initiator" else voice

    def _standing(self, question: Question, voice: str | None) -> _Standing:
        project = self._project
        if not counts(question, project, voice, self._method):
            return _Standing()
        if project.needs_review(question, voice):
            return _Standing(mark=self._say.missing(question, voice))
        value = project.value(question, voice)
        given = None if value in ("", [], {}) else value
        state = project.state(question, voice)
        if state is None and given is not None:
            return _Standing(given, self._to_confirm(question, voice))
        return self._open(question, voice, state, given)

    def _open(
        self, question: Question, voice: str | None, state: State | None, given: Any
    ) -> _Standing:
        required = self._required(question, voice)
        match state.name if state else "":
            case "under-discussion":
                return _Standing(given, self._say.discussed(question, voice, state))
            case "not-applicable" | "not-disclosed" as name:
                return _Standing(mark=Text(say(f"doc-{name}", self._language)))
            case "withdrawn":
                return _Standing(mark=self._say.withdrawn(question, voice, state, required))
            case _:
                return _Standing(
                    mark=self._say.missing(question, voice, state) if required else None
                )

    def _to_confirm(self, question: Question, voice: str | None) -> Inline | None:
        if voice is TOGETHER:
            return None
        receipt = to_confirm(self._project.block(question, voice)).get(question.id)
        if receipt is None:
            return None
        number = self._method.steps[question.step].number
        gap = number is not None and number <= LAST_STEP_OF_A_CHARTER
        return self._say.to_confirm(question, voice, receipt, gap=gap)

    def _required(self, question: Question, voice: str | None) -> bool:
        """What the short path asks, on both paths; on the whole one, also all that is asked by the
        steps up to 12 that have been begun beyond it: what is not reached yet is no gap.
        """
        number = self._method.steps[question.step].number
        if question.optional or number is None or number > LAST_STEP_OF_A_CHARTER:
            return False
        if not question.short and (
            self._project.path == "short" or question.step not in self._begun
        ):
            return False
        if question.by == "each" and voice is not TOGETHER:
            return self._project.organisations[voice].role == "partner"
        return True

    # how it is set

    def _setting(self, question: Question, voice: str | None) -> Setting:
        def missing(table: Question, column: Question, row: str) -> tuple[Inline, ...]:
            return (self._say.missing_cell(table, voice, column, row),)

        required = self._required(question, voice)
        return Setting(
            self._project,
            self._method,
            self._language,
            voice,
            missing if required else None,
            functools.partial(self._say.line, gap=required),
        )

    def _put(self, blocks: Blocks, mark: Inline | None) -> Markup | str:
        """The mark goes on from the last line of the answer, where there is a line."""
        if mark is not None:
            *before, last = blocks or (Paragraph(()),)
            after: list[Block] = [last, Paragraph((mark,))]
            if isinstance(last, Paragraph):
                space = (Text(" "),) if last.inlines else ()
                after = [Paragraph((*last.inlines, *space, mark))]
            blocks = (*before, *after)
        return self._slots.put(blocks) if blocks else ""

    def _title(self) -> Markup:
        if not self._project.title.strip():
            return self._slots.line(self._say.title())
        setting = Setting(self._project, self._method, self._language)
        return self._slots.line(*setting.said(self._project.title))

    def _partners(self) -> list[Organisation]:
        return with_role(self._project, "partner")

    def _named(self, organisation: Organisation) -> Named:
        return named(organisation, self._language, self._slots)

    def _partner_names(self, partners: list[Organisation]) -> Markup:
        """Short of two, with the mark that says so."""
        inlines = enumerated(partners, self._language)
        if len(partners) < ENOUGH:
            inlines = (*inlines, *((Text(" "),) if inlines else ()), self._say.partners())
        return self._slots.line(*inlines)


def _begun(project: Project, method: Method) -> set[str]:
    """The steps of which anyone has answered more than the short path asks."""
    blocks = (project.table, *(one.block for one in project.organisations.values()))
    answered = {question_id for block in blocks for question_id in (*block.answers, *block.open)}
    return {question.step for one in answered if not (question := method.questions[one]).short}
