"""Start a partnership through a pseudo-terminal with the README's own command: answer, leave,
resume, answer, export. Only the standard library: nothing is installed yet.
"""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path("essai-de-la-ci.yaml")
PATIENCE = 240
"""seconds; the first command installs what the program needs"""


def sitting(command: str, exchange: list[tuple[str, str]]) -> None:
    """Wait for each text (parts between bars come one after the other), type each answer; the
    command must then end with 0.
    """
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(LANG="C.UTF-8", TERM="xterm-256color", COLUMNS="80", LINES="24")
        os.execvp("bash", ["bash", "-c", command])
    seen = ""
    for expected, typed in exchange:
        for part in expected.split("|"):
            seen = wait_for(part, terminal, seen)
        time.sleep(0.2)  # what is still drawn has been drawn
        os.write(terminal, typed.encode())
    wait_for("partnerwiz resume", terminal, seen)
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command}: exit {os.waitstatus_to_exitcode(status)}")


def wait_for(expected: str, terminal: int, seen: str) -> str:
    """Read until the text stands there; what was read after it is returned."""
    until = time.monotonic() + PATIENCE
    while (found := plain(seen).find(expected)) < 0:
        if time.monotonic() > until or not select.select([terminal], [], [], 5)[0]:
            if time.monotonic() < until:
                continue
            sys.exit(f"never saw: {expected}\n{plain(seen)[-2000:]}")
        try:
            data = os.read(terminal, 65536)
        except OSError:
            sys.exit(f"ended before: {expected}\n{plain(seen)[-2000:]}")
        seen += data.decode("utf-8", "replace")
        if "\x1b[6n" in seen:  # the program asks where the cursor is
            os.write(terminal, b"\x1b[1;1R")
            seen = seen.replace("\x1b[6n", "")
    return plain(seen)[found + len(expected) :]


def plain(text: str) -> str:
    text = re.sub(r"\x1b(\[[0-9;?]*[a-zA-Z]|\][^\x07]*\x07|[=>])", "", text)
    return re.sub(r"\s+", " ", text)


BEGUN = [
    ("What do you call this project|›", "The CI's partnership\r"),
    ("What is your organisation|›", "the Valmorin Trust\r"),
    ("Which path do you start with|whole path", "\r"),
    ("Under what exact name|›", "The Valmorin Trust CIO\r"),
    ("Which department or service|›", "\x1b"),
    ("everything is saved", "q"),
]
RESUMED = [
    ("go on|look for a word|everything is saved", "\r"),
    ("Which department or service|›", "Day centre\r"),
    ("What is the legal form|›", "Charitable incorporated organisation\r"),
    ("What is its official registration number|›", "\x1b"),
    ("everything is saved", "q"),
]
"""What is waited for, and typed then. A test keeps these words those of the program."""


def main(command: str) -> None:
    signal.alarm(2 * PATIENCE)
    PROJECT.unlink(missing_ok=True)
    sitting(f"{command} {PROJECT} --ui en --lang en", BEGUN)
    program = re.search(r"\S+/partnerwiz", command)
    assert program, command
    sitting(f"{program[0]} resume {PROJECT} --ui en", RESUMED)
    text = PROJECT.read_text(encoding="utf-8")
    assert "The Valmorin Trust CIO" in text, text
    assert "Charitable incorporated organisation" in text, text
    subprocess.run([program[0], "export", str(PROJECT), "--ui", "en"], check=True)
    page = Path("essai-de-la-ci-charter.en.html")
    assert "Charitable incorporated organisation" in page.read_text(encoding="utf-8")
    print("a partnership was started, left, resumed and exported")


if __name__ == "__main__":
    main(sys.argv[1])
