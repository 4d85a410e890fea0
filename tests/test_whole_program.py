"""The program as people use it: a keyboard, a screen of 80 by 24, a file on the disk."""

import os
import re
import socket
import subprocess
import time

import pytest
from conftest import PROGRAM
from terminal import read, reading, words

from partnerwiz.cli import COMMANDS
from partnerwiz.words import typeset

both = pytest.mark.parametrize("ui", ["fr", "en"])


# From nothing to the end of a phase


@both
def test_a_project_begins_with_four_questions_and_its_sheet_is_answered_to_the_end(
    sit, desk, ask, ui
):
    w = reading(ui)
    t = sit("new", "--ui", ui)
    t.asked(w("Dans quelle langue écrivez-vous", "In which language do you write"))
    t.types("1" if ui == "fr" else "2").enters()
    t.asked(w("Comment appelez-vous ce projet", "What do you call this project"))
    t.enters("Passerelle 18-25")
    t.asked(w("Quelle est votre organisation", "What is your organisation"))
    t.enters("la Mission locale")
    t.asked(w("2) parcours entier", "2) whole path")).enters()
    t.asked(
        w("Vous répondez pour la Mission locale.", "You answer for the Mission locale."),
        w("Feuille de préparation : chaque", "Preparation sheet: each"),
        w("Étape 4 · Affirmer et clarifier", "Step 4 · Affirming and clarifying"),
    )
    for name, said in (
        ("legal-name", "Mission locale de Valmorin"),
        ("service", ""),
        ("legal-form", "Association"),
        ("registration", ""),
        ("seat", "1 place du Marché"),
        ("legal-representative", "Présidente"),
        ("contact", "Directrice"),
    ):
        t.asked(ask(name, ui)).enters(said)
    t.asked(ask("mission", ui)).enters("Accompagner vers l’emploi.").enters()
    t.asked(w("Étape 1 · Du constat", "Step 1 · From noticing"), ask("observation", ui))
    t.enters("Des jeunes sans toit.").enters("Depuis trois hivers.").enters()
    t.asked(ask("limits", ui)).types(" ").presses("down", "down").types(" ").enters()
    t.asked(ask("limits-why", ui)).enters("Nous fermons à 17 heures.").enters()
    t.asked(w("Étape 2 ·", "Step 2 ·"), ask("gains", ui)).enters("moins d’usure")
    t.asked("moins d’usure").enters("des places").asked("des places").enters()
    t.asked(ask("strengths", ui)).enters("un local").asked("un local").enters()
    t.asked(ask("not", ui)).enters("pas d’hébergement").asked("pas d’hébergement").enters()
    t.asked(w("Étape 7 ·", "Step 7 ·"), ask("decision-body", ui)).enters("bureau").asked()
    t.types("1").enters().asked().enters("18/06/2026").asked().enters().asked().enters("directrice")
    t.asked(w("c’est fini", "that is all"), "bureau").types("t")

    t.asked(
        w(
            "Feuille de préparation : ce qui a été dit",
            "Preparation sheet: what has been said",
        ),
        "1 place du Marché",
        w("constat de terrain", "what we observe"),
        "Des jeunes sans toit. Depuis trois hivers.",
        w("le temps, le mandat ou l’habilitation", "time, a mandate or authorisation"),
        "moins d’usure des places",
        w("Continuez-vous ?", "Do you want to go on?"),
    )
    t.types("c")
    t.asked(w("Quelles autres organisations", "Which other organisations"))
    t.menu(w("q  quitter", "q  leave"))
    t.ends(0, "passerelle-18-25.yaml", "partnerwiz resume passerelle-18-25.yaml")
    assert t.given_back()

    project = read(desk / "passerelle-18-25.yaml")
    assert project["title"] == "Passerelle 18-25"
    assert project["settings"] == {"path": "short", "language": ui}
    mission = project["organisations"]["mission-locale"]
    assert (mission["article"], mission["role"]) == ("la", "partner")
    lines = dict.fromkeys(("gains", "strengths", "not", "decision-body"))
    assert mission["answers"] | lines == {
        **lines,
        "observation": "Des jeunes sans toit.\nDepuis trois hivers.",
        "limits": ["time", "mandate"],
        "limits-why": "Nous fermons à 17 heures.",
        "legal-name": "Mission locale de Valmorin",
        "service": "",
        "legal-form": "Association",
        "registration": "",
        "seat": "1 place du Marché",
        "legal-representative": "Présidente",
        "contact": "Directrice",
        "mission": "Accompagner vers l’emploi.",
    }
    assert list(mission["answers"]["gains"].values()) == ["moins d’usure", "des places"]


@both
def test_the_first_phase_of_the_whole_path_meets_every_kind_of_question(  # noqa: PLR0915 - one sitting
    sit, begin, ask, ui
):
    w = reading(ui)
    file = begin("--whole")
    private = w(
        "L’Escale · privé : cette réponse reste chez L’Escale",
        "L’Escale · private: this answer stays with L’Escale",
    )
    optional = w("facultatif", "optional")
    rows = w("a  ajouter une ligne", "a  add a line")
    t = sit("resume", "valmorin.yaml", "--ui", ui).home()
    t.asked(ask("observation", ui)).enters("Des jeunes sans toit.").enters()

    # a table: lines added, one changed, one removed
    t.asked(
        ask("people", ui), w("Ligne 1", "Line 1"), w("Personnes concernées", "People concerned")
    )

    def line(*cells):
        heads = w(
            ("Ordre de grandeur", "Territoire", "Source et année"),
            ("Rough number", "Area", "Source and year"),
        )
        for cell, head in zip(cells[:-1], heads, strict=True):
            t.enters(cell).asked(head)
        t.enters(cells[-1]).asked(rows, *cells)

    line("les 18-25 ans", "30 à 40", "Valmorin", "cahier 2024")
    t.types("a").asked(w("Ligne 2", "Line 2"))
    line("leurs parents", "une dizaine", "le canton", "équipe")
    t.types("a").asked(w("Ligne 3", "Line 3"))
    line("des voisins", "quelques-uns", "le quartier", "ouï-dire")
    t.types("c").asked(w("Quelle ligne ?", "Which line?"), "2) leurs parents").types("2").enters()
    t.asked(
        w("Que changez-vous ?", "What do you want to change?"),
        "leurs parents", w("5) toute la ligne", "5) the whole line"),
    )  # fmt: skip
    t.types("1").enters().asked("leurs parents").presses("ctrl-u").types("leurs familles")
    t.enters().asked(rows, "leurs familles", "une dizaine")
    t.types(w("s", "r")).asked("3) des voisins").types("3").enters()
    t.asked(w("Supprimer « des voisins » ?", "Remove “des voisins”?")).types(w("o", "y"))
    t.asked(rows, "leurs familles")
    assert "voisins" not in t.news
    t.types("t")

    # an optional table left empty; several choices with « autre »
    t.asked(optional, ask("evidence", ui)).types(w("v", "e"))
    t.asked(ask("limits", ui)).presses("up").types(" ").presses("down").types(" ").enters()
    t.asked(w("Autre : précisez.", "Other: please say.")).enters("le réseau")
    t.asked(ask("limits-why", ui)).enters("Nous fermons tôt.").enters()

    # private: said on screen; o and y both mean yes to a French reader
    t.asked(private, ask("alone", ui), w("o : oui · n : non", "y: yes · n: no")).types("n")
    t.asked(private, optional, ask("alone-why", ui)).enters()
    t.asked(private, optional, ask("history", ui)).enters("Une permanence arrêtée.").enters()
    t.asked(private, ask("origin", ui)).types(" ").enters()
    t.asked(optional, ask("origin-weight", ui)).enters()
    t.asked(private, ask("motives", ui), w("Motivation", "Motive")).enters("ne plus être seuls")
    t.asked(w("Portée par", "Held by")).enters("l’équipe")
    t.asked(w("Peut être dite à l’extérieur", "May be said outside")).types("y")
    t.asked(rows).types("a").asked(w("Ligne 2", "Line 2")).enters("peser plus")
    t.asked(w("Portée par", "Held by")).enters("le conseil")
    t.asked(w("Peut être dite", "May be said")).types("n").asked(rows, w("non", "no")).types("t")
    t.asked(ask("gains", ui)).enters("du répit").asked("du répit").enters()
    t.asked(private, ask("costs", ui)).enters("nos horaires").asked("nos horaires").enters()
    t.asked(ask("strengths", ui)).enters("la confiance").asked("la confiance").enters()
    t.asked(private, ask("team-effects", ui)).types(w("v", "e"))

    t.asked(ask("day", ui)).enters("Un mardi.").enters()
    t.asked(ask("deciders", ui)).types("4").enters().asked(ask("deciders-why", ui)).enters()
    t.asked(ask("answerable", ui)).enters("Aux jeunes.").enters()
    t.asked(ask("change", ui)).enters("ouvrir le soir").asked().enters()
    t.asked(private, ask("refusal", ui)).enters("une convention").enters()
    # another way of working: the right paper is named, and one may stop there; or not
    t.asked(ask("own-model", ui)).types("4").enters()
    t.asked(
        w("Un protocole y suffit", "A protocol is enough"),
        w("c  continuer", "c  go on"),
        w("r  répondre autrement", "a  answer differently"),
        w("q  s’arrêter ici", "q  stop here"),
    ).types(w("r", "a"))
    t.asked(ask("own-model", ui), w("coordination (", "coordination (")).types("7").enters()
    t.asked(ask("own-model-why", ui)).enters()

    # the summary is read to a room: what is private is not in it
    t.asked(
        w("ce qui a été dit", "what has been said"),
        "leurs familles · une dizaine · le canton · équipe",
        "le réseau",
        "la confiance",
        w("q  s’arrêter ici", "q  stop here"),
    )
    for secret in ("permanence", "ne plus être seuls", "peser plus", "horaires", "convention"):
        assert secret not in t.news
    t.types("q").ends(0, w("Enregistré dans valmorin.yaml", "Saved in valmorin.yaml"))

    said = read(file)["organisations"]["lescale"]["answers"]
    own = read(file.with_suffix(".private") / "lescale.yaml")["answers"]
    assert list(said) == [
        "observation", "people", "evidence", "limits", "limits-why", "gains", "strengths",
        "day", "deciders", "deciders-why", "answerable", "change", "own-model", "own-model-why",
    ]  # fmt: skip
    assert [row["who"] for row in said["people"].values()] == ["les 18-25 ans", "leurs familles"]
    assert said["evidence"] == ""
    assert said["limits"] == ["time", {"other": "le réseau"}]
    assert said["own-model"] == "cooperation"
    assert own["alone"] == "no"
    assert own["alone-why"] == ""
    assert own["history"] == "Une permanence arrêtée."
    assert own["origin"] == ["need-seen"]
    assert [row["may-be-said"] for row in own["motives"].values()] == ["yes", "no"]
    assert list(own["costs"].values()) == ["nos horaires"]
    assert own["team-effects"] == ""


OTHER_KINDS = """
  - {id: places, kind: number, label: places, ask: {fr: Combien de places ?, en: How many places?}}
  - {id: budget, kind: money, label: budget, ask: {fr: Quel budget ?, en: What budget?}}
  - {id: opening, kind: date, label: ouverture, ask: {fr: Ouvert quand ?, en: Open when?}}
  - id: how
    kind: choice
    label: forme
    ask: {fr: Sous quelle forme ?, en: In what form?}
    options:
      charter: {fr: charte, en: charter}
      other: {fr: autre, en: other}
  - {id: host, kind: organisation, label: hôte, ask: {fr: Qui accueille ?, en: Who hosts?}}
  - {id: near, kind: organisations, label: voisines, ask: {fr: Qui est tout près ?, en: Who is near?}}
  - {id: tasks, kind: list, label: tâches, ask: {fr: Quelles tâches ?, en: Which tasks?}}
  - {id: first, kind: row, of: tasks, label: d’abord, ask: {fr: Laquelle d’abord ?, en: Which first?}}
  - id: when
    kind: table
    rows: tasks
    label: agenda
    ask: {fr: Quand et par qui ?, en: When and by whom?}
    columns:
      - {id: day, kind: date, ask: {fr: Jour, en: Day}}
      - {id: sure, kind: yes-no, ask: {fr: Sûr, en: Sure}}
      - {id: doubt, kind: text, when: {sure: no}, ask: {fr: Pourquoi, en: Why}}
  - id: said
    kind: list
    rows: {a: {fr: le matin, en: the morning}, b: {fr: le soir, en: the evening}}
    label: horaires
    ask: {fr: Que fait-on à chaque moment ?, en: What happens at each time?}
"""


@both
def test_numbers_dates_choices_organisations_and_given_lines_are_checked_where_they_are_typed(
    sit, begin, partnerwiz, steps_of, ui
):
    w = reading(ui)
    steps = steps_of(OTHER_KINDS)
    file = begin("--whole", "--steps", steps)
    for name in ("le CCAS", "Les Tanneurs"):
        partnerwiz("organisation", file, "--add", name, "--steps", steps)
    t = sit("resume", "--steps", steps, "--ui", ui).home()
    t.asked(w("Combien de places ?", "How many places?"))
    t.enters("douze").asked(w("« douze » n’est pas un nombre", "“douze” is not a number"))
    t.presses("ctrl-u").enters("12").asked(w("Quel budget ?", "What budget?"))
    t.enters("1.500").asked(w("peut se lire de deux façons", "can be read in two ways"))
    t.presses("ctrl-u").enters("1 500 €").asked(w("Ouvert quand ?", "Open when?"))
    t.enters("31/02/2026").asked(w("« 31/02/2026 » n’est pas une date", "is not a date"))
    t.presses("ctrl-u").enters(w("1er mars 2026", "1 March 2026"))
    t.asked(w("Sous quelle forme ?", "In what form?")).types("2").enters()
    t.asked(w("Autre : précisez.", "Other: please say.")).enters("un accord oral")
    t.asked(w("Qui accueille ?", "Who hosts?"), "1) CCAS", "2) Les Tanneurs").types("2").enters()
    t.asked(w("Qui est tout près ?", "Who is near?")).types(" ").enters()
    t.asked("CCAS", w("Quelles tâches ?", "Which tasks?")).enters("écouter").asked().enters("loger")
    t.asked().enters().asked(w("Laquelle d’abord ?", "Which first?"), "2) loger").types(
        "2"
    ).enters()
    t.asked(w("Quand et par qui ?", "When and by whom?"), "écouter").enters("mars 2026")
    t.asked(w("Sûr", "Sure")).types("n").asked(w("Pourquoi", "Why")).enters("à voir")
    t.asked("loger", w("Jour", "Day")).enters("2026-04-02").asked(w("Sûr", "Sure")).types("y")
    t.asked("écouter", w("mars 2026", "March 2026"), w("c  corriger une ligne", "c  change a line"))
    t.types("t").asked(w("Que fait-on", "What happens"), w("le matin", "the morning"))
    t.enters("accueil").asked(w("le soir", "the evening")).enters("rien").asked().types("t")
    t.asked(w("Continuez-vous ?", "Do you want to go on?"), "12").types("c")
    t.ends(0, w("Rien d’autre ne vous est demandé", "Nothing else is asked of you"))

    said = read(file)["organisations"]["lescale"]["answers"]
    escouter, loger = said["tasks"]
    assert said == {
        "places": "12",
        "budget": "1500",
        "opening": "2026-03-01",
        "how": {"other": "un accord oral"},
        "host": "les-tanneurs",
        "near": ["ccas"],
        "tasks": {escouter: "écouter", loger: "loger"},
        "first": loger,
        "when": {
            escouter: {"day": "2026-03", "sure": "no", "doubt": "à voir"},
            loger: {"day": "2026-04-02", "sure": "yes"},
        },
        "said": {"a": "accueil", "b": "rien"},
    }


@both
def test_a_refusal_is_said_to_its_last_word_on_the_screen(sit, project, ui):
    w = reading(ui)
    t = sit("resume", project.name, "--ui", ui).home().asked().enters()
    t.sees(w("Il manque une réponse.", "An answer is missing."))
    t.sees(w("le menu permet de dire « on ne sait pas encore ».", "lets you say “not known yet”."))
    t.presses("ctrl-c").ends(130)
    t = sit("resume", "--question", "end-date", "--ui", ui, columns=40).asked().enters("hier")
    t.sees(w("31/03/2026, 31 mars 2026, mars 2026).", "31/03/2026, 31 March 2026, March 2026)."))


# Back, and change


@both
def test_back_erases_nothing_and_what_is_changed_there_is_saved(sit, introduced, ask, ui):
    w, project = reading(ui), introduced
    t = sit("resume", "--ui", ui).home().asked(ask("observation", ui)).enters("Sans toit.").enters()
    t.asked(ask("limits", ui)).types(" ").enters()
    t.asked(ask("limits-why", ui)).enters("Fermés le soir.").enters()
    t.asked(ask("gains", ui)).enters("du répit").asked().enters()
    t.asked(ask("strengths", ui)).types("moit")

    t.presses("back").asked(
        ask("gains", ui), w("Une lettre, ou Entrée", "A letter, or Enter"), "- du répit"
    )
    t.presses("back").asked(ask("limits-why", ui), "Fermés le soir.")
    t.menu(w("r  revenir", "b  back")).asked(ask("limits", ui), w("le temps", "time"))
    t.presses("back").asked(ask("observation", ui), "Sans toit.")
    before = read(project)["organisations"]["lescale"]["answers"]
    assert list(before)[-4:] == ["observation", "limits", "limits-why", "gains"]

    t.types(" Ni douche.").enters().enters().asked(ask("strengths", ui))
    t.presses("back").asked("du répit").types("c").asked().presses("ctrl-u").enters("du calme")
    t.asked("du calme").types("t").asked(ask("strengths", ui))
    t.menu(w("q  quitter", "q  leave")).ends(0)
    after = read(project)["organisations"]["lescale"]["answers"]
    assert after["observation"] == "Sans toit. Ni douche."
    assert list(after["gains"].values()) == ["du calme"]
    assert list(after["gains"]) == list(before["gains"]), "a changed line keeps its key"
    assert (after["limits"], after["limits-why"]) == (before["limits"], before["limits-why"])


def test_back_works_while_the_present_answer_is_refused(sit, begin, steps_of):
    steps = steps_of(OTHER_KINDS)
    file = begin("--whole", "--steps", steps)
    t = sit("resume", "--steps", steps).home().asked().enters("12").asked("budget").enters("x")
    t.asked("« x »").presses("back")
    t.asked("places ?", "12")
    t.presses("ctrl-u").enters("dix").asked("« dix »")
    t.presses("escape").asked("q  ").presses("escape").asked("› dix")  # what was typed stays there
    t.presses("ctrl-u").enters("13").asked("budget").presses("ctrl-c").ends(130)
    assert read(file)["organisations"]["lescale"]["answers"] == {"places": "13"}


@both
def test_what_was_said_before_is_shown_again_offered_as_a_start_and_can_be_corrected_there(
    sit, project, partnerwiz, ask, ui
):
    w = reading(ui)
    partnerwiz("answer", project, "observation=Sans toit.", "limits-why=Fermés.", "gains=du répit")
    t = (
        sit("resume", "--question", "need", "--ui", ui)
        .talks()
        .asked(
            ask("need", ui),
            w("Déjà dit · constat de terrain", "Already said · what we observe"),
            "Sans toit.",
            "Fermés.",
        )
    )
    t.menu(w("c  corriger une réponse rappelée", "c  correct an answer recalled here"))
    t.asked(
        w("Laquelle ?", "Which one?"), w("2) L’Escale · nos limites", "2) L’Escale · our limits")
    )
    t.types("2").enters().asked(ask("limits-why", ui), "Fermés.").presses("ctrl-u")
    t.types("Fermés à 17 h.").enters().enters().asked(ask("need", ui), "Fermés à 17 h.")
    t.presses("ctrl-c").ends(130)

    t = (
        sit("resume", "--question", "interest", "--ui", ui)
        .talks()
        .asked(
            ask("interest", ui),
            w("Repris de votre réponse", "Taken from your answer"),
            "- du répit",
        )
    )
    t.types("a").asked().enters("des places").asked("- des places").types("t")
    t.reads_back("des places").ends(0)
    said = read(project)["organisations"]["lescale"]["answers"]
    assert said["limits-why"] == "Fermés à 17 h."
    assert list(said["gains"].values()) == ["du répit"]
    assert list(said["interest"].values()) == ["du répit", "des places"]


@both
def test_private_lines_become_a_shared_list_only_as_their_owner_ticks_them(
    sit, project, partnerwiz, ask, ui
):
    w = reading(ui)
    rows = {"zones/r1/topic": "l’accueil", "zones/r1/zone": "firm", "zones/r1/reason": "secret-1"}
    rows |= {"zones/r2/topic": "les horaires", "zones/r2/zone": "open"}
    done = partnerwiz("answer", project, "--as", "lescale", *(f"{k}={v}" for k, v in rows.items()))
    assert done.returncode == 0, done.stderr
    t = sit("resume", "--whole", "--question", "redlines", "--ui", ui).asked(
        ask("redlines", ui),
        w("Voici vos lignes privées.", "These are your private lines."),
        "○ l’accueil",
        "○ les horaires",
    )
    assert "secret-1" not in t.everything
    t.types(" ").enters().asked("- l’accueil", w("t  c’est fini", "t  that is all")).types("t")
    t.ends(0)
    said = read(project)["organisations"]["lescale"]["answers"]
    assert list(said["redlines"].values()) == ["l’accueil"]
    assert "les horaires" not in project.read_text()
    assert "secret-1" not in project.read_text()


def test_an_organisation_that_is_not_there_yet_is_named_where_it_is_first_met(sit, project, ask):
    t = sit("resume", "--whole", "--question", "meetings").asked(ask("meetings"), "1) une autre")
    t.types("1").enters()
    t.asked("Elle entrera dans le projet comme organisation envisagée.").enters("la Caf")
    t.asked("Date").enters("03/07/2026")
    for head in ("Ce qu’elle dit", "Ce qui change"):
        t.asked(head).enters("un mot")
    t.asked().types("1").enters().asked().enters().asked("Caf", "t  c’est fini").types("t").ends(0)
    after = read(project)["organisations"]
    assert (after["caf"]["name"], after["caf"]["role"]) == ("Caf", "envisaged")
    (row,) = after["lescale"]["answers"]["meetings"].values()
    assert row["organisation"] == "caf"


@both
def test_the_ending_is_reached_at_any_time_by_its_name(sit, project, partnerwiz, ask, ui):
    partnerwiz("organisation", project, "--add", "le CCAS")
    w = reading(ui)
    t = sit("resume", "--whole", "--step", w("fin", "end"), "--ui", ui).asked(
        w("Vous en êtes à la fin", "You are at the end"), ask("end-reason", ui)
    )
    t.types(" ").enters().asked(ask("end-reason-words", ui)).presses("ctrl-c").ends(130)
    assert read(project)["answers"]["end-reason"] == ["achieved"]


# The example


@both
def test_the_example_is_written_whole_or_after_two_meetings_and_never_over_anything(
    desk, partnerwiz, ui
):
    w = reading(ui)
    name = w("passerelle-18-25.yaml", "gangway-18-25.yaml")
    done = partnerwiz("example", "--ui", ui)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"partnerwiz status {name}" in done.stdout
    own = (desk / name).with_suffix(".private")
    assert own.stat().st_mode & 0o777 == 0o700
    again = partnerwiz("example", "--ui", ui)
    assert again.returncode == 1
    assert name in again.stderr
    short = partnerwiz("example", "court.yaml", "--short", "--lang", ui, "--ui", ui)
    assert short.returncode == 0
    whole, half = read(desk / name), read(desk / "court.yaml")
    assert (whole["settings"]["path"], half["settings"]["path"]) == ("whole", "short")
    assert whole["id"] != half["id"]
    assert half["answers"].items() < whole["answers"].items()
    initiator = whole["initiator"]
    assert read(own / f"{initiator}.yaml")["answers"]["alone"] == "no"
    assert read((desk / "court.private") / f"{initiator}.yaml")["answers"] in ("", {})


# States


@both
def test_a_state_is_declared_from_the_menu_of_any_prompt_and_shows_in_status_and_charter(
    sit, begin, partnerwiz, ask, ui
):
    w = reading(ui)
    file = begin("--whole")
    partnerwiz("organisation", file, "--add", "le CCAS")
    unknown = w("i  on ne sait pas encore", "u  not known yet")
    without_object = w("s  sans objet pour nous", "n  not applicable to us")
    discussed = w("d  en discussion", "d  under discussion")
    untold = w("t  nous ne souhaitons pas le dire", "x  we do not wish to say")

    def tells(who, by):
        t.asked(w("Qui se renseigne ?", "Who will find out?"), w("une fonction", "a post"))
        t.enters(who).asked(w("D’ici à quand ?", "By when?")).enters(by)

    t = sit("resume", "--step", "1", "--ui", ui)
    t.asked(ask("observation", ui)).types("à moitié").menu(unknown)  # a paragraph, half written
    tells("la directrice", "15/03/2026")
    t.asked(ask("people", ui)).menu(untold)  # in a cell of a table
    t.asked(ask("evidence", ui)).menu(without_object)  # above the lines of a table
    t.asked(ask("limits", ui)).menu(discussed)  # where boxes are ticked
    t.asked(w("Entre qui ?", "Between whom?")).enters().asked().enters("hier")
    t.asked(w("n’est pas une date", "is not a date"))
    t.presses("ctrl-u").enters("2026-04").asked(ask("limits-why", ui)).menu(untold)
    t.asked(ask("alone", ui)).menu(untold)  # a yes or a no
    t.asked(ask("alone-why", ui)).menu(w("q  quitter", "q  leave")).ends(0)

    t = sit("resume", "--step", "9", "--ui", ui)
    t.talks().asked(ask("need", ui)).enters("Un toit.").enters().reads_back("Un toit.")
    t.asked(ask("commitment", ui)).menu(discussed)
    t.asked().enters("CCAS, L’Escale").asked().enters("").asked(ask("not-committed", ui))
    t.enters("Pas d’argent.").enters().asked(ask("form", ui)).menu(without_object)  # a choice
    t.asked(ask("legal-force", ui)).menu(untold)
    t.asked(ask("signatory", ui)).menu(unknown)  # a line
    tells("", "")
    t.asked(ask("authority", ui)).menu(w("q  quitter", "q  leave")).ends(0)

    t = sit("resume", "--question", "end-date", "--ui", ui).asked(ask("end-date", ui))
    t.menu(unknown)
    tells("le CCAS", "mars 2026")
    t.ends(0)

    by_march = w("d’ici au 15 mars 2026", "by 15 March 2026")
    t = sit("status", "--ui", ui).ends(
        0,
        w(
            f"pas encore connu (la directrice, {by_march})",
            f"not known yet (la directrice, {by_march})",
        ),
        w("en discussion (d’ici à avril 2026)", "under discussion (by April 2026)"),
        w("en discussion (CCAS, L’Escale)", "under discussion (CCAS, L’Escale)"),
        w("sans objet", "not applicable"),
        w("non communiqué", "not disclosed"),
    )
    done = partnerwiz("export", "--format", "md", "--lang", ui, "--output", "-")
    charter = done.stdout.replace("\\", "")
    for mark in (
        w("[EN DISCUSSION : engagements à ce stade", "[UNDER DISCUSSION: commitments for now"),
        w("[À COMPLÉTER : date de fin", "[TO BE COMPLETED: end date"),
        w("[NON COMMUNIQUÉ]", "[NOT DISCLOSED]"),
        w("[À COMPLÉTER : signataire (fonction)", "[TO BE COMPLETED: signatory (post)"),
        "le CCAS",
        w("Sans objet.", "Not applicable."),
    ):
        assert mark in charter.replace("\u00a0", " ").replace("\u202f", " "), mark
    assert "à moitié" not in file.read_text()


# Leaving, coming back, going elsewhere


@both
def test_a_sitting_goes_on_at_the_next_open_question(sit, introduced, ask, ui):
    w, project = reading(ui), introduced
    t = sit("resume", "--ui", ui).home().asked(ask("observation", ui)).enters("Sans toit.").enters()
    t.asked(ask("limits", ui)).menu(w("q  quitter", "q  leave"))
    t.ends(0, w("Enregistré dans valmorin.yaml.", "Saved in valmorin.yaml."))
    t.ends(0, w("Pour reprendre : partnerwiz resume", "To go on: partnerwiz resume"))

    t = sit("resume", "--ui", ui)
    t.asked(w("à l’étape 1, « nos limites »", "at step 1, “our limits”"))
    t.home().asked(ask("limits", ui))
    assert words(ask("observation", ui)) not in words(t.everything)
    t.types(" ").enters().asked(ask("limits-why", ui)).presses("ctrl-c").ends(130)

    t = sit("resume", "--ui", ui).home().asked(ask("limits-why", ui))
    said = read(project)["organisations"]["lescale"]["answers"]
    assert list(said)[-2:] == ["observation", "limits"]


def test_a_step_a_question_and_what_was_left_open_can_be_asked_for_alone(
    sit, partnerwiz, project, ask
):
    t = sit("resume", "--step", "4").asked("à l’étape 4", ask("legal-name"))
    t.enters("L’Escale").asked(ask("service")).menu("q  quitter").ends(0)
    t = sit("resume", "--question", "contact").asked(ask("contact")).enters("Cheffe de service")
    t.ends(0, "Enregistré")
    assert "ne vous demande rien d’autre" not in words(t.everything), "much is still open"
    partnerwiz("answer", project.name, "--state", "seat=unknown-yet", "--who", "la présidente")
    partnerwiz("answer", project.name, "service=", "legal-form=association", "registration=")

    t = sit("resume", "--step", "4").asked(ask("legal-representative"))
    t.presses("ctrl-c").ends(130)
    t = sit("resume", "--step", "4", "--unanswered").asked(ask("seat"), "la présidente")
    t.enters("1 place du Marché").asked(ask("legal-representative")).presses("ctrl-c").ends(130)
    # a question that has its answer is asked again, with it
    t = sit("resume", "--question", "seat").asked("› 1 place du Marché")
    t.enters().ends(0)
    assert read(project)["organisations"]["lescale"]["answers"] == {
        "legal-name": "L’Escale",
        "contact": "Cheffe de service",
        "service": "",
        "legal-form": "association",
        "registration": "",
        "seat": "1 place du Marché",
    }


def test_the_path_is_changed_on_the_way_and_nothing_is_lost(sit, introduced, ask):
    project = introduced
    sit("resume").home().asked().enters("Sans toit.").enters().asked(ask("limits")).menu(
        "q  q"
    ).ends(0)
    t = sit("resume", "--whole").asked("Vous suivez maintenant le parcours entier").home()
    t.asked(ask("people"))
    t.enters("les 18-25 ans").asked().enters("40").asked().enters("Valmorin").asked().enters("2024")
    t.asked("c’est fini").types("t").asked(ask("evidence")).menu("q  quitter").ends(0)
    whole = read(project)
    t = sit("resume", "--short").asked("Vous suivez maintenant le parcours court").home()
    t.asked(ask("limits"))
    t.menu("q  quitter").ends(0)
    short = read(project)
    assert (whole["settings"]["path"], short["settings"]["path"]) == ("whole", "short")
    assert short["organisations"] == whole["organisations"]
    sit("resume", "--whole").home().asked(ask("evidence")).presses("ctrl-c").ends(130)


def test_the_seat_is_asked_where_several_have_worked_on_this_copy(sit, partnerwiz, project, ask):
    partnerwiz("organisation", project, "--add", "le CCAS")
    t = sit("resume", "--as", "ccas").asked("Vous répondez pour le CCAS").home()
    t.asked(ask("legal-name"))
    t.enters("Vu du CCAS.").asked(ask("service")).presses("ctrl-c").ends(130)

    t = sit("resume").asked("Au nom de qui répondez-vous ?", "1) L’Escale", "2) CCAS")
    t.types("1").enters().asked("Vous répondez pour L’Escale").home()
    t.asked(ask("legal-name"))
    assert "Vu du CCAS" not in t.everything
    t.enters("Vu de L’Escale.").asked(ask("service")).presses("ctrl-c").ends(130)
    said = read(project)["organisations"]
    assert said["ccas"]["answers"]["legal-name"] == "Vu du CCAS."
    assert said["lescale"]["answers"]["legal-name"] == "Vu de L’Escale."

    done = partnerwiz("resume", "--as", "tanneurs")
    assert done.returncode == 2
    assert "lescale, ccas, animation" in done.stderr


def test_the_facilitator_asks_each_partner_in_turn_and_nothing_private(sit, begin, steps_of):
    steps = steps_of("""
  - {id: hope, kind: text, label: espoir, ask: Qu’espérez-vous ?}
  - {id: fear, kind: text, private: yes, label: crainte, ask: Que craignez-vous ?}
  - {id: aim, kind: text, by: together, label: but, ask: Que voulez-vous ensemble ?}
""")
    partners = ("--organisation", "L’Escale", "--organisation", "le CCAS")
    file = begin("--whole", "--as", "animation", *partners, "--steps", steps)
    t = sit("resume", "--steps", steps).asked("Vous animez").home()
    t.asked("CCAS", "Qu’espérez-vous").enters("du répit")
    t.asked("L’Escale", "Qu’espérez-vous").enters("un toit")
    t.asked("ensemble", "Que voulez-vous ensemble").presses("back")
    t.asked("L’Escale", "› un toit").enters(" le soir")
    t.asked("Que voulez-vous ensemble").enters("une passerelle")
    t.asked("espoir (CCAS)", "espoir (L’Escale)", "une passerelle").types("c").ends(0)
    assert "craignez" not in t.everything
    said = read(file)
    assert said["answers"] == {"aim": "une passerelle"}
    assert said["organisations"]["ccas"]["answers"] == {"hope": "du répit"}
    assert said["organisations"]["lescale"]["answers"] == {"hope": "un toit le soir"}
    assert not list(file.with_suffix(".private").glob("*.yaml"))


# The file edited by hand


@both
def test_three_mistakes_of_a_hand_edit_are_told_at_once_and_the_file_is_not_touched(
    sit, partnerwiz, project, ui
):
    w = reading(ui)
    lines = project.read_text().splitlines()
    lines[lines.index("    role: partner")] = "    role: partneur"
    at = lines.index("    answers: {}")
    lines[at : at + 1] = [
        "    answers:",
        "      mision: aider",
        "      seat: un",
        "      seat: deux",
    ]
    project.write_text("\n".join(lines) + "\n")
    before = project.read_bytes()
    told = {
        lines.index("    role: partneur") + 1: w(
            "« partneur » n’est pas accepté pour « role ».",
            "“partneur” is not accepted for “role”.",
        ),
        at + 2: w("Vouliez-vous dire « mission » ?", "Did you mean “mission”?"),
        at + 4: w(
            f"« seat » se trouve déjà à la ligne {at + 3}. Gardez l’un des deux.",
            f"“seat” already stands on line {at + 3}. Keep one of the two.",
        ),
    }
    done = partnerwiz("resume", project.name, "--ui", ui)
    assert done.returncode == 1
    said = words(done.stderr)
    for line, sentence in told.items():
        assert f"valmorin.yaml:{line}: " in said
        assert sentence in said
    assert len(done.stderr.splitlines()) == len(told)
    t = sit("resume", "--ui", ui).ends(
        1, *(f":{line}: «" if ui == "fr" else f":{line}: “" for line in told)
    )
    assert "Traceback" not in t.everything
    assert project.read_bytes() == before


def test_a_wrong_value_is_no_mistake_but_is_to_review_and_asked_again(sit, project, ask):
    text = project.read_text().replace(
        "    answers: {}\n", "    answers:\n      authority-date: le 31 février\n"
    )
    project.write_text(text)
    sit("status").ends(0, "date de l’acte : à revoir")
    t = sit("resume", "--step", "9")
    t.asked(ask("authority-date"), "› le 31 février")
    t.presses("ctrl-u").enters("28/02/2026").asked().presses("ctrl-c").ends(130)
    assert read(project)["organisations"]["lescale"]["answers"]["authority-date"] == "2026-02-28"


def edited(project, old, new):
    """As an editor does: another file in the place of this one."""
    text = project.read_text()
    assert old in text
    copy = project.with_name("edited")
    copy.write_text(text.replace(old, new))
    copy.replace(project)


def test_an_edit_of_another_answer_and_the_one_being_typed_are_both_kept(sit, project, ask):
    t = sit("resume", "--step", "1").asked(ask("observation")).types("Typed here.")
    edited(project, "    answers: {}\n", "    # à la main\n    answers:\n      seat: 1 quai Nord\n")
    t.enters().enters().asked(ask("limits")).presses("ctrl-c").ends(130)
    text = project.read_text()
    assert "# à la main" in text
    said = read(project)["organisations"]["lescale"]["answers"]
    assert said == {"seat": "1 quai Nord", "observation": "Typed here."}


@both
def test_an_edit_of_the_very_answer_being_typed_is_shown_and_the_person_chooses(
    sit, project, ask, ui
):
    w = reading(ui)
    t = sit("resume", "--question", "seat", "--ui", ui).asked(ask("seat", ui)).types("typed here")
    edited(project, "    answers: {}\n", "    answers:\n      seat: edited there\n")
    t.enters().asked(
        w("Réponse actuelle :", "Current answer:"),
        "edited there",
        w(
            "Cette réponse vient d’être modifiée dans le fichier",
            "has just been changed in the file",
        ),
        "› typed here",
    )
    assert read(project)["organisations"]["lescale"]["answers"] == {"seat": "edited there"}
    t.enters().ends(0)
    assert read(project)["organisations"]["lescale"]["answers"] == {"seat": "typed here"}


@both
def test_a_file_left_broken_while_a_prompt_waits_keeps_the_edit_and_the_typed_answer(
    sit, project, ask, ui
):
    w = reading(ui)
    t = sit("resume", "--question", "seat", "--ui", ui).asked(ask("seat", ui)).types("typed here")
    edited(project, "title: Passerelle 18-25\n", 'title: "Passerelle\n')
    broken = project.read_bytes()
    for _ in range(2):  # told again as long as it stays broken
        t.enters().asked(
            f"valmorin.yaml:{broken[: broken.index(b'title')].count(10) + 1}:",
            w(
                "un guillemet ouvert ici n’est jamais refermé",
                "a quote opened here is never closed",
            ),
            w("votre réponse : elle est gardée ici", "it is kept here"),
            "› typed here",
        )
        assert project.read_bytes() == broken
    edited(project, '"Passerelle\n', '"Passerelle, autrement"\n')
    t.enters().ends(0)
    after = read(project)
    assert after["title"] == "Passerelle, autrement"
    assert after["organisations"]["lescale"]["answers"] == {"seat": "typed here"}


# One sitting at a time


def test_a_second_sitting_is_refused_at_once_and_the_first_goes_on(sit, partnerwiz, project, ask):
    first = sit("resume", "--step", "1").asked(ask("observation")).types("Sans ")
    sit("resume").ends_within(
        2,
        1,
        "valmorin.yaml est déjà ouvert dans une autre séance",
    )
    done = partnerwiz("answer", project.name, "seat=ailleurs")
    assert (done.returncode, done.stdout) == (1, "")
    assert f"({socket.gethostname()}, {first.child.pid}," in done.stderr
    assert time.strftime("%Y-%m-%d %H:") in done.stderr
    assert "Fermez-la d’abord" in done.stderr
    assert partnerwiz("status").returncode == 0, "looking is always possible"
    first.types("toit.").enters().enters().asked(ask("limits")).killed()
    sit("resume", "--step", "1").asked(ask("limits"))
    said = read(project)["organisations"]["lescale"]["answers"]
    assert said == {"observation": "Sans toit."}


# Without a terminal


@pytest.mark.parametrize(
    ("stdin", "ui"), [("null", "fr"), ("pipe", "en"), ("closed", "fr"), ("closed", "en")]
)
def test_without_a_terminal_one_message_names_the_other_way(partnerwiz, project, desk, ui, stdin):
    w = reading(ui)
    how = {
        "null": {},
        "pipe": {"input": "Sans toit.\n\n\n" * 20},
        "closed": {"preexec_fn": lambda: os.close(0)},
    }[stdin]
    before = project.read_bytes()
    for command, other_way in (
        (("new", "autre.yaml"), "partnerwiz new"),
        (("resume",), "partnerwiz answer valmorin.yaml --as lescale"),
        (("resume", "--plain", "--step", "4"), "partnerwiz answer valmorin.yaml --as lescale"),
    ):
        done = partnerwiz(*command, "--ui", ui, **how)
        assert (done.returncode, done.stdout) == (2, "")
        assert w("Il n’y a pas de terminal", "There is no terminal") in words(done.stderr)
        assert other_way in words(done.stderr)
        assert "Traceback" not in done.stderr
    assert w("nom exact", "exact name") in done.stderr, "what is missing is listed"
    assert w("constat", "observe") not in done.stderr, "of this step alone"
    assert project.read_bytes() == before
    assert not (desk / "autre.yaml").exists()


# Other terminals


@both
def test_plain_is_the_same_sitting_with_typed_lines(sit, introduced, ask, ui):
    w, project = reading(ui), introduced
    back = w("/r", "/b")
    t = sit("resume", "--plain", "--ui", ui).home().asked(ask("observation", ui))
    t.enters("Sans toit.").asked().enters("Ni douche.").asked().enters()
    t.asked(ask("limits", ui), w("1. le temps", "1. time")).enters("9").asked(
        w("chiffre", "number")
    )
    t.enters("1, 7").asked(w("Autre : précisez.", "Other: please say.")).enters("le réseau")
    t.asked(ask("limits-why", ui)).enters(back)
    t.asked(ask("limits", ui), w("Entrée garde :", "Enter keeps:"), "le réseau").enters("1")
    t.asked(ask("limits-why", ui)).enters("/").asked(
        w("i. on ne sait pas encore", "u. not known yet")
    )
    t.enters(w("i", "u")).asked(w("Qui se renseigne", "Who will find out")).enters("la directrice")
    t.asked().enters("mars 2027").asked(ask("gains", ui)).enters("du répit").asked().enters()
    t.asked(ask("strengths", ui)).enters("/").asked().enters("q")
    t.ends(0, w("Enregistré dans valmorin.yaml", "Saved in valmorin.yaml"))
    block = read(project)["organisations"]["lescale"]
    assert block["answers"]["observation"] == "Sans toit.\nNi douche."
    assert block["answers"]["limits"] == ["time"]
    assert block["open"]["limits-why"]["by"] == "2027-03"
    assert b"\x1b" not in t.raw

    t = sit("resume", "--plain", "--ui", ui, "--question", "existing").asked(ask("existing", ui))
    for cell in ("SIAO", "le 115", "l’attente"):
        t.enters(cell).asked()
    t.enters("le lien").asked("SIAO", w("t. c’est fini", "t. that is all")).enters("t").ends(0)
    (line,) = read(project)["answers"]["existing"].values()
    assert line["not-covered"] == "le lien"

    t = sit("new", "autre.yaml", "--title", "B", "--ui", ui, env={"PARTNERWIZ_PLAIN": "1"})
    t.asked(w("1. français", "1. French")).enters("1").asked().enters("les Tanneurs")
    t.asked(w("1. parcours court", "1. short path")).enters("1").asked(ask("legal-name", ui))
    assert b"\x1b" not in t.raw


@pytest.mark.parametrize(
    ("env", "coloured", "drawn"),
    [
        ({}, True, True),
        ({"NO_COLOR": "1"}, False, True),
        ({"TERM": "vt100"}, True, True),
        ({"TERM": "dumb"}, False, False),
    ],
    ids=str,
)
def test_no_colour_where_none_is_wanted_and_nothing_drawn_on_a_dumb_terminal(
    sit, introduced, ask, env, coloured, drawn
):
    project = introduced
    t = sit("resume", env=env).home().asked(ask("observation")).enters("Sans toit.").enters()
    t.asked(ask("limits"))
    t.types(" ").enters() if drawn else t.enters("1")
    t.asked(ask("limits-why")).enters().asked("Il manque une réponse.").presses("ctrl-c")
    t.ends(130, "Enregistré")
    assert t.coloured is coloured
    assert (b"\x1b" in t.raw) is drawn
    assert read(project)["organisations"]["lescale"]["answers"]["limits"] == ["time"]


@both
def test_forty_columns_cut_no_word_of_a_question(sit, begin, method, ask, ui):
    """Each question of the first step, its help and its choices, in a narrow window. All the others:
    the long run of test_promises.py.
    """
    w = reading(ui)
    begin("--whole")
    t = sit("resume", "--ui", ui, columns=40).home().asked(ask("observation", ui))
    untold = w("t  nous ne souhaitons pas le dire", "x  we do not wish to say")
    mine = [one for one in method.step_numbered(1).questions if one.by != "together"]
    for number, question in enumerate(mine):
        following = mine[number + 1 : number + 2]
        for text in (question.ask, question.help, *question.options.values()):
            t.sees(typeset(text[ui], ui))
        t.menu(untold).asked(*(ask(one.id, ui) for one in following))
    t.menu(w("q  quitter", "q  leave")).ends(0)


# One language at a time

FRENCH = (
    r"""\b(?:vous|votre|les|des|une|pour|est|dans|étape|réponse|Entrée|Échap|oui|non)\b| [:;!»]|«"""
)
ENGLISH = r"""\b(?:the|you|your|is|of|with|Usage:|Options:|Commands:|Arguments:|Error|Try|Missing|No\ such
|Invalid|required|default|Show|exit|arrow|keys|done|selections|Cancelled|Aborted|Enter|Esc|yes|no)\b"""
"""Words of the libraries, and of our own other language. « les » and « of » are in nearly all sentences."""
NAMES = (
    "Du travail social au travail ensemble",
    "L’Escale",
    "L'Escale",
    "partnerwiz new projet.yaml",
    "--yes",
)
"""Said alike in both: a book, an organisation, an option."""


def test_a_reader_that_has_read_enough_is_no_mistake(desk, environment):
    """`partnerwiz steps | head -1`"""
    with subprocess.Popen(
        [PROGRAM, "steps"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=desk,
        env=environment,
    ) as done:
        assert done.stdout.read(10)
        done.stdout.close()
        assert done.stderr.read() == b""
    assert done.returncode == 0


def foreign(text, ui):
    """Words of the other language in `text`."""
    for name in NAMES:
        text = text.replace(name, "X")
    text = words(text)
    pattern = ENGLISH if ui == "fr" else FRENCH
    return [
        text[max(0, one.start() - 30) : one.end() + 30]
        for one in re.finditer(pattern, text, re.VERBOSE if ui == "fr" else 0)
    ]


VALMORIN = "valmorin.yaml"
WRONG = (
    ("--nothing",),
    ("begin",),
    ("resume", "--pla"),
    ("resume", "--step"),
    ("resume", "--step", "x"),
    ("resume", "--question", "needs"),
    ("resume", "a", "b"),
    ("resume", "--short", "--whole"),
    ("answer",),
    ("answer", VALMORIN),
    ("answer", VALMORIN, "seat"),
    ("new", "b.yaml", "--as", "ccas"),
    ("organisation", VALMORIN, "--role", "friend"),
    ("export", "--format", "xml"),
    ("export", "--format", "md", "--format", "html", "--output", "-"),
    ("restore", "--private", "???"),
    ("kit", VALMORIN, "lescal"),
    ("kit", VALMORIN, "lescale", "--question", "need"),
)
NEW = ("--lang", "fr", "--short", "--organisation")
REFUSED = (
    ("status", f"{VALMORIN}/deeper.yaml"),
    ("status", "x" * 300),
    ("new", VALMORIN, "--title", "X", *NEW, "X"),
    ("new", "b.yaml", "--title", " ", *NEW, "X"),
    ("new", "b.yaml", "--title", "X", *NEW, "a\nb"),
    ("restore",),
    ("steps", "."),
    ("answer", VALMORIN, "not=", "mision=x", "authority-date=hier", "alone=x", "people/r1=x"),
    ("answer", VALMORIN, "--state", "need=lost", "--from", "none.yaml"),
    ("organisation", VALMORIN, "--add", "a\x1b[31mb"),
    ("organisation", VALMORIN, "lescale", "--name", ""),
)


@both
def test_help_is_said_in_the_reader_s_language_alone(partnerwiz, ui):
    helps = [partnerwiz(one, "--help", "--ui", ui) for one in COMMANDS]
    helps.append(partnerwiz("--help", env={"LANG": f"{ui}_XX.UTF-8"}))
    for done in helps:
        assert (done.returncode, done.stderr) == (0, "")
        assert foreign(done.stdout, ui) == [], done.args[1:]


@both
@pytest.mark.parametrize(("commands", "codes"), [(WRONG, {1, 2}), (REFUSED, {1})], ids=["", "file"])
def test_what_is_refused_is_said_in_the_reader_s_language_alone(
    partnerwiz, project, ui, commands, codes
):
    before = project.read_bytes()
    if ui == "en":  # the words of the libraries are English: they would show in French
        commands = commands[::3]
    for command in commands:
        done = partnerwiz(*command, "--ui", ui)
        assert done.returncode in codes, command
        assert done.stdout == "", command
        assert done.stderr.strip(), command
        assert "Traceback" not in done.stderr
        assert foreign(done.stderr.replace(str(project.parent), ""), ui) == [], command
    assert project.read_bytes() == before
    assert not project.with_name("b.yaml").exists()


@both
def test_a_sitting_and_its_outputs_are_in_the_reader_s_language_alone(
    sit, begin, partnerwiz, ask, ui
):
    w = reading(ui)
    file = begin("--whole", "--lang", ui)
    other = {"LANG": "C.UTF-8"} if ui == "fr" else {"LANG": "en_GB.UTF-8"}
    t = sit("resume", env=other).home().asked(ask("observation", ui)).enters().asked()
    t.menu(w("e  revoir", "e  see")).asked(w("À surveiller :", "Watch out for:"))
    t.enters("Xxx.").enters().asked(ask("people", ui))
    for _ in range(4):
        t.enters("xxx").asked()
    t.types("c").asked().types("5").enters().asked()
    for _ in range(4):
        t.enters().asked()
    t.types(w("s", "r")).asked(w("Supprimer", "Remove")).types("n").asked().types("t")
    t.asked(ask("evidence", ui)).types(w("v", "e")).asked(ask("limits", ui)).enters().asked()
    t.types(" ").enters().asked(ask("limits-why", ui)).menu(w("d  en", "d  under"))
    t.asked().enters("xxx").asked().enters("x").asked().presses("ctrl-u").enters("2026-03").asked()
    t.types("n").asked(ask("alone-why", ui)).presses("ctrl-c").ends(130)
    outputs = {
        "resume": t.everything,
        "status": sit("status", env=other).ends(0).everything,
        "steps": sit("steps", env=other).ends(0).everything,
        "plain": sit("resume", "--plain", env=other).home().asked().enters("/").asked().enters("q")
        .ends(0).everything,
    }  # fmt: skip
    for words_given in (
        ("organisation", file.name, "--add", "CCAS"),
        ("organisation", file.name),
        ("answer", file.name, "seat=x"),
        ("export", "--format", "md", "--format", "html"),
        ("export", "--format", "md", "--output", "-"),
        ("restore",),
        ("status",),
        ("resume",),
    ):
        done = partnerwiz(*words_given, env=other)
        outputs[words_given[0]] = done.stdout + done.stderr
    for name, text in outputs.items():
        if name in ("steps", "resume"):  # ids and kinds are the same in all languages
            outputs[name] = re.sub(r"(?m)^ *-? ?[a-z-]+ ?: |\([a-z-]+", "", text)
        assert foreign(outputs[name], ui) == [], name
