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
    try:
        line, _, data = kept.read_bytes().partition(b"\n")
        if line == stamp:
            # as trusted as the modules that Python keeps the same way, in folders beside it
            found: Method = pickle.loads(data)  # noqa: S301
            return found
    except (OSError, EOFError, ValueError, AttributeError, pickle.PickleError):
        pass  # none kept yet, or not a whole one
    from partnerwiz.method.reading import read_method  # only where there is something to read

    method = read_method(folder, ours=True)
    with contextlib.suppress(OSError):  # where nothing may be written, it is read each time
        kept.parent.mkdir(exist_ok=True)
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_bytes(stamp + b"\n" + pickle.dumps(method, pickle.HIGHEST_PROTOCOL))
        part.replace(kept)
    return method


def _stamp(folder: Path) -> bytes:
    """One line that changes with any of the files."""
    marks = [f"{folder}"]
    for path in (*sorted(folder.glob("*/*.yaml")), *_SOURCES):
        found = path.stat()
        marks.append(f"{path.name} {found.st_size} {found.st_mtime_ns}")
    return "; ".join(marks).encode("unicode_escape")
