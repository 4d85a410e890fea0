"""What changed between two projects, as entries of their files. Pure: no file is touched."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from partnerwiz.method.model import Method
from partnerwiz.project.model import (
    FORMAT,
    MOST_CHANGES,
    Block,
    Organisation,
    Position,
    Project,
    Proposal,
    State,
    same,
)
from partnerwiz.words import say, typeset
from partnerwiz.yamlfile import compose
from partnerwiz.yamltext import YamlText


class Change(NamedTuple):
    """One entry to write, or to take away."""

    seat: str | None
    """whose private file; None: the project"""
    path: tuple[str, ...]
    value: Any
    """None: taken away"""
    was: Any
    """None: there was none"""
    comment: str = ""


def changes(old: Project, new: Project, method: Method) -> list[Change]:
    """Every entry in which the two differ."""
    found = [
        Change(None, path, now, was)
        for path, was, now in (
            (("title",), old.title, new.title),
            (("initiator",), old.initiator, new.initiator),
            (("settings", "path"), old.path, new.path),
            (("settings", "language"), old.language, new.language),
        )
        if was != now
    ]
    if old.former != new.former:
        former = list(new.former) or None
        found.append(Change(None, ("former-initiators",), former, list(old.former) or None))
    if old.sittings != new.sittings:
        found.append(Change(None, ("sittings",), [dict(one) for one in new.sittings], None))
    if old.proposals != new.proposals:
        proposals = [proposal_data(one) for one in new.proposals] or None
        found.append(Change(None, ("proposals",), proposals, None))
    if old.table is not new.table:
        found += _block_changes(None, (), old.table, new.table, method, new.language)
    for key, organisation in new.organisations.items():
        before = old.organisations.get(key)
        if before is not organisation:
            found += _organisation_changes(before, organisation, method, new.language)
    found += [
        Change(None, ("organisations", key), None, None)
        for key in old.organisations
        if key not in new.organisations
    ]
    for seat, block in new.private.items():
        before_block = old.private.get(seat, Block())
        if before_block is not block:
            found += _block_changes(seat, (), before_block, block, method, new.language)
    return found


def _organisation_changes(
    old: Organisation | None, new: Organisation, method: Method, language: str
) -> Iterator[Change]:
    at = ("organisations", new.id)
    for name in ("name", "article", "role", "since", "until"):
        was, now = getattr(old, name) if old else "", getattr(new, name)
        if was != now:
            yield Change(None, (*at, name), now or None, was or None)
    before = old.block if old else Block()
    if before.number != new.block.number:
        number = str(min(new.block.number, MOST_CHANGES))
        yield Change(None, (*at, "number"), number, None)
    yield from _block_changes(None, at, before, new.block, method, language)


def _block_changes(
    seat: str | None,
    at: tuple[str, ...],
    old: Block,
    new: Block,
    method: Method,
    language: str,
) -> Iterator[Change]:
    for question_id in _differing(old.answers, new.answers):
        question = method.questions[question_id]
        for former in question.was:
            yield Change(seat, (*at, "answers", former), None, None)
        yield Change(
            seat,
            (*at, "answers", question_id),
            new.answers.get(question_id),
            old.answers.get(question_id),
            typeset(question.ask[language], language),
        )
    for question_id in _differing(old.open, new.open):
        was, now = old.open.get(question_id), new.open.get(question_id)
        for former in method.questions[question_id].was:
            yield Change(seat, (*at, "open", former), None, None)
        yield Change(seat, (*at, "open", question_id), _state(now), _state(was))
    for step in _differing(old.done, new.done):
        yield Change(seat, (*at, "done", step), new.done.get(step), old.done.get(step))
    for key in _differing(old.positions, new.positions):
        said = _position(new.positions.get(key)), _position(old.positions.get(key))
        name, slash, row = key.partition("/")
        for former in method.questions[name].was if name in method.questions else ():
            yield Change(seat, (*at, "positions", former + slash + row), None, None)
        yield Change(seat, (*at, "positions", key), *said)
    for key in _differing(old.released, new.released):
        ask = typeset(method.questions[key].ask[language], language)
        yield Change(
            seat, (*at, "released", key), new.released.get(key), old.released.get(key), ask
        )
    if old.received != new.received:
        records = [dict(one) for one in new.received] or None
        yield Change(seat, (*at, "received"), records, None)


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    if old is new:
        return []
    keys = list(dict.fromkeys((*new, *old)))
    return [key for key in keys if not same(old.get(key), new.get(key))]


def _state(state: State | None) -> dict[str, str] | None:
    if state is None:
        return None
    written = {"state": state.name, **state._asdict()}
    return {key: value for key, value in written.items() if value and key != "name"}


def _position(position: Position | None) -> dict[str, str] | None:
    if position is None:
        return None
    written = {**position._asdict(), "publish": "yes" if position.publish else ""}
    return {key: value for key, value in written.items() if value}


def proposal_data(proposal: Proposal) -> dict[str, Any]:
    """As it is written in the file."""
    written = {"at": proposal.at, "value": proposal.value, "state": proposal.state}
    return {key: value for key, value in written.items() if value is not None}


def apply(found: list[Change], text: YamlText) -> None:
    """Write the changes of one file into its text."""
    for change in found:
        if change.value is None:
            text.remove(change.path)
        else:
            text.set(change.path, change.value, change.comment)


def new_id() -> str:
    """Random and permanent: two projects with one title stay two projects."""
    return os.urandom(8).hex()


def new_project_text(project: Project) -> str:
    """The file of a project in which nothing has been answered yet."""
    head = "".join(f"# {line}\n" for line in say("file-head", project.language).split("\n"))
    text = _skeleton(head)
    text.set(("id",), project.id)
    text.set(("title",), project.title)
    text.set(("initiator",), project.initiator)
    text.set(("settings",), {"path": project.path, "language": project.language})
    text.set(("answers",), {})
    text.set(("open",), {})
    for one in project.organisations.values():
        card = {"name": one.name, "article": one.article, "role": one.role, "since": one.since}
        card = {key: value for key, value in card.items() if value}
        text.set(("organisations", one.id), {**card, "answers": {}})
    return str(text)


def new_private_text(project: Project, seat: str) -> str:
    """The private file of one organisation, before its first private answer."""
    lines = say("private-head", project.language, name=project.organisations[seat].name)
    text = _skeleton("".join(f"# {line}\n" for line in lines.split("\n")))
    text.set(("project",), project.id)
    text.set(("organisation",), seat)
    text.set(("answers",), {})
    return str(text)


def _skeleton(head: str) -> YamlText:
    text = f"{head}partnerwiz: {FORMAT}\n...\n"
    return YamlText(text, compose(text, Path()))
