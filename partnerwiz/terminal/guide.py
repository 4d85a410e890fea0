"""A short conversation outside the method: a sentence, what the group wrote itself, a choice."""

from collections.abc import Sequence

from partnerwiz.method.kinds import Value
from partnerwiz.method.model import Method, Question
from partnerwiz.project.model import TOGETHER, Organisation, Project
from partnerwiz.terminal.fields import Check, Fields, Item, fields_for, yes_no_items
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.told import Telling
from partnerwiz.words import say, typeset


class Guide:
    """Every question may be left with Esc, which raises `Left`."""

    def __init__(self, page: Page, language: str, method: Method) -> None:
        self.page = page
        self.language = language
        self.method = method
        self._hands: Fields | None = None

    @property
    def _fields(self) -> Fields:
        if self._hands is None:
            self._hands = fields_for(self.page, self.language)
        return self._hands

    def tell(self, key: str, style: str = "", **values: object) -> None:
        self.page.text(say(key, self.language, **values), style)

    def the(self, one: Organisation) -> str:
        """As it is said inside a sentence."""
        return one.the(self.language)

    def head(self, key: str, **values: object) -> None:
        self.page.rule(say(key, self.language, **values))

    def choose(
        self, key: str, items: Sequence[Item], present: str | None = None, **values: object
    ) -> str:
        self.page.line()
        self.tell(key, "bold", **values)
        chosen = self._fields.choose(items, present)
        if not self.page.plain:
            label = next(one.label for one in items if one.value == chosen)
            self.page.text(label, first=self.page.sign("answered"))
        return chosen

    def yes(self, key: str, **values: object) -> bool:
        return self.choose(key, yes_no_items(self.language), None, **values) == "yes"

    def line(
        self, key: str, default: str = "", check: Check | None = None, **values: object
    ) -> str:
        self.page.line()
        self.tell(key, "bold", **values)
        return self._fields.line(default, self._needed(check))

    def text(self, key: str, default: str) -> str:
        """A text that may be several lines, to be corrected."""
        self.page.line()
        self.tell(key, "bold")
        field = self._fields.paragraph if "\n" in default else self._fields.line
        return field(default, self._needed(None))

    def _needed(self, check: Check | None) -> Check:
        """Nothing here may be left empty, and no menu says otherwise."""

        def refuse(text: str) -> str | None:
            if not text.strip():
                return say("coming-nothing", self.language)
            return check(text) if check else None

        return refuse

    def item(self, value: str, key: str, **values: object) -> Item:
        return Item(value, say(key, self.language, **values))

    def organisations(self, found: Sequence[Organisation]) -> list[Item]:
        return [Item(one.id, one.name) for one in found]

    def own_words(self, project: Project, *ids: str) -> None:
        """What the group wrote itself of these; what it did not write is said not to be written."""
        for question in self.asked(*ids):
            lines = self.lines(project, question, project.value(question, TOGETHER))
            label = typeset(question.label[self.language], self.language)
            if not lines:
                self.tell("coming-not-written", label=label)
                continue
            self.tell("coming-written", label=label)
            for line in lines:
                self.page.text(line, indent=6)

    def asked(self, *ids: str) -> list[Question]:
        """Those that the method asks."""
        return [self.method.questions[one] for one in ids if one in self.method.questions]

    def lines(self, project: Project, question: Question, value: Value | None) -> list[str]:
        telling = Telling(project, self.method.questions, TOGETHER, self.language)
        return telling.lines(question, value)

    def labels(self, questions: Sequence[Question]) -> str:
        """One after the other, each once."""
        found = (typeset(one.label[self.language], self.language) for one in questions)
        return ", ".join(dict.fromkeys(found))
