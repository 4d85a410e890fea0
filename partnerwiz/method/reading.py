"""Reading `steps/`: every problem of every file at once, each with its line."""

import re
from collections.abc import Mapping
from pathlib import Path

from partnerwiz.errors import PartnerwizError, Problem, Unreadable
from partnerwiz.method.kinds import KINDS, ROWED, is_key
from partnerwiz.method.model import BY, SHORT, By, Condition, Method, Phase, Question, Step
from partnerwiz.method.rules import RULES, column_conditions
from partnerwiz.words import LANGUAGES, Text
from partnerwiz.yamlfile import Entry, compose, key_problems, read_text

_FOLDER = re.compile(r"([1-9])-([a-z0-9-]+)")
_FILE = re.compile(r"(\d\d)-([a-z0-9-]+)\.yaml")
ENDING = "ending"

# which keys mean something for which kinds; a key that is not here means something for all
_KEYS_OF_KINDS: Mapping[str, tuple[str, ...]] = {
    "options": ("choice", "choices"),
    "may-end": ("choice",),
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
        # with a step that hides another, the rules would tell of what is not wrong
        problems.extend(problem for rule in RULES for problem in rule(method))
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
    short, number = (None, 0) if column else _short(entry.get("short"))
    question = Question(
        id=question_id,
        kind=kind,
        ask=ask,
        label=ask if column else _sentence(entry.need("label")),
        help=_maybe(entry, "help"),
        example=_maybe(entry, "example"),
        optional=_yes(entry, "optional"),
        options=_labels(entry.get("options")),
        may_end={} if column else _labels(entry.get("may-end")),
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
        positions=None if column else _positions(entry),
        recall=() if column else _names(entry, "recall"),
        carry=None if column else _name(entry, "carry"),
        talk=None if column else _maybe(entry, "talk"),
        short=short,
        entry=number,
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
    if question.positions and question.by != "together":
        entry.problem("positions-together")
    seen: set[str] = set()
    for one in question.columns:
        if one.id in seen:
            values = {"value": one.id, "other": question.id}
            entry.problems.append(Problem(entry.file, one.line, "id-twice", values))
        seen.add(one.id)
        problems = column_conditions(one, question.columns, seen)
        entry.problems.extend(problems)
    entry.done(refuse_unknown=True)
    return question


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


def _short(entry: Entry | None) -> tuple[str | None, int]:
    """`meeting-1/9`: the place on the short path, and the number of the entry."""
    if entry is None:
        return None, 0
    place, slash, number = entry.text().partition("/")
    if place in SHORT and (not slash or (number.isascii() and number.isdigit())):
        return place, int(number or 0)
    values = {"value": entry.text(), "allowed": ", ".join(SHORT)}
    entry.problem("bad-short", **values)
    return None, 0


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


def _positions(entry: Entry) -> str | None:
    found = entry.get("positions")
    if found is None:
        return None
    word = found.one_of(("whole", "rows"))
    if word == "rows" and (kind := entry.need("kind").text()) not in ROWED:
        found.problem("positions-rows", kind=kind)
    return word


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
