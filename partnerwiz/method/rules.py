"""Rules across the files of a method: each a plain function, method → problems."""

from collections.abc import Callable, Mapping
from typing import Any

from partnerwiz.errors import Problem
from partnerwiz.method.kinds import ROWED
from partnerwiz.method.model import Condition, Method, Question
from partnerwiz.yamlfile import close


def _unique(method: Method) -> list[Problem]:
    first: dict[str, Question] = {}
    problems = []
    for step in method.steps.values():
        for question in step.questions:
            for one in (question.id, *question.was):
                other = first.setdefault(one, question)
                if other is not question:
                    place = f"{other.file.name}:{other.line}"
                    problems.append(_at(question, "id-twice", value=one, other=place))
    return problems


def _references(method: Method) -> list[Problem]:
    order = {question_id: place for place, question_id in enumerate(method.questions)}
    problems: list[Problem] = []
    for question in method:
        named = [("when", condition.question) for condition in question.when]
        named += [("recall", one) for one in question.recall]
        named += [("carry", question.carry)] if question.carry else []
        if isinstance(question.rows, str) and question.rows != "partners":
            named.append(("rows", question.rows))
        named += [("of", column.of) for column in question.columns if column.of]
        named += [("of", question.of)] if question.of else []
        for name, one in named:
            problems.extend(_reference(question, name, one, method, order))
    return problems


def _reference(
    question: Question, name: str, named: str, method: Method, order: Mapping[str, int]
) -> list[Problem]:
    if named not in order:
        hint = close(named, order)
        return [_at(question, "unknown-reference", name=name, value=named, hint=hint)]
    other = method.questions[named]
    problems = []
    if order[named] >= order[question.id]:
        place = f"{other.file.name}:{other.line}"
        problems.append(_at(question, "forward-reference", name=name, value=named, other=place))
    # lines of one's own private answer may become a shared list: each one ticked by its owner
    ticked = name == "carry" and other.private and question.kind == "list" and other.kind in ROWED
    if other.private and not ticked and not (question.private and name in ("rows", "of")):
        problems.append(_at(question, "private-reference", name=name, value=named))
    if name in ("rows", "of") and other.kind not in ROWED:
        problems.append(_at(question, "not-rows", value=named))
    if name == "carry" and not ticked and not _can_carry(other.kind, question.kind):
        values = {"from_kind": other.kind, "kind": question.kind}
        problems.append(_at(question, "cannot-carry", **values))
    return problems


def _can_carry(from_kind: str, kind: str) -> bool:
    return from_kind == kind or (from_kind, kind) in {
        ("list", "long-text"),
        ("text", "long-text"),
    }


def _condition_values(method: Method) -> list[Problem]:
    problems: list[Problem] = []
    for question in method:
        for condition in question.when:
            other = method.questions.get(condition.question)
            if other is None:
                continue
            problems.extend(_impossible(question, condition, other))
    return problems


def _impossible(question: Question, condition: Condition, other: Question) -> list[Problem]:
    """Values a condition wants that the question it names cannot have."""
    own = ["yes", "no"] if other.kind == "yes-no" else list(other.options)
    possible = [*own, "any", "empty"]
    allowed = ", ".join(possible)
    return [
        _at(question, "not-an-option", value=value, asked=other.id, allowed=allowed)
        for value in condition.values
        if value not in possible
    ]


def _endings(method: Method) -> list[Problem]:
    """`may-end` speaks of options of its own question."""
    return [
        _at(
            question,
            "not-an-option",
            value=option,
            asked=question.id,
            allowed=", ".join(question.options),
        )
        for question in method
        for option in question.may_end
        if option not in question.options
    ]


def _column_names(method: Method) -> list[Problem]:
    """`confirm` and `release` name columns of their own table."""
    problems: list[Problem] = []
    for question in method:
        columns = [column.id for column in question.columns]
        released = question.release if isinstance(question.release, tuple) else ()
        problems.extend(
            _at(question, "unknown-reference", name=name, value=one, hint=close(one, columns))
            for name, names in (("confirm", question.confirm), ("release", released))
            for one in names
            if one not in columns
        )
    return problems


def _at(question: Question, key: str, /, **values: Any) -> Problem:
    return Problem(question.file, question.line, key, {"name": question.id, "hint": "", **values})


def column_conditions(
    column: Question, columns: tuple[Question, ...], before: set[str]
) -> list[Problem]:
    """A column's `when` looks at the columns before it, and at answers they can have."""
    problems: list[Problem] = []
    for condition in column.when:
        if condition.question not in before or condition.question == column.id:
            values = {"name": "when", "value": condition.question}
            problems.append(_at(column, "unknown-reference", **values))
            continue
        other = next(one for one in columns if one.id == condition.question)
        problems.extend(_impossible(column, condition, other))
    return problems


RULES: tuple[Callable[[Method], list[Problem]], ...] = (
    _unique,
    _references,
    _condition_values,
    _column_names,
    _endings,
)
