"""What the commands that only look show."""

from partnerwiz.lenses.progress import Owed, PhaseView, StepView, Voice
from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import ANSWERED, LEFT_EMPTY, SETTLED, TO_ASK, WAITING
from partnerwiz.project.model import Project
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.told import state_in_words
from partnerwiz.words import Text, say, typeset


def show_owed(page: Page, found: tuple[Owed, ...], language: str, file: str) -> None:
    """What organisations have still to say of what stands there, and how; nothing where none has."""
    found = tuple(one for one in found if one.positions or one.to_confirm)
    if found:
        page.rule(say("status-owed", language))
    for one in found:
        parts = []
        for count, key in (
            (len(one.positions), "status-to-say"),
            (len(one.to_confirm), "status-to-confirm"),
        ):
            if count:
                parts.append(say(f"{key}-one" if count == 1 else key, language, count=count))
        told = say("colon", language, before=one.organisation.name, after=", ".join(parts))
        page.text(told, indent=6, first=f"    {page.sign('waiting')}")
    if found:
        whose = say("meta-organisation", language)
        day = say("meta-date", language)
        told = say("status-owed-how", language, file=file, id=whose, day=day)
        page.text(told, "dim", indent=4)


def show_status(page: Page, project: Project, view: tuple[PhaseView, ...], language: str) -> None:
    """By phase and step: for each voice, what was said, what is open, what is waited for."""
    page.text(project.title, "bold", indent=0)
    page.text(say(f"choice-{project.path}", language), "dim", indent=0)
    for phase in view:
        page.rule(typeset(phase.title[language], language))
        for step in phase.steps:
            _show_step(page, step, language)


def _show_step(page: Page, step: StepView, language: str) -> None:
    title = typeset(step.title[language], language)
    if not step.voices:  # nothing is asked there on this path, or not yet
        title = f"{title} – {say('stands-to-ask', language)}"
    page.text(title, "bold" if step.voices else "dim", indent=4, first=str(step.number or ""))
    for voice in step.voices:
        _show_voice(page, voice, language)


def _show_voice(page: Page, voice: Voice, language: str) -> None:
    name = voice.name or say("voice-together", language)
    said = len(voice.standing_at(ANSWERED, LEFT_EMPTY))
    parts = [say("status-said", language, count=said)] if said else []
    for stands, key in ((TO_ASK, "status-to-ask"), (WAITING, "status-waiting")):
        found = voice.standing_at(stands)
        if found:
            parts.append(say(key, language, count=len(found)))
    settled = voice.standing_at(ANSWERED, LEFT_EMPTY, *SETTLED)
    sign = page.sign("answered" if len(settled) == len(voice.items) else "open")
    said_of = ", ".join(parts or ["…"])
    line = say("colon", language, before=name, after=said_of)
    page.text(line, indent=6, first=f"    {sign}")
    for item in voice.items:
        if item.stands in (ANSWERED, LEFT_EMPTY, TO_ASK, WAITING):
            continue
        label = typeset(item.label[language], language)
        words = (
            state_in_words(item.state, language)
            if item.state
            else say(f"stands-{item.stands}", language)
        )
        line = say("colon", language, before=label, after=words)
        page.text(line, indent=8, first="      " + page.sign("waiting"))


def show_method(page: Page, method: Method, language: str) -> None:
    """The method as an outline: phases, steps, questions with their ids."""

    def words(text: Text) -> str:
        return typeset(text[language], language)

    for phase in method.phases:
        page.rule(f"{phase.number}. {words(phase.title)}")
        for step in phase.steps:
            page.text(words(step.title), "bold", indent=4, first=str(step.number or ""))
            for question in step.questions:
                marks = ", ".join(_marks(question, language))
                told = f"{words(question.label)} ({marks})"
                line = say("colon", language, before=question.id, after=told)
                page.text(line, indent=8, first="    -")
    page.line()
    page.text(
        say(
            "method-counts",
            language,
            steps=sum(1 for step in method.steps.values() if step.number),
            questions=len(method.questions),
        ),
        "dim",
        indent=0,
    )
    page.text(say("credit", language), "dim", indent=0)


def _marks(question: Question, language: str) -> list[str]:
    marks = [question.kind, say(f"by-{question.by}", language)]
    if question.private:
        marks.append(say("mark-private", language))
    if question.optional:
        marks.append(say("optional-mark", language))
    if question.short:
        marks.append(say(f"short-{question.short}", language))
    return marks
