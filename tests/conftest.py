"""What whole-program tests share: a desk of one's own, the command line, a seat at a terminal."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

import pytest

from partnerwiz import HOME
from partnerwiz.method.reading import read_method
from partnerwiz.words import typeset

PROGRAM = Path(sys.executable).with_name("partnerwiz")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers():
    """A test at a terminal waits more than it works: one more worker than there are processors."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def method():
    """The shipped one: prompts are waited for by their question, whatever its wording."""
    return read_method(HOME / "steps")


@pytest.fixture
def ask(method):
    """What the screen asks under the id of a question."""
    return lambda name, ui="fr": typeset(method.questions[name].ask[ui], ui)


@pytest.fixture
def desk(tmp_path):
    """The folder in which commands are given; HOME and the temporary folder stand beside it."""
    for name in ("desk", "home", "tmp"):
        (tmp_path / name).mkdir()
    return tmp_path / "desk"


@pytest.fixture
def environment(desk):
    """Nothing of who runs the tests: no language, so French; no wish, so colour and redrawing."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(desk.parent / "home"),
        "TMPDIR": str(desk.parent / "tmp"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
    }


@pytest.fixture
def partnerwiz(desk, environment):
    """A command without a terminal, as a script gives it: run, and returned when it is over."""

    def run(*words, env=None, cwd=desk, **how):
        words = [str(word) for word in words]
        if env or how or not hasattr(os, "fork"):
            return _started(words, environment | (env or {}), cwd, how)
        return _forked(words, environment, cwd)

    return run


def _started(words, environment, cwd, how):
    how = {"stdin": subprocess.DEVNULL, "timeout": 60, **how}
    if "input" in how:
        del how["stdin"]
    return subprocess.run(
        [PROGRAM, *words],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env=environment,
        **how,
    )


def _forked(words, environment, cwd):
    """The same in a child of this process, which has the interpreter and the libraries already: a
    tenth of the time. What a command loads, and how it starts, is for other tests.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as error:
        child = os.fork()
        if child == 0:
            _run_here(words, environment, cwd, out.fileno(), error.fileno())
        late = time.monotonic() + 60
        while not (ended := os.waitpid(child, os.WNOHANG))[0]:
            if time.monotonic() > late:
                os.kill(child, signal.SIGKILL)
            time.sleep(0.002)
        texts = []
        for file in (out, error):
            file.seek(0)
            texts.append(file.read().decode())
    code = os.waitstatus_to_exitcode(ended[1])
    return subprocess.CompletedProcess([PROGRAM, *words], code, *texts)


def _run_here(words, environment, cwd, out, error):
    """Never returns."""
    code = 1
    try:
        os.chdir(cwd)
        os.environ.clear()
        os.environ.update(environment)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for number, file in enumerate((nothing, out, error)):
            os.dup2(file, number)
        sys.stdin, sys.stdout, sys.stderr = (
            open(number, "rw"[number > 0], encoding="utf-8", closefd=False)  # noqa: SIM115
            for number in range(3)
        )
        sys.argv = ["partnerwiz", *words]
        from partnerwiz.cli import main

        main()
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(left.code is not None)
    except BaseException:  # noqa: BLE001 - told as the interpreter would
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


@pytest.fixture
def sit(desk, environment):
    """A command at a terminal; whatever still runs at the end of the test is ended."""
    from terminal import Terminal  # not where there are no pseudo-terminals

    opened = []

    def start(*words, env=None, **how):
        one = Terminal([PROGRAM, *words], desk, environment | (env or {}), **how)
        opened.append(one)
        return one

    yield start
    for one in opened:
        one.close()


@pytest.fixture
def begin(desk, partnerwiz):
    """A new project by the command line; L’Escale starts it, and sits here alone."""

    def start(*words, name="valmorin.yaml"):
        given = {"--title": "Passerelle 18-25", "--organisation": "L’Escale", "--lang": "fr"}
        path = [] if {"--short", "--whole"} & set(words) else ["--short"]
        options = [one for pair in given.items() if pair[0] not in words for one in pair]
        done = partnerwiz("new", name, *options, *path, *words)
        assert done.returncode == 0, done.stderr
        return desk / name

    return start


@pytest.fixture
def steps_of(desk):
    """A steps folder of one's own: one step of one phase, with the questions given as YAML."""

    def write(questions, by="each"):
        folder = desk.parent / "steps" / "1-all"
        folder.mkdir(parents=True)
        (folder / "phase.yaml").write_text("title: {fr: Tout, en: All}\n")
        (folder / "01-all.yaml").write_text(
            f"title: {{fr: Le tout, en: The whole}}\nby: {by}\nquestions:\n{questions}"
        )
        return folder.parent

    return write


CARD = ("legal-name", "service", "legal-form", "registration", "seat")
CARD += ("legal-representative", "contact", "mission")
"""The sheet's first two entries: who one is."""


@pytest.fixture
def introduced(project, partnerwiz):
    """As `project`, once L’Escale has said who it is: the sheet goes on with what it observes."""
    done = partnerwiz("answer", project, *(f"{one}=x" for one in CARD))
    assert done.returncode == 0, done.stderr
    return project


@pytest.fixture(scope="session")
def _made(tmp_path_factory):
    """One project by the command line, to be copied."""
    folder = tmp_path_factory.mktemp("made")
    given = ["--title", "Passerelle 18-25", "--organisation", "L’Escale", "--lang", "fr", "--short"]
    subprocess.run(
        [PROGRAM, "new", "valmorin.yaml", *given],
        check=True,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    return folder


@pytest.fixture
def project(_made, desk):
    """The file of a project on the short path, in which nothing has been answered yet; L’Escale
    started it and sits here alone.
    """
    shutil.copytree(_made, desk, dirs_exist_ok=True)
    return desk / "valmorin.yaml"
