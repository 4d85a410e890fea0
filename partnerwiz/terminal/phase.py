"""What was said in a phase, as one can read it aloud."""

from partnerwiz.method.model import Method, Phase
from partnerwiz.project.calling import prompts
from partnerwiz.project.model import TOGETHER, Project
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.told import state_in_words, told
from partnerwiz.words import say, typeset


def show_phase(
    page: Page, method: Method, phase: Phase, project: Project, seat: str, language: str
) -> None:
    """Answers and open states of this seat's prompts. Private answers are named, never shown:
    the summary is read to a room.
    """
    page.rule(say("phase-said", language, title=phase.title))
    for prompt in prompts(method, project, seat):
        question, voice = prompt.question, prompt.voice
        if method.phase_of(question).id != phase.id or question.private:
            continue
        state = project.state(question, voice)
        lines = told(question, project.value(question, voice), project, language)
        if not lines and not state:
            continue
        whose = project.organisations[voice].name if voice not in (TOGETHER, seat) else ""
        label = typeset(question.label[language], language)
        head = f"{label} ({whose})" if whose else label
        page.text(head, "bold", first=page.sign("waiting" if state else "answered"))
        for line in lines:
            page.text(line, indent=4)
        if state:
            page.text(state_in_words(state, language), indent=4)
    for step in phase.steps:
        if step.questions and step.done_when:
            words = typeset(step.done_when[language], language)
            page.text(say("done-when", language, step=step.number or "", text=words), "dim")
