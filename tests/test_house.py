"""The house: who may import whom, where each library lives, who prints, and what a command loads."""

import ast
import functools
import json
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from scripted import HEAD, ROOT, TABLE

import partnerwiz
from partnerwiz import words as spoken
from partnerwiz.cli import COMMANDS
from partnerwiz.project.calling import on_path

PACKAGE = Path(partnerwiz.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))

BELOW = {
    "words": "",
    "errors": "words",
    "yamlfile": "words errors",
    "yamltext": "words errors yamlfile",
    "method": "words errors yamlfile yamltext",
    "project": "words errors yamlfile yamltext method",
    "lenses": "words errors yamlfile yamltext method project",
    "sitting": "words errors yamlfile yamltext method project lenses",
    "documents": "words errors yamlfile yamltext method project lenses",
    "terminal": "words errors yamlfile yamltext method project lenses sitting",
    "cli": "words errors yamlfile yamltext method project lenses sitting documents terminal",
    "__init__": "",
    "__main__": "cli",
}
"""What each room may import, besides itself."""

HOMES = {
    "typer": ["cli/"],
    "click": [],
    "yaml": ["yamlfile.py", "yamltext.py", "method/", "project/reading.py", "project/entries.py"],
    "questionary": ["terminal/keys.py"],
    "prompt_toolkit": ["terminal/keys.py", "cli/asking.py"],
    "rich": ["terminal/table.py"],
    "jinja2": ["documents/"],
    "markupsafe": ["documents/"],
    "markdown_it": ["documents/"],
    "mdit_py_plugins": ["documents/"],
    "babel": ["documents/"],
}
"""The only places that know a library."""


def room(path):
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


@functools.cache
def parsed(path):
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports(path):
    """Every module imported anywhere in a file, inside functions too, with its line."""
    for node in parsed(path):
        if isinstance(node, ast.Import):
            yield from ((one.name, node.lineno) for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            if node.module in ("partnerwiz", "partnerwiz.words", "partnerwiz.cli"):
                yield from ((f"{node.module}.{one.name}", node.lineno) for one in node.names)
            else:
                yield node.module, node.lineno


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path):
    allowed = {room(path), *BELOW[room(path)].split()}
    for name, line in imports(path):
        package, _, rest = name.partition(".")
        if package != "partnerwiz":
            continue
        target = rest.partition(".")[0]
        if target and (target.isupper() or target.startswith("__")):
            continue  # HOME, __version__: facts of the package itself
        assert target in allowed, f"line {line}: {room(path)} may not import {target or 'all'}"


def test_every_room_is_in_the_table_and_the_table_goes_one_way():
    assert {room(path) for path in FILES} == set(BELOW)
    for one, below in BELOW.items():
        for other in below.split():
            assert one not in BELOW[other].split(), f"{one} and {other} import each other"


@pytest.mark.parametrize("library", HOMES)
def test_each_library_has_one_home(library):
    found = {
        str(path.relative_to(PACKAGE))
        for path in FILES
        for name, _ in imports(path)
        if name.partition(".")[0] == library
    }
    assert {one for one in found if not one.startswith(tuple(HOMES[library]))} == set()


def test_no_other_library_is_used():
    ours = {"partnerwiz", *HOMES}
    for path in FILES:
        for name, line in imports(path):
            top = name.partition(".")[0]
            assert top in ours or top in sys.stdlib_module_names, f"{path}:{line}: {top}"


def calls(path):
    """(dotted name of what is called, line)"""
    for node in parsed(path):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node.lineno


def test_only_the_terminal_and_the_command_line_print_or_ask():
    for path in FILES:
        if room(path) in ("terminal", "cli"):
            continue
        for name, line in calls(path):
            assert name not in ("print", "input", "exit", "sys.exit"), f"{path}:{line}"
            assert not re.match(r"sys\.(stdout|stderr|stdin)", name), f"{path}:{line}"
        for node in parsed(path):
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "sys":
                assert node.attr not in ("stdout", "stderr", "stdin"), f"{path}:{node.lineno}"


def test_prompts_are_asked_so_that_control_c_is_never_an_empty_answer():
    """`ask()` of questionary turns Ctrl-C into None; running its application raises."""
    asked = [
        node.func.attr
        for node in parsed(PACKAGE / "terminal" / "keys.py")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    assert "run" in asked
    assert not {"ask", "ask_async", "unsafe_ask_async", "skip_if"} & set(asked)


def test_no_text_is_built_into_a_shell_an_address_or_a_pickle_from_outside():
    for path in FILES:
        for name, line in imports(path):
            assert name.partition(".")[0] not in (
                "urllib",
                "http",
                "socket",
                "ssl",
                "logging",
                "webbrowser",
            ), f"{path}:{line}"
            runs = str(path.relative_to(PACKAGE)) in ("terminal/elsewhere.py", "cli/driver.py")
            assert runs or name != "subprocess", f"{path}:{line}: only one's own editor, and git"
            home = path.name == "ready.py" and room(path) == "method"
            assert home or name != "pickle", f"{path}:{line}: only our own method is kept so"
        for name, line in calls(path):
            assert name not in ("eval", "exec", "os.system", "os.popen"), f"{path}:{line}"
            assert not name.startswith("yaml.") or name in (
                "yaml.parse",
                "yaml.compose",
                "yaml.dump",
                "yaml.ScalarNode",
            ), f"{path}:{line}: {name}"


# What a command loads

HEAVY = (
    "yaml",
    "rich",
    "questionary",
    "prompt_toolkit",
    "jinja2",
    "markdown_it",
    "babel",
    "pydantic",
)


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "valmorin.yaml"
    path.write_text(HEAD + "settings:\n  path: short\n" + TABLE + "...\n", encoding="utf-8")
    return path


def loaded_by(*words, cwd):
    """The heavy libraries a command has loaded when it ends, and its exit code."""
    program = (
        "import json, sys\n"
        "from partnerwiz.cli import main\n"
        "try:\n"
        "    main(sys.argv[1:])\n"
        "except SystemExit as left:\n"
        "    code = left.code\n"
        "print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        check=True,
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])
    return {one for one in HEAVY if one in modules}, code


def test_help_and_wrong_use_load_none_of_the_libraries(tmp_path):
    for words in (["--help"], ["--version"], ["rien"]):
        loaded, code = loaded_by(*words, cwd=tmp_path)
        assert loaded == set(), words
        assert code == (2 if words == ["rien"] else 0)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_help_of_a_command_loads_none_of_the_libraries(tmp_path, command):
    assert loaded_by(command, "--help", cwd=tmp_path) == (set(), 0)


def test_looking_loads_what_reads_and_nothing_that_asks_or_draws(project):
    lists = (["list"], ["list", "--json"], ["list", "--organisation", "L’Escale"])
    for words in (["status", project, "--json"], ["status", project], ["steps"], *lists):
        loaded, code = loaded_by(*words, cwd=project.parent)
        assert loaded <= {"yaml"}, words
        assert code == 0


def test_giving_an_answer_loads_nothing_that_asks_or_draws(project):
    words = ["answer", project, "end-date=2027-12-31", "--as", "lescale"]
    assert loaded_by(*words, cwd=project.parent) == ({"yaml"}, 0)


def test_writing_a_document_loads_nothing_that_asks(project):
    for words in (["export", project, "--format", "md"], ["kit", project, "ccas"]):
        loaded, code = loaded_by(*words, cwd=project.parent)
        assert not loaded & {"questionary", "prompt_toolkit", "rich", "pydantic"}
        assert code == 0


def test_without_a_terminal_nothing_that_asks_is_loaded(project):
    words = ["resume", project, "--as", "lescale"]
    loaded, code = loaded_by(*words, cwd=project.parent)
    assert loaded <= {"yaml"}
    assert code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_the_first_words_of_a_step_stand_on_the_screen_before_what_asks_is_loaded(project):
    import pexpect

    program = (
        "import sys\n"
        "class Watch:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name in ('questionary', 'prompt_toolkit', 'rich'):\n"
        "            print(f'<{name} is loaded>', flush=True)\n"
        "sys.meta_path.insert(0, Watch())\n"
        "from partnerwiz.cli import main\n"
        "main(sys.argv[1:])\n"
    )
    words = ["resume", str(project), "--as", "lescale", "--ui", "fr", "--step", "4"]
    child = pexpect.spawn(
        sys.executable,
        ["-c", program, *words],
        cwd=str(project.parent),
        env={**os.environ, "TERM": "xterm", "PYTHONPATH": str(ROOT)},
        dimensions=(24, 100),
        encoding="utf-8",
        timeout=30,
    )
    try:
        child.expect("<(questionary|prompt_toolkit|rich) is loaded>")
        before, first = child.before, child.match[1]
        assert first in ("questionary", "prompt_toolkit")
        assert "Affirmer et clarifier son identité" in before
        assert "Sous quel nom exact" in before
        assert "L’organisation qui signe" in before
        child.expect("›")
    finally:
        child.close(force=True)


def test_our_own_method_is_read_anew_when_a_file_changes_or_what_was_kept_is_damaged(tmp_path):
    import shutil

    from partnerwiz.method.ready import our_method

    folder = tmp_path / "steps"
    shutil.copytree(ROOT / "steps", folder, ignore=shutil.ignore_patterns("__pycache__"))
    need = folder / "1-stakes" / "01-need.yaml"
    first = our_method(folder)
    (kept,) = (folder / "__pycache__").iterdir()
    assert repr(our_method(folder)) == repr(first)
    need.write_text(need.read_text(encoding="utf-8").replace("Du constat", "Du simple constat"))
    assert our_method(folder).steps["need"].title["fr"].startswith("Du simple constat")
    whole = kept.read_bytes()
    begun = whole.index(b"\n") + 1
    for at in range(begun, len(whole), len(whole) // 12):
        for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]):
            kept.write_bytes(damaged)
            assert our_method(folder).steps["need"].number == 1
    kept.write_bytes(b"")
    assert list(our_method(folder).questions) == list(first.questions)


def test_bare_it_shows_its_help_and_a_missing_command_is_told(partnerwiz):
    bare = partnerwiz()
    assert bare.returncode == 0
    assert bare.stdout == partnerwiz("--help").stdout
    missing = partnerwiz("--ui", "en")
    assert missing.returncode == 2
    assert missing.stderr.startswith("A command is missing")
    extra = partnerwiz("steps", "a", "b")
    assert extra.returncode == 2
    assert "mot de trop\u00a0: b." in extra.stderr


def test_what_ci_waits_for_on_the_screen_is_what_the_program_asks_in_that_order(method):
    """CI installs the program by the README's own command, so it cannot ask it for its words."""
    sitting = runpy.run_path(str(ROOT / ".ci" / "sitting.py"))
    first, second = (
        [one.partition("|")[0] for one, _ in sitting[name]] for name in ("BEGUN", "RESUMED")
    )
    assert second.pop(0) in spoken.say("home-go-on", "en", label=""), (
        "from the list of what there is to do"
    )
    opening = [spoken.say(f"ask-{name}", "en") for name in ("title", "your-organisation", "path")]
    asked = [*opening, *(one.ask["en"] for one in on_path(method, "short"))]
    waited_for = [*first[:-1], *second[1:-1]]
    for text, question in zip(waited_for, asked, strict=False):
        assert question.startswith(text)
    assert second[0] == first[-2], "it goes on where it was left"
    for leaving in (first[-1], second[-1]):
        assert leaving in spoken.say("menu-leave", "en")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(("ui", "name"), [("fr", "seance.svg"), ("en", "sitting.svg")])
def test_the_picture_of_the_readme_is_what_the_program_shows_today(tmp_path, ui, name):
    """To draw it anew: `python tests/picture.py` and `python tests/picture.py --ui fr`."""
    drawn = tmp_path / name
    program = [sys.executable, str(ROOT / "tests" / "picture.py"), "--ui", ui, str(drawn)]
    subprocess.run(program, check=True, capture_output=True)
    assert drawn.read_text(encoding="utf-8") == (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert "http" not in drawn.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
