"""A project from its text. Syntax, structure and newer versions refuse, all at once; a value that
its question no longer accepts is kept, to review.
"""

from dataclasses import replace
from pathlib import Path

import yaml

from partnerwiz.errors import Problem, Unreadable
from partnerwiz.method.kinds import Known, Refused, Value, check, is_key
from partnerwiz.method.model import Method, Question
from partnerwiz.project.entries import (
    date_of,
    items,
    pairs,
    read_number,
    read_positions,
    read_proposals,
    read_records,
    read_state,
    want_block,
)
from partnerwiz.project.model import (
    ANIMATION,
    ARTICLES,
    FORMAT,
    PATHS,
    ROLES,
    TOGETHER,
    Block,
    Organisation,
    Project,
)
from partnerwiz.project.sittings import read_sittings
from partnerwiz.words import LANGUAGES, say
from partnerwiz.yamlfile import Entry, close, compose, key_problems, plain
from partnerwiz.yamltext import YamlText, placeable


def read_project(text: str, path: Path, method: Method) -> tuple[Project, YamlText]:
    """The project in `text`, and the text to be changed. Raises `Unreadable` with every problem of
    the file.
    """
    project, root = _project(text, path, method)
    return project, YamlText(text, root)


def project_in(text: str, path: Path, method: Method) -> Project:
    """As `read_project`, for those who only look: nothing is made ready to be changed."""
    return _project(text, path, method)[0]


def _project(text: str, path: Path, method: Method) -> tuple[Project, yaml.Node]:
    root, problems = open_file(text, path)
    entry = Entry(root, path, problems)
    known = _organisation_ids(entry)
    initiator = entry.need("initiator")
    former = items(entry.get("former-initiators"))
    for one in (initiator, *former):
        if one.text() not in known:
            one.problem("no-such-organisation", value=one.text(), known=", ".join(known))
    started = tuple(one.text() for one in (initiator, *former))
    settings = entry.get("settings")
    organisations = entry.get("organisations")
    sittings = entry.get("sittings")
    project = Project(
        id=entry.need("id").text(),
        title=entry.need("title").text(),
        initiator=initiator.text(),
        language=_setting(settings, "language", LANGUAGES, "fr"),
        path=_setting(settings, "path", PATHS, "whole"),
        organisations={
            key: _organisation(key, value, method, started) for key, value in pairs(organisations)
        },
        table=_block(entry, method, _Place("table")),
        sittings=read_sittings(sittings, known),
        proposals=read_proposals(entry.get("proposals"), method),
        former=started[1:],
    )
    if settings:
        want_block(settings)
        settings.done(refuse_unknown=False)
    entry.get("partnerwiz")
    entry.done(refuse_unknown=False)
    if problems:
        raise Unreadable(problems)
    return _reviewed(project, method), root


def read_private(
    text: str, path: Path, project: Project, method: Method, seat: str = ""
) -> tuple[Project, YamlText]:
    """`project` with the private answers of `seat`; else of the one whose id names the file.

    Its problems are told by file, line, key and remedy: never by the words that are wrong.
    """
    try:
        return _read_private(text, path, project, method, seat or path.stem)
    except Unreadable as unreadable:
        raise Unreadable([_discreet(one) for one in unreadable.problems]) from None


def _discreet(problem: Problem) -> Problem:
    hidden = {"value", "found"} | ({"name"} if problem.key in ("anchor", "tag") else set())
    values = {name: "…" if name in hidden else one for name, one in problem.values.items()}
    return problem._replace(values=values)


def _read_private(
    text: str, path: Path, project: Project, method: Method, seat: str
) -> tuple[Project, YamlText]:
    root, problems = open_file(text, path)
    entry = Entry(root, path, problems)
    of, owner = entry.need("project"), entry.need("organisation")
    if of.text() != project.id:
        of.problem("other-project", found=of.text()[:40])
    if owner.text() != seat:
        owner.problem("other-seat", found=owner.text()[:40], expected=seat)
    started = (project.initiator, *project.former)
    block = _block(entry, method, _Place("private", seat, started))
    entry.get("partnerwiz")
    entry.done(refuse_unknown=False)
    if problems:
        raise Unreadable(problems)
    project = replace(project, private={seat: block})
    return _reviewed_private(project, method, seat), YamlText(text, root)


def open_file(text: str, path: Path) -> tuple[yaml.Node, list[Problem]]:
    root = compose(text, path)
    problems: list[Problem] = []
    entry = Entry(root, path, problems)
    version = entry.get("partnerwiz")
    if version is None:
        raise Unreadable([Problem(path, 1, "not-a-project", {"known": FORMAT})])
    if version.text() != FORMAT:
        found = version.text()[:40]
        newer = found.isdigit() and int(found) > int(FORMAT)
        key = "newer-version" if newer else "not-a-project"
        values = {"found": found, "known": FORMAT}
        raise Unreadable([Problem(path, version.line, key, values)])
    lines = text.rstrip().splitlines()
    if lines[-1].rstrip() != "...":
        problems.append(Problem(path, len(lines), "cut-short", {"file": path}))
    want_block(entry)
    problems += key_problems(root, path)
    problems += [
        Problem(path, line, "not-alone", {"name": key}) for line, key in placeable(root, text)
    ]
    return root, problems


def _organisation_ids(root: Entry) -> list[str]:
    found = root.get("organisations")
    if found is None or not isinstance(found.node, yaml.MappingNode):
        return []
    return [str(key.value) for key, _ in found.node.value if isinstance(key, yaml.ScalarNode)]


def _setting(settings: Entry | None, name: str, allowed: tuple[str, ...], default: str) -> str:
    found = settings.get(name) if settings else None
    return found.one_of(allowed) if found else default


def _organisation(key: str, entry: Entry, method: Method, started: tuple[str, ...]) -> Organisation:
    if not is_key(key) or key == ANIMATION:
        entry.problem("bad-id", value=key)
    want_block(entry)
    article, role = entry.get("article"), entry.get("role")
    organisation = Organisation(
        id=key,
        name=entry.need("name").text(),
        article=article.one_of(ARTICLES) if article else "none",
        role=role.one_of(ROLES) if role else "envisaged",
        since=date_of(entry.get("since")),
        until=date_of(entry.get("until")),
        block=_block(entry, method, _Place("organisation", key, started)),
    )
    entry.done(refuse_unknown=False)
    return organisation


class _Place:
    """Where a block stands, and so which answers may be in it."""

    def __init__(self, kind: str, organisation: str = "", started: tuple[str, ...] = ()) -> None:
        self.kind = kind
        self.organisation = organisation
        self.started = started
        """the initiator, and those that were before"""

    def wrong(self, question: Question) -> str | None:
        """The key of the sentence that says where this answer belongs instead."""
        if self.kind == "table":
            return None if question.by == "together" else "place-organisation"
        if question.by == "together":
            return "place-table"
        if question.by == "initiator" and self.organisation not in self.started:
            return "place-initiator"
        return None


def _block(entry: Entry, method: Method, place: _Place) -> Block:
    block = Block(
        answers={
            question.id: plain(value.node)
            for question, value in _answers(entry.get("answers"), method, place)
        },
        open={
            question.id: read_state(value)
            for question, value in _answers(entry.get("open"), method, place)
        },
        done={key: date_of(value) for key, value in pairs(entry.get("done"))},
    )
    if place.kind != "organisation":
        return block
    number = entry.get("number")
    public = _Place("released", place.organisation, place.started)
    return replace(
        block,
        positions=read_positions(entry.get("positions"), method),
        released={
            question.id: plain(value.node)
            for question, value in _answers(entry.get("released"), method, public)
        },
        received=tuple(read_records(entry.get("received"), method)),
        number=read_number(number) if number else 0,
    )


def _answers(entry: Entry | None, method: Method, place: _Place) -> list[tuple[Question, Entry]]:
    """The answers and their questions. What answers no question of this method stays in the file,
    unread; what looks like a slip of the keyboard is a problem.
    """
    found: list[tuple[Question, Entry]] = []
    for key, value in pairs(entry):
        question = method.questions.get(method.older_ids.get(key, key))
        if question is None:
            hint = close(key, method.questions)
            if hint:
                value.problem("unknown-answer", hint=hint)
            continue
        if place.kind == "released":
            if question.release is None:
                value.problem("not-to-release")
                continue
        elif question.private and place.kind != "private":
            value.problem("private-in-project")
            continue
        wrong = place.wrong(question)
        if wrong:
            where = {language: say(wrong, language) for language in LANGUAGES}
            value.problem("wrong-voice", where=where)
            continue
        before = next((other for one, other in found if one is question), None)
        if before:
            if before.key != key:  # an older id beside today's
                value.problem("twice", first=before.key_line + 1)
            continue
        found.append((question, value))
    return found


def _reviewed(project: Project, method: Method) -> Project:
    """Each value checked by its question, once all of the project is known."""
    organisations = {
        one.id: replace(one, block=_checked(project, one.block, one.id, method))
        for one in project.organisations.values()
    }
    table = _checked(project, project.table, TOGETHER, method)
    return replace(project, organisations=organisations, table=table)


def _reviewed_private(project: Project, method: Method, seat: str) -> Project:
    block = _checked(project, project.private[seat], seat, method)
    return replace(project, private={seat: block})


def _checked(project: Project, block: Block, voice: str | None, method: Method) -> Block:
    known = project.known(voice, method.questions)
    answers: dict[str, Value] = {}
    to_review: dict[str, str] = {}
    for question_id, value in block.answers.items():
        try:
            answers[question_id] = check(method.questions[question_id], value, known)
        except Refused as refused:
            answers[question_id] = value
            to_review[question_id] = refused.why
    released = {
        question_id: value
        for question_id, value in block.released.items()
        if _stands(method.questions[question_id], value, known)
    }
    return replace(block, answers=answers, to_review=to_review, released=released)


def _stands(question: Question, value: Value, known: Known) -> bool:
    """Whether its question still accepts it: what was released and is not shown is no loss."""
    try:
        check(question, value, known)
    except Refused:
        return False
    return True
