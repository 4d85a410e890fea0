"""partnerwiz: a guide through the steps of building a partnership, and its charter."""

from pathlib import Path

__version__ = "0.1.0"

_inside = Path(__file__).parent
# steps/ and templates/ stand at the top of the repository, and inside the installed package.
HOME = _inside if (_inside / "steps").is_dir() else _inside.parent
