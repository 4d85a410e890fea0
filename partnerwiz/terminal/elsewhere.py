"""A text written elsewhere: in one's own editor, or in a file that is there already."""

import contextlib
import errno
import os
import shlex
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

from partnerwiz.errors import PartnerwizError, reason
from partnerwiz.words import clean

_MOST = 1_000_000
"""bytes of a text file that are read: no answer is longer"""


class InterruptedEditing(Exception):
    """The editing was cut short. `text` is what stood in the file, `cause` what cut it."""

    def __init__(self, text: str, cause: BaseException) -> None:
        super().__init__()
        self.text = text
        self.cause = cause


def editor() -> list[str] | None:
    """The command of $VISUAL or $EDITOR; None where neither names a program that is there."""
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(os.environ.get(name, ""))
        except ValueError:
            continue
        if words and shutil.which(words[0]):
            return words
    return None


def edited(text: str, folder: Path) -> str:
    """`text` as the person leaves it in the editor. The file stands in `folder`, which is closed
    to others, and is gone after. Raises `PartnerwizError` and `InterruptedEditing`.
    """
    command = editor()
    if command is None:
        raise PartnerwizError("no-editor")
    place = folder / f".writing.{os.urandom(6).hex()}"
    file = place / "text.txt"
    try:
        place.mkdir(mode=0o700)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(f"{text}\n".encode("utf-8", "replace"))
        _run([*command, str(file)])
        return from_file(file)
    except OSError as error:
        raise PartnerwizError("cannot-write", file=file, reason=reason(error)) from None
    except subprocess.CalledProcessError:
        raise PartnerwizError("editor-failed", program=command[0]) from None
    except PartnerwizError:
        raise
    except BaseException as cause:  # noqa: BLE001 - Ctrl-C, a closed window
        with contextlib.suppress(PartnerwizError):
            text = from_file(file)
        raise InterruptedEditing(text, cause) from None
    finally:
        shutil.rmtree(place, ignore_errors=True)  # with what the editor may have left beside it


def _run(command: list[str]) -> None:
    """The editor, to its end. Ctrl-C is its own; any other signal asks it to end. The terminal is
    given back as it was.
    """
    modes = _modes()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    process = subprocess.Popen(command, preexec_fn=_with_ctrl_c)  # noqa: PLW1509, S603 - their own
    try:
        code = process.wait()
    except BaseException:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(1)
        process.kill()
        process.wait()
        raise
    finally:
        signal.signal(signal.SIGINT, before)
        if modes is not None:
            _restore(modes)
    if code:
        raise subprocess.CalledProcessError(code, command)


def _with_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _modes() -> Any:
    try:
        import termios
    except ImportError:  # Windows
        return None
    with contextlib.suppress(termios.error, ValueError, OSError):
        return termios.tcgetattr(sys.stdin.fileno())
    return None


def _restore(modes: Any) -> None:
    import termios

    with contextlib.suppress(termios.error, ValueError, OSError):
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, modes)


def from_file(path: Path) -> str:
    """The text of a file, without what acts unseen. Raises `PartnerwizError`."""
    try:
        path = path.expanduser()
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise PartnerwizError("file-not-text", file=path)
        if found.st_size > _MOST:
            raise PartnerwizError("file-too-long", file=path)
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise PartnerwizError("cannot-read", file=path, reason=reason(error)) from None
    except RuntimeError:  # ~nobody
        told = reason(FileNotFoundError(errno.ENOENT, ""))
        raise PartnerwizError("cannot-read", file=path, reason=told) from None
    except UnicodeDecodeError:
        raise PartnerwizError("file-not-text", file=path) from None
    return clean(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
