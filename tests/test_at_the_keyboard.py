"""What a person does during a sitting besides answering: look around, go anywhere, take back,
write elsewhere, be interrupted and find one's words again.
"""

import signal
import sys

import pytest
from terminal import read, reading, words

both = pytest.mark.parametrize("ui", ["fr", "en"])

STEPS = """
  - {id: line, kind: text, label: ligne, ask: Une ligne ?, example: Voici une ligne.}
  - {id: paragraph, kind: long-text, label: paragraphe, ask: Un paragraphe ?, recall: [line]}
  - {id: secret, kind: text, private: yes, label: secret, ask: Un secret ?}
  - {id: tasks, kind: list, label: tâches, ask: Quelles tâches ?}
  - id: rows
    kind: table
    optional: yes
    label: lignes
    ask: Des lignes ?
    columns:
      - {id: a, kind: text, ask: Tête}
      - {id: b, kind: yes-no, ask: Sûr}
      - {id: c, kind: text, when: {b: no}, ask: Pourquoi}
  - {id: lead, kind: row, of: tasks, label: d’abord, ask: Laquelle d’abord ?}
  - {id: host, kind: organisation, label: hôte, ask: Qui accueille ?, optional: yes}
"""


@pytest.fixture
def steps(steps_of):
    return steps_of(STEPS)


@pytest.fixture
def file(begin, steps):
    return begin("--whole", "--steps", steps)


@pytest.fixture
def at(sit, file, steps):
    """A terminal at one question of the method above."""

    def start(question, *options, **how):
        t = sit("resume", file.name, "--steps", steps, "--question", question, *options, **how)
        return t.asked(" ?")

    return start


def said(file):
    return read(file)["organisations"]["lescale"]["answers"]


def kept(file):
    """What is half-written, as text; '' for nothing."""
    path = file.with_suffix(".private") / "lescale.halves"
    return path.read_text() if path.exists() else ""


# Looking around


@both
def test_a_sitting_taken_up_again_opens_on_what_there_is_to_do_and_goes_anywhere_from_there(
    sit, introduced, ask, ui
):
    w = reading(ui)
    t = sit("resume", "--ui", ui)
    t.asked(
        w("c  continuer avec « constat de terrain »", "g  go on with “what we observe”"),
        w(
            "1  Feuille de préparation – 8 avec réponse, 7 à aborder",
            "1  Preparation sheet – 8 answered, 7 not reached yet",
        ),
        w(
            "2  Première réunion – attend d’autres organisations",
            "2  First meeting – waits for other organisations",
        ),
        w("4  Deuxième réunion", "4  Second meeting"),
    )
    t.types("2").asked(w("à voir ensemble, quand", "together, once"))
    t.types("1").asked(w("◆ adresse du siège – répondu", "◆ mission – answered"))
    t.presses("escape").asked(w("m  chercher un mot", "k  look for a word"))  # one level up
    t.types(w("m", "k")).asked(w("Quel mot cherchez-vous", "Which word"))
    t.enters(w("REPRÉSENTANTE légale", "REGISTERED"))
    t.asked(w("Rien ne contient", "1)")) if ui == "fr" else t.asked("(step 4)")
    if ui == "fr":
        t.types("m").asked("Quel mot").enters("representant legal").asked("(étape 4)")
    name = w("legal-representative", "seat")
    t.types("1").enters().asked(ask(name, ui), "› x")
    t.presses("ctrl-u").enters("Présidente").asked(ask("observation", ui))
    t.presses("ctrl-c").ends(130)
    assert said(introduced)[name] == "Présidente"


def test_phases_steps_and_questions_tell_how_they_stand_and_who_is_waited_for(
    sit, begin, partnerwiz, ask
):
    file = begin("--whole")
    partnerwiz("organisation", file, "--add", "le CCAS")
    partnerwiz("answer", file, "observation=x", "--state", "evidence=unknown-yet", "--who", "elle")
    t = sit("resume", columns=120).asked(
        "1  Les enjeux préalables", "1 avec réponse", "1 en suspens"
    )
    t.asked(
        "en attente chez d’autres", "2  Les conditions préalables", "5  La fin du projet"
    ).types("1")
    t.asked("Étape 1 · Du constat", "Étape 3 ·").presses("enter")
    t.asked(
        "CCAS : ",
        "encore sans réponse",
        "◆ constat de terrain – répondu",
        "… appuis du constat – pas encore connu (elle)",
        "◇ nos limites – pas encore abordé",
    )
    t.presses("down", "down", "enter").asked(ask("evidence"), "pas encore connu (elle)")
    t.menu("v  voir étapes").asked("1  Les enjeux").presses("escape").asked("›")
    t.menu("q  quitter").ends(0)


# Going on, coming back, taking back


def test_one_goes_forward_and_back_through_what_was_asked_and_nothing_changes(at, file, steps, sit):
    t = at("line").enters("un").ends(0)
    t = sit("resume", "--steps", steps).home().asked("Un paragraphe ?")
    t.menu("a  avancer").asked("Un secret ?")
    t.presses("back").asked("Un paragraphe ?").presses("back").asked("Une ligne ?", "un")
    t.menu("a  avancer").asked("Un paragraphe ?").menu("a  avancer").asked("Un secret ?").enters(
        "chut"
    )
    t.asked("Quelles tâches ?").enters("tri").asked().enters()
    t.asked("Des lignes ?").types("v").asked("Laquelle d’abord ?").enters()
    t.asked("Qui accueille ?").types("2").enters()
    t.asked("Continuez-vous ?").types("c")  # what was gone past is not asked for again, but told
    t.ends(0, "Vous avez laissé de côté")
    assert list(said(file)) == ["line", "tasks", "rows", "lead", "host"]


def test_after_a_change_what_rests_on_it_is_listed_and_only_that_is_asked(at, file, steps, sit):
    at("line").enters("un").ends(0)
    at("paragraph").asked("Déjà dit").enters("suite").enters().ends(0)
    at("tasks").enters("tri").asked().enters().ends(0)
    t = sit("resume", "--steps", steps).home().asked("Un secret ?").menu("m  chercher")
    t.asked("Quel mot").enters("une ligne").asked("ligne (étape 1) – répondu").enters()
    t.asked("Une ligne ?", "un").types(" autre").enters()
    t.asked("Vous avez changé « ligne »", "- paragraphe (L’Escale)", "r  revoir cela maintenant")
    t.types("r").asked("Un paragraphe ?", "un autre", "suite").types(" et fin").enters().enters()
    t.asked("Un secret ?").presses("ctrl-c").ends(130)
    assert said(file)["paragraph"] == "suite et fin"


def test_the_last_answers_are_taken_back_one_after_the_other(file, steps, sit):
    t = sit("resume", "--steps", steps).home().asked("Une ligne ?").enters("un")
    t.asked("Un paragraphe ?").enters("deux").enters().asked("Un secret ?")
    t.menu("z  annuler").asked("Votre dernière réponse est annulée", "Un paragraphe ?")
    assert list(said(file)) == ["line"]
    t.menu("z  annuler").asked("annulée", "Une ligne ?").menu("z  annuler").asked("Rien à annuler")
    assert read(file)["organisations"]["lescale"]["answers"] in ("", {})
    t.enters("trois").asked("Un paragraphe ?").presses("ctrl-c").ends(130)
    assert said(file) == {"line": "trois"}


def test_the_answers_of_a_part_are_checked_before_it_is_left_each_one_key_from_a_change(
    sit, file, steps, partnerwiz
):
    given = [
        "line=un",
        "paragraph=deux",
        "secret=chut",
        "tasks=tri",
        "--state",
        "rows=not-disclosed",
    ]
    partnerwiz("answer", file, *given, "--steps", steps)
    t = sit("resume", "--steps", steps).home().asked("Laquelle d’abord").enters()
    t.asked("Qui accueille").types("2").enters()
    t.asked("ce qui a été dit", "ligne", "deux", "r  revoir une réponse").types("r")
    t.asked("1) ligne").types("1").enters().asked("Une ligne ?").types(" bis").enters()
    t.asked("Vous avez changé").types("p")  # what rests on it may wait
    t.asked("ce qui a été dit", "un bis", "r  revoir une réponse").types("q").ends(0)
    assert "chut" not in t.everything


# Half-written


@pytest.mark.parametrize("ending", ["ctrl-c", "menu", "window"])
def test_what_is_half_written_is_found_again_and_gone_once_it_is_answered(at, file, ending):
    t = at("paragraph").types("Une phrase\rà moitié").sees("moitié")
    if ending == "ctrl-c":
        t.presses("ctrl-c").ends(130)
    elif ending == "menu":
        t.menu("q  quitter").ends(0)
    else:
        assert t.hung_up() == 129
    assert "moiti" in kept(file)
    halves = file.with_suffix(".private") / "lescale.halves"
    assert halves.stat().st_mode & 0o777 == 0o600
    assert "moiti" not in file.read_text()
    t = at("paragraph").asked("Vous aviez commencé à répondre", "à moitié").types(" finie")
    t.enters().enters().ends(0)
    assert said(file)["paragraph"] == "Une phrase\nà moitié finie"
    assert kept(file) == ""


def test_a_line_of_a_table_left_half_way_is_taken_up_in_its_cell(at, file):
    t = at("rows").types("a").asked("Ligne 1", "Tête").enters("une tête").asked("Sûr").types("n")
    t.asked("Pourquoi").types("parce q").presses("ctrl-c").ends(130)
    assert "rows" not in said(file)
    t = at("rows").asked("Vous aviez commencé", "Pourquoi", "parce q").types("ue").enters()
    t.asked("une tête", "parce que", "t  c’est fini").types("t").ends(0)
    (row,) = said(file)["rows"].values()
    assert row == {"a": "une tête", "b": "no", "c": "parce que"}
    assert kept(file) == ""


def test_a_private_half_stays_in_the_private_folder_and_lines_typed_in_plain_are_found_again(
    at, file
):
    at("secret").types("canari").presses("ctrl-c").ends(130)
    assert "canari" in kept(file)
    assert "canari" not in file.read_text()
    t = at("paragraph", "--plain").enters("première").asked().types("deuxi").presses("ctrl-c")
    t.ends(130)
    t = at("paragraph", "--plain").asked("Vous aviez commencé", "Entrée garde : première").enters()
    t.ends(0)
    assert said(file)["paragraph"] == "première"
    assert "canari" in kept(file), "that of another question waits on"


# Writing elsewhere


EDITOR = """\
import os, pathlib, sys
file = pathlib.Path(sys.argv[1])
assert file.stat().st_mode & 0o077 == 0 and file.parent.stat().st_mode & 0o077 == 0
text = file.read_text()
if "erreur" in text:
    sys.exit(3)
file.write_text(text.rstrip() + " à la main\\x1b[31m\\nfin")
"""


@pytest.fixture
def editor(tmp_path):
    program = tmp_path / "editeur.py"
    program.write_text(EDITOR)
    return {"VISUAL": f"{sys.executable} {program}"}


def test_a_text_is_written_in_one_s_own_editor_read_from_a_file_or_started_from_the_example(
    at, file, desk, editor
):
    t = at("paragraph", env=editor).types("écrit").presses("f4").asked("écrit à la main[31m", "fin")
    t.enters().enters().ends(0)
    assert said(file)["paragraph"] == "écrit à la main[31m\nfin"
    assert [
        one.name for one in file.with_suffix(".private").iterdir() if "writing" in one.name
    ] == []

    t = at("paragraph", env=editor).types(" erreur").presses("f4")
    t.asked("s’est arrêté sur une erreur", "fin erreur").presses("ctrl-c").ends(130)
    t = at("line", env={"EDITOR": "nulle-part"}).presses("f4").asked("Aucun éditeur de texte")
    t.presses("f3").asked("Voici une ligne.").types(" À nous.").enters().ends(0)
    assert said(file)["line"] == "Voici une ligne. À nous."

    (desk / "taches.txt").write_text("écouter\r\n\r\nlo\u202eger\n", encoding="utf-8-sig")
    (desk / "photo.bin").write_bytes(b"\xff\xfe\x00")
    t = at("tasks").menu("l  lire ma réponse").asked("Quel fichier").enters("photo.bin")
    t.asked("n’est pas un fichier de texte").menu("l  lire ma réponse").asked(
        "Quel fichier"
    ).enters("taches.txt")
    t.asked("- écouter", "- loger").types("t").ends(0)
    assert list(said(file)["tasks"].values()) == ["écouter", "loger"]


# Lists and tables


def test_lines_are_changed_by_the_cell_moved_doubled_and_given_up(at, file):
    t = at("rows").types("a").asked("Tête").enters("un").asked("Sûr").types("o").asked("a  ajouter")
    t.types("a").asked("Ligne 2").enters("deux").asked("Sûr").presses("back")  # to the cell before
    t.asked("Tête", "deux").enters().asked("Sûr").types("n").asked("Pourquoi")
    t.menu("n  ne pas garder cette ligne").asked("un", "a  ajouter").types("d")
    t.asked("Que changez-vous ?", "1) Tête : un", "2) Sûr : oui").types("2").enters().asked("Sûr")
    t.types("n").asked("Pourquoi").enters("à voir")  # only what the change newly calls for
    t.asked("à voir").types("m").asked("Quelle ligne ?").types("2").enters()
    t.asked("Avant quelle ligne").types("1").enters().asked("t  c’est fini").types("t").ends(0)
    rows = list(said(file)["rows"].values())
    assert rows == [{"a": "un", "b": "no", "c": "à voir"}, {"a": "un", "b": "yes"}]


def test_a_name_close_to_one_that_is_known_is_asked_about(at, file, partnerwiz, steps):
    partnerwiz("organisation", file, "--add", "le CCAS de Valmorin", "--steps", steps)
    t = at("host").types("2").enters().asked("Son nom").enters("CCSA de Valmorin")
    t.asked("Voulez-vous dire « CCAS de Valmorin » ?").types("o").ends(0)
    assert said(file)["host"] == "ccas-de-valmorin"
    assert list(read(file)["organisations"]) == ["lescale", "ccas-de-valmorin"]


# Terminals


def test_a_window_that_changes_its_size_goes_on(at, file):
    t = at("line", columns=100).types("avant ").resized(50, 15).types("après").sees("après")
    t.enters().ends(0)
    assert said(file)["line"] == "avant après"


def test_where_the_screen_cannot_be_redrawn_lines_are_typed(at, file, tmp_path):
    broken = tmp_path / "broken" / "prompt_toolkit"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise RuntimeError('no console here')\n")
    t = at("line", env={"PYTHONPATH": str(broken.parent)})
    t.asked("en lignes simples", "Une ligne ?").enters("tapé").ends(0)
    assert said(file)["line"] == "tapé"
    assert "Traceback" not in words(t.everything)


# What a reading of the code found, so that it is not found again


def test_looking_at_what_is_half_written_does_not_erase_it(at, file):
    at("paragraph").types("mon brouillon").sees("brouillon").presses("ctrl-c").ends(130)
    t = at("paragraph", "--plain").asked("Entrée garde : mon brouillon")
    t.enters("/p").asked("Entrée garde").enters("/p").asked("Entrée garde").presses("ctrl-c").ends(
        130
    )
    assert "mon brouillon" in kept(file)
    at("paragraph").asked("mon brouillon").menu("q  quitter").ends(0)
    assert "mon brouillon" in kept(file)


def test_words_in_a_cell_stay_where_a_key_leads_elsewhere(at, file):
    t = at("rows").types("a").asked("Tête").enters("un").asked("Sûr").types("n").asked("Pourquoi")
    t.types("moit").presses("back").asked("Sûr").enters().asked("› moit").types("ié").enters()
    t.asked("t  c’est fini").types("t").ends(0)
    (row,) = said(file)["rows"].values()
    assert row == {"a": "un", "b": "no", "c": "moitié"}


def test_lines_that_come_at_once_are_saved_and_the_editor_holds_what_is_being_written(
    at, file, editor
):
    t = at("tasks", env=editor).presses("f4").asked("- à la main[31m", "- fin").presses("ctrl-c")
    t.ends(130)
    assert list(said(file)["tasks"].values()) == ["à la main[31m", "fin"]
    t = at("tasks", env=editor).types("c").asked("Quelle ligne").types("2").enters().asked("› fin")
    t.presses("f4").asked("› fin à la main[31m fin").enters().asked("t  c’est fini").presses("f3")
    t.asked("Ce n’est pas possible").types("t").ends(0)
    assert list(said(file)["tasks"].values()) == ["à la main[31m", "fin à la main[31m fin"]
    t = at("rows", env=editor).types("a").asked("Tête").enters("corps").asked("Sûr").presses("back")
    t.asked("› corps").presses("f4").asked("› corps à la main[31m fin").presses("ctrl-c").ends(130)


def test_a_search_that_is_cut_short_ends_like_any_other_prompt(sit, introduced):
    before = introduced.read_bytes()
    t = (
        sit("resume")
        .asked("m  chercher")
        .types("m")
        .asked("Quel mot")
        .types("abc")
        .presses("ctrl-c")
    )
    t.ends(130, "Pour reprendre")
    assert "Traceback" not in t.everything
    sit("resume", "--plain").asked("m.  chercher").enters("/q").ends(0)
    assert introduced.read_bytes() == before


@pytest.mark.parametrize(
    ("question", "half"),
    [
        ("line", '[{"x": 1}]'),
        ("tasks", "5"),
        ("rows", '{"row": [], "key": {}, "at": 3, "typed": 5}'),
        ("rows", '{"row": {"a": "un", "z": "?"}, "key": "r9", "typed": {"a": [1]}}'),
        ("host", '{"typed": 5}'),
        ("paragraph", "nonsense"),
    ],
)
def test_a_half_of_another_shape_is_left_alone(at, file, question, half):
    path = file.with_suffix(".private") / "lescale.halves"
    path.write_text(f'{{"{question}/lescale": {half}}}')
    t = at(question).presses("ctrl-c").ends(130)
    assert "Traceback" not in t.everything


def test_a_file_of_nobody_s_home_is_told(at):
    t = at("line").menu("l  lire ma réponse").asked("Quel fichier").enters("~nobody12/x")
    t.asked("ne peut pas être lu").presses("ctrl-c").ends(130)


def test_an_organisation_taken_out_in_the_midst_of_a_list_is_told(sit, file, steps, partnerwiz):
    partnerwiz("organisation", file, "--add", "le CCAS", "--steps", steps)
    t = sit("resume", "--as", "ccas", "--steps", steps, "--question", "tasks").asked()
    t.enters("un").asked()
    text = file.read_text()
    file.write_text(text[: text.index("  ccas:")] + "...\n")
    t.enters("deux").ends(0, "n’est plus dans le fichier")


def test_ticked_boxes_stay_ticked_where_a_key_leads_elsewhere(sit, introduced, ask):
    t = sit("resume", "--question", "limits").asked(ask("limits")).types(" ").presses("f1")
    t.asked("● le temps").presses("ctrl-c").ends(130)
    assert "time" in kept(introduced)
    t = sit("resume", "--question", "limits").asked("Vous aviez commencé", "● le temps").enters()
    t.ends(0)
    assert said(introduced)["limits"] == ["time"]


def test_a_signal_while_the_editor_is_open_keeps_what_was_written_there(at, file, tmp_path):
    program = tmp_path / "lent.py"
    program.write_text(
        "import pathlib, subprocess, sys, time\n"
        "pathlib.Path(sys.argv[1]).write_text('écrit ailleurs')\n"
        "subprocess.run(['stty', '-echo'])\nprint('ouvert', flush=True)\ntime.sleep(60)\n"
    )
    t = at("paragraph", env={"EDITOR": f"{sys.executable} {program}"}).presses("f4").sees("ouvert")
    t.signalled(signal.SIGTERM).ends(143, "Pour reprendre")
    assert t.given_back()
    at("paragraph").asked("Vous aviez commencé", "› écrit ailleurs").presses("ctrl-c").ends(130)
    left = [one.name for one in file.with_suffix(".private").iterdir()]
    assert not [one for one in left if "writing" in one]
