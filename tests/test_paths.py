"""From nothing to a charter one can sign: the short path by typed keys, the whole path by command."""

import json

import pytest
import yaml
from scripted import ROOT
from terminal import read, reading

from partnerwiz.method.kinds import asked_columns, fixed_rows
from partnerwiz.project.calling import counts, on_path, part_of, prompts, voices
from partnerwiz.project.example import example
from partnerwiz.project.model import ANIMATION, Organisation, Project
from partnerwiz.sitting.opening import as_said

both = pytest.mark.parametrize("ui", ["fr", "en"])
PARTNERS = {"fr": ("le CCAS", "L’Escale"), "en": ("the Borough", "the Lantern")}
CHOSEN = {"model": "partnership", "situations": "with-person", "decision": "agreed-with-conditions"}
"""Where the first option would end the sitting, or call for less."""


class Hands:
    """Types an answer to whatever is asked: the text of each is the id of its question."""

    def __init__(self, terminal, ask, ui):
        self.t = terminal
        self.ask = ask
        self.ui = ui
        self.w = reading(ui)
        self.given = {}

    def answer(self, prompt, carried):
        question = prompt.question
        talked = question.talk and not question.private
        if talked and question.id not in self.given:
            self.t.talks()
        self.given[question.id] = True
        self.kind(question, carried)
        if talked:
            self.t.reads_back()

    def kind(self, question, carried):
        self.t.asked(self.ask(question.id, self.ui))
        if question.kind == "list":
            return self.list(question, carried)
        if question.kind == "table":
            return self.table(question)
        return self.one(question)

    def one(self, question, row=None):
        """One value; returned as the file will hold it."""
        match question.kind:
            case "text":
                self.t.enters(f"«{question.id}»")
                return f"«{question.id}»"
            case "long-text":
                self.t.enters(f"«{question.id}»").enters()
                return f"«{question.id}»"
            case "number":
                self.t.enters("7")
                return "7"
            case "date":
                self.t.enters(self.w("30 juin 2026", "30 June 2026"))
                return "2026-06-30"
            case "choice":
                wanted = CHOSEN.get(question.id, next(iter(question.options)))
                self.t.types(str(list(question.options).index(wanted) + 1)).enters()
                return wanted
            case "choices":
                self.t.types(" ").enters()
                return [next(iter(question.options))]
            case "organisation":  # the first of two, another to be named, none
                self.t.types("1" if not row else "4").enters()
                return "first" if not row else ""
        raise AssertionError(question.kind)

    def list(self, question, carried):
        if carried:  # taken from an earlier answer: kept as it stands
            self.t.types("t")
            return "carried"
        line = f"«{question.id}»"
        self.t.enters(line).asked(line).enters()
        return [line]

    def table(self, question):
        rows = list(fixed_rows(question) or [None])
        for number, key in enumerate(rows):
            row = {}
            for column in question.columns:
                if column not in asked_columns(question, row):
                    continue
                if number or row:
                    self.t.asked(self.head(column))
                row[column.id] = self.one(column, row=number)
                if not row[column.id]:
                    del row[column.id]
            del key
        self.t.asked(self.w("t  c’est fini", "t  that is all")).types("t")
        return {}

    def head(self, column):
        from partnerwiz.words import typeset

        return typeset(column.ask[self.ui], self.ui)


@both
def test_the_short_path_goes_from_new_to_a_charter_ready_to_sign(
    sit, desk, ask, method, partnerwiz, ui
):
    w = reading(ui)
    first, second = PARTNERS[ui]
    t = sit("new", "charte.yaml", "--as", "animation", "--ui", ui)
    t.asked().types("1" if ui == "fr" else "2").enters()
    t.asked(w("Comment appelez-vous", "What do you call")).enters("Passerelle")
    t.asked(w("Quelles organisations", "Which organisations")).enters(first)
    t.asked(first).enters(second).asked(second).enters()
    t.asked(w("1) parcours court", "1) short path")).enters()

    hands = Hands(t, ask, ui)
    project = _expected(ui)
    asked = list(prompts(method, project, ANIMATION))
    assert len({one.question.id for one in asked}) > 50
    parts = [part_of(one.question, method, "short").id for one in asked]
    for number, prompt in enumerate(asked):
        carried = bool(prompt.question.carry) and prompt.question.kind == "list"
        if prompt.question.carry and not carried:
            _kept(t, ask, prompt, ui)
        else:
            hands.answer(prompt, carried)
        if parts[number : number + 1] != parts[number + 1 : number + 2]:
            t.asked(w("ce qui a été dit", "what has been said"))
            if parts[number] == "meeting-1":
                t.sees(w("qui faut-il encore convaincre", "who still has to be convinced"))
            t.asked(w("Continuez-vous ?", "Do you want to go on?")).types("c")
    t.ends(0, w("Le parcours court ne vous demande rien", "The short path asks nothing more"))

    file = desk / "charte.yaml"
    answers = read(file)["answers"]
    assert answers["need"] == "«need»"
    assert set(answers) == {one.question.id for one in asked if one.voice is None}
    done = partnerwiz("export", "charte.yaml", "--format", "md", "--output", "-", "--ui", ui)
    assert (done.returncode, done.stderr) == (0, ""), "nothing is left to settle"
    for mark in ("PROJET", "DRAFT", "À COMPLÉTER", "TO BE COMPLETED"):
        assert mark not in done.stdout
    for name in ("need", "conflict", "leaving-relay", "hear-people", "coordinator", "mission"):
        assert f"«{name}»" in done.stdout.replace("\u00a0", ""), name

    t = sit("status", "charte.yaml", "--ui", ui).ends(0)
    title = method.steps["methods"].title[ui]
    never = w("pas encore abordé", "not reached yet")
    assert f"16  {title} – {never}" in t.everything.replace("\u00a0", " ")


def _expected(ui):
    """The project these keys will make, as far as it decides what is asked."""
    ids = ("ccas", "lescale") if ui == "fr" else ("borough", "lantern")
    project = Project("x", "Passerelle", ids[0], ui, "short")
    for one in ids:
        project = project.with_organisation(Organisation(one, one))
    from partnerwiz import HOME
    from partnerwiz.method.reading import read_method

    method = read_method(HOME / "steps")
    for question in method:
        if question.id in CHOSEN:
            for voice in voices(question, project):
                project = project.with_value(question, voice, CHOSEN[question.id])
    return project


def _kept(t, ask, prompt, ui):
    """An earlier answer offered as a start: one key keeps it."""
    t.asked(ask(prompt.question.id, ui), reading(ui)("Repris de votre", "Taken from your")).enters()


# Every question of the whole path, on the screen


def test_every_question_can_be_asked_and_put_aside(sit, begin, partnerwiz, ask, method):
    """In the order of the steps, private ones included; by typed lines, which are quicker to wait for."""
    begin("--whole")
    partnerwiz("organisation", "valmorin.yaml", "--add", "le CCAS")
    project = Project("x", "Passerelle", "lescale", "fr", "whole")
    for one in ("lescale", "ccas"):
        project = project.with_organisation(Organisation(one, one))
    asked = list(prompts(method, project, "lescale"))
    assert len(asked) > 170  # all but those that another answer or another table calls for
    parts = [part_of(one.question, method, "whole").id for one in asked]
    t = sit("resume", "--plain").home()
    for number, prompt in enumerate(asked):
        t.asked(ask(prompt.question.id)).enters("/").asked("t. nous ne souhaitons pas le dire")
        t.enters("t")
        if parts[number : number + 1] != parts[number + 1 : number + 2]:
            t.asked("Continuez-vous ?").enters("c")
    t.ends(0, "Rien d’autre ne vous est demandé pour l’instant.")


# The whole path, without a keyboard


def blocks_of(project, method):
    """For each voice, what it says: answers and states, as a file given to `answer --from`."""
    said = {}
    for question in on_path(method, "whole"):
        for voice in voices(question, project):
            if question.private and voice != project.initiator:
                continue
            if not counts(question, project, voice, method):
                continue
            seat = voice or project.initiator
            block = said.setdefault((voice is None, seat), {"answers": {}, "open": {}})
            value, state = project.value(question, voice), project.state(question, voice)
            if value is not None:
                block["answers"][question.id] = value
            if state is not None:
                told = {"state": state.name, "who": state.who, "by": state.by}
                block["open"][question.id] = {key: text for key, text in told.items() if text}
    return said


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_whole_path_is_walked_by_command_and_gives_the_same_charter(
    partnerwiz, desk, method, language
):
    project = example(ROOT / "examples" / language, method, short=False)
    started = project.organisations[project.initiator]
    done = partnerwiz(
        "new", "tout.yaml", "--title", project.title, "--organisation", as_said(started),
        "--lang", language, "--whole",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    file = desk / "tout.yaml"
    ids = {project.initiator: read(file)["initiator"]}
    for one in project.organisations.values():
        if one.id != project.initiator:
            done = partnerwiz("organisation", file, "--add", as_said(one))
            ids[one.id] = list(read(file)["organisations"])[-1]
            partnerwiz("organisation", file, ids[one.id], "--role", one.role)
            assert done.returncode == 0, done.stderr

    def renamed(question, value):
        """The value with the ids that organisations got here."""
        match question.kind:
            case "organisation":
                return value if isinstance(value, dict) else ids[value]
            case "organisations":
                return [ids[one] for one in value]
            case "table" if value:
                return {
                    key: {
                        one.id: renamed(one, row[one.id])
                        for one in question.columns
                        if one.id in row
                    }
                    for key, row in value.items()
                }
        return value

    for (together, seat), block in sorted(
        blocks_of(project, method).items(), key=lambda one: not one[0][0]
    ):
        del together
        answers = block["answers"]
        block["answers"] = {
            one: renamed(method.questions[one], answers[one]) for one in reversed(answers)
        }
        given = desk / "block.yaml"
        given.write_text(
            yaml.safe_dump(block, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
        done = partnerwiz("answer", file, "--as", ids[seat], "--from", given)
        assert done.returncode == 0, done.stderr
        given.unlink()

    for one in project.organisations.values():
        for key, said in one.block.positions.items():
            # of what each says, that which the charter prints or waits for
            if key.startswith(("constraints/", "register/")) or (said.publish and said.words):
                words = ["--position", f"{key}={said.word}", "--words", said.words]
                words += ["--publish"] if said.publish else []
                done = partnerwiz("answer", file, "--as", ids[one.id], *words)
                assert done.returncode == 0, done.stderr

    view = json.loads(partnerwiz("status", file, "--json").stdout)
    stands = {
        item["stands"]
        for phase in view["phases"]
        for step in phase["steps"]
        for voice in step["voices"]
        for item in voice["questions"]
    }
    assert "to-ask" not in stands
    assert "to-review" not in stands
    done = partnerwiz("export", file, "--format", "md", "--output", "-")
    assert done.returncode == 0
    whole = partnerwiz("example", "exemple.yaml", "--lang", language)
    assert whole.returncode == 0
    same = partnerwiz("export", "exemple.yaml", "--format", "md", "--output", "-")
    assert done.stdout == same.stdout
