"""Whole processes, timed in a pseudo-terminal as ratios of `import typer`. See README.md here."""

import argparse
import fcntl
import json
import os
import pty
import re
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

PROGRAM = [sys.executable, "-m", "partnerwiz"]
ENVIRONMENT = {**os.environ, "LANG": "C.UTF-8", "TERM": "xterm-256color", "LC_ALL": ""}
PATIENCE = 30
MARK = "›"


class Terminal:
    """A child on a pseudo-terminal; `wait` returns the moment a text came, in seconds."""

    def __init__(self, arguments: list[str], folder: Path) -> None:
        self.start = time.perf_counter()
        self.child, self.handle = pty.fork()
        if self.child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.chdir(folder)
            os.execvpe(arguments[0], arguments, ENVIRONMENT)
        self.seen = ""

    def wait(self, expected: str) -> float:
        pattern = re.compile(expected)
        until = time.monotonic() + PATIENCE
        while not (found := pattern.search(self.seen)):
            if time.monotonic() > until:
                sys.exit(f"never saw {expected}:\n{self.seen[-1500:]}")
            if select.select([self.handle], [], [], 0.2)[0]:
                self.seen += os.read(self.handle, 65536).decode("utf-8", "replace")
                self._answer_cursor()
        moment = time.perf_counter()
        self.seen = self.seen[found.end() :]
        return moment

    def _answer_cursor(self) -> None:
        if "\x1b[6n" in self.seen:
            os.write(self.handle, b"\x1b[1;1R")
            self.seen = self.seen.replace("\x1b[6n", "")

    def type(self, text: str) -> float:
        time.sleep(0.05)  # what is still drawn has been drawn
        while select.select([self.handle], [], [], 0)[0]:
            os.read(self.handle, 65536)
        self.seen = ""
        moment = time.perf_counter()
        os.write(self.handle, text.encode())
        return moment

    def peak(self) -> float:
        """MiB"""
        status = Path(f"/proc/{self.child}/status").read_text(encoding="utf-8")
        found = re.search(r"VmHWM:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0

    def close(self) -> None:
        os.close(self.handle)
        os.waitpid(self.child, 0)


def whole(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(arguments, check=True, capture_output=True, env=ENVIRONMENT)
    return time.perf_counter() - start


def project(folder: Path, *, filled: int) -> Path:
    """A project at step 4, with about `filled` bytes of answers before it."""
    path = folder / "bench.yaml"
    new = [
        "new",
        str(path),
        "--title",
        "Bench",
        "--organisation",
        "Bench",
        "--lang",
        "fr",
        "--short",
    ]
    given = ["limits=time", "limits-why=w", "gains=un\ndeux\ntrois", "strengths=un\ndeux\ntrois"]
    subprocess.run([*PROGRAM, *new], check=True, capture_output=True, env=ENVIRONMENT)
    answers = folder / "answers.yaml"
    line = "Des jeunes de 18 à 25 ans arrivent sans savoir où dormir le soir.\n"
    rows = max(0, filled // 9_000)
    text = ["answers:", "  observation: |-", *(f"    {line.strip()}" for _ in range(5))]
    if rows:
        text += ["  people:"]
        for number in range(rows):
            text += [f"    r{number}:", f"      who: {line.strip() * 90}", "      size: trente"]
    answers.write_text("\n".join([*text, ""]), encoding="utf-8")
    command = [*PROGRAM, "answer", str(path), *given, "--from", str(answers)]
    subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
    return path


def sitting(path: Path) -> dict[str, float]:
    """A sitting at a step: to the first text, the first mark, and from five answers to the next
    mark. Before it, `resume` alone: to its list of what there is to do.
    """
    terminal = Terminal([*PROGRAM, "resume", path.name, "--ui", "fr"], path.parent)
    home = terminal.wait(MARK) - terminal.start
    terminal.type("q")
    terminal.wait("resume")
    terminal.close()
    command = [*PROGRAM, "resume", path.name, "--ui", "fr", "--step", "4"]
    terminal = Terminal(command, path.parent)
    text = terminal.wait("Étape 4") - terminal.start
    prompt = terminal.wait(MARK) - terminal.start
    gaps = []
    for word in ("L’Escale", "Accueil", "Association", "RNA", "4 rue du Pont"):
        terminal.type(word)
        terminal.wait(re.escape(word[-3:]))
        start = terminal.type("\r")
        terminal.wait("Échap")  # the line above the next mark; the answered mark is redrawn first
        gaps.append(terminal.wait(MARK) - start)
    peak = terminal.peak()
    terminal.type("\x03")
    terminal.wait("resume")
    terminal.close()
    return {
        "home": home,
        "text": text,
        "prompt": prompt,
        "next": statistics.median(gaps),
        "memory": peak,
    }


def several(folder: Path, count: int, *, large: bool = False) -> None:
    """So many projects, ten to a folder, each its own: of about 15 kB, the fictional one after two
    meetings and with two organisations; or of about 100 kB, the whole of it and some more.
    """
    given = [] if large else ["--short"]
    with tempfile.TemporaryDirectory() as other:
        path = Path(other) / "model.yaml"
        command = [*PROGRAM, "example", str(path), "--lang", "fr", *given]
        subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
        text = path.read_text(encoding="utf-8")
    head, blocks = text.split("\norganisations:\n")
    kept = re.split(r"\n(?=  [a-z-]+:\n)", blocks.removesuffix("...\n"))
    if large:
        line = "        Des jeunes de 18 à 25 ans arrivent sans savoir où dormir le soir.\n"
        first = "      observation: |-\n"
        kept[0] = kept[0].replace(first, first + line * 200)
    else:
        kept = [one for one in kept if one.startswith(("  lescale:", "  ccas:"))]
    text = f"{head}\norganisations:\n" + "\n".join(kept).rstrip("\n") + "\n...\n"
    for number in range(count):
        place = folder / f"{number // 10:04}"
        place.mkdir(exist_ok=True)
        one = re.sub(r"(?m)^id: .*$", f"id: bench{number}", text)
        one = one.replace("name: CCAS de Valmorin", f"name: CCAS de Valmorin {number // 7}")
        (place / f"{number % 10}.yaml").write_text(one, encoding="utf-8")


USED = (
    "import resource, subprocess, sys\n"
    "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)\n"
    "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
    "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)\n"
)
"""from a small process: a child's peak begins with the size of its parent"""


def used(arguments: list[str]) -> tuple[float, float]:
    """Seconds of processor and peak MiB of a whole process."""
    command = [sys.executable, "-c", USED, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=ENVIRONMENT)
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory


def listed(most: int) -> None:
    """`list` of many projects: what each costs, as a multiple of one among a hundred; a start that
    finds nothing is taken off. Seconds of processor, so that long runs bear company.
    """
    cases = [(0, False), (100, False), (10, False), (1_000, False), (5_000, False)]
    cases += [(100, True), (10, True)]
    start = one = 0.0
    for count, large in cases:
        if count > most:
            continue
        with tempfile.TemporaryDirectory() as folder:
            several(Path(folder), count, large=large)
            command = [*PROGRAM, "list", folder, "--json"]
            size = sum(file.stat().st_size for file in Path(folder).rglob("*.yaml"))
            found = [used(command) for _ in range(9 if count <= 100 else 3)]
        seconds = statistics.median(one for one, _ in found)
        start = start if count else seconds
        each = (seconds - start) / max(1, count)
        one = each if count == 100 else one
        told = f"{each * 1000:6.2f} ms each, {each / one:4.2f} of one in 100" if one else ""
        print(
            f"list, {count:5,} of {size // 1024 // max(1, count):3} kB {seconds:7.3f} s "
            f"{max(memory for _, memory in found):6.1f} MiB {told}",
            flush=True,
        )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=15)
    options.add_argument("--json", type=Path)
    options.add_argument(
        "--list", type=int, metavar="MOST", help="only `list`, up to MOST projects"
    )
    chosen = options.parse_args()
    if chosen.list is not None:
        listed(chosen.list)
        return
    times: dict[str, list[float]] = {}
    memory: dict[str, float] = {}
    sizes = {"20 answers": 0, "2 MB": 2_000_000}
    for run in range(chosen.runs + 1):
        found = {
            "T": whole([sys.executable, "-c", "import typer"]),
            "help": whole([*PROGRAM, "--help"]),
        }
        for name, filled in sizes.items():
            with tempfile.TemporaryDirectory() as folder:
                path = project(Path(folder), filled=filled)
                sat = sitting(path)
            found[f"home, {name}"] = sat["home"]
            found[f"first text, {name}"] = sat["text"]
            found[f"first prompt, {name}"] = sat["prompt"]
            found[f"next, {name}"] = sat["next"]
            memory[name] = max(memory.get(name, 0.0), sat["memory"])
        if run:  # the first run warms the caches
            for name, seconds in found.items():
                times.setdefault(name, []).append(seconds)
    base = statistics.median(times["T"])
    result = {
        name: {
            "ms": round(statistics.median(all_) * 1000, 1),
            "T": round(statistics.median(all_) / base, 2),
        }
        for name, all_ in times.items()
    }
    for name, figures in result.items():
        print(f"{name:28} {figures['ms']:8.1f} ms {figures['T']:6.2f} T")
    for name, peak in memory.items():
        print(f"{f'memory, {name}':28} {peak:8.1f} MiB")
    if chosen.json:
        chosen.json.write_text(json.dumps({**result, "memory MiB": memory}, indent=1) + "\n")


main()
