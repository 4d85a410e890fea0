"""Reading `steps/`: every problem of every file at once, each with its line."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from partnerwiz.errors import PartnerwizError, Problem, Unreadable
from partnerwiz.method.kinds import KINDS, ROWED, is_key
from partnerwiz.method.model import BY, SHORT, By, Condition, Method, Phase, Question, Step
from partnerwiz.words import LANGUAGES, Text
from partnerwiz.yamlfile import Entry, close, compose, key_problems, read_text

_FOLDER = re.compile(r"([1-9])-([a-z0-9-]+)")
_FILE = re.compile(r"(\d\d)-([a-z0-9-]+)\.yaml")
ENDING = "ending"

# which keys mean something for which kinds; a key that is not here means something for all
_KEYS_OF_KINDS: Mapping[str, tuple[str, ...]] = {
    "options": ("choice", "choices"),
    "columns": ("table",),
    "rows": ("table", "list"),
    "confirm": ("table",),
    "unit": ("number",),
    "of": ("row",),
}
_NEEDED = {"choice": "options", "choices": "options", "table": "columns", "row": "of"}


def read_method(folder: Path, *, ours: bool = False) -> Method:
    """The method in `folder`. Raises `Unreadable` with every problem of all its files.

    `ours`: the folder the program brings with it.
    """
    if not folder.is_dir():
        raise PartnerwizError("no-steps", folder=folder)
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("[1-9]-*")):
        name = path.name[2:]
        if name in seen:
            problems.append(Problem(path, 0, "phase-twice", {"same": name, "other": seen[name]}))
        seen[name] = path.name
    seen.clear()
    phases = [
        _phase(path, int(found[1]), found[2], problems, ours, seen)
        for path in sorted(folder.iterdir())
        if path.is_dir() and (found := _FOLDER.fullmatch(path.name))
    ]
    method = Method(tuple(phases))
    if not method.steps and not problems:
        raise PartnerwizError("no-steps", folder=folder)
    if not any(problem.key in ("step-twice", "phase-twice") for problem in problems):
        for rule in _RULES:  # with a step that hides another, they would tell of what is not wrong
            problems.extend(rule(method))
    if problems:
        raise Unreadable(problems)
    return method


def _phase(
    folder: Path,
    number: int,
    name: str,
    problems: list[Problem],
    ours: bool,
    seen: dict[str, str],
) -> Phase:
    title: Text = dict.fromkeys(LANGUAGES, name)
    why = None
    root = _open(folder / "phase.yaml", problems, ours)
    if root:
        title = _sentence(root.need("title"))
        why = _maybe(root, "why")
        root.done(refuse_unknown=True)
    steps = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name == "phase.yaml":
            continue
        found = _FILE.fullmatch(path.name)
        if not found and path.stem != ENDING:
            problems.append(Problem(path, 0, "bad-step-name"))
            continue
        rank = int(found[1]) if found else None
        for same in (str(rank), found[2]) if found else (ENDING,):
            if same in seen:
                values = {"same": same, "other": seen[same]}
                problems.append(Problem(path, 0, "step-twice", values))
            seen[same] = f"{folder.name}/{path.name}"
        root = _open(path, problems, ours)
        if root:
            steps.append(_step(root, found[2] if found else ENDING, rank, name))
    return Phase(name, number, title, why, tuple(steps))


def _open(path: Path, problems: list[Problem], ours: bool) -> Entry | None:
    try:
        root = compose(read_text(path), path, ours=ours)
        if not ours:
            problems.extend(key_problems(root, path))
        return Entry(root, path, problems)
    except Unreadable as unreadable:
        problems.extend(unreadable.problems)
    except PartnerwizError as error:
        problems.append(Problem(path, 0, error.key, error.values))
    return None


def _step(root: Entry, step_id: str, number: int | None, phase: str) -> Step:
    by: By = root.need("by").one_of(BY)  # type: ignore[assignment]  # noted if it is none of them
    pitfalls, questions = root.get("pitfalls"), root.get("questions")
    step = Step(
        id=step_id,
        number=number,
        title=_sentence(root.need("title")),
        why=_maybe(root, "why"),
        by=by,
        phase=phase,
        talk=_maybe(root, "talk"),
        pitfalls=tuple(_sentence(item) for item in pitfalls.items()) if pitfalls else (),
        done_when=_maybe(root, "done-when"),
        questions=tuple(_question(item, by, step_id) for item in questions.items())
        if questions
        else (),
    )
    root.done(refuse_unknown=True)
    return step


def _question(
    entry: Entry, by: By, step: str, *, column: bool = False, private: bool = False
) -> Question:
    question_id = _id(entry.need("id"))
    private = private if column else _yes(entry, "private")
    kind = entry.need("kind").one_of(KINDS)
    if column and kind in ROWED:
        entry.problem("kind-in-column", kind=kind)
    ask = _sentence(entry.need("ask"))
    own_by = None if column else entry.get("by")
    question = Question(
        id=question_id,
        kind=kind,
        ask=ask,
        label=ask if column else _sentence(entry.need("label")),
        help=_maybe(entry, "help"),
        example=_maybe(entry, "example"),
        optional=_yes(entry, "optional"),
        options=_labels(entry.get("options")),
        columns=()
        if column
        else tuple(
            _question(item, by, step, column=True, private=private)
            for item in _items(entry, "columns")
        ),
        rows=None if column else _row_source(entry.get("rows")),
        when=_conditions(entry.get("when")),
        private=private,
        release=None if column else _release(entry.get("release")),
        confirm=() if column else _names(entry, "confirm"),
        recall=() if column else _names(entry, "recall"),
        carry=None if column else _name(entry, "carry"),
        talk=None if column else _maybe(entry, "talk"),
        short=found.one_of(SHORT) if not column and (found := entry.get("short")) else None,
        by=own_by.one_of(BY) if own_by else by,  # type: ignore[arg-type]  # noted if it is none
        unit=_maybe(entry, "unit"),
        of=_name(entry, "of"),
        was=() if column else _names(entry, "was"),
        step=step,
        file=entry.file,
        line=entry.line,
    )
    for key, kinds in _KEYS_OF_KINDS.items():
        if kind in KINDS and kind not in kinds and (found := entry.get(key)):
            found.problem("key-for-kind", kind=kind)
    needed = _NEEDED.get(kind)
    if needed and not entry.get(needed):
        entry.problem("key-needed-for-kind", kind=kind, missing=needed)
    if column:
        entry.done(refuse_unknown=True)
        return question
    if question.release and not question.private:
        entry.problem("shared-release")
    if question.private and question.by == "together":
        entry.problem("private-together")
    seen: set[str] = set()
    for one in question.columns:
        if one.id in seen:
            values = {"value": one.id, "other": question.id}
            entry.problems.append(Problem(entry.file, one.line, "id-twice", values))
        seen.add(one.id)
        problems = _column_conditions(one, question.columns, seen)
        entry.problems.extend(problems)
    entry.done(refuse_unknown=True)
    return question


def _column_conditions(
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


def _sentence(entry: Entry) -> Text:
    """A text in both languages; a plain string means the same in both."""
    if entry.is_text():
        text = entry.text().strip()
        if not text and entry.key:
            entry.problem("empty-text")
        return dict.fromkeys(LANGUAGES, text)
    sentence = dict.fromkeys(LANGUAGES, "")
    for language in LANGUAGES:
        found = entry.get(language)
        if found is None:
            entry.problem("missing-language", language=language)
        else:
            sentence[language] = found.text().strip()
            if not sentence[language]:
                found.problem("empty-text")
    entry.done(refuse_unknown=True)
    return sentence


def _maybe(entry: Entry, name: str) -> Text | None:
    found = entry.get(name)
    return _sentence(found) if found else None


def _yes(entry: Entry, name: str) -> bool:
    found = entry.get(name)
    return found is not None and found.one_of(("yes", "no")) == "yes"


def _id(entry: Entry) -> str:
    text = entry.text()
    if text and not is_key(text):
        entry.problem("bad-id", value=text)
    return text


def _items(entry: Entry, name: str) -> list[Entry]:
    found = entry.get(name)
    return found.items() if found else []


def _names(entry: Entry, name: str) -> tuple[str, ...]:
    """One id, or a list of ids."""
    found = entry.get(name)
    if found is None:
        return ()
    return (found.text(),) if found.is_text() else tuple(item.text() for item in found.items())


def _name(entry: Entry, name: str) -> str | None:
    found = entry.get(name)
    return found.text() if found else None


def _labels(entry: Entry | None) -> Mapping[str, Text]:
    labels = {}
    for key, value in entry.pairs() if entry else ():
        if not is_key(key):
            value.problem("bad-id", value=key)
        labels[key] = _sentence(value)
    return labels


def _row_source(entry: Entry | None) -> str | Mapping[str, Text] | None:
    if entry is None:
        return None
    return entry.text() if entry.is_text() else _labels(entry)


def _release(entry: Entry | None) -> str | tuple[str, ...] | None:
    if entry is None:
        return None
    if entry.is_text():
        return entry.one_of(("whole", "rows"))
    return tuple(item.text() for item in entry.items())


def _conditions(entry: Entry | None) -> tuple[Condition, ...]:
    if entry is None:
        return ()
    return tuple(
        Condition(
            key,
            (value.text(),) if value.is_text() else tuple(item.text() for item in value.items()),
        )
        for key, value in entry.pairs()
    )


# Rules across files: each a plain function, method → problems.


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
    if other.private and not (question.private and name in ("rows", "of")):
        problems.append(_at(question, "private-reference", name=name, value=named))
    if name in ("rows", "of") and other.kind not in ROWED:
        problems.append(_at(question, "not-rows", value=named))
    if name == "carry" and not _can_carry(other.kind, question.kind):
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


_RULES: tuple[Callable[[Method], list[Problem]], ...] = (
    _unique,
    _references,
    _condition_values,
    _column_names,
)
