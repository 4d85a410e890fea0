"""What was said in a part of the path, as one can read it aloud."""

from collections.abc import Sequence

from partnerwiz.method.model import Method
from partnerwiz.project.calling import Part, Prompt, part_of, prompts
from partnerwiz.project.model import TOGETHER, Project
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.told import Telling, state_in_words
from partnerwiz.words import say, typeset


def show_part(
    page: Page,
    method: Method,
    part: Part,
    project: Project,
    seat: str,
    language: str,
    *,
    room: bool = False,
) -> list[tuple[Prompt, str]]:
    """Answers and open states of this seat's prompts, which are returned with their labels, to be
    changed. Private answers are not shown: the summary is read to a room.
    """
    shown = []
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
        shown.append((prompt, head))
        page.text(head, "bold", first=page.sign("waiting" if state else "answered"))
        for line in lines:
            page.text(line, indent=4)
        if state:
            page.text(state_in_words(state, language), indent=4)
    for number, sentence in () if room else part.closing:
        words = typeset(sentence[language], language)
        told_of = say("done-when", language, step=number or "", text=words) if number else words
        page.text(told_of, "dim" if number else "")
    return shown


def show_touched(
    page: Page,
    prompt: Prompt,
    mine: Sequence[Prompt],
    others: Sequence[Prompt],
    project: Project,
    language: str,
) -> None:
    """After a change: what rests on that answer, whoever gave it."""
    label = prompt.question.label
    page.line()
    page.text(say("touched", language, label=label), first=page.sign("open"))
    for one in (*mine, *others):
        told = typeset(one.question.label[language], language)
        if one.voice:
            told = f"{told} ({project.organisations[one.voice].name})"
        page.text(told, indent=4, first="  -")
    if others:
        page.text(say("touched-others", language), "dim")
