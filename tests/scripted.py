"""What several test files share: methods and projects made from text, an asker that answers by id,
a store that keeps in memory.
"""

import tempfile
import textwrap
from pathlib import Path

import yaml

from partnerwiz.method.reading import read_method
from partnerwiz.project.positions import said
from partnerwiz.project.reading import read_project
from partnerwiz.sitting.asker import Leave

ROOT = Path(__file__).parent.parent
ENDLESS = 100
"""questions: a sitting of a test that asks so many goes round in circles"""


def write_steps(folder, files):
    """Step files as they are given; a phase without `phase.yaml` gets a plain one."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
    for phase in folder.iterdir():
        if phase.is_dir() and not (phase / "phase.yaml").exists():
            (phase / "phase.yaml").write_text(f"title: {phase.name}\n", encoding="utf-8")
    return folder


def method_of(*steps, by="each", phases=None):
    """A method of one phase, one text for each step: its questions. Whatever `ask` and `label` a
    question does not say are its id. `phases`: how many steps each phase has.
    """
    files = {}
    place = [phase for phase, count in enumerate(phases or [len(steps)], 1) for _ in range(count)]
    for number, (phase, step) in enumerate(zip(place, steps, strict=True), 1):
        head = {"title": f"Step {number}", "by": by}
        found = yaml.load(textwrap.dedent(step), Loader=yaml.BaseLoader)
        data = found if isinstance(found, dict) else {"questions": found}
        for question in data["questions"]:
            for one in (question, *question.get("columns", ())):
                one.setdefault("ask", one["id"])
            question.setdefault("label", question["id"])
        text = yaml.dump({**head, **data}, allow_unicode=True, sort_keys=False)
        files[f"{phase}-phase-{phase}/{number:02}-step-{number}.yaml"] = text
    with tempfile.TemporaryDirectory() as folder:
        return read_method(write_steps(Path(folder), files))


HEAD = """\
partnerwiz: 1
id: k7q2
title: Passerelle 18-25
initiator: lescale
"""

TABLE = """\
organisations:
  lescale:
    name: L’Escale
    role: partner
  ccas:
    name: CCAS de Valmorin
    article: le
    role: partner
"""


def project_of(method, text=TABLE):
    """The project whose file says this below its head."""
    whole = HEAD + textwrap.dedent(text) + "...\n"
    return read_project(whole, Path("valmorin.yaml"), method)[0]


class Scripted:
    """An asker that answers by id, or by `id@voice`.

    Several answers in turn are a tuple. An answer that can be called is called with the project:
    that is where a test edits the file while the question waits. What is not in the script leaves.
    """

    half = None

    def __init__(self, answers=None, pauses=None, endings=None, over=True):
        self._answers = dict(answers or {})
        self._pauses = list(pauses or [])
        self._endings = list(endings or [])
        self.asked = []
        """ids in the order asked, as `id@voice` where an organisation is asked"""
        self.again = []
        """why a question was asked again: (id, Again)"""
        self.paused = []
        self.gone_over = []
        """after which change, over what: (id, own, of others)"""
        self._over = over
        self.stood = []
        """what was shown where one says where one stands: (key, organisation) for the words alone,
        (key, who is told of) side by side"""
        self.may_have_ended = []
        """where the sitting offered to stop: (id, what was said)"""

    def ask(self, prompt, project, again=None):
        assert len(self.asked) < ENDLESS, self.asked[-5:]
        key, voiced = prompt.question.id, f"{prompt.question.id}@{prompt.voice}"
        self.asked.append(voiced if prompt.voice else key)
        if again:
            self.again.append((key, again))
        name = voiced if voiced in self._answers else key
        answer = self._answers.get(name, Leave())
        if type(answer) is tuple:  # what the protocol knows are tuples with a name
            answer, *rest = answer
            self._answers[name] = (*rest, Leave()) if len(rest) < 2 else tuple(rest)
        return answer(project) if callable(answer) else answer

    def may_end(self, prompt, told):
        self.may_have_ended.append((prompt.question.id, told["fr"]))
        return self._endings.pop(0) if self._endings else None

    def go_over(self, prompt, mine, others, project):
        del project
        ids = [[one.question.id for one in some] for some in (mine, others)]
        self.gone_over.append((prompt.question.id, *ids))
        return self._over

    def pause(self, part, project):
        del project
        self.paused.append(part.id)
        return self._pauses.pop(0) if self._pauses else None

    def in_turn(self, organisations, project):
        del project
        return sorted(organisations)

    def wording(self, one, project, organisation):
        del project
        self.stood.append((one.key, organisation))

    def side_by_side(self, one, project):
        self.stood.append(
            (one.key, {each: found and found.word for each, found in said(one, project).items()})
        )

    @property
    def asked_ids(self):
        return [one.partition("@")[0] for one in self.asked]


class Kept:
    """Where a sitting saves, in memory: every project it was given."""

    def __init__(self, project, errors=()):
        self.project = project
        self.saved = []
        self.kept = {}
        self._errors = list(errors)

    def save(self, project):
        if self._errors and (error := self._errors.pop(0)):
            raise error
        self.project = project
        self.saved.append(project)

    def reload(self):
        return self.project

    def halves(self):
        return dict(self.kept)

    def keep_halves(self, halves):
        self.kept = dict(halves)
