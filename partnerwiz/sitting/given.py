"""Answers given without a keyboard: the same checks, all refusals at once, nothing saved if one
of them stands.
"""

from pathlib import Path
from typing import Any

from partnerwiz.errors import PartnerwizError, Unreadable
from partnerwiz.method.kinds import OTHER, ROWED, Refused, check, is_key
from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import counts
from partnerwiz.project.model import ANIMATION, STATES, TOGETHER, Project, State
from partnerwiz.project.received import Receipt, came
from partnerwiz.yamlfile import close, compose, key_problems, plain, read_text

Given = tuple[str, Any]
"""ID, ID/ROW or ID/ROW/COLUMN, and a raw value or a `State`."""


class RefusedAnswers(Exception):
    """All that was refused, by path."""

    def __init__(self, reasons: list[tuple[str, Refused]]) -> None:
        super().__init__("refused")
        self.reasons = reasons


def from_words(words: list[str], method: Method) -> list[Given]:
    """`ID=VALUE` words. A choice `other` is `ID=other: its words`."""
    given: list[Given] = []
    reasons = []
    for word in words:
        path, equals, text = word.partition("=")
        if not equals or not path:
            reasons.append((word[:40], Refused("answer-form", text=word)))
            continue
        named = path.partition("/")[0]
        question = _column(method.questions.get(method.older_ids.get(named, named)), path)
        given.append((path, _with_other(question, text)))
    if reasons:
        raise RefusedAnswers(reasons)
    return given


def _column(question: Question | None, path: str) -> Question | None:
    parts = path.split("/")
    if question and question.kind == "table" and len(parts) == 3:
        return next((one for one in question.columns if one.id == parts[2]), None)
    return question


def _with_other(question: Question | None, text: str) -> Any:
    if question is None or question.kind not in ("choice", "choices", "organisation"):
        return text
    parts = [text] if question.kind != "choices" else [part.strip() for part in text.split(",")]
    read = [
        {OTHER: part.partition(":")[2].strip()} if part.startswith(f"{OTHER}:") else part
        for part in parts
    ]
    return read if question.kind == "choices" else read[0]


def from_block(path: Path) -> list[Given]:
    """The `answers:` of a YAML file, and its `open:` states."""
    root = compose(read_text(path), path)
    if problems := key_problems(root, path):
        raise Unreadable(problems)
    data = plain(root)
    answers = data.get("answers") if isinstance(data, dict) else None
    states = data.get("open", {}) if isinstance(data, dict) else {}
    answers, states = answers or {}, states or {}
    blocks = isinstance(answers, dict) and isinstance(states, dict)
    if not blocks or not (answers or states):
        raise PartnerwizError("from-not-block", file=path)
    given: list[Given] = list(answers.items())
    for question_id, state in states.items():
        told = state if isinstance(state, dict) else {"state": state}
        texts = {key: _joined(told.get(key, "")) for key in ("who", "by", "note")}
        given.append((question_id, State(_joined(told.get("state", "")), **texts)))
    return given


def _joined(told: Any) -> str:
    return ", ".join(map(str, told)) if isinstance(told, list) else str(told)


def with_given(
    project: Project,
    given: list[Given],
    method: Method,
    seat: str,
    receipt: Receipt | None = None,
) -> Project:
    """The project with all of them, told by `receipt` how they came, in the order of the method whatever the order they were given
    in: an answer may name the lines of an earlier one. Raises `RefusedAnswers` with every one that
    is refused.
    """
    place = {question_id: number for number, question_id in enumerate(method.questions)}

    def order(one: tuple[int, Given]) -> int:
        named = one[1][0].partition("/")[0]
        return place.get(method.older_ids.get(named, named), -1)

    reasons: dict[int, tuple[str, Refused]] = {}
    for number, (path, raw) in sorted(enumerate(given), key=order):
        try:
            project = _with_one(project, path, raw, method, seat, receipt)
        except Refused as refused:
            reasons[number] = (path[:80], refused)
    if reasons:
        raise RefusedAnswers([reasons[number] for number in sorted(reasons)])
    return project


def _with_one(
    project: Project, path: str, raw: Any, method: Method, seat: str, receipt: Receipt | None
) -> Project:
    question_id, *within = path.split("/")
    question = method.questions.get(method.older_ids.get(question_id, question_id))
    if question is None:
        hint = close(question_id, method.questions)
        raise Refused(
            "no-such-question-near" if hint else "no-such-question", value=question_id, hint=hint
        )
    voice = _voice(question, project, seat)
    if not counts(question, project, voice, method):
        raise Refused("answer-path")
    if isinstance(raw, State):
        if within:
            raise Refused("answer-state-whole", id=question.id)
        project = project.with_state(question, voice, _checked_state(raw))
        return came(project, question, voice, seat, receipt)
    if within:
        raw = _within(question, project.value(question, voice), within, raw)
    value = check(question, raw, project.known(voice, method.questions))
    project = project.with_value(question, voice, value)
    return came(project, question, voice, seat, receipt)


def _voice(question: Question, project: Project, seat: str) -> str | None:
    if question.by == "together":
        return TOGETHER
    if seat == ANIMATION:
        raise Refused("answer-whose")
    if question.by == "initiator" and seat != project.initiator:
        raise Refused("answer-initiator")
    return seat


def _within(question: Question, present: Any, within: list[str], raw: Any) -> Any:
    """The whole answer with one of its lines or cells changed."""
    if question.kind not in ROWED:
        raise Refused("answer-not-rows", id=question.id)
    rows = dict(present) if isinstance(present, dict) else {}
    row = within[0]
    if not is_key(row):
        raise Refused("bad-row-key", text=row)
    if question.kind == "list" and len(within) == 1:
        return {**rows, row: raw}
    if question.kind == "table" and len(within) == 2:
        cells = rows.get(row)
        return {**rows, row: {**(cells if isinstance(cells, dict) else {}), within[1]: raw}}
    raise Refused("answer-cell" if question.kind == "table" else "answer-not-rows", id=question.id)


def _checked_state(state: State) -> State:
    allowed = [one for one in STATES if one != "withdrawn"]
    if state.name not in allowed:
        raise Refused("answer-not-state", text=state.name, allowed=", ".join(allowed))
    by = Question(id="by", kind="date", ask={}, label={}, optional=True)
    return State(state.name, who=state.who, by=str(check(by, state.by)), note=state.note)
