"""Phases, steps and questions, each with how it stands: to look around and to go to one."""

from collections.abc import Callable, Sequence

from partnerwiz.lenses.tasks import Line, Task, found_in, tasks
from partnerwiz.method.model import Method
from partnerwiz.project.calling import ANSWERED, LEFT_EMPTY, TO_ASK, WAITING, Prompt
from partnerwiz.project.model import Project
from partnerwiz.project.received import to_confirm
from partnerwiz.sitting.asker import GoTo, Leave, ReadAgain, Stand
from partnerwiz.sitting.standing import round_of
from partnerwiz.terminal.fields import Cut, Fields, Item, Pressed, menu_items
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.told import state_in_words
from partnerwiz.words import Text, say, typeset


class Contents:
    """For one seat, in one language."""

    def __init__(
        self,
        method: Method,
        seat: str,
        language: str,
        page: Page,
        fields: Callable[[], Fields],
        *,
        room: bool = False,
        dictated: bool = False,
        stands: bool = True,
    ) -> None:
        """In a `room`, and where what is said is `dictated`, nothing private is listed. `stands`:
        whether one may say where one stands.
        """
        self._method = method
        self._seat = seat
        self._language = language
        self._page = page
        self._fields = fields
        self._room = room
        self._closed = room or dictated
        self._may_stand = stands

    def home(
        self, project: Project, next_one: Prompt | None
    ) -> GoTo | Leave | Stand | ReadAgain | None:
        """The first screen of a sitting taken up again. None: go on at `next_one`."""
        while True:
            parts = tasks(self._method, project, self._seat, room=self._closed)
            items = []
            if next_one is not None:
                label = self._words(next_one.question.label)
                told = say("home-go-on", self._language, label=label)
                letter, _, told = told.partition("|")
                items.append(Item("on", told, letter))
            items += self._task_items(parts)
            items += self._to_stand(project)
            items += self._to_read_again(project)
            items += menu_items(
                self._language, [("search", "menu-search"), ("leave", "menu-leave")]
            )
            try:
                present = None if next_one is None else "on"
                chosen = self._fields().choose(items, present)
            except Pressed as pressed:  # `/q` in plain lines is a line of this list too
                lettered = {item.letters: item.value for item in items if item.letters}
                chosen = lettered.get(pressed.key, "")
            if not chosen:
                continue
            if chosen == "on":
                return None
            if chosen == "leave":
                return Leave()
            if chosen == "stand":
                return Stand()
            if chosen == "read-again":
                return ReadAgain()
            found = (
                self.search(project)
                if chosen == "search"
                else self._within(next(one for one in parts if one.id == chosen), project)
            )
            if found is not None:
                return found

    def _to_stand(self, project: Project) -> list[Item]:
        """What the table wrote and this seat has not said where it stands on."""
        found = round_of(project, self._method, self._seat, room=self._room)
        if not (found and self._may_stand):
            return []
        key = "home-stand-one" if len(found) == 1 else "home-stand"
        told = say("home-stand-all" if self._room else key, self._language, count=len(found))
        letter, _, told = told.partition("|")
        return [Item("stand", told, letter)]

    def _to_read_again(self, project: Project) -> list[Item]:
        """What someone else noted down for this seat; not while it is being noted down."""
        one = project.organisations.get(self._seat)
        count = len(to_confirm(one.block)) if one and not self._closed else 0
        if not count:
            return []
        key = "home-read-again-one" if count == 1 else "home-read-again"
        letter, _, told = say(key, self._language, count=count).partition("|")
        return [Item("read-again", told, letter)]

    def choose(self, project: Project) -> GoTo | None:
        """From the parts of the path to one question. None: none of them."""
        while True:
            parts = tasks(self._method, project, self._seat, room=self._closed)
            self._page.line()
            try:
                chosen = self._fields().choose(self._task_items(parts))
            except Pressed:
                return None
            task = next(one for one in parts if one.id == chosen)
            if found := self._within(task, project):
                return found

    def search(self, project: Project) -> GoTo | None:
        """Every question that holds a word, or whose answer does."""
        self._page.text(say("search-for", self._language), "bold")
        try:
            wanted = self._fields().line("", None)
        except Pressed:
            return None
        except Cut as cut:
            raise cut.cause from None
        if not wanted:
            return None
        language = self._language
        found = found_in(wanted, self._method, project, self._seat, language, room=self._closed)
        if not found:
            self._page.text(say("search-none", language, text=wanted))
            return None
        return self._one_of(found, project, steps=True)

    def _within(self, task: Task, project: Project) -> GoTo | None:
        while task.steps:
            self._page.rule(self._words(task.title))
            try:
                items = self._task_items(task.steps)
                chosen = self._fields().choose(items)
            except Pressed:
                return None
            step = next(one for one in task.steps if one.id == chosen)
            if found := self._within(step, project):
                return found
        self._page.rule(self._title(task))
        for organisation, count in task.awaited.items():
            name = project.organisations[organisation].name
            told = say("awaited-from", self._language, name=name, count=count)
            self._page.text(told, first=self._page.sign("waiting"))
        return self._one_of(task.lines, project)

    def _one_of(
        self, lines: Sequence[Line], project: Project, *, steps: bool = False
    ) -> GoTo | None:
        mine = [line for line in lines if line.mine and line.stands != WAITING]
        waiting = sum(1 for line in lines if line.mine and line.stands == WAITING)
        if waiting:
            told = say("contents-waiting", self._language, count=waiting)
            self._page.text(told, first=self._page.sign("waiting"))
        if not mine:
            self._page.text(say("contents-none", self._language))
            return None
        items = [
            Item(str(number), self._line(line, project, steps=steps))
            for number, line in enumerate(mine)
        ]
        try:
            chosen = mine[int(self._fields().choose(items))]
        except Pressed:
            return None
        return GoTo(chosen.prompt.question.id, chosen.prompt.voice)

    def _line(self, line: Line, project: Project, *, steps: bool) -> str:
        question, voice = line.prompt
        sign = "answered" if line.stands in (ANSWERED, LEFT_EMPTY) else "open"
        label = self._words(question.label)
        if voice not in (None, self._seat):
            label = f"{project.organisations[voice].name} · {label}"
        if steps and (number := self._method.steps[question.step].number):
            label = say("in-step", self._language, label=label, number=number)
        words = (
            state_in_words(line.state, self._language)
            if line.state
            else say(f"stands-{line.stands}", self._language)
        )
        if line.stands == TO_ASK and project.path == "short" and not question.short:
            words = say("tasks-off-path", self._language)
        mark = self._page.sign("waiting" if line.state else sign)
        return f"{mark} {label} – {words}"

    def _task_items(self, found: Sequence[Task]) -> list[Item]:
        """One line each; phases by their digit."""
        return [
            Item(one.id, f"{self._title(one)} – {self._stands(one)}", self._digit(one, found))
            for one in found
        ]

    def _digit(self, task: Task, found: Sequence[Task]) -> str:
        return str(task.number) if len(found) < 10 and not task.is_step else ""

    def _title(self, task: Task) -> str:
        title = self._words(task.title)
        if task.is_step and task.number:
            return say("step-head", self._language, number=task.number, title=title)
        return title

    def _stands(self, task: Task) -> str:
        """« 3 réponses, 9 à aborder », in words and never as a share."""
        language = self._language
        if not task.lines:
            return say("tasks-nothing", language)
        if not (task.to_ask or task.left_open or task.waiting or task.awaited):
            return say("tasks-done", language)
        if not (task.said or task.left_open) and not task.to_ask and task.waiting:
            return say("stands-waits-for-the-table", language)
        if not (task.said or task.left_open):
            return say("stands-to-ask", language)
        counted = (
            (task.said, "status-said"),
            (task.to_ask, "status-to-ask"),
            (task.left_open, "tasks-open"),
            (task.waiting, "status-waiting"),
            (sum(task.awaited.values()), "tasks-awaited"),
        )
        return ", ".join(say(key, language, count=count) for count, key in counted if count)

    def _words(self, text: Text) -> str:
        return typeset(text[self._language], self._language)
