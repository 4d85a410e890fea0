"""A person at a terminal, for tests: pexpect types, pyte draws, and what is asserted is on screen."""

import os
import re
import signal
import termios
import time
from pathlib import Path

import pexpect
import pyte
import yaml

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "back": "\x1b[Z",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "backspace": "\x7f",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "ctrl-c": "\x03",
    "ctrl-d": "\x04",
    "ctrl-u": "\x15",
}
_LISTENS = 2004 << 5
"""Bracketed paste, which prompt_toolkit turns on with each prompt: from then on it reads keys."""
_COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")
_DRAWN = re.compile("[\u2500-\u257f]")
PATIENCE = float(os.environ.get("PATIENCE", "15"))
"""Seconds; the machine that runs the tests may be busy."""


def words(text):
    """Text as it is read: blanks, line ends and drawn lines are one space."""
    return " ".join(_DRAWN.sub(" ", text).split())


class Paper(pyte.Screen):
    """A screen that keeps what scrolls off, and knows which lines were written since a key."""

    def reset(self):
        self.turn = 0
        self.prompts = 0
        self.above = []
        self.written = [0] * self.lines
        super().reset()

    def draw(self, data):
        for character in data:
            super().draw(character)
            self.written[self.cursor.y] = self.turn

    def index(self):
        if self.cursor.y == self.lines - 1:
            self.above.append((self.written[0], self.row(0)))
            self.written = [*self.written[1:], 0]
        super().index()

    def set_mode(self, *modes, **how):
        super().set_mode(*modes, **how)
        if how.get("private") and 2004 in modes:
            self.prompts += 1

    def since(self, turn):
        lines = [line for when, line in self.above if when >= turn]
        lines += [self.row(y) for y, when in enumerate(self.written) if when >= turn]
        return "\n".join(lines)

    def row(self, y):
        line = self.buffer[y]
        return "".join(line[x].data for x in range(max(line, default=-1) + 1)).rstrip()


class Terminal:
    """One program in one terminal of 80 by 24, from its start to its end."""

    def __init__(self, command, cwd, environment, *, columns=80, rows=24, errors=None, umask=-1):
        """`errors`: a file for the error output, to read after the terminal is gone."""

        def before():
            if umask >= 0:
                os.umask(umask)
            if errors:
                os.dup2(os.open(errors, os.O_CREAT | os.O_WRONLY), 2)

        self._paper = Paper(columns, rows)
        self._stream = pyte.ByteStream(self._paper)
        self._paper.write_process_input = lambda text: self._send(text.encode())
        self.raw = b""
        self.child = pexpect.spawn(
            str(command[0]),
            [str(word) for word in command[1:]],
            cwd=str(cwd),
            env=environment,
            dimensions=(rows, columns),
            preexec_fn=before,
        )
        self.child.delaybeforesend = None
        self._modes = termios.tcgetattr(self.child.child_fd)
        self._answered = 0
        self._over = False

    # What a person sees

    @property
    def screen(self):
        """The screen now, as the person has it before the eyes."""
        paper = self._paper
        return "\n".join(paper.row(y) for y in range(paper.lines)).rstrip()

    @property
    def everything(self):
        """The screen and all that scrolled off it."""
        return self._paper.since(0)

    @property
    def news(self):
        """The lines written since the last key."""
        return self._paper.since(self._paper.turn)

    @property
    def coloured(self):
        return bool(_COLOUR.search(self.raw))

    def sees(self, *texts):
        """Wait until each of `texts` stands in the lines written since the last key."""
        self._wait(lambda: self._news_have(texts), f"never seen: {texts}")
        return self

    def asked(self, *texts):
        """As `sees`, and wait until a prompt that was not there before the last key listens."""
        self._wait(lambda: self._news_have(texts) and self._listens(), f"never asked: {texts}")
        return self

    def _news_have(self, texts):
        news = words(self.news)
        return all(words(text) in news for text in texts)

    def _listens(self):
        paper = self._paper
        if _LISTENS in paper.mode:
            return paper.prompts > self._answered
        row, column = paper.cursor.y, paper.cursor.x  # `--plain` reads whole lines
        new = paper.written[row] == paper.turn
        mark = (paper.row(row) + " ")[:column] == "> "
        return new and mark and self._canonical() and self._asleep()

    # What a person does

    def types(self, text):
        """Keys as they are, one after the other; no Enter."""
        return self.keys(text)

    def enters(self, text=""):
        return self.keys(text + "\r")

    def presses(self, *names):
        return self.keys("".join(KEYS[name] for name in names))

    def pastes(self, text):
        return self.keys(f"\x1b[200~{text}\x1b[201~")

    def keys(self, text):
        self._paper.turn += 1
        self._answered = self._paper.prompts
        self._send(text.encode())
        return self

    def menu(self, line):
        """Open the menu and choose one of its lines, given as it stands there: « q  quitter »."""
        self.presses("escape").asked(line)
        return self.types(line[0])

    def home(self):
        """From the list of what there is to do, on to the next question."""
        there = re.compile(r"m\.?  chercher un mot|k\.?  look for a word")
        self._wait(lambda: there.search(self.news) and self._listens(), "never at home")
        return self.enters()

    def talks(self):
        """Before a question that is talked over first: nothing to type, until someone notes."""
        there = re.compile(r"N : noter|N: note|N puis Entrée|N then Enter")
        self._wait(lambda: there.search(words(self.news)) and self._listens(), "never silent")
        return self.types("n" if _LISTENS in self._paper.mode else "n\r")

    def sees_nothing(self):
        """Wait until the screen is blank."""
        self._wait(lambda: not self.screen.strip() and self._listens(), "never blank")
        return self

    def reads_back(self, *texts, key="y"):
        """What was noted stands alone, and whoever said it agrees."""
        asks = re.compile("est-ce bien ce que vous avez dit|is this what you said")
        self._wait(
            lambda: asks.search(words(self.news)) and self._listens() and self._news_have(texts),
            f"never read back: {texts}",
        )
        return self.types(key if _LISTENS in self._paper.mode else key + "\r")

    def resized(self, columns, rows):
        """The window is made larger or smaller; the program is told by SIGWINCH."""
        paper = self._paper
        added = [paper.turn] * (rows - paper.lines)
        paper.resize(rows, columns)
        paper.written = [*paper.written, *added][-rows:]
        paper.turn += 1
        self.child.setwinsize(rows, columns)
        return self

    # How it ends

    def over(self):
        self._wait(lambda: self._over, "never ended")
        self.child.wait()
        return self

    def ends(self, code, *texts):
        """Wait for the end of the program, of its own accord."""
        self.over()
        assert self.code == code, f"ended with {self.code}, not {code}\n{self.everything}"
        everything = words(self.everything)
        for text in texts:
            assert words(text) in everything, f"never said: {text}\n{self.everything}"
        return self

    @property
    def code(self):
        """The exit code; negative, the signal that nothing caught."""
        status = self.child.exitstatus
        return -self.child.signalstatus if status is None else status

    def ends_within(self, seconds, code, *texts):
        begun = time.monotonic()
        self.ends(code, *texts)
        assert time.monotonic() - begun < seconds
        return self

    def signalled(self, number):
        self._paper.turn += 1
        os.kill(self.child.pid, number)
        return self

    def killed(self):
        """kill -9: no last word."""
        os.kill(self.child.pid, signal.SIGKILL)
        return self.ends(-signal.SIGKILL)

    def hung_up(self):
        """The window is closed: the terminal goes away under the program. Its exit code."""
        self._let_go()
        deadline = time.monotonic() + PATIENCE
        while self.child.isalive():
            assert time.monotonic() < deadline, "runs on without a terminal"
            time.sleep(0.005)
        self._over = True
        return self.child.exitstatus

    def given_back(self):
        """Whether the terminal is as the program found it."""
        return (
            termios.tcgetattr(self.child.child_fd) == self._modes
            and _LISTENS not in self._paper.mode
            and not self._paper.cursor.hidden
        )

    def close(self):
        """Whatever still runs is ended; nothing of it is waited for."""
        if self.child.isalive():
            self.child.kill(signal.SIGKILL)
            self.child.wait()
        self._let_go()

    def _let_go(self):
        self.child.ptyproc.fileobj.close()
        self.child.closed = self.child.ptyproc.closed = True

    # The wires

    def _send(self, data):
        try:
            os.write(self.child.child_fd, data)
        except OSError:  # the program is gone
            self._over = True

    def _canonical(self):
        return bool(termios.tcgetattr(self.child.child_fd)[3] & termios.ICANON)

    def _asleep(self):
        """Whether the program waits for the keyboard already, as one that has just written its
        mark may not: a signal in between would find nobody.
        """
        stat = Path(f"/proc/{self.child.pid}/stat")
        return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "S"

    def _wait(self, happened, complaint):
        deadline = time.monotonic() + PATIENCE
        while not happened():
            if self._over or time.monotonic() > deadline:
                said = "the program has ended" if self._over else "waited in vain"
                raise AssertionError(f"{complaint}; {said}\n{self.everything}")
            self._read()

    def _read(self):
        try:
            data = self.child.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            self._over = True
            return
        self.raw += data
        self._stream.feed(data)


def reading(ui):
    """Of a French and an English wording, the one this reader reads."""
    return lambda french, english: french if ui == "fr" else english


def read(path):
    """A file of ours as plain data, every value the text it is."""
    return yaml.load(path.read_text(), yaml.BaseLoader)
