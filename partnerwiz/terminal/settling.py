"""Wordings that wait for a choice, one entry after the other, each saved as it is chosen."""

from collections.abc import Callable, Sequence

from partnerwiz.method.kinds import Refused
from partnerwiz.method.model import Method
from partnerwiz.project.choosing import answered_at, present, waiting, with_choice, with_present
from partnerwiz.project.model import POSITIONS, Project, Proposal, State
from partnerwiz.terminal.fields import Fields, Item, Pressed, menu_items
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.told import Telling, state_in_words
from partnerwiz.words import say, typeset


def settle(
    project: Project,
    method: Method,
    save: Callable[[Project], None],
    fields: Fields,
    page: Page,
    language: str,
    file: str,
    seat: str,
) -> Project:
    """The project as it stands once all have been looked at, by `seat`."""
    page.text(say("settle-head", language))
    for at, found in waiting(project).items():
        page.rule(_label(at, project, method, language))
        _, voice = answered_at(at, project, method) or (None, None)
        if voice not in (None, seat):
            name = project.organisations[voice].the(language)
            page.text(say("settle-anothers", language, name=name))
        telling = _Wordings(project, method, language)
        chosen = _chosen(at, found, telling, fields, page, language)
        if chosen is None:
            continue
        try:
            changed = (
                with_choice(project, chosen, method)
                if isinstance(chosen, Proposal)
                else with_present(project, at)
            )
        except Refused as refused:
            page.text(refused.say(language), "warn", first=page.sign("problem"))
            continue
        if changed is None:
            page.text(say("settle-by-hand", language, at=at, file=file), "warn")
            continue
        save(changed)
        project = changed
    return project


def _chosen(
    at: str,
    found: Sequence[Proposal],
    telling: "_Wordings",
    fields: Fields,
    page: Page,
    language: str,
) -> Proposal | str | None:
    """The wording chosen; "" for the one that stands; None for later."""
    for number, one in enumerate(found, start=1):
        lines = telling.proposed(one)
        page.text(lines[0], first=f"{number}.", indent=5)
        for line in lines[1:]:
            page.text(line, indent=5)
    present = telling.present(at)
    page.text(say("settle-which", language), "bold")
    items = [
        Item(str(number), telling.proposed(one)[0][:60], str(number) if number < 10 else "")
        for number, one in enumerate(found, start=1)
    ]
    told = present[0][:60] if present else say("settle-none", language)
    letter, _, told = say("settle-present", language, words=told).partition("|")
    items.append(Item("present", told, letter))
    items += menu_items(language, [("later", "settle-later")])
    try:
        chosen = fields.choose(items, "later")
    except Pressed:
        return None
    if not page.plain:
        label = next(one.label for one in items if one.value == chosen)
        page.text(label, first=page.sign("waiting" if chosen == "later" else "answered"))
    if chosen == "later":
        return None
    return "" if chosen == "present" else found[int(chosen) - 1]


def _label(at: str, project: Project, method: Method, language: str) -> str:
    found = answered_at(at, project, method)
    if found is None:
        return at
    question, voice = found
    label = typeset(question.label[language], language)
    return f"{label} ({project.organisations[voice].name})" if voice else label


class _Wordings:
    """Answers as lines, whatever stands at the entry."""

    def __init__(self, project: Project, method: Method, language: str) -> None:
        self._project = project
        self._method = method
        self._language = language

    def present(self, at: str) -> list[str]:
        found = answered_at(at, self._project, self._method)
        value = self._project.value(*found) if found else present(self._project, at)
        return self._lines(at, value)

    def proposed(self, one: Proposal) -> list[str]:
        lines = self._lines(one.at, one.value) if one.value is not None else []
        if one.state:
            known = {key: str(one.state.get(key) or "") for key in ("who", "by", "note", "on")}
            state = State(str(one.state.get("state") or ""), **known)
            lines = [*lines, state_in_words(state, self._language)]
        return lines or [say("settle-none", self._language)]

    def _lines(self, at: str, value: object) -> list[str]:
        found = answered_at(at, self._project, self._method)
        if value is None:
            return []
        if found is None:
            return self._other(value)
        question, voice = found
        telling = Telling(self._project, self._method.questions, voice, self._language)
        return telling.lines(question, value)  # type: ignore[arg-type]

    def _other(self, value: object) -> list[str]:
        """What is no answer: a name, a role, where an organisation stands."""
        if isinstance(value, dict) and value.get("word") in POSITIONS:
            return [say(f"choice-{value['word']}", self._language), *_texts(value.get("words"))]
        return _texts(value)


def _texts(value: object) -> list[str]:
    """Every text in it, a line each: it may have any shape."""
    if isinstance(value, (dict, list)):
        inside = value.values() if isinstance(value, dict) else value
        return [line for one in inside for line in _texts(one)]
    return str(value).split("\n") if value else []
