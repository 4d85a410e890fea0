"""The one menu of every prompt, and what its lines ask for in their turn."""

from collections.abc import Sequence

from partnerwiz.method.kinds import check
from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import Prompt, may_answer, voices
from partnerwiz.project.model import Project, State
from partnerwiz.sitting.asker import GoTo
from partnerwiz.terminal.fields import EDITOR, EXAMPLE, HELP, Fields, Item
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.value import Value
from partnerwiz.words import say, typeset

STATES = ("unknown-yet", "not-applicable", "under-discussion", "not-disclosed")
WRITTEN = ("text", "long-text", "list", "number", "money", "date")
"""kinds in whose field one types"""
LONG = ("text", "long-text", "list")
"""kinds whose text may come from elsewhere"""


def entries(
    question: Question,
    writing: Question | None,
    *,
    recalled: bool,
    stand: bool,
    line: bool,
    desk: bool,
    room: bool,
) -> list[tuple[str, str]]:
    """The lines of the menu: what each does, and the key of its sentence.

    `writing`: the question or the column in whose field one stands, None where there is no field;
    `line`: whether a line of a list or table is being written; `desk`: whether there is a folder
    for an editor's file; `stand`: whether one may say where one stands on what is answered here.
    """
    found = ["answer", "back", "forward", HELP]
    if writing is None:  # the question is there already, and its example would anchor
        found = ["back", "forward"]
    elif writing.example and writing.kind in WRITTEN and not room:
        found.append(EXAMPLE)
    if writing is not None and writing.kind in LONG:
        found += [EDITOR, "file"] if desk else ["file"]
    if line:
        found.append("drop-line")
    if recalled:
        found.append("recalled")
    if stand:
        found.append("stand")
    if question.step:
        found += [*STATES, "steps", "search", "undo"]
    else:  # before the method, and around it, there is nothing to go to
        found.remove("forward")
    if room:
        found.append("blank")
    leave = "menu-leave" if desk else "menu-leave-new"  # without one, there is no project yet
    return [*((name, f"menu-{name}") for name in found), ("leave", leave)]


def by_letter(letter: str, found: Sequence[tuple[str, str]], language: str) -> str | None:
    """What the letter of a menu line stands for."""
    return next(
        (name for name, key in found if say(key, language).partition("|")[0] == letter), None
    )


def ask_state(name: str, fields: Fields, value: Value, page: Page, language: str) -> State:
    """A state, with who and by when where it has them: all may be left empty."""
    if name not in ("unknown-yet", "under-discussion"):
        return State(name)
    key = "ask-who-finds-out" if name == "unknown-yet" else "ask-who-discusses"
    page.text(say(key, language))
    who = fields.line("", None)
    page.text(say("ask-by-when", language))
    date = Question(id="by", kind="date", ask={}, label={}, optional=True)
    nobody = Project(id="", title="", initiator="")
    by = fields.line("", value.checker(date, nobody, None, optional=True))
    return State(name, who=who, by=str(check(date, by)))


def recalled(
    prompt: Prompt, project: Project, method: Method, seat: str
) -> list[tuple[Question, str | None]]:
    """The answers shown with this question that may be corrected from here."""
    return [
        (question, voice)
        for one in prompt.question.recall
        if (question := method.questions[one])
        for voice in voices(question, project)
        if may_answer(question, voice, seat) and project.value(question, voice)
    ]


def choose_recalled(
    found: list[tuple[Question, str | None]],
    project: Project,
    fields: Fields,
    page: Page,
    language: str,
) -> GoTo:
    items = []
    for number, (question, voice) in enumerate(found):
        name = f"{project.organisations[voice].name} · " if voice else ""
        items.append(Item(str(number), name + typeset(question.label[language], language)))
    page.text(say("menu-which", language))
    question, voice = found[int(fields.choose(items))]
    return GoTo(question.id, voice)
