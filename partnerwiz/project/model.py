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
GONE = ("declined", "left")
"""Roles of those of whom nothing more is asked."""
STATES = ("unknown-yet", "not-applicable", "under-discussion", "not-disclosed", "withdrawn")
"""A state an answer may be in, whether or not it has a value. `to-review` is never written: it is
what a value is that its question no longer accepts."""
POSITIONS = ("carries", "supports", "lets-pass", "cannot")
"""What one organisation may say of a shared answer (a facilitator's, rewrites, step 14)."""
HOW = ("own-hand", "phone", "paper", "session", "relayed")
"""How an answer came from an organisation to whoever keeps the file; relayed: in another's copy."""
ARTICLES = ("le", "la", "les", "l’", "the", "none")
PATHS = ("short", "whole")
MOST_CHANGES = 999_999_999
"""A block's number stays there: a copy that claims as many must not make a file unreadable."""


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


class Position(NamedTuple):
    """What one organisation says of a shared answer, or of one of its lines."""

    word: str
    """one of `POSITIONS`"""
    words: str = ""
    """its own sentence"""
    of: str = ""
    """the fingerprint of the wording it answers: it counts only while that stands"""
    on: str = ""
    publish: bool = False
    """whether it may be printed"""


class Proposal(NamedTuple):
    """Another wording of one entry of the file, waiting for a choice: what two copies changed each
    in its own way.
    """

    at: str
    """where: `answers/need`, `organisations/ccas/answers/mission` (see `pointer`)"""
    value: Any = None
    """None: none, only a state"""
    state: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Block:
    """What one voice has said: an organisation, or all together."""

    answers: Mapping[str, Value] = field(default_factory=dict)
    open: Mapping[str, State] = field(default_factory=dict)
    done: Mapping[str, str] = field(default_factory=dict)
    """steps declared done: id → date"""
    positions: Mapping[str, Position] = field(default_factory=dict)
    """of a shared answer, by its id; of one of its lines, by ID/ROW"""
    released: Mapping[str, Value] = field(default_factory=dict)
    """what this organisation made public of its private answers"""
    received: tuple[Mapping[str, Any], ...] = ()
    """how answers came here: see `received`"""
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
    proposals: tuple[Proposal, ...] = ()
    """wordings between which nobody has chosen yet"""
    former: tuple[str, ...] = ()
    """organisations that were the initiator before: what they said as such is still theirs"""

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

    def may_hold(self, question: Question, voice: str | None) -> bool:
        """Whether an answer of `voice` to `question` has a place in these files."""
        if question.by == "together" or voice is TOGETHER:
            return question.by == "together" and voice is TOGETHER
        started = question.by != "initiator" or voice in (self.initiator, *self.former)
        return started and voice in self.organisations

    def value(self, question: Question, voice: str | None) -> Value | None:
        """The answer; None: never asked."""
        return self.block(question, voice).answers.get(question.id)

    def state(self, question: Question, voice: str | None) -> State | None:
        """The state it is in. While two wordings wait for a choice, it is under discussion."""
        state = self.block(question, voice).open.get(question.id)
        if state is None and self.proposals and self.proposed(question, voice):
            return State("under-discussion")
        return state

    def proposed(self, question: Question, voice: str | None) -> tuple[Proposal, ...]:
        """The wordings that wait for a choice."""
        at = pointer(*answer_path(question.id, voice))
        return tuple(one for one in self.proposals if one.at == at and not question.private)

    def needs_review(self, question: Question, voice: str | None) -> bool:
        return question.id in self.block(question, voice).to_review

    def with_value(self, question: Question, voice: str | None, value: Value) -> "Project":
        """The answer given. It ends whatever state it was in, and any choice between wordings."""
        block = self.block(question, voice)
        given = replace(
            block,
            answers={**block.answers, question.id: value},
            open=_without(block.open, question.id),
            to_review=_without(block.to_review, question.id),
        )
        return self._with_block(question, voice, given).settled(question, voice)

    def with_state(self, question: Question, voice: str | None, state: State) -> "Project":
        """The state declared; a value given before stays beside it."""
        block = self.block(question, voice)
        opened = replace(block, open={**block.open, question.id: state})
        return self._with_block(question, voice, opened)

    def settled(self, question: Question, voice: str | None) -> "Project":
        """With no other wording of that answer waiting."""
        if not self.proposals or question.private:
            return self
        at = pointer(*answer_path(question.id, voice))
        return replace(self, proposals=tuple(one for one in self.proposals if one.at != at))

    def without(self, question: Question, voice: str | None, on: str) -> "Project":
        """The answer withdrawn: nothing of it stays but the day."""
        block = self.block(question, voice)
        gone = replace(
            block,
            answers=_without(block.answers, question.id),
            open={**block.open, question.id: State("withdrawn", on=on)},
            to_review=_without(block.to_review, question.id),
        )
        return self._with_block(question, voice, gone).settled(question, voice)

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
        project = project.settled(question, voice)
        proposals = (*project.proposals, *before.proposed(question, voice))
        return replace(project, organisations=kept, proposals=proposals)

    def with_organisation(self, organisation: Organisation) -> "Project":
        """Added, or in the place of the one with the same id."""
        organisations = {**self.organisations, organisation.id: organisation}
        return replace(self, organisations=organisations)

    def with_block(self, organisation: str, **changed: Any) -> "Project":
        """With these fields of that organisation's block changed, and its number raised."""
        one = self.organisations[organisation]
        block = replace(one.block, number=one.block.number + 1, **changed)
        return self.with_organisation(replace(one, block=block))

    def with_done(self, step: str, voice: str | None, on: str) -> "Project":
        """The step declared done by that voice."""
        if voice is TOGETHER:
            return replace(self, table=replace(self.table, done={**self.table.done, step: on}))
        return self.with_block(voice, done={**self.organisations[voice].block.done, step: on})

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


def pointer(*path: str) -> str:
    """A place in the file as one word: keys parted by `/` (as JSON pointers escape them)."""
    return "/".join(key.replace("~", "~0").replace("/", "~1") for key in path)


def pointed(at: str) -> tuple[str, ...]:
    """The keys of a `pointer`."""
    return tuple(key.replace("~1", "/").replace("~0", "~") for key in at.split("/"))


def answer_path(question_id: str, voice: str | None) -> tuple[str, ...]:
    """Where a shared answer stands in the file."""
    if voice is TOGETHER:
        return ("answers", question_id)
    return ("organisations", voice, "answers", question_id)


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
