"""A question as it stands on the page before anything can be typed."""

from partnerwiz.method.kinds import ROWED
from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import TO_ASK, Prompt, carried, is_common, standing, voices
from partnerwiz.project.model import TOGETHER, Project
from partnerwiz.project.received import to_confirm
from partnerwiz.sitting.asker import Again
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.told import Telling, date, state_in_words
from partnerwiz.words import Text, say, typeset

_KEYS = {
    "text": "line",
    "number": "line",
    "money": "line",
    "date": "line",
    "long-text": "paragraph",
    "yes-no": "yes-no",
    "choice": "choose",
    "choices": "tick",
    "organisation": "choose",
    "organisations": "tick",
    "row": "choose",
    "list": "list",
    "table": "line",
}

_CHOSEN = ("yes-no", "choice", "choices", "organisation", "organisations", "row")


class QuestionPage:
    """Prints steps and questions; remembers which part and step it stands at, and which steps it
    has told of already.
    """

    def __init__(
        self, method: Method, language: str, page: Page, *, seat: str = "", room: bool = False
    ) -> None:
        self._seat = seat
        self._room = room
        self._method = method
        self._language = language
        self._page = page
        self._part: str | None = None
        self._step: str | None = None
        self._told: set[str] = set()

    def head(self, question: Question, project: Project) -> None:
        """The head of the meeting on the short path, and of the step, where they begin; what the
        step is for, the first time.
        """
        if question.step not in self._method.steps:
            return
        if project.path == "short" and question.short and question.short != self._part:
            self._part = question.short
            self._page.line()
            self._page.text(say(f"head-{question.short}", self._language), "bold")
        if question.step == self._step:
            return
        self._step = question.step
        step = self._method.steps[question.step]
        title = self._in_words(step.title)
        if step.number:
            title = say("step-head", self._language, number=step.number, title=title)
        self._page.rule(title)
        if step.id in self._told:
            return
        self._told.add(step.id)
        if step.why:
            self._page.text(self._in_words(step.why), "dim")
        if step.talk:
            self._page.text(say("talk-first", self._language), "bold")
            self._page.text(self._in_words(step.talk))

    def question(self, prompt: Prompt, project: Project, again: Again | None = None) -> None:
        """Who speaks, the question, what was said before; last, the keys that answer it.

        The present answer is told where it does not stand in the field anyway.
        """
        question, page, language = prompt.question, self._page, self._language
        page.line()
        whose = self._whose(prompt, project)
        if whose:
            page.text(whose, "warn" if question.private else "dim")
        page.text(self._in_words(question.ask), "bold", indent=2, first=page.sign("open"))
        if question.talk and not self._talked_over(question):
            page.text(self._in_words(question.talk))
        if question.help:
            page.text(self._in_words(question.help), "dim")
        if question.example and not self._room:
            text = self._in_words(question.example)
            page.text(say("example-is", language, text=text), "dim")
        for one in question.recall:
            self._show_recalled(self._method.questions[one], project)
        value, state = project.value(question, prompt.voice), project.state(question, prompt.voice)
        drafted = again is not None and (again.draft is not None or again.half is not None)
        if value is not None and (drafted or question.kind in _CHOSEN):
            page.text(say("present-answer", language))
            for line in self._telling(project, prompt.voice).lines(question, value):
                page.text(line, indent=4)
        elif value is None and carried(prompt, project, self._method):
            source = self._method.questions[question.carry or ""]
            page.text(say("carried", language, label=source.label))
        if self._room and prompt.voice is not TOGETHER:
            self._show_silent(question, project)
        self._tell_noted(prompt, project)
        if project.needs_review(question, prompt.voice):
            page.text(say("state-is", language, state=say("stands-to-review", language)))
        if state:
            page.text(say("state-is", language, state=state_in_words(state, language)))
        page.flush()  # the words stand there before the libraries that ask are loaded
        rows = question.kind in ROWED and bool(value or carried(prompt, project, self._method))
        page.text(self._keys("menu" if rows else _KEYS[question.kind]), "dim")

    def pitfalls(self, question: Question) -> None:
        """What the step is for, and what to watch out for in it."""
        step = self._method.steps.get(question.step)
        if step and step.why:
            self._page.line()
            self._page.text(self._in_words(step.why), "dim")
        if step and step.pitfalls:
            self._page.line()
            self._page.text(say("beware", self._language), "dim")
            for pitfall in step.pitfalls:
                self._page.text(self._in_words(pitfall), "dim", indent=4, first="  -")

    def _whose(self, prompt: Prompt, project: Project) -> str:
        """Who speaks, whether it stays private, whether it may be left empty."""
        question, marks = prompt.question, []
        if prompt.voice is not TOGETHER:
            marks.append(project.organisations[prompt.voice].name)
        elif question.step:
            marks.append(say("voice-together", self._language))
        if question.private and prompt.voice:
            name = project.organisations[prompt.voice].the(self._language)
            marks.append(say("private-mark", self._language, name=name))
        if question.optional:
            marks.append(say("optional-mark", self._language))
        return " · ".join(marks)

    def _tell_noted(self, prompt: Prompt, project: Project) -> None:
        """How an answer came that someone else wrote down, and nobody there has read again."""
        voice = prompt.voice
        if voice is TOGETHER or not project.organisations[voice].block.received:
            return
        receipt = to_confirm(project.organisations[voice].block).get(prompt.question.id)
        if receipt is None:
            return
        language = self._language
        source = receipt.function
        if source in project.organisations:  # another organisation passed it on
            source = project.organisations[source].name
        told = [say(f"how-{receipt.how}", language), date(receipt.on, language), source]
        noted = ", ".join(part for part in told if part)
        key = "noted-yours" if voice == self._seat else "noted-theirs"
        self._page.text(say(key, language, noted=noted), "warn")

    def _talked_over(self, question: Question) -> bool:
        """Whether it has the screen to itself first, and so need not say again what it said."""
        return not question.private and is_common(question, self._method)

    def _show_silent(self, question: Question, project: Project) -> None:
        """Who around the table has not answered this yet."""
        silent = [
            project.organisations[voice].name
            for voice in voices(question, project)
            if voice and standing(question, project, voice, self._method) == TO_ASK
        ]
        if silent:
            self._page.text(say("not-heard-yet", self._language, names=", ".join(silent)))

    def _show_recalled(self, question: Question, project: Project) -> None:
        """What every organisation said of it: never a private answer, the loader sees to that."""
        said = [(voice, project.value(question, voice)) for voice in voices(question, project)]
        if not any(value for _, value in said):
            return
        label = self._in_words(question.label)
        self._page.text(say("recalled", self._language, label=label), "accent")
        for voice, value in said:
            lines = self._telling(project, voice).lines(question, value)
            if voice and lines:
                name = project.organisations[voice].name
                lines = [say("colon", self._language, before=name, after=lines[0]), *lines[1:]]
            for number, line in enumerate(lines):
                self._page.text(line, indent=6 if voice and number else 4)

    def why(self, again: Again) -> None:
        if again.refused:
            self._page.text(
                again.refused.say(self._language), "warn", first=self._page.sign("problem")
            )
        if again.error:
            for line in again.error.say(self._language).split("\n"):
                self._page.text(line, "warn", first=self._page.sign("problem"))
        if again.half is not None:
            self._page.text(say("half-kept", self._language), "warn")
        for key in again.notes:
            self._page.text(say(key, self._language), "warn")

    def _keys(self, kind: str) -> str:
        if self._page.plain:
            several = {"paragraph": "-paragraph", "choose": "-choose", "tick": "-tick"}
            several |= {"yes-no": "-choose", "list": "-paragraph", "menu": "-menu"}
            return say(f"keys-plain{several.get(kind, '')}", self._language)
        return say(f"keys-{kind}", self._language)

    def _telling(self, project: Project, voice: str | None) -> Telling:
        return Telling(project, self._method.questions, voice, self._language)

    def _in_words(self, text: Text) -> str:
        return typeset(text[self._language], self._language)
