"""What has been said, and by whom. Plain data that never changes: each change is a new project.

Nothing here has a `repr`: an answer must not reach an error by accident.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from partnerwiz.method.kinds import ROWED, Known, Value
from partnerwiz.method.model import Question

FORMAT = "1"
ANIMATION = "animation"
"""The seat of a neutral facilitator, who holds nobody's private file."""
TOGETHER = None
"""The voice of all; any other voice is the id of an organisation."""

ROLES = ("envisaged", "partner", "associate", "funder", "network", "declined", "left")
"""Of an organisation in this project (handout: partner is said of a project, never in general)."""
STATES = ("unknown-yet", "not-applicable", "under-discussion", "not-disclosed", "withdrawn")
"""A state an answer may be in, whether or not it has a value. `to-review` is never written: it is
what a value is that its question no longer accepts."""
POSITIONS = ("carries", "supports", "lets-pass", "cannot")
ARTICLES = ("le", "la", "les", "l’", "the", "none")
PATHS = ("short", "whole")


class State(NamedTuple):
    """What an answer is when it is not simply given."""

    name: str
    who: str = ""
    """unknown yet: who finds out; under discussion: between whom"""
    by: str = ""
    """a date"""
    note: str = ""
    on: str = ""
    """withdrawn: the date"""


@dataclass(frozen=True, slots=True, repr=False)
class Block:
    """What one voice has said: an organisation, or all together."""

    answers: Mapping[str, Value] = field(default_factory=dict)
    open: Mapping[str, State] = field(default_factory=dict)
    done: Mapping[str, str] = field(default_factory=dict)
    """steps declared done: id → date"""
    positions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    received: tuple[Mapping[str, Any], ...] = ()
    number: int = 0
    """raised at each change, so that an older copy is recognised"""
    to_review: Mapping[str, str] = field(default_factory=dict)
    """answers their question no longer accepts: id → the key of the reason"""


@dataclass(frozen=True, slots=True, repr=False)
class Organisation:
    id: str
    name: str
    article: str = "none"
    """As the name is said in a French sentence: « le CCAS », « la Mission locale »."""
    role: str = "partner"
    since: str = ""
    until: str = ""
    block: Block = Block()

    def the(self, language: str) -> str:
        """The name with its article: « le CCAS »; in English any article but none is `the`."""
        if self.article == "none" or (language == "fr" and self.article == "the"):
            return self.name
        if language != "fr":
            return f"the {self.name}"
        space = "" if self.article.endswith("’") else " "
        return f"{self.article}{space}{self.name}"


@dataclass(frozen=True, slots=True, repr=False)
class Project:
    id: str
    title: str
    initiator: str
    language: str = "fr"
    """of the documents"""
    path: str = "whole"
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    table: Block = Block()
    """what was said together"""
    private: Mapping[str, Block] = field(default_factory=dict)
    """by organisation; only those of the present seat are ever read"""
    sittings: tuple[Mapping[str, Any], ...] = ()

    @property
    def partners(self) -> tuple[Organisation, ...]:
        """In alphabetical order of their ids: nobody comes first."""
        found = (one for one in self.organisations.values() if one.role == "partner")
        return tuple(sorted(found, key=lambda one: one.id))

    def block(self, question: Question, voice: str | None) -> Block:
        """Where the answer of `voice` to `question` is kept."""
        if voice is TOGETHER:
            return self.table
        if question.private:
            return self.private.get(voice, Block())
        return self.organisations[voice].block

    def value(self, question: Question, voice: str | None) -> Value | None:
        """The answer; None: never asked."""
        return self.block(question, voice).answers.get(question.id)

    def state(self, question: Question, voice: str | None) -> State | None:
        return self.block(question, voice).open.get(question.id)

    def needs_review(self, question: Question, voice: str | None) -> bool:
        return question.id in self.block(question, voice).to_review

    def with_value(self, question: Question, voice: str | None, value: Value) -> "Project":
        """The answer given. It ends whatever state it was in."""
        block = self.block(question, voice)
        return self._with_block(
            question,
            voice,
            replace(
                block,
                answers={**block.answers, question.id: value},
                open=_without(block.open, question.id),
                to_review=_without(block.to_review, question.id),
            ),
        )

    def with_state(self, question: Question, voice: str | None, state: State) -> "Project":
        """The state declared; a value given before stays beside it."""
        block = self.block(question, voice)
        opened = replace(block, open={**block.open, question.id: state})
        return self._with_block(question, voice, opened)

    def as_before(self, question: Question, voice: str | None, before: "Project") -> "Project":
        """What `before` held for that question and voice, the rest as it is now. Organisations
        first named since then, of which nothing is said, are gone again.
        """
        block, then = self.block(question, voice), before.block(question, voice)
        project = self._with_block(
            question,
            voice,
            replace(
                block,
                answers=_put_back(block.answers, then.answers, question.id),
                open=_put_back(block.open, then.open, question.id),
                to_review=_put_back(block.to_review, then.to_review, question.id),
            ),
        )
        kept = {
            key: one
            for key, one in project.organisations.items()
            if key in before.organisations or one.block != Block() or one.role != "envisaged"
        }
        return replace(project, organisations=kept)

    def with_organisation(self, organisation: Organisation) -> "Project":
        """Added, or in the place of the one with the same id."""
        organisations = {**self.organisations, organisation.id: organisation}
        return replace(self, organisations=organisations)

    def with_done(self, step: str, voice: str | None, on: str) -> "Project":
        """The step declared done by that voice."""
        if voice is TOGETHER:
            return replace(self, table=replace(self.table, done={**self.table.done, step: on}))
        organisation = self.organisations[voice]
        done = {**organisation.block.done, step: on}
        block = replace(organisation.block, done=done, number=organisation.block.number + 1)
        return self.with_organisation(replace(organisation, block=block))

    def _with_block(self, question: Question, voice: str | None, block: Block) -> "Project":
        if voice is TOGETHER:
            return replace(self, table=block)
        if question.private:
            return replace(self, private={**self.private, voice: block})
        block = replace(block, number=block.number + 1)
        return self.with_organisation(replace(self.organisations[voice], block=block))

    def known(self, voice: str | None, questions: Mapping[str, Question]) -> Known:
        """What answers of `voice` may name in this project."""

        def rows(name: str) -> list[str]:
            return list(self.rows(name, voice, questions))

        return Known(list(self.organisations), rows)

    def rows(
        self, name: str, voice: str | None, questions: Mapping[str, Question]
    ) -> Mapping[str, str]:
        """Keys and names of the rows of an answer, or of the partners."""
        if name == "partners":
            return {one.id: one.name for one in self.partners}
        question = questions[name]
        value = self.value(question, TOGETHER if question.by == "together" else voice)
        if not isinstance(value, dict) or question.kind not in ROWED:
            return {}
        if question.kind == "list":
            return {key: str(line) for key, line in value.items()}
        first = question.columns[0].id
        return {
            key: str(row.get(first, key)) if isinstance(row, dict) else key
            for key, row in value.items()
        }


def same(one: Any, other: Any) -> bool:
    """Whether two answers are the same, the order of their lines included."""
    if isinstance(one, dict) and isinstance(other, dict) and list(one) != list(other):
        return False
    return bool(one == other)


def fingerprint(value: Value) -> str:
    """Of a wording: a position answers these very words, and counts only while they stand."""
    import hashlib
    import json

    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _without(mapping: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    return {name: value for name, value in mapping.items() if name != key}


def _put_back(now: Mapping[str, Any], then: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    return {**_without(now, key), key: then[key]} if key in then else _without(now, key)
