"""What was said in a part of the path, as one can read it aloud."""

from partnerwiz.method.model import Method
from partnerwiz.project.calling import Part, part_of, prompts
from partnerwiz.project.model import TOGETHER, Project
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.told import Telling, state_in_words
from partnerwiz.words import say, typeset


def show_part(
    page: Page, method: Method, part: Part, project: Project, seat: str, language: str
) -> None:
    """Answers and open states of this seat's prompts. Private answers are named, never shown:
    the summary is read to a room.
    """
    page.rule(say("part-said", language, title=part.title))
    for prompt in prompts(method, project, seat):
        question, voice = prompt.question, prompt.voice
        if question.private or part_of(question, method, project.path).id != part.id:
            continue
        state = project.state(question, voice)
        telling = Telling(project, method.questions, voice, language)
        lines = telling.lines(question, project.value(question, voice))
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
    for number, sentence in part.closing:
        words = typeset(sentence[language], language)
        told_of = say("done-when", language, step=number or "", text=words) if number else words
        page.text(told_of, "dim" if number else "")
