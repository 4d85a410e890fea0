"""What comes in from others: the file a kit gives back, a partner's own copy, one's own private
file. Read as anybody's file; whose word it is, is only what it claims.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from partnerwiz.errors import PartnerwizError, Problem, Unreadable
from partnerwiz.method.model import Method, Question
from partnerwiz.project.entries import read_number, read_position, read_state
from partnerwiz.project.model import (
    FORMAT,
    HOW,
    Block,
    Organisation,
    Position,
    Project,
    fingerprint,
)
from partnerwiz.project.positions import about
from partnerwiz.project.reading import read_private, read_project
from partnerwiz.project.received import to_confirm
from partnerwiz.yamlfile import Entry, compose, key_problems, plain, read_text

Kind = Literal["block", "copy", "private"]


class Contribution(NamedTuple):
    """What a file says in the name of one organisation, and how it came."""

    path: Path
    kind: Kind
    sender: str
    """the organisation, as the file or the person claims"""
    block: Block
    """in its own name; of a private file, its private answers"""
    function: str = ""
    how: str = "own-hand"
    on: str = ""
    number: int = 0
    """of its block: when a kit was made, or in the copy now"""
    before: dict[str, str] = {}  # noqa: RUF012 - never changed
    """of a kit: the fingerprint of each answer as the page showed it, "" where there was none"""
    confirmed: tuple[str, ...] = ()
    """answers that someone else had noted, read again there and found right"""
    seal: str = ""
    copy: Project | None = None
    ignored: tuple[str, ...] = ()
    """what the file holds and cannot say in that name"""


def read_contribution(
    path: Path, project: Project, method: Method, sender: str = ""
) -> Contribution:
    """`sender`: who sends a copy, which does not tell it itself. Raises `Unreadable` where the file
    has mistakes, `PartnerwizError` where it is not of this project.
    """
    text = read_text(path)
    root = compose(text, path)
    if problems := key_problems(root, path):
        raise Unreadable(problems)
    entry = Entry(root, path, [])
    seal = fingerprint(plain(root))
    if entry.get("partnerwiz-block"):
        _whole(text, path)
        return _of_kit(entry, project, method)._replace(seal=seal)
    if entry.get("partnerwiz") and entry.get("organisation") and not entry.get("organisations"):
        return _of_private(text, entry, project, method)._replace(seal=seal)
    if entry.get("partnerwiz") and entry.get("organisations"):
        copy, _ = read_project(text, path, method)
        _same_project(copy.id, copy.title, project, path)
        return of_copy(copy, path, project, sender)._replace(seal=seal)
    raise PartnerwizError("merge-not-ours", file=path)


def of_copy(copy: Project, path: Path, project: Project, sender: str) -> Contribution:
    """A partner's own copy of the project. Nobody as its sender: all it says is a proposal."""
    if sender not in copy.organisations or sender not in project.organisations:
        return Contribution(path, "copy", "", Block(), copy=copy)
    block = copy.organisations[sender].block
    waiting = to_confirm(project.organisations[sender].block)
    read = tuple(one for one in waiting if one not in to_confirm(block))
    return Contribution(path, "copy", sender, block, number=block.number, confirmed=read, copy=copy)


def _whole(text: str, path: Path) -> None:
    lines = text.rstrip().splitlines()
    if lines[-1].rstrip() != "...":
        raise Unreadable([Problem(path, len(lines), "merge-cut-short")])


def _same_project(found: str, title: str, project: Project, path: Path) -> None:
    if found != project.id:
        raise PartnerwizError("merge-other-project", file=path, title=title[:60] or "?")


def _organisation(entry: Entry, project: Project, path: Path) -> Organisation:
    name = entry.need("organisation").text()
    if name not in project.organisations:
        known = ", ".join(project.organisations)
        raise PartnerwizError("merge-no-organisation", file=path, value=name[:40], known=known)
    return project.organisations[name]


def _of_private(text: str, entry: Entry, project: Project, method: Method) -> Contribution:
    path = entry.file
    _same_project(entry.need("project").text(), "", project, path)
    owner = _organisation(entry, project, path).id
    if owner not in project.private:
        raise PartnerwizError("merge-private", file=path, name=project.organisations[owner].name)
    found, _ = read_private(text, path, project, method, owner)
    return Contribution(path, "private", owner, found.private[owner])


def _of_kit(entry: Entry, project: Project, method: Method) -> Contribution:
    path, problems = entry.file, entry.problems
    version = entry.need("partnerwiz-block")
    if version.text() != FORMAT:
        values = {"found": version.text()[:40], "known": FORMAT}
        raise Unreadable([Problem(path, version.line, "newer-version", values)])
    title = entry.get("title")
    _same_project(entry.need("project").text(), title.text() if title else "", project, path)
    one = _organisation(entry, project, path)
    ignored: list[str] = []
    given, number = entry.get("given"), entry.get("number")
    answers = {
        question.id: plain(value.node)
        for question, value in _own(entry.get("answers"), one, project, method, ignored)
    }
    states = {
        question.id: read_state(value)
        for question, value in _own(entry.get("open"), one, project, method, ignored)
    }
    positions = dict(_positions(entry.get("positions"), method, ignored))
    before = dict(_texts(entry.get("before")))
    read = entry.get("confirmed")
    confirmed = tuple(item.words() for item in (read.items() if read else ()))
    how = given.get("how") if given else None
    on = given.get("on") if given else None
    function = given.get("from") if given else None
    contribution = Contribution(
        path,
        "block",
        one.id,
        Block(answers=answers, open=states, positions=positions),
        function=function.words() if function else "",
        how=how.one_of(HOW) if how else "own-hand",
        on=on.date() if on and not on.is_empty() else "",
        number=read_number(number) if number else 0,
        before=before,
        confirmed=confirmed,
    )
    known = {"partnerwiz-block", "project", "title", "organisation", "number", "given", "answers"}
    known |= {"open", "positions", "before", "confirmed"}
    ignored += [key for key, _ in entry.pairs() if key not in known]
    if problems:
        raise Unreadable(problems)
    return contribution._replace(ignored=tuple(dict.fromkeys(ignored)))


def _own(
    entry: Entry | None, one: Organisation, project: Project, method: Method, ignored: list[str]
) -> Iterator[tuple[Question, Entry]]:
    """Answers that this organisation gives for itself alone. What is private is not even kept."""
    for key, value in entry.pairs() if entry else ():
        question = method.questions.get(method.older_ids.get(key, key))
        not_its = (
            question is not None and question.by == "initiator" and one.id != project.initiator
        )
        if question is None or question.private or question.by == "together" or not_its:
            ignored.append(key)
        else:
            yield question, value


def _positions(
    entry: Entry | None, method: Method, ignored: list[str]
) -> Iterator[tuple[str, Position]]:
    for key, value in entry.pairs() if entry else ():
        found = about(key, method)
        if found is None:
            ignored.append(key)
        else:
            yield found.key, read_position(value)


def _texts(entry: Entry | None) -> Iterator[tuple[str, str]]:
    for key, value in entry.pairs() if entry else ():
        yield key, value.text()
