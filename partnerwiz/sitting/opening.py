"""What is asked before the method: the project's name, who starts, by which path; and, when the
work becomes common, who is around the table.
"""

import datetime
import functools
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from partnerwiz.method.kinds import OTHER, Refused, check, identifier
from partnerwiz.method.model import Question
from partnerwiz.project.calling import Prompt
from partnerwiz.project.model import ANIMATION, Organisation, Project
from partnerwiz.project.writing import new_id
from partnerwiz.sitting.asker import Again, Asker, Back, Leave, More
from partnerwiz.words import LANGUAGES, Text, say

_ARTICLE = re.compile(r"(?:(le|la|les|the)\s+|(l)['’]\s*)(?=\S)")


def own_question(name: str, kind: str, options: tuple[str, ...] = (), **more: Any) -> Question:
    """A question of the program itself, outside the method: its words are those of `words`."""

    def text(key: str) -> Text:
        return {language: say(key, language) for language in LANGUAGES}

    return Question(
        id=name,
        kind=kind,
        ask=text(f"ask-{name}"),
        label=text(f"label-{name}"),
        help=text(f"help-{name}"),
        options={option: text(f"choice-{option}") for option in options},
        by="together",
        **more,
    )


@functools.cache
def around_the_table() -> Question:
    """Asked when what comes next is answered together and only one organisation is there."""
    return own_question("around-the-table", "list")


def open_project(
    asker: Asker, told: Mapping[str, Any], seat: str | None
) -> tuple[Project, str] | None:
    """The new project and the seat it is opened in, or None if the person leaves.

    `told`: what the command line has said already, under `language`, `title`, `organisations`
    and `path`; only the rest is asked. Raises `Refused` where what was told cannot be.
    """
    facilitated = seat == ANIMATION
    asked = [
        ("language", own_question("language", "choice", ("fr", "en"))),
        ("title", own_question("title", "text")),
        (
            "organisations",
            own_question("first-organisations", "list")
            if facilitated
            else own_question("your-organisation", "text"),
        ),
        ("path", own_question("path", "choice", ("short", "whole"))),
    ]
    asked = [(name, question) for name, question in asked if not told.get(name)]
    given = {name: value for name, value in told.items() if value}
    draft = Project(id=new_id(), title="", initiator="")
    at, again = 0, None
    while at < len(asked):
        name, question = asked[at]
        answer = asker.ask(Prompt(question, None), draft, again)
        again = None
        if isinstance(answer, Leave):
            return None
        if isinstance(answer, Back):
            at = max(0, at - 1)
            again = Again(draft=given[asked[at][0]]) if asked[at][0] in given else None
            continue
        if isinstance(answer, More):  # nothing to save it in yet
            given[name] = answer.value
            again = Again(answer.value, going_on=True)
            continue
        try:
            given[name] = check(question, answer)
            if name == "organisations":
                with_organisations(draft, given[name])
            at += 1
        except Refused as refused:
            again = Again(draft=answer, refused=refused)
    title = checked_name(given["title"])
    draft = replace(draft, title=title, language=given["language"], path=given["path"])
    project = with_organisations(draft, given["organisations"])
    initiator = next(iter(project.organisations))
    return replace(project, initiator=initiator), ANIMATION if facilitated else initiator


def file_name(title: str) -> Path:
    """A file for a project that was given none: « Passerelle 18-25 » → passerelle-18-25.yaml."""
    return Path(f"{identifier(title, ())}.yaml")


def with_organisations(project: Project, names: Any) -> Project:
    """Those named join as partners, from today. A name already known is not added twice."""
    lines = names.values() if isinstance(names, dict) else names
    lines = [lines] if isinstance(lines, str) else lines
    if not all(isinstance(line, str) and line.strip() for line in lines):
        raise Refused("nothing-given")
    known = {one.name.casefold(): one for one in project.organisations.values()}
    for line in lines:
        article, name = name_and_article(checked_name(line))
        found = known.get(name.casefold())
        organisation = (
            replace(found, role="partner")
            if found
            else Organisation(identifier(name, project.organisations), name, article)
        )
        if not organisation.since:
            organisation = replace(organisation, since=_today())
        known[name.casefold()] = organisation
        project = project.with_organisation(organisation)
    return project


def in_view(project: Project) -> dict[str, str]:
    """The organisations envisaged so far, as lines one may keep or take out."""
    found = (one for one in project.organisations.values() if one.role == "envisaged")
    return {one.id: as_said(one) for one in found}


def as_said(organisation: Organisation) -> str:
    """Its name as it is said in a sentence: what `name_and_article` takes apart."""
    return organisation.the("en" if organisation.article == "the" else "fr")


def with_named(project: Project, question: Question, given: Any) -> tuple[Project, Any]:
    """Organisations that a shared answer names for the first time join the project as envisaged,
    and stand in the answer by their id. What is named in private stays there.
    """
    if question.private:
        return project, given
    if question.kind == "table" and isinstance(given, dict):
        table: dict[str, Any] = {}
        for key, row in given.items():
            cells = dict(row) if isinstance(row, dict) else row
            for column in question.columns if isinstance(row, dict) else ():
                if column.id in cells:
                    project, cells[column.id] = with_named(project, column, cells[column.id])
            table[key] = cells
        return project, table
    if question.kind == "organisations" and isinstance(given, list):
        named = []
        for one in given:
            project, organisation = _with_one_named(project, one)
            named.append(organisation)
        return project, named
    if question.kind == "organisation":
        return _with_one_named(project, given)
    return project, given


def _with_one_named(project: Project, given: Any) -> tuple[Project, Any]:
    if not isinstance(given, dict) or set(given) != {OTHER}:
        return project, given
    article, name = name_and_article(checked_name(given[OTHER]))
    for one in project.organisations.values():
        if one.name.casefold() == name.casefold():
            return project, one.id
    new = Organisation(
        identifier(name, project.organisations), name, article, role="envisaged", since=_today()
    )
    return project.with_organisation(new), new.id


def _today() -> str:
    return datetime.datetime.now().astimezone().date().isoformat()


def checked_name(text: str) -> str:
    """A name as it can be kept. Raises `Refused`."""
    return str(check(own_question("title", "text"), text))


def name_and_article(text: str) -> tuple[str, str]:
    """« le CCAS » → (le, CCAS); « L’Escale » keeps its capital: it is part of the name."""
    text = text.strip()
    found = _ARTICLE.match(text)
    if not found:
        return "none", text
    return ("l’" if found[2] else found[1]), text[found.end() :]
