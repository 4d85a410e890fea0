"""What a sitting promises, whatever the terminal and however it ends.

In the ordinary suite the most telling cases. With PARTNERWIZ_LONG=1 all of them: every kind of
prompt and the first question of every step, left in every way; every terminal; every question in
40 columns; every step resumed; every question that takes text pasted into. Some minutes on two
cores; the figures are said at the end, by each process:

    PARTNERWIZ_LONG=1 pytest -n auto tests/test_promises.py

Little here depends on the words of the screen: a prompt is waited for as one that listens, and a
question is reached by its id.
"""

import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from conftest import PROGRAM
from reopened import reopen
from screens import Looks, Shot, Taken
from terminal import Terminal, read, words

from partnerwiz import HOME
from partnerwiz.method.ready import our_method
from partnerwiz.project.calling import prompts
from partnerwiz.project.store import load, private_folder
from partnerwiz.words import LANGUAGES, typeset, unseen

LONG = bool(os.environ.get("PARTNERWIZ_LONG"))
AT_ONCE = 1.0 if LONG else 3.0
"""seconds in which a sitting leaves; the ordinary suite may run on a busy machine"""
METHOD = our_method(HOME / "steps")
QUESTIONS = list(METHOD)
FIRST = [step.questions[0].id for step in METHOD.steps.values()]
FIGURES = Counter()
SLOWEST = [0.0]


def some(few, all_of_them):
    """The cases of the ordinary suite, or of the long run."""
    return [*all_of_them] if LONG else [*few]


@pytest.fixture(scope="module", autouse=True)
def _figures(request):
    yield
    if LONG:
        told = ", ".join(f"{count} {name}" for name, count in FIGURES.items())
        capture = request.config.pluginmanager.getplugin("capturemanager")
        with capture.global_and_fixture_disabled():
            print(f"\n{told}; slowest end {SLOWEST[0]:.2f} s", file=sys.__stderr__, flush=True)


# The projects


@pytest.fixture(scope="module")
def examples(tmp_path_factory):
    """The example in each language, as the program writes it: the file, and who sits there."""
    folder = tmp_path_factory.mktemp("examples")
    found = {}
    for ui in some(("fr",), LANGUAGES):
        name = f"example-{ui}.yaml"
        subprocess.run(
            [PROGRAM, "example", name, "--lang", ui],
            check=True,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
            capture_output=True,
        )
        seat = read(folder / name)["initiator"]
        found[ui] = folder / name, seat
    return found


@pytest.fixture
def example(examples, desk):
    """The example on this desk, without the answers to some questions."""

    def lay(ui="fr", without=()):
        source, seat = examples[ui]
        file = Path(shutil.copy2(source, desk / "valmorin.yaml"))
        folder = private_folder(source)
        shutil.copytree(folder, desk / "valmorin.private", dirs_exist_ok=True)
        if without:
            reopen(file, METHOD, seat, set(without))
        return file, seat

    return lay


STEPS = """
  - {id: line, kind: text, label: ligne, ask: Une ligne ?}
  - {id: line-2, kind: text, label: ligne 2, ask: Une autre ?}
  - {id: line-3, kind: text, label: ligne 3, ask: La dernière ?}
  - {id: paragraph, kind: long-text, label: paragraphe, ask: Un paragraphe ?}
  - {id: number, kind: number, label: nombre, ask: Un nombre ?}
  - {id: money, kind: money, label: somme, ask: Une somme ?}
  - {id: date, kind: date, label: date, ask: Une date ?}
  - {id: choice, kind: choice, label: choix, ask: Un choix ?, options: {a: Aaa, other: Autre}}
  - {id: ticks, kind: choices, label: cases, ask: Des cases ?, options: {a: Aaa, b: Bbb}}
  - {id: yes, kind: yes-no, private: yes, label: oui, ask: Oui ou non ?}
  - {id: who, kind: organisation, label: qui, ask: Qui ?}
  - {id: all, kind: organisations, label: tous, ask: Lesquelles ?}
  - {id: list, kind: list, label: liste, ask: Une liste ?}
  - {id: known, kind: list, label: connues, ask: Des lignes connues ?}
  - {id: row, kind: row, of: known, label: rang, ask: Laquelle ?}
  - {id: rows, kind: table, optional: yes, label: lignes, ask: Des lignes ?, columns: [
      {id: a, kind: text, ask: Tête}, {id: b, kind: text, ask: Queue}]}
  - {id: cell, kind: table, label: tableau, ask: Un tableau ?, columns: [
      {id: a, kind: text, ask: Tête}, {id: b, kind: text, ask: Milieu}, {id: c, kind: text,
      ask: Queue}]}
  - {id: secret, kind: text, private: yes, label: secret, ask: Un secret ?}
"""
TEXT = ("text", "long-text", "number", "money", "date", "list")
"""Kinds that are typed."""


@pytest.fixture
def at(sit, project, steps_of, partnerwiz):
    """A terminal at one question of the method above, reached by its id."""
    steps = steps_of(STEPS)
    done = partnerwiz("answer", project, "--steps", steps, "known=un")
    assert done.returncode == 0, done.stderr

    def go(question, *options, **how):
        words_given = ("resume", project.name, "--steps", steps, "--question", question, *options)
        return sit(*words_given, **how).asked()

    go.steps = steps
    return go


def reach(t, question, ui="fr"):
    """At this question; what is shown before it is passed with Enter."""
    ask = words(typeset(METHOD.questions[question].ask[ui], ui))
    for _ in range(3):
        t.asked()
        for _ in range(5):  # it listens before it has drawn all
            if ask in words(t.everything):
                return t
            t._read()
        t.enters()
    raise AssertionError(f"{question} was never asked\n{t.everything}")


def typed_kind(question):
    """Of what is asked first under a question."""
    if question.kind != "table":
        return question.kind
    return "rows" if question.optional else question.columns[0].kind


# S1 · However it ends


ENDINGS = {
    "ctrl-c": (lambda t: t.presses("ctrl-c"), 130),
    "ctrl-d": (lambda t: t.presses("ctrl-d"), 130),
    "INT": (lambda t: t.signalled(signal.SIGINT), 130),
    "TERM": (lambda t: t.signalled(signal.SIGTERM), 143),
    "HUP": (lambda t: t.signalled(signal.SIGHUP), 129),
    "hang-up": (None, 129),
}
HALF = "inacheve"


def begin_an_answer(t, kind, plain):
    """Half an answer, as this kind of question takes one."""
    if kind == "long-text" and not plain:
        t.enters("premiere").types(HALF).sees(HALF)
    elif kind == "long-text":
        t.enters("premiere").asked().types(HALF).sees(HALF)
    elif plain or kind in TEXT:
        t.types(HALF).sees(HALF)
    elif kind in ("choices", "organisations"):
        t.types(" ")._read()
    else:
        t.presses("down")._read()


def leave(t, ending):
    """End the sitting: at once, or after it has asked once whether one means it."""
    act, code = ENDINGS[ending]
    begun = time.monotonic()
    if act is None:
        assert t.hung_up() == code
    else:
        act(t)
        while not t._over and time.monotonic() - begun < AT_ONCE:
            if t._listens():
                begun = time.monotonic()
                act(t).ends(code)
            t._read()
        t.ends(code)
    took = time.monotonic() - begun
    SLOWEST[0] = max(SLOWEST[0], took)
    assert took < AT_ONCE, f"took {took:.2f} s to leave"


def left_behind(session):
    """Processes of the session that the terminal began."""
    found = []
    for one in Path("/proc").glob("[0-9]*/stat"):
        try:
            if one.read_text().rpartition(")")[2].split()[3] == str(session):
                found.append(one.parent.name)
        except OSError:  # it ended while we looked
            continue
    return found


def nothing_is_lost_or_told(file, before):
    """The answers are byte for byte as they were; half an answer is nowhere but in the private
    folder; nobody else may read that folder.
    """
    folder = private_folder(file)
    assert kept(file) == before
    for one in file.parent.parent.rglob("*"):
        if not one.is_file():
            continue
        inside = folder in one.parents
        assert inside or HALF.encode() not in one.read_bytes(), f"half an answer in {one.name}"
        if inside:
            assert stat.S_IMODE(one.stat().st_mode) & 0o177 == 0, f"{one.name} is open to others"
            if one.suffix in (".yaml", ".drafts"):
                assert not re.search(rb"\b(null|None)\b", one.read_bytes()), one.name
    assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0


def kept(file):
    """The project and the private answers, byte for byte."""
    return [one.read_bytes() for one in (file, *sorted(private_folder(file).glob("*.yaml")))]


def ends_as_promised(t, file, kind, half, ending, *, plain=False, errors=None):
    before = kept(file)
    if half:
        begin_an_answer(t, kind, plain)
    if half and plain and ending == "ctrl-d":
        # the system reads the line: its Ctrl-D ends an empty line only, once what is typed is gone
        t.presses("ctrl-u")
    leave(t, ending)
    FIGURES["endings"] += 1
    assert "Traceback" not in t.everything
    assert left_behind(t.child.pid) == []
    if ending != "hang-up":
        assert f"partnerwiz resume {file.name}" in words(t.everything), t.everything
        assert t.given_back()
    elif errors:
        assert "Traceback" not in errors.read_text()
    nothing_is_lost_or_told(file, before)


KINDS = {
    "line": "text",
    "paragraph": "long-text",
    "number": "number",
    "money": "money",
    "date": "date",
    "choice": "choice",
    "ticks": "choices",
    "yes": "yes-no",
    "who": "organisation",
    "all": "organisations",
    "list": "list",
    "row": "row",
    "rows": "rows",
    "cell": "text",
    "secret": "text",
}
EVERY_KIND = [
    (question, plain, half, ending)
    for question in KINDS
    for plain in ("", "--plain")
    for half in (False, True)
    for ending in ENDINGS
]
TELLING = [
    ("secret", "", True, "hang-up"),
    ("paragraph", "", True, "hang-up"),
    ("cell", "", True, "TERM"),
    ("date", "", True, "HUP"),
    ("row", "", False, "ctrl-d"),
    ("list", "--plain", True, "hang-up"),
]


@pytest.mark.parametrize(("question", "plain", "half", "ending"), some(TELLING, EVERY_KIND))
def test_every_kind_of_question_can_be_left_in_every_way(
    at, project, tmp_path, question, plain, half, ending
):
    # where nothing is redrawn, the system writes the mark on the error output
    errors = tmp_path / "errors" if ending == "hang-up" and not plain else None
    t = at(question, *([plain] if plain else []), errors=errors)
    kind = KINDS[question]
    ends_as_promised(t, project, kind, half, ending, plain=bool(plain), errors=errors)


EVERY_STEP = [
    (question, half, ending) for question in FIRST for half in (False, True) for ending in ENDINGS
]


@pytest.mark.parametrize(
    ("question", "half", "ending"), some([("end-reason", True, "ctrl-c")], EVERY_STEP)
)
def test_the_first_question_of_every_step_can_be_left_in_every_way(
    sit, example, tmp_path, question, half, ending
):
    file, _ = example(without={question})
    errors = tmp_path / "errors" if ending == "hang-up" else None
    t = sit("resume", file.name, "--question", question, errors=errors).asked()
    if METHOD.questions[question].talk and half:  # nothing can be typed until someone notes
        t.talks().asked()
    kind = typed_kind(METHOD.questions[question])
    ends_as_promised(t, file, kind, half, ending, errors=errors)


@pytest.mark.parametrize("milliseconds", some((3,), range(16)))
def test_an_interruption_just_after_enter_is_obeyed(at, project, milliseconds):
    """While the prompt that was answered closes, and before the next one listens."""
    before = kept(project)
    t = at("cell").enters("tete")
    until = time.monotonic() + milliseconds / 1000
    while time.monotonic() < until:
        pass  # a sleep would be longer
    begun = time.monotonic()
    t.signalled(signal.SIGINT)
    while not t._over and time.monotonic() - begun < 3:
        t._read()
    assert "Traceback" not in t.everything
    assert t._over, "the interruption was lost"
    t.ends(130)
    assert t.given_back()
    assert kept(project) == before
    FIGURES["interruptions just after Enter"] += 1


def test_what_the_system_holds_of_a_line_is_not_sent_off_by_leaving(at, project):
    """`--plain` reads whole lines: of a line begun, Ctrl-D hands over what is there."""
    before = kept(project)
    t = at("line", "--plain").types(HALF).sees(HALF).presses("ctrl-d")
    t._read()
    t.presses("ctrl-d")
    t._read()
    t.presses("ctrl-d").over()
    assert "Traceback" not in t.everything
    nothing_is_lost_or_told(project, before)


# S2 · Whatever the terminal


UTF8_OFF = {"LANG": "", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
ANSWERED = {
    "40 columns": {"columns": 40},
    "20 columns": {"columns": 20},
    "0 by 0": {"before": "stty rows 0 columns 0"},
    "five lines": {"rows": 5},
    "200 columns": {"columns": 200, "rows": 60},
    "TERM=dumb": {"env": {"TERM": "dumb"}},
    "no TERM": {"unset": ("TERM",)},
    "an unknown TERM": {"env": {"TERM": "no-such-terminal"}},
    "TERM=vt100": {"env": {"TERM": "vt100"}},
    "NO_COLOR": {"env": {"NO_COLOR": "1"}},
    "LANG=C": {"env": {"LANG": "C"}},
    "POSIX and no UTF-8": {"env": UTF8_OFF},
    "ascii": {"env": {"PYTHONIOENCODING": "ascii"}},
    "umask 000": {"umask": 0o000},
    "umask 077": {"umask": 0o077},
    "no HOME": {"unset": ("HOME",)},
    "no environment": {"unset": ("HOME", "LANG", "TERM", "TMPDIR")},
    "made smaller": {"resized": (38, 12)},
    "made larger": {"resized": (130, 40)},
    "40 files": {"before": "ulimit -n 40"},
    "--plain, 20 columns, ascii": {
        "options": ("--plain",),
        "columns": 20,
        "env": {"PYTHONIOENCODING": "ascii", "NO_COLOR": "1"},
    },
    "dumb, POSIX, no HOME, 40 files": {
        "env": {**UTF8_OFF, "TERM": "dumb"},
        "unset": ("HOME",),
        "before": "ulimit -n 40",
        "columns": 40,
    },
}
REFUSED = {
    "input from nowhere": '"$0" "$@" < /dev/null',
    "input from a pipe": 'printf "Bleu\\n\\n\\n" | "$0" "$@"',
    "no input": '"$0" "$@" <&-',
    "output to a pipe": 'set -o pipefail; "$0" "$@" | cat',
}


@pytest.fixture
def sit_in(desk, environment, project, steps_of):
    """A sitting at one question, begun by a shell that first changes where it sits."""
    steps = steps_of(STEPS)
    opened = []

    def start(script, *, options=(), env=None, unset=(), **how):
        given = {k: v for k, v in (environment | (env or {})).items() if k not in unset}
        command = ["bash", "-c", script, PROGRAM, "resume", project.name, "--steps", steps]
        command += ["--question", "line", *options]
        t = Terminal(command, desk, given, **how)
        opened.append(t)
        return t

    yield start
    for one in opened:
        one.close()


@pytest.mark.parametrize(
    "terminal",
    some(
        (
            "20 columns",
            "0 by 0",
            "POSIX and no UTF-8",
            "umask 000",
            "made smaller",
            "dumb, POSIX, no HOME, 40 files",
        ),
        ANSWERED,
    ),
)
def test_a_question_is_answered_on_whatever_terminal(sit_in, project, terminal):
    how = dict(ANSWERED[terminal])
    before, size = how.pop("before", "true"), how.pop("resized", None)
    plain = "--plain" in how.get("options", ()) or how.get("env", {}).get("TERM") == "dumb"
    t = sit_in(f'{before}; exec "$0" "$@"', **how).asked()
    t.types("Bleu").sees("Bleu")
    if size:
        t.resized(*size).sees("Bleu")
    t.types(" nuit").sees("nuit").enters().ends(0)
    assert read(project)["organisations"]["lescale"]["answers"]["line"] == "Bleu nuit"
    assert "Traceback" not in t.everything
    assert b"\x1b" not in t.raw or not plain
    if "NO_COLOR" in how.get("env", {}):
        assert not t.coloured
    if size:
        assert t.given_back()
    nothing_is_lost_or_told(project, kept(project))
    FIGURES["terminals answered on"] += 1


@pytest.mark.parametrize("place", some(["output to a pipe"], REFUSED))
def test_where_nobody_can_be_asked_one_message_names_the_other_way(sit_in, project, place):
    before = kept(project)
    t = sit_in(REFUSED[place]).ends(2, "partnerwiz answer valmorin.yaml")
    assert "Traceback" not in t.everything
    assert kept(project) == before
    FIGURES["terminals refused"] += 1


# S3 · In 40 columns


SAMPLE = ("people", "own-model", "redlines", "signatory", "decisions", "volunteers")


@pytest.mark.parametrize("ui", some(["fr"], LANGUAGES))
@pytest.mark.parametrize("question", some(SAMPLE, [one.id for one in QUESTIONS]))
def test_a_narrow_window_cuts_no_word_and_shows_where_to_answer(
    sit, examples, example, question, ui
):
    project, seat = examples[ui]
    if question not in asked_of(project, seat):
        pytest.skip("not asked in the example")
    file, _ = example(ui)
    t = sit("resume", file.name, "--question", question, "--ui", ui, columns=40).asked()
    t._read()
    written = words(t.everything)
    asked = METHOD.questions[question]
    for text in (asked.ask, asked.help, *asked.options.values()):
        assert text is None or words(typeset(text[ui], ui)) in written
    shot = Shot(project, False, ui, 40, 24, question)
    taken = Taken(shot, t.screen, t.everything, t.everything, Path(), listened=True)
    seen = [one for one in looks(examples).wrong(taken) if one[0] in ("wide", "cut", "no mark")]
    assert seen == []
    FIGURES["questions in 40 columns"] += 1


def asked_of(project, seat, known={}):  # noqa: B006 - kept from one test to the next
    """Ids of what this seat is asked in a project."""
    if project not in known:
        found = prompts(METHOD, load(project, METHOD, seat), seat)
        known[project] = [one.question.id for one in found]
    return known[project]


def looks(examples, made=[]):  # noqa: B006 - idem
    if not made:
        made.append(Looks(METHOD, [file for file, _ in examples.values()]))
    return made[0]


# S4 · Taken up again at every step


NUMBERS = [step.number for step in METHOD.steps.values() if step.number]


@pytest.mark.parametrize("number", some((4, 9, 19), NUMBERS))
def test_a_project_is_resumed_where_it_was_left_and_what_was_said_can_be_corrected(
    sit, examples, example, number
):
    source, seat = examples["fr"]
    later = [q.id for q in QUESTIONS if (METHOD.steps[q.step].number or 99) >= number]
    earlier = [q.id for q in QUESTIONS if q.id not in later]
    file, _ = example(without=later)
    here = METHOD.step_numbered(number).id
    following = [q for q in asked_of(source, seat) if METHOD.questions[q].step == here]
    t = reach(sit("resume", file.name), following[0])
    before = [q for q in asked_of(source, seat) if q in earlier]
    if before:
        t.presses("back").asked(typeset(METHOD.questions[before[-1]].ask["fr"], "fr"))
    t.presses("ctrl-c").ends(130)
    FIGURES["steps resumed"] += 1
    if not before:
        return

    project = load(file, METHOD, seat)
    name, voice, said = next(
        (q.id, voice, said)
        for q in reversed(QUESTIONS)
        if q.id in before and q.kind in ("text", "long-text")
        for voice in [None if q.by == "together" else seat]
        if isinstance(said := project.value(q, voice), str) and said
    )
    t = sit("resume", file.name, "--question", name).asked(
        said[:40].split("\n")[0].rpartition(" ")[0]
    )
    t.types(" Relu.").enters()
    if METHOD.questions[name].kind == "long-text":
        t.enters()
    t.ends(0)
    assert load(file, METHOD, seat).value(METHOD.questions[name], voice) == f"{said} Relu."


# S5 · What is pasted


THREE = "Premier\nDeuxième\nTroisième"
ACTS = "a\x1b[31mb\x1b]0;titre\x07c\x00d\u202ee\u009b5mf\u2066g\rh\x7fi"
"""Colours, a title, an end of line; what changes the order of the letters; NUL, C1, DEL."""
RAW = (b"\x1b]", b"\x00", "\u202e".encode(), "\u009b".encode(), "\u2066".encode())


def answers(file):
    """Every answer, by where it stands."""
    found = {}
    for one in (file, *private_folder(file).glob("*.yaml")):
        data = read(one)
        blocks = {"": data, **(data.get("organisations") or {})}
        for name, block in blocks.items():
            for key, value in (block.get("answers") or {}).items():
                found[one.name, name, key] = value
    return found


def changed(before, after):
    return {key[2] for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


def settle(t):
    """Read until nothing has been written for a while."""
    before = None
    while before != len(t.raw) and not t._over:
        before = len(t.raw)
        for _ in range(4):
            t._read()


def nothing_acts(t, file):
    """Nothing that acts unseen reached the files or the terminal as it is."""
    for one in (file, *private_folder(file).iterdir()):
        text = one.read_text()
        assert not unseen(text), f"{unseen(text)!r} in {one.name}"
    assert not [one for one in RAW if one in t.raw]


@pytest.mark.parametrize("question", some(("line", "cell"), ("line", "secret", "list", "cell")))
def test_three_pasted_lines_are_one_line_of_one_answer(at, project, question):
    t = at(question).pastes(THREE).sees("Premier Deuxième Troisième").enters()
    if question == "line":
        t.ends(0)
        assert answers(project)["valmorin.yaml", "lescale", "line"] == words(THREE)
    elif question == "secret":
        t.ends(0)
        assert answers(project)["lescale.yaml", "", "secret"] == words(THREE)
    elif question == "list":
        t.asked().enters().ends(0)
        (line,) = answers(project)["valmorin.yaml", "lescale", "list"].values()
        assert line == words(THREE)
    else:
        t.asked("Milieu").enters("x").asked("Queue").presses("ctrl-c").ends(130)
        assert ("valmorin.yaml", "lescale", "cell") not in answers(project)


@pytest.mark.parametrize("question", some(("date",), ("number", "money", "date")))
def test_three_pasted_lines_that_are_no_figure_are_refused(at, project, question):
    before = kept(project)
    t = at(question).pastes(THREE).sees("Premier").enters().asked("Premier Deuxième Troisième")
    t.presses("ctrl-c").ends(130)
    assert kept(project) == before


PASTED_RAW = ("line", "paragraph", "number", "date", "choice", "list", "cell")


@pytest.mark.parametrize(
    ("question", "plain"),
    some(
        [("line", ""), ("line", "--plain")],
        [(one, plain) for one in PASTED_RAW for plain in ("", "--plain")],
    ),
)
def test_lines_that_arrive_as_keys_answer_one_question_at_most(
    at, sit, project, partnerwiz, question, plain
):
    """Where the terminal does not say that it pastes."""
    names = re.findall(r"  - \{id: ([a-z0-9-]+)", STEPS)
    earlier = names[: names.index(question)]
    given = {"number": "1", "money": "1", "date": "2026-01-01", "choice": "a", "ticks": "a", "yes": "yes",
             "who": "lescale", "all": "lescale", "row": "un", "rows": ""}  # fmt: skip
    pairs = [f"{one}={given.get(one, 'x')}" for one in earlier]
    states = [one for one in earlier if one in ("choice", "ticks", "yes", "who", "all", "row")]
    pairs = [one for one in pairs if one.partition("=")[0] not in states]
    for words_given in (pairs, [f"--state={one}=not-applicable" for one in states]):
        if words_given:
            done = partnerwiz("answer", project, "--steps", at.steps, *words_given)
            assert done.returncode == 0, done.stderr
    options = ["--whole", "--step", "1", *([plain] if plain else [])]
    t = sit("resume", project.name, "--steps", at.steps, *options).asked()
    before = answers(project)
    lines = {"number": "1\r2\r3\r", "date": "2025\r2026\r2027\r", "choice": "1\r1\r1\r"}
    t.keys(lines.get(question, "Premier\rDeuxieme\rTroisieme\r"))
    settle(t)
    assert changed(before, answers(project)) <= {question}
    t.presses("ctrl-c").ends(130)
    FIGURES["raw pastes"] += 1


@pytest.mark.parametrize("plain", ["", "--plain"])
@pytest.mark.parametrize(
    "question",
    some(
        ("line", "row"),
        ("line", "paragraph", "list", "cell", "secret", "number", "date", "choice", "row", "ticks"),
    ),
)
def test_pasted_characters_that_act_reach_neither_the_file_nor_the_terminal(
    at, project, question, plain
):
    t = at(question, *([plain] if plain else []))
    if question == "choice":
        t.enters("2") if plain else t.types("2").enters()
        t.asked()
    if plain:  # the system itself reads the keys and shows them
        t.keys(ACTS.replace("\x00", "").replace("\x7f", "").replace("\r", "") + "\r")
    else:
        t.pastes(ACTS)
        settle(t)
        t.enters()
    settle(t)
    if not t._over:
        t.enters()
        settle(t)
    if not t._over:
        t.presses("ctrl-c").over()
    assert "Traceback" not in t.everything
    if plain:
        t.raw = b""
    nothing_acts(t, project)
    FIGURES["pastes that act"] += 1


TYPED = [one.id for one in QUESTIONS if typed_kind(one) in TEXT]


@pytest.mark.parametrize("way", ["pasted", "as keys"])
@pytest.mark.parametrize("question", some((), TYPED))
def test_three_lines_pasted_into_any_question_answer_that_one_at_most(
    sit, examples, example, question, way
):
    source, seat = examples["fr"]
    asked = asked_of(source, seat)
    if question not in asked:
        pytest.skip("not asked in the example")
    one = METHOD.questions[question]
    number = METHOD.steps[one.step].number or "end"
    after = [q for q in asked[asked.index(question) :] if METHOD.questions[q].step == one.step]
    file, _ = example(without=after)
    t = reach(sit("resume", file.name, "--step", str(number)), question)
    before = answers(file)
    if way == "pasted":
        t.pastes(f"{THREE}\x1b[31m\u202e")
        settle(t)
        t.enters()
    else:
        t.keys(THREE.replace("\n", "\r") + "\r")
    settle(t)
    found = answers(file)
    assert changed(before, found) <= {question}
    if way == "pasted" and one.kind == "text" and question in changed(before, found):
        (value,) = [found[key] for key in found if key[2] == question and key not in before]
        assert words(THREE) in value  # after what was taken from an earlier answer
        assert "\n" not in value
    if not t._over:
        t.presses("ctrl-c")
    assert t.over().code in (0, 130)
    assert "Traceback" not in t.everything
    nothing_acts(t, file)
    FIGURES["questions pasted into"] += 1
