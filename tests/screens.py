"""The screens of the program as people see them: a file of text each, and what is wrong with them.

    python tests/screens.py OUT                                  every question, all of it
    python tests/screens.py OUT --step 9 --ui fr --size 80x24    one step
    python tests/screens.py OUT --question need --colour         one question, with its colours
    python tests/screens.py OUT --step 1 --plain                 as a screen reader has it
    python tests/screens.py OUT --step 4 --keys Escape           the menu of each question
    python tests/screens.py OUT --project valmorin.yaml          of your own project

It opens each question with `resume --question`, in a terminal of a tmux server of its own, waits
until the program listens and the screen is still, and writes what stands there, with all that
scrolled off it, to `OUT/fr/80x24/09-commitment.need.txt`. The line of `=` is where the visible
screen begins. `fresh` in a name: the same question in a project in which nothing is answered yet.

Then it looks, and says for each screen what seems wrong: see `LOOKS`. Ends with 1 if it said
anything. Needs tmux, and Linux or macOS; pytest does not collect it.
"""

import argparse
import concurrent.futures
import contextlib
import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import termios
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from terminal import words

from partnerwiz import HOME
from partnerwiz.method.reading import read_method
from partnerwiz.words import LANGUAGES, typeset

PROGRAM = Path(sys.executable).with_name("partnerwiz")
SIZES = ("80x24", "120x40")
PATIENCE = 20.0
"""seconds until a question must listen"""
STILL = 0.12
"""seconds without a change"""
TMUX = """
set -g status off
set -g history-limit 5000
set -s escape-time 0
set -s exit-empty off
set -g default-terminal tmux-256color
set -g remain-on-exit on
"""
LOOKS = {
    "wide": "a line is wider than the terminal",
    "cut": "a word is cut at the end of a line",
    "cut while typing": "a word of the answer is cut where it is typed",
    "traceback": "a traceback",
    "foreign": "words of the other language",
    "no mark": "no mark where one answers",
    "question": "the question is not whole on the visible screen",
    "help": "its help is not whole on the visible screen",
    "over": "it ended, or never listened",
}
ENGLISH = """the and with you your yours is are of which who whom this that these those enter
press arrow arrows key keys yes what how they have has not from answer answers leave line lines done
help back other step before after until where when each it its we our their be been or if by for
space spaces tick choose current already said example only optional private save saved"""
FRENCH = """les des une est vous votre vos nous notre nos pour dans avec qui que quoi cette étape
réponse réponses entrée échap aux du et où sont ont leur leurs pas sur chaque sans entre quand
déjà dit exemple lignes ligne quitter revenir facultatif privé enregistré reprendre oui flèches"""
"""Words that only one of the two languages has."""
NAMES = """L’Escale|Les Tanneurs|les Tanneurs|CCAS de Valmorin|CCAS|Mission locale|rue du Pont|
Passerelle 18-25|Gangway 18-25|Du travail social au travail ensemble|Valmorinois|for what it is|
passerelle-18-25.yaml|gangway-18-25.yaml|partnerwiz resume|fresh.yaml"""
"""Said alike in both."""


class Shot(NamedTuple):
    """One screen to be taken."""

    project: Path
    fresh: bool
    ui: str
    columns: int
    rows: int
    question: str

    def file(self, out, method, plain):
        question = method.questions[self.question]
        number = method.steps[question.step].number or "end"
        number = f"{number:02}" if number != "end" else number
        marks = ".fresh" * self.fresh + ".plain" * plain
        name = f"{number}-{question.step}.{question.id}{marks}.txt"
        return out / self.ui / f"{self.columns}x{self.rows}" / name


class Taken(NamedTuple):
    shot: Shot
    visible: str
    everything: str
    joined: str
    """without the line ends that the terminal put there"""
    file: Path
    listened: bool


class Tmux:
    """A tmux server that is nobody else's."""

    def __init__(self, folder):
        self._name = f"screens-{secrets.token_hex(6)}"
        self._configuration = folder / "tmux.conf"
        self._configuration.write_text(TMUX)
        self._environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "TMUX_TMPDIR": str(folder),
            "LANG": "C.UTF-8",
        }

    def __call__(self, *command):
        done = subprocess.run(
            ["tmux", "-L", self._name, "-f", self._configuration, *map(str, command)],
            check=False,
            capture_output=True,
            env=self._environment,
        )
        return done.stdout.decode("utf-8", "replace")

    def close(self):
        self("kill-server")


def listens(tty, pid, plain, visible):
    """Whether the program waits for a key: a raw terminal; `--plain` reads whole lines."""
    if plain:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        return state == "S" and visible.rstrip("\n").rpartition("\n")[2].startswith(">")
    with open(os.open(tty, os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK)) as terminal:  # noqa: PTH123
        raw = not termios.tcgetattr(terminal)[3] & termios.ICANON
    return raw and bool(re.search(r"(?m)^ {0,3}[›>]", visible))


def take(shot, tmux, method, folder, wanted):
    """Open the question, wait, write it down, leave. None: it is not asked in this project."""
    place = Path(tempfile.mkdtemp(dir=folder))
    file = shutil.copy2(shot.project, place)
    private = shot.project.with_suffix(".private")
    if private.is_dir():
        shutil.copytree(private, place / private.name)
    name = place.name.replace(".", "-")
    command = [PROGRAM, "resume", Path(file).name, "--question", shot.question, "--ui", shot.ui]
    command += ["--plain"] if wanted.plain else []
    tmux(
        "new-session", "-d", "-s", name, "-x", shot.columns, "-y", shot.rows, "-c", place, *command
    )
    try:
        over, listened = wait(tmux, name, wanted.plain)
        said = tmux("capture-pane", "-p", "-J", "-S", "-", "-t", name)
        if over and re.search(rf"[\s“]{shot.question}[\s”]", said):
            return None  # told that this question is not asked there
        for key in wanted.keys or ():
            tmux("send-keys", "-t", name, key)
            time.sleep(0.4)  # Escape is told from the beginning of an arrow by waiting
            wait(tmux, name, wanted.plain)
        pane = ("capture-pane", "-p", "-t", name)
        visible = tmux(*pane)
        everything = tmux(*pane, "-S", "-")
        joined = tmux(*pane, "-J", "-S", "-")
        found = shot.file(wanted.out, method, wanted.plain)
        found.parent.mkdir(parents=True, exist_ok=True)
        shown = tmux(*pane, "-e", "-S", "-") if wanted.colour else everything
        lines = shown.rstrip("\n").split("\n")
        above = len(everything.split("\n")) - len(visible.split("\n"))
        found.write_text("\n".join([*lines[:above], "=" * shot.columns, *lines[above:], ""]))
        tmux("send-keys", "-t", name, "C-c")
        return Taken(shot, visible, everything, joined, found, listened)
    finally:
        tmux("kill-session", "-t", name)
        shutil.rmtree(place)


def wait(tmux, name, plain):
    """Until it listens and the screen is still. Whether it ended instead, and whether it listens."""
    until = time.monotonic() + PATIENCE
    before = None
    while time.monotonic() < until:
        told = tmux("display-message", "-p", "-t", name, "#{pane_tty} #{pane_pid} #{pane_dead}")
        tty, pid, dead = told.split()
        visible = tmux("capture-pane", "-p", "-t", name)
        if dead == "1":
            return True, False
        ready = False
        with contextlib.suppress(OSError, termios.error):
            ready = listens(tty, pid, plain, visible)
        if ready and visible == before:
            return False, True
        before = visible if ready else None
        time.sleep(STILL if ready else 0.05)
    return False, False


# What is wrong


class Looks:
    """What can be seen to be wrong without reading."""

    def __init__(self, method, projects):
        self._method = method
        self._words = set()
        """every word that a screen may show, as it is written"""
        for path in (*projects, *HOME.joinpath("steps").rglob("*.yaml")):
            self._learn(path.read_text())
        for path in HOME.rglob("words/*.py"):
            self._learn(re.sub(r"[\"{}|]", " ", path.read_text()))
        names = sorted((one.strip() for one in NAMES.split("|")), key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, names)))

    def _learn(self, text):
        for ui in LANGUAGES:
            for token in typeset(text, ui).split():
                self._words |= {token, token.strip("“”«»\"'(),.;:!?"), token.rstrip(",.;:")}

    def wrong(self, taken):
        """Pairs of a look and what was seen."""
        shot = taken.shot
        question = self._method.questions[shot.question]
        if not taken.listened:
            yield "over", taken.visible.strip()[-60:]
        if "Traceback (most" in taken.everything:
            yield "traceback", ""
        for line in taken.joined.split("\n"):
            if len(line.rstrip()) > shot.columns:
                yield "wide", line[:40]
        for look, one in self._cut(taken):
            yield look, one
        for one in self._foreign(taken.everything, shot.ui):
            yield "foreign", one
        if not re.search(r"(?m)^ {0,3}[›>]", taken.visible):
            yield "no mark", ""
        for look, text in (("question", question.ask), ("help", question.help)):
            if text and words(typeset(text[shot.ui], shot.ui)) not in words(taken.visible):
                yield look, ""

    def _cut(self, taken):
        lines = [line.rstrip() for line in taken.everything.split("\n")]
        typed = False
        for first, second in zip(lines, [*lines[1:], ""], strict=True):
            typed = first.startswith("›") or (typed and first.startswith("   "))
            for one, other in zip(cells(first), cells(second), strict=False):
                if cut := self._cut_between(one.split(), other.split()):
                    yield "cut while typing" if typed else "cut", cut

    def _cut_between(self, line, following):
        if not line:
            return None
        last = line[-1]
        if last.endswith("…") and len(last) > 1:
            start = last[:-1]
            if start not in self._words and any(one.startswith(start) for one in self._words):
                return last
        if not following or last.endswith("-") or re.fullmatch(r"\w[.)]", following[0]):
            return None  # a dash may end a line; a letter to choose by begins one
        word = last + following[0]
        parts = last in self._words and following[0] in self._words
        return f"{last}/{following[0]}" if word in self._words and not parts else None

    def _foreign(self, text, ui):
        text = self._names.sub("X", words(text))
        known = set((ENGLISH if ui == "fr" else FRENCH).split())
        found = [one for one in re.finditer(r"[^\W\d_]+", text) if one[0].casefold() in known]
        if ui == "en":
            found += re.finditer(r"\u202f|\u00a0(?=[;:!?»])|«", text)
        return [text[max(0, one.start() - 25) : one.end() + 25] for one in found]


def cells(line):
    """The cells of a line of a table; a line of text is one."""
    return re.split("[│|]", line)[1:-1] if re.match(r"\s*[│|].*[│|]$", line) else [line]


# The whole


def projects(folder, uis, own):
    """By language: the projects whose questions are opened, and whether nothing is answered."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}

    def run(*command):
        subprocess.run(
            [PROGRAM, *command],
            check=True,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )

    found = {}
    for ui in uis:
        if own:
            found[ui] = [(own.resolve(), False)]
            continue
        (folder / ui).mkdir()
        example, fresh = (f"{ui}/{one}.yaml" for one in ("example", "fresh"))
        run("example", example, "--lang", ui)
        names = (
            ("L’Escale", "le CCAS", "les Tanneurs") if ui == "fr" else ("the Shelter", "the Trust")
        )
        run("new", fresh, "--title", "Passerelle 18-25", "--lang", ui, "--whole", "--organisation",
            names[0])  # fmt: skip
        for name in names[1:]:
            run("organisation", fresh, "--add", name)
        found[ui] = [(folder / example, False), (folder / fresh, True)]
    return found


def main():
    said = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    said.add_argument("out", type=Path, metavar="OUT", help="the folder the screens are written to")
    said.add_argument("--project", type=Path, help="your own; else the example, and a new one")
    said.add_argument("--step", help="1 to 19, or end")
    said.add_argument("--question", metavar="ID")
    said.add_argument("--ui", choices=LANGUAGES, help="else both")
    said.add_argument("--size", help="else " + " and ".join(SIZES))
    said.add_argument("--plain", action="store_true")
    said.add_argument("--colour", action="store_true", help="keep the colours in the files")
    said.add_argument("--keys", nargs="*", help="pressed first, as tmux names them: Escape Down")
    said.add_argument("--jobs", type=int, default=os.cpu_count(), help="terminals at a time")
    wanted = said.parse_args()
    method = read_method(HOME / "steps")
    number = {"end": None}.get(wanted.step, wanted.step)
    asked = [
        one.id
        for one in method
        if wanted.question in (None, one.id)
        and (wanted.step is None or str(method.steps[one.step].number) == str(number))
    ]
    if not asked:
        said.error("there is no such question")
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = projects(folder, [wanted.ui] if wanted.ui else LANGUAGES, wanted.project)
        shots = [
            Shot(project, fresh, ui, *map(int, size.split("x")), question)
            for ui, several in found.items()
            for size in ([wanted.size] if wanted.size else SIZES)
            for project, fresh in several
            for question in asked
        ]
        tmux = Tmux(folder)
        try:
            with concurrent.futures.ThreadPoolExecutor(wanted.jobs) as pool:
                took = pool.map(lambda shot: take(shot, tmux, method, folder, wanted), shots)
                taken = [one for one in took if one]
        finally:
            tmux.close()
        looks = Looks(method, [one for several in found.values() for one, _ in several])
        wrong = [(one.file, *seen) for one in taken for seen in looks.wrong(one)]
    tell(wanted.out, len(shots), taken, wrong, time.monotonic() - begun)
    return 1 if wrong else 0


def tell(out, wanted, taken, wrong, seconds):
    last = None
    for file, look, seen in wrong:
        if file != last:
            print(file.relative_to(out))
        last = file
        print(f"  {look}: {seen}" if seen else f"  {look}")
    print(
        f"{len(taken)} screens in {seconds:.0f} s; {wanted - len(taken)} questions not asked there"
    )
    for look, count in Counter(look for _, look, _ in set(wrong)).most_common():
        several = len({file for file, one, _ in wrong if one == look})
        print(f"{several:5} screens: {LOOKS[look]} ({count} times)")


if __name__ == "__main__":
    sys.exit(main())
