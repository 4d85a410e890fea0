"""A meeting: what is talked over before anyone writes, what the projector never shows, and what is
put on record when people part.
"""

import datetime

import pytest
from terminal import read, reading, words

both = pytest.mark.parametrize("ui", ["fr", "en"])
TABLE = ("le CCAS de Valmorin", "la Mission locale")


@pytest.fixture
def gathered(project, partnerwiz):
    for name in TABLE:
        partnerwiz("organisation", project, "--add", name)
    return project


@both
def test_what_is_to_be_talked_over_has_the_screen_to_itself_until_someone_notes(
    sit, gathered, ask, method, ui
):
    w = reading(ui)
    question = method.questions["need"]
    t = sit("resume", "--question", "need", "--ui", ui)
    t.asked(
        ask("need", ui),
        w("Posez le clavier.", "Hands off the keyboard."),
        "1 CCAS de Valmorin", "2 L’Escale", "3 Mission locale",
        w("et les personnes concernées, quand", "and the people concerned, when they choose"),
        w("N : noter", "N: note"),
    )  # fmt: skip
    alone = words(t.screen)
    assert words(question.example[ui])[:20] not in alone, "an example would anchor what is said"
    assert "›" not in alone, "no field"
    # nothing can be typed: Enter, words and a paste change nothing on the screen
    t.enters("xxx").pastes("n\rn").presses("enter", "down").types("2")
    t.sees(w("L’Escale (a parlé)", "L’Escale (has spoken)"))
    assert "xxx" not in t.screen
    t.types("o").asked(w("Qui parle en premier", "Who speaks first")).types("3").enters()
    t.asked(w("Et ensuite", "And next")).types("2").enters()
    t.asked("1 Mission locale", w("2 L’Escale (a parlé)", "2 L’Escale (has"), "3 CCAS de Valmorin")
    t.types("b").sees_nothing()
    t.types("b").sees("1 Mission locale").types("N")
    t.asked(w("Entrée : à la ligne", "Enter: new line")).enters("Un toit.").enters()
    t.reads_back("Un toit.", key="n")  # not quite: it is corrected, by whoever said it
    t.asked("› Un toit.").types(" Vite.").enters().enters().reads_back("Un toit. Vite.").ends(0)
    assert read(gathered)["answers"]["need"] == "Un toit. Vite."


def test_what_was_noted_is_on_the_disk_while_it_is_read_back_and_silence_can_be_left(
    sit, gathered, ask
):
    t = sit("resume", "--question", "need").talks().asked(ask("need")).enters("Un toit.").enters()
    t.sees("est-ce bien ce que vous avez dit").killed()
    assert read(gathered)["answers"]["need"] == "Un toit."
    sit("resume", "--question", "model").asked("N : noter").menu("q  quitter").ends(0)
    sit("resume", "--question", "model").asked("N : noter").presses("ctrl-c").ends(130)
    t = sit("resume", "--question", "model", columns=40, rows=18).asked("N : noter")
    t.menu("d  en discussion").asked().enters().asked().enters().ends(0)
    assert read(gathered)["open"]["model"]["state"] == "under-discussion"


def test_in_plain_lines_silence_is_the_same(sit, gathered, ask):
    t = sit("resume", "--plain", "--question", "need").asked(ask("need"), "N puis Entrée : noter")
    t.enters("xxx").asked().enters("2").asked("L’Escale (a parlé)").enters("n")
    t.asked("Une ligne vide : c’est fini").enters("Un toit.").asked().enters()
    t.reads_back("Un toit.", key="o").ends(0)
    assert read(gathered)["answers"]["need"] == "Un toit."
    assert b"\x1b" not in t.raw


def test_the_projector_shows_nothing_private_no_example_and_who_is_still_to_be_heard(
    sit, begin, partnerwiz, ask, method
):
    file = begin("--whole")
    for name in TABLE:
        partnerwiz("organisation", file, "--add", name)
    partnerwiz("answer", file, "history=canari", "observation=Sans toit.", "alone=no")
    refused = sit("resume", "--room", "--question", "history")
    refused.ends(2, "« history » est une question privée")
    t = sit("resume", "--room").asked("Qui est là ?", "L’Escale").types(" ").enters()
    t.asked("Qui d’autre est là ?").enters("").home().asked(ask("existing"))
    assert words(method.questions["existing"].example["fr"])[:25] not in words(t.everything)
    t.menu("v  voir étapes").asked("1  Les enjeux").types("1").asked("Étape 1").enters()
    t.asked("constat de terrain – répondu")
    assert "tentatives passées" not in t.news, "even the question is nobody’s business here"
    t.presses("escape").asked("Étape 1").presses("escape").asked("1  Les enjeux").presses("escape")
    t.asked("Ligne 1").menu("m  chercher").asked("Quel mot")
    t.enters("canari").asked("Rien ne contient").presses("ctrl-c").ends(130)
    assert "canari" not in words(t.everything).replace("« canari »", "").replace("› canari", "")
    own = file.with_suffix(".private") / "lescale.yaml"
    assert read(own)["answers"]["history"] == "canari", "and it is all still there"

    t = sit("resume", "--room", "--whole", "--step", "9").asked("Qui est là ?").enters()
    t.asked("Qui d’autre").enters("").talks().asked(ask("need")).presses("ctrl-c").ends(130)
    t = sit("resume", "--room", "--question", "interest", "--as", "animation")
    t.asked("Qui est là ?").enters().asked("Qui d’autre").enters("").talks()
    t.asked("CCAS", "On n’a pas encore entendu : CCAS de Valmorin, L’Escale, Mission locale")
    t.enters("x").asked().enters().reads_back("x")
    t.asked("L’Escale", "On n’a pas encore entendu : L’Escale, Mission locale").presses(
        "ctrl-c"
    ).ends(130)


@both
def test_a_sitting_in_a_room_is_put_on_record_and_its_minutes_are_ready_the_same_evening(
    sit, gathered, partnerwiz, ask, ui
):
    w = reading(ui)
    partnerwiz("answer", gathered, "end-date=2027-06-30", "--as", "lescale")
    t = sit("resume", "--room", "--ui", ui, "--question", "end-date")
    t.asked(w("Qui est là ?", "Who is here?")).types(" ").presses("down").types(" ").enters()
    t.asked(w("Qui d’autre", "Who else")).enters("deux jeunes").asked(ask("end-date", ui))
    t.presses("ctrl-u").enters("31/12/2027")
    t.asked(w("Qu’avez-vous décidé", "What did you decide")).enters("On demande l’avis des jeunes.")
    t.asked().enters().asked(w("Qui appelle qui", "Who calls whom"), "Mission locale")
    t.enters("L’Escale appelle la Mission locale.").asked().enters()
    t.asked(w("Jusqu’à quand", "Until when")).enters("2027-03-20")
    t.asked(w("Quand vous revoyez-vous", "When do you meet again")).enters("2027-04-02")
    t.asked(w("Où, et à quelle heure", "Where, and at what time")).presses("back").asked(
        "› 2027-04-02"
    )
    t.enters().asked().enters("salle du CCAS").ends(0, "--document minutes", "--document agenda")

    (record,) = read(gathered)["sittings"]
    assert record == {
        "on": datetime.datetime.now().astimezone().date().isoformat(),
        "present": record["present"],
        "others": "deux jeunes",
        "decided": ["On demande l’avis des jeunes."],
        "calls": ["L’Escale appelle la Mission locale."],
        "corrections": "2027-03-20",
        "next": "2027-04-02",
        "where": "salle du CCAS",
        "changed": ["end-date"],
    }
    assert sorted(record["present"]) == ["ccas-de-valmorin", "lescale"]
    done = partnerwiz("export", "--document", "minutes", "--lang", ui, "--output", "-")
    assert done.returncode == 0, done.stderr
    for text in ("On demande l’avis des jeunes.", "L’Escale appelle la Mission locale.", "2027"):
        assert text in done.stdout

    # Ctrl-C loses neither what was said nor who was there; the same day is the same sitting
    t = sit("resume", "--room", "--ui", ui, "--question", "first-review")
    t.asked(w("Qui est là ?", "Who is here?")).presses("down", "down").types(" ").enters()
    t.asked(w("Qui d’autre", "Who else")).enters("").asked(ask("first-review", ui))
    t.enters("2027-05-01").asked(w("Qu’avez-vous décidé", "What did you decide"))
    t.presses("ctrl-c").ends(130)
    (record,) = read(gathered)["sittings"]
    assert record["noted"] == ["first-review"]
    assert sorted(record["present"]) == ["ccas-de-valmorin", "lescale", "mission-locale"]
    assert record["decided"] == ["On demande l’avis des jeunes."]


def test_what_was_begun_at_home_does_not_show_on_the_projector(sit, gathered, ask):
    t = (
        sit("resume", "--question", "existing")
        .asked(ask("existing"))
        .types("brouillon")
        .sees("brouillon")
    )
    t.presses("ctrl-c").ends(130)
    t = sit("resume", "--room", "--question", "existing").asked("Qui est là").enters()
    t.asked("Qui d’autre").enters().asked(ask("existing")).presses("ctrl-c").ends(130)
    assert "brouillon" not in t.everything
    sit("resume", "--question", "existing").asked("› brouillon").presses("ctrl-c").ends(130)
    assert "brouillon" not in gathered.read_text()


def test_decisions_are_on_record_whoever_leaves_before_the_last_question(
    sit, gathered, partnerwiz, ask
):
    partnerwiz("answer", gathered, "end-date=2027-06-30", "--as", "lescale")

    def close():
        t = sit("resume", "--room", "--question", "end-date").asked("Qui est là").enters()
        return t.asked("Qui d’autre").enters().asked(ask("end-date")).enters().asked("décidé")

    close().menu("q  quitter").ends(0)
    assert "sittings" not in read(gathered), "nothing was said, nothing is on record"
    close().enters("Une décision.").asked().menu("q  quitter").ends(0, "La réunion est notée")
    t = close().enters("Une autre.").asked().enters().asked("Qui appelle qui")
    gathered.write_text(gathered.read_text().replace("title: Passerelle", "title: La Passerelle"))
    t.enters("Moi.").asked().presses("ctrl-c").ends(130)
    (record,) = read(gathered)["sittings"]
    assert record["decided"] == ["Une décision.", "Une autre."]
    assert record["calls"] == ["Moi."]
    assert read(gathered)["title"] == "La Passerelle 18-25"


def test_a_long_answer_is_read_back_whole_with_its_keys_in_sight(sit, gathered, ask):
    t = sit("resume", "--question", "need").talks().asked(ask("need"))
    t.pastes("\n".join(f"ligne {number}" for number in range(40))).enters().enters()
    t.asked("ligne 0", "ligne 39", "est-ce bien ce que vous avez dit", "o  oui").presses("back")
    t.asked().presses("ctrl-c").ends(130)
    assert read(gathered)["answers"]["need"].endswith("ligne 39")


def test_the_menu_of_a_silent_screen_offers_nothing_to_write_with(sit, gathered, ask):
    t = sit("resume", "--question", "need").asked("N : noter").presses("f3")
    t.presses("escape").asked("q  quitter")
    for line in ("x  partir de l’exemple", "o  ouvrir mon éditeur", "l  lire ma réponse"):
        assert line not in t.news
    t.presses("escape").asked("N : noter").types("n").asked(ask("need"))
    assert "Vous aviez commencé" not in t.everything
    t.presses("ctrl-c").ends(130)
    assert not (gathered.with_suffix(".private") / "lescale.halves").exists()
