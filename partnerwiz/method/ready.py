"""Our own method, kept ready-made beside its files, as Python keeps its modules: reading nineteen
steps anew would take longer than all else before the first question.
"""

import contextlib
import os
import pickle
import sys
from pathlib import Path

from partnerwiz.method.model import Method

_SOURCES = tuple(Path(__file__).with_name(f"{name}.py") for name in ("model", "kinds", "reading"))
"""What shapes a method: when one of them changes, what was kept is of no use."""


def our_method(folder: Path) -> Method:
    """The method in the program's own `folder`; read anew whenever a file of it has changed."""
    stamp = _stamp(folder)
    kept = folder / "__pycache__" / f"method.{sys.implementation.cache_tag}.pickle"
    found = _kept(kept, stamp)
    if found is not None:
        return found
    from partnerwiz.method.reading import read_method  # only where there is something to read

    method = read_method(folder, ours=True)
    with contextlib.suppress(OSError):  # where nothing may be written, it is read each time
        kept.parent.mkdir(mode=0o755, exist_ok=True)
        part = kept.with_suffix(f".{os.getpid()}")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        handle = os.open(part, flags, 0o644)
        with os.fdopen(handle, "wb") as file:
            file.write(stamp + b"\n" + pickle.dumps(method, pickle.HIGHEST_PROTOCOL))
        part.replace(kept)
    return method


def _kept(path: Path, stamp: bytes) -> Method | None:
    """What was kept, if it is whole, of today, and in nobody else's reach: it is as trusted as the
    modules that Python keeps the same way, in folders beside it.
    """
    try:
        if path.stat().st_mode & 0o022 or path.parent.stat().st_mode & 0o022:
            return None
        line, _, data = path.read_bytes().partition(b"\n")
        found = pickle.loads(data) if line == stamp else None  # noqa: S301
    except Exception:  # noqa: BLE001 - none kept yet, or not a whole one: whatever the reason
        return None
    return found if isinstance(found, Method) else None


def _stamp(folder: Path) -> bytes:
    """One line that changes with any of the files."""
    marks = [f"{folder}"]
    for path in (*sorted(folder.glob("*/*.yaml")), *_SOURCES):
        found = path.stat()
        marks.append(f"{path.name} {found.st_size} {found.st_mtime_ns}")
    return "; ".join(marks).encode("unicode_escape")
