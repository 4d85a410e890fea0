"""One value on the screen, of a kind that is neither a list nor a table."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from partnerwiz.method.kinds import MANY, OTHER, Refused, check, words_of
from partnerwiz.method.model import Method, Question
from partnerwiz.project.model import Project
from partnerwiz.terminal.fields import Check, Fields, Item, Left, yes_no_items
from partnerwiz.terminal.page import Page
from partnerwiz.words import say, typeset


class Value:
    """Asks for a line, a paragraph, one choice or several, as the kind of the question wants."""

    def __init__(
        self, method: Method, language: str, page: Page, fields: Callable[[], Fields]
    ) -> None:
        self._method = method
        self._language = language
        self._page = page
        self._fields = fields
        """loaded when first asked for: the library that asks takes longer than all the rest"""

    def ask(
        self,
        question: Question,
        project: Project,
        present: Any,
        voice: str | None,
        *,
        within_rows: bool = False,
    ) -> Any:
        """What is given, not yet checked; or one line of a list."""
        if question.kind == "yes-no":
            return self._chosen(question, yes_no_items(self._language), present)
        if question.kind in ("choice", "organisation", "row"):
            items = self._items(question, project, voice)
            if not items:  # a row of a list that nobody has written yet
                self._page.text(say("none-to-choose", self._language), "dim")
                return ""
            chosen = self._chosen(question, items, present)
            if chosen != OTHER:
                return chosen
            before = present.get(OTHER, "") if isinstance(present, dict) else ""
            try:
                return {OTHER: self._words_of_other(question, before, project)}
            except Left as left:
                left.draft = {OTHER: left.draft} if left.draft else ""
                raise
        if question.kind in ("choices", "organisations"):
            return self._ticked(question, self._items(question, project, voice), present, project)
        default = present if isinstance(present, str) else ""
        ending = within_rows and question.kind == "list"
        refuse = self.checker(question, project, voice, optional=ending or question.optional)
        if question.kind == "long-text":
            return self._fields().paragraph(default, refuse)
        return self._fields().line(default, refuse)

    def _items(self, question: Question, project: Project, voice: str | None) -> list[Item]:
        if question.kind in ("organisation", "organisations"):
            items = [
                Item(one.id, one.name) for one in project.organisations.values() if one.id != voice
            ]
            if not items or not question.private or question.kind == "organisation":
                items.append(Item(OTHER, say("someone-else", self._language)))
            return items
        if question.kind == "row":
            rows = project.rows(question.of or "", voice, self._method.questions)
            return [Item(key, name) for key, name in rows.items()]
        return [Item(option, self._option(question, option)) for option in question.options]

    def _chosen(self, question: Question, items: list[Item], present: Any) -> str:
        known = next(iter(present)) if isinstance(present, dict) and present else present
        if question.optional:
            items = [*items, Item("", "—")]
        labels = {item.value: item.label for item in items}
        chosen = self._fields().choose(items, known if isinstance(known, str) else None)
        self._echo(labels[chosen])
        return chosen

    def _ticked(self, question: Question, items: list[Item], present: Any, project: Project) -> Any:
        before = present if isinstance(present, list) else []
        words = next((one[OTHER] for one in before if isinstance(one, dict)), "")
        keys = [OTHER if isinstance(one, dict) else one for one in before]
        while True:
            chosen: list[Any] = list(self._fields().tick(items, keys))
            if chosen or question.optional:
                break
            self._page.text(
                say("nothing-given", self._language), "warn", first=self._page.sign("problem")
            )
        self._echo(", ".join(item.label for item in items if item.value in chosen))
        if OTHER in chosen:
            place = chosen.index(OTHER)
            try:
                chosen[place] = {OTHER: self._words_of_other(question, words, project)}
            except Left as left:
                chosen[place] = {OTHER: left.draft or words}
                left.draft = chosen
                raise
        return chosen

    def _words_of_other(self, question: Question, before: str, project: Project) -> str:
        if question.kind not in ("organisation", "organisations"):
            self._page.text(say("other-words", self._language))
            return self._fields().line(before, self._any_text)
        self._page.text(say("name-it" if question.private else "name-it-here", self._language))
        named = self._fields().line(before, self._any_text)
        near = self._near(named, project)
        if near is None:
            return named
        self._page.text(say("is-it-this-one", self._language, name=near))
        same = self._fields().choose(yes_no_items(self._language), "yes") == "yes"
        return near if same else named

    def _near(self, named: str, project: Project) -> str | None:
        """An organisation of the project whose name is so like this one that it may be meant."""
        import difflib  # only where a name is typed

        names = {one.name.casefold(): one.name for one in project.organisations.values()}
        if named.casefold() in names:
            return None
        found = difflib.get_close_matches(named.casefold(), names, n=1, cutoff=0.7)
        return names[found[0]] if found else None

    def _echo(self, text: str) -> None:
        if not self._page.plain:
            self._page.text(text, first=self._page.sign("answered"))

    def checker(
        self, question: Question, project: Project, voice: str | None, *, optional: bool
    ) -> Check:
        known = project.known(voice, self._method.questions)
        # a line of a list is checked as a text; the list itself when it is done
        single = replace(question, kind="text") if question.kind == "list" else question

        def refuse(text: str) -> str | None:
            text = text.strip()
            if not text and optional:
                return None
            try:
                check(single, text, known)
            except Refused as refused:
                return refused.say(self._language)
            return None

        return refuse

    def _any_text(self, text: str) -> str | None:
        return None if text.strip() else say("nothing-given", self._language)

    def _option(self, question: Question, option: str) -> str:
        words = words_of(question, option)
        return words if isinstance(words, str) else typeset(words[self._language], self._language)


def fits(question: Question, draft: Any) -> bool:
    """Whether what was half-written, perhaps long ago, can stand in the field of this question."""
    if question.kind in MANY:
        return isinstance(draft, list) and all(_is_one(one) for one in draft)
    if question.kind in ("choice", "organisation", "row", "yes-no"):
        return _is_one(draft)
    return isinstance(draft, dict if question.kind == "table" else str)


def _is_one(draft: Any) -> bool:
    words = isinstance(draft, dict) and set(draft) == {OTHER} and isinstance(draft[OTHER], str)
    return isinstance(draft, str) or words
