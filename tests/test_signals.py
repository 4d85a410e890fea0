"""However a sitting ends, by a key, a signal or a closed window: what was said is on the disk."""

import signal

import pytest
from terminal import read

STEPS = """
  - {id: line, kind: text, label: ligne, ask: Une ligne ?}
  - {id: paragraph, kind: long-text, label: paragraphe, ask: Un paragraphe ?}
  - {id: choice, kind: choice, label: choix, ask: Un choix ?, options: {a: Aaa, b: Bbb}}
  - {id: ticks, kind: choices, label: cases, ask: Des cases ?, options: {a: Aaa, b: Bbb}}
  - {id: yes, kind: yes-no, private: yes, label: oui, ask: Oui ou non ?}
  - {id: list, kind: list, label: liste, ask: Une liste ?}
  - {id: rows, kind: table, optional: yes, label: lignes, ask: Des lignes ?, columns: [
      {id: a, kind: text, ask: Tête}, {id: b, kind: text, ask: Queue}]}
  - {id: cell, kind: table, label: tableau, ask: Un tableau ?, columns: [
      {id: a, kind: text, ask: Tête}, {id: b, kind: text, ask: Queue}]}
"""

ENDINGS = {
    "ctrl-c": (lambda t: t.presses("ctrl-c"), 130),
    "ctrl-d": (lambda t: t.presses("ctrl-d"), 130),
    "INT": (lambda t: t.signalled(signal.SIGINT), 130),
    "TERM": (lambda t: t.signalled(signal.SIGTERM), 143),
    "HUP": (lambda t: t.signalled(signal.SIGHUP), 129),
}
SAVED = ("Enregistré dans valmorin.yaml.", "Pour reprendre : partnerwiz resume valmorin.yaml")
NOTHING = ("Rien n’a été créé.", "partnerwiz new")


@pytest.fixture
def asked(sit, project, steps_of):
    """A terminal at one question of the method above."""
    steps = steps_of(STEPS)

    def at(question, *words, **how):
        t = sit("resume", project.name, "--steps", steps, "--question", question, *words, **how)
        return t.asked(" ?")

    return at


def ended(t, code, *said):
    """Ended at once, said so, and gave the terminal back."""
    t.ends_within(3, code, *said)
    assert "Traceback" not in t.everything
    assert t.given_back()


@pytest.mark.parametrize(
    ("question", "half", "ending"),
    [
        *(("line", "", ending) for ending in ENDINGS),
        *(("choice", "", ending) for ending in ENDINGS),
        ("line", "à moitié", "ctrl-c"),
        ("line", "à moitié", "ctrl-d"),
        ("line", "à moitié", "TERM"),
        ("paragraph", "", "ctrl-c"),
        ("paragraph", "", "ctrl-d"),
        ("paragraph", "une ligne\rà moitié", "ctrl-c"),
        ("paragraph", "une ligne\rà moitié", "ctrl-d"),
        ("paragraph", "une ligne\rà moitié", "INT"),
        ("ticks", " ", "ctrl-c"),
        ("ticks", " ", "ctrl-d"),
        ("ticks", " ", "INT"),
    ],
)
def test_a_sitting_ends_at_a_prompt_and_nothing_half_typed_is_saved(
    asked, project, question, half, ending
):
    own = project.with_suffix(".private") / "lescale.yaml"
    before = project.read_bytes(), own.read_bytes()
    t = asked(question)
    if half:
        t.types(half).sees(half.strip() and "moitié")
    act, code = ENDINGS[ending]
    act(t)
    ended(t, code, *SAVED)
    assert (project.read_bytes(), own.read_bytes()) == before


WAYS = {
    "the menu": lambda at: at("line").presses("escape").asked("q  quitter"),
    "who finds out": lambda at: at("line").menu("i  on ne sait").asked("Qui").types("la dir"),
    "a yes or a no": lambda at: at("yes"),
    "a line of a list": lambda at: at("list").enters("une").asked().types("deu"),
    "a cell": lambda at: at("cell").enters("une").asked("Queue").types("moit"),
    "the lines of a table": lambda at: at("rows"),
    "a typed line": lambda at: at("line", "--plain").types("moit"),
    "a typed choice": lambda at: at("choice", "--plain"),
    "a typed paragraph": lambda at: at("paragraph", "--plain").enters("une").asked().types("moit"),
}


@pytest.mark.parametrize(
    ("way", "ending"),
    [
        *((way, "ctrl-c") for way in WAYS),
        *((way, "ctrl-d") for way in WAYS if way not in ("a yes or a no", "a line of a list")),
        ("the menu", "TERM"),
        ("a cell", "INT"),
        ("the lines of a table", "HUP"),
        ("a typed line", "TERM"),
        ("a typed choice", "HUP"),
    ],
)
def test_a_sitting_ends_wherever_something_is_asked(asked, project, way, ending):
    t = WAYS[way](asked)
    if ending == "ctrl-d" and "typed" in way:
        t.presses("ctrl-u")  # the system reads these lines: its Ctrl-D ends an empty one only
    act, code = ENDINGS[ending]
    act(t)
    ended(t, code, *SAVED)
    answers = read(project)["organisations"]["lescale"]["answers"]
    assert answers == ({} if way != "a line of a list" else answers)
    assert "deu" not in project.read_text()
    assert "null" not in project.read_text()


@pytest.mark.parametrize("ending", ["ctrl-c", "ctrl-d", "TERM"])
def test_a_sitting_that_has_not_begun_ends_as_well(sit, project, desk, ending):
    act, code = ENDINGS[ending]
    t = sit("new", "autre.yaml").asked("langue")
    act(t)
    ended(t, code, *NOTHING)
    t = sit("new", "autre.yaml", "--lang", "fr").asked("ce projet").types("moit")
    act(t)
    ended(t, code, *NOTHING)
    assert sorted(one.name for one in desk.iterdir()) == ["valmorin.private", "valmorin.yaml"]
    (project.with_suffix(".private") / "lescale.yaml").unlink()
    t = sit("resume").asked("Au nom de qui")
    act(t)
    ended(t, code)


def test_a_sitting_ends_between_two_phases_and_before_the_table_is_full(
    sit, project, ask, partnerwiz
):
    partnerwiz("answer", project, "observation=x", "limits=time", "limits-why=x", "gains=x")
    sheet = ("legal-name", "service", "legal-form", "registration", "seat", "contact", "mission")
    partnerwiz("answer", project, *(f"{one}=x" for one in (*sheet, "not", "legal-representative")))
    partnerwiz("answer", project, "--state", "decision-body=not-disclosed")
    t = sit("resume").home().asked(ask("strengths")).enters("un local").asked().enters()
    t.asked("Continuez-vous ?").presses("ctrl-d")
    ended(t, 130, *SAVED)
    t = (
        sit("resume")
        .home()
        .asked("Quelles autres organisations")
        .types("le CC")
        .signalled(signal.SIGTERM)
    )
    ended(t, 143, *SAVED)
    assert list(read(project)["organisations"]) == ["lescale"]


@pytest.mark.parametrize("way", ["line", "paragraph", "choice", "plain", "new", "seat"])
def test_a_window_that_is_closed_ends_the_program_without_a_word(
    asked, sit, project, tmp_path, way
):
    errors = tmp_path / "errors"
    how = {"errors": errors}
    if way == "new":
        t = sit("new", "autre.yaml", **how).asked("langue")
    elif way == "seat":
        (project.with_suffix(".private") / "lescale.yaml").unlink()
        t = sit("resume", **how).asked("Au nom de qui")
    elif way == "plain":
        t = (
            sit("resume", "--plain", "--step", "1", **how)
            .sees("c’est fini · / puis Entrée")
            .types("moit")
        )
        t.sees("moit")
    else:
        t = asked(way, **how).types(" ")
    before = project.read_bytes()
    assert t.hung_up() == 129
    assert "partnerwiz" not in errors.read_text(), "no traceback of ours"
    assert project.read_bytes() == before


def test_a_signal_between_two_prompts_loses_nothing(sit, project):
    t = sit("resume").sees("Vous répondez pour")  # the libraries that ask are being loaded
    ended(t.signalled(signal.SIGTERM), 143, *SAVED)
    seen = {""}
    for said in (
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
    ):  # just after Enter: saved or not, never half
        t = sit("resume", "--step", "4").asked("étape 4").presses("ctrl-u").types(said).sees(said)
        t.presses("enter").signalled(signal.SIGTERM)
        ended(t, 143, *SAVED)
        assert "Unhandled" not in t.everything
        kept = set(read(project)["organisations"]["lescale"]["answers"].values())
        assert seen <= kept | {""} <= seen | {"", said}
        seen = kept | {""}


# kill -9


def test_an_answer_is_on_the_disk_as_soon_as_the_next_prompt_stands(sit, begin, ask):
    """Killed after each of the first answers, the next sitting goes on where that one was."""
    file = begin("--whole")
    t = sit("resume").home().asked(ask("observation")).enters("Sans toit.").enters()
    t.asked(ask("people")).killed()
    assert read(file)["organisations"]["lescale"]["answers"] == {"observation": "Sans toit."}

    t = sit("resume").home().asked(ask("people"))  # in the midst of a table, after a line
    for cell in ("les 18-25 ans", "40", "Valmorin"):
        t.enters(cell).asked()
    t.enters("2024").asked("les 18-25 ans", "a  ajouter une ligne").killed()
    (line,) = read(file)["organisations"]["lescale"]["answers"]["people"].values()
    assert line == {"who": "les 18-25 ans", "size": "40", "where": "Valmorin", "source": "2024"}
    t = sit("resume", "--question", "people").asked("les 18-25 ans").types("a").asked("Ligne 2")
    t.enters("à moitié").asked("Ordre de grandeur").killed()
    assert [*read(file)["organisations"]["lescale"]["answers"]["people"].values()] == [line]

    t = (
        sit("resume")
        .home()
        .asked(ask("evidence"))
        .types("v")
        .asked(ask("limits"))
        .types(" ")
        .enters()
    )
    t.asked(ask("limits-why")).menu("d  en discussion").asked().enters("l’équipe").asked()
    t.enters("").asked(ask("alone")).killed()
    assert read(file)["organisations"]["lescale"]["open"]["limits-why"]["who"] == "l’équipe"

    t = sit("resume").home().asked(ask("alone")).types("n").asked(ask("alone-why")).killed()
    own = file.with_suffix(".private") / "lescale.yaml"
    assert read(own)["answers"] == {"alone": "no"}
    sit("resume").home().asked(ask("alone-why")).presses("ctrl-c").ends(130)
    left = [one.name for one in (*file.parent.iterdir(), *own.parent.iterdir())]
    assert not [one for one in left if one.endswith(".part")]


def test_the_lock_of_a_killed_sitting_stops_nobody(sit, partnerwiz, project):
    sit("resume").asked().killed()
    assert (project.with_suffix(".private") / "lock").read_text() != "", "it left its name there"
    assert partnerwiz("answer", project, "seat=1 quai Nord").returncode == 0
    sit("resume").asked().presses("ctrl-c").ends(130)


def test_an_ended_sitting_leaves_no_process_and_no_lock(sit, project):
    t = sit("resume").asked().presses("ctrl-c").ends(130)
    assert not t.child.isalive()
    assert (project.with_suffix(".private") / "lock").read_text() == ""
