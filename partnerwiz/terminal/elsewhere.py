"""A text written elsewhere: in one's own editor, or in a file that is there already."""

import contextlib
import os
import shlex
import shutil
import stat
import subprocess
from pathlib import Path

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
        subprocess.run([*command, str(file)], check=True)  # noqa: S603 - their own editor
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


def from_file(path: Path) -> str:
    """The text of a file, without what acts unseen. Raises `PartnerwizError`."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise PartnerwizError("file-not-text", file=path)
        if found.st_size > _MOST:
            raise PartnerwizError("file-too-long", file=path)
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise PartnerwizError("cannot-read", file=path, reason=reason(error)) from None
    except UnicodeDecodeError:
        raise PartnerwizError("file-not-text", file=path) from None
    return clean(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
