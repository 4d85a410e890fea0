"""Choosing between wordings that two copies gave the same entry: by a person, one at a time."""

from dataclasses import replace
from typing import Any

from partnerwiz.method.kinds import Refused, check
from partnerwiz.method.model import Method, Question
from partnerwiz.project.model import (
    ARTICLES,
    PATHS,
    POSITIONS,
    ROLES,
    STATES,
    TOGETHER,
    Position,
    Project,
    Proposal,
    State,
    pointed,
)
from partnerwiz.words import LANGUAGES
from partnerwiz.yamlfile import is_date

_ALLOWED: dict[str, tuple[str, ...]] = {
    "role": ROLES,
    "article": ARTICLES,
    "path": PATHS,
    "language": LANGUAGES,
}
_OF_ONE = ("name", "article", "role", "since", "until")


def waiting(project: Project) -> dict[str, list[Proposal]]:
    """The wordings that wait, by the entry they are for."""
    found: dict[str, list[Proposal]] = {}
    for one in project.proposals:
        found.setdefault(one.at, []).append(one)
    return found


def answered_at(at: str, project: Project, method: Method) -> tuple[Question, str | None] | None:
    """The question and the voice whose answer stands at that entry; None if it is no answer."""
    match pointed(at):
        case ("answers", name):
            voice: str | None = TOGETHER
        case ("organisations", voice, "answers", name):
            pass
        case _:
            return None
    question = method.questions.get(method.older_ids.get(name, name))
    if question is None or question.private or not project.may_hold(question, voice):
        return None
    return question, voice


def with_choice(project: Project, chosen: Proposal, method: Method) -> Project | None:
    """The project with this wording, and no other waiting there. None: this program cannot put it
    there. Raises `Refused` where the question does not accept it.
    """
    found = answered_at(chosen.at, project, method)
    if not _dated(chosen):
        return None
    changed = _answer(project, *found, chosen, method) if found else _entry(project, chosen)
    return with_present(changed, chosen.at) if changed else None


def present(project: Project, at: str) -> Any:
    """What stands at an entry that is no answer, as the file has it; None if nothing does."""
    match pointed(at):
        case ("title" | "initiator" as name,):
            return getattr(project, name)
        case ("settings", ("path" | "language") as name):
            return getattr(project, name)
        case ("organisations", one, name) if one in project.organisations and name in _OF_ONE:
            return getattr(project.organisations[one], name) or None
        case ("organisations", one, "positions", key) if one in project.organisations:
            said = project.organisations[one].block.positions.get(key)
            return said._asdict() if said else None
        case _:
            return None


def _dated(chosen: Proposal) -> bool:
    """Whether its dates are dates: another program, or a hand, may have written it."""
    value = chosen.value if isinstance(chosen.value, dict) else {}
    told = [value.get("on"), *((chosen.state or {}).get(name) for name in ("by", "on"))]
    if chosen.at.endswith(("/since", "/until")):
        told.append(chosen.value)
    return all(isinstance(one, str) and is_date(one) for one in told if one)


def with_present(project: Project, at: str) -> Project:
    """The project as it stands, with no other wording waiting at that entry."""
    return replace(project, proposals=tuple(one for one in project.proposals if one.at != at))


def _answer(
    project: Project, question: Question, voice: str | None, chosen: Proposal, method: Method
) -> Project:
    if chosen.value is not None:
        value = check(question, chosen.value, project.known(voice, method.questions))
        project = project.with_value(question, voice, value)
    if chosen.state is None:
        return project
    known = {key: str(chosen.state.get(key) or "") for key in ("who", "by", "note", "on")}
    name = str(chosen.state.get("state") or "")
    if name not in STATES:
        raise Refused("answer-not-state", text=name, allowed=", ".join(STATES))
    if name == "withdrawn":
        return project.without(question, voice, known["on"])
    return project.with_state(question, voice, State(name, **known))


def _entry(project: Project, chosen: Proposal) -> Project | None:
    """What is no answer: a name, a role, a date, where an organisation stands."""
    value: Any = chosen.value
    match pointed(chosen.at):
        case ("title",) if isinstance(value, str):
            return replace(project, title=value)
        case ("initiator",) if isinstance(value, str) and value in project.organisations:
            before = dict.fromkeys((*project.former, project.initiator))
            former = tuple(one for one in before if one != value)  # what it answered is still its
            return replace(project, initiator=value, former=former)
        case ("settings", ("path" | "language") as name) if value in _ALLOWED[name]:
            setting: Any = {name: value}
            return replace(project, **setting)
        case ("organisations", one, name) if one in project.organisations and name in _OF_ONE:
            if not isinstance(value, str) or value not in _ALLOWED.get(name, (value,)):
                return None
            if name == "name" and not value.strip():
                return None
            told: Any = {name: value}
            return project.with_organisation(replace(project.organisations[one], **told))
        case ("organisations", one, "positions", key) if one in project.organisations:
            if not isinstance(value, dict) or value.get("word") not in POSITIONS:
                return None
            texts = {name: str(value.get(name) or "") for name in ("word", "words", "of", "on")}
            position = Position(**texts, publish=value.get("publish") == "yes")
            said = {**project.organisations[one].block.positions, key: position}
            return project.with_block(one, positions=said)
        case _:
            return None
