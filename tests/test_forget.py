"""What is forgotten is nowhere on this machine, cut off or not; what cannot be reached is told."""

import json
from dataclasses import replace

import pytest
from scripted import HEAD, TABLE, method_of

from partnerwiz.errors import PartnerwizError
from partnerwiz.project import durable, forgetting
from partnerwiz.project.contribution import of_copy
from partnerwiz.project.forgetting import forget, save
from partnerwiz.project.model import TOGETHER, Position, Proposal, State
from partnerwiz.project.positions import About, with_position
from partnerwiz.project.received import Receipt, noted
from partnerwiz.project.store import Store, load, private_folder, restore
from partnerwiz.project.taking import differences, taken
from partnerwiz.project.withdrawing import Gone, also_said, without

METHOD = method_of(
    """
    - {id: mission, kind: long-text}
    - {id: fear, kind: long-text, private: yes, release: whole}
    - {id: echo, kind: text, was: [older-echo]}
    """,
    """
    by: together
    questions:
      - {id: need, kind: long-text, positions: whole}
      - id: plan
        kind: table
        positions: rows
        columns: [{id: what, kind: text}]
    """,
)
MISSION, FEAR, ECHO, NEED, PLAN = (
    METHOD.questions[one] for one in ("mission", "fear", "echo", "need", "plan")
)
CANARY = "CANARI-4711 veille au bord"
EARLIER = "CANARI-4711 d’avant"
FUNCTION = "CANARI-4711 directrice"


def traces(path):
    """Every file of this project in which a canary stands."""
    files = (one for one in path.parent.rglob("*") if one.is_file())
    return sorted(one.name for one in files if b"CANARI-4711" in one.read_bytes())


def lines_of(path):
    """What the histories still tell, by path."""
    found = []
    for history in sorted(private_folder(path).glob("*.history")):
        found += [json.loads(line).get("path") for line in history.read_text().splitlines()]
    return [one for one in found if one]


@pytest.fixture
def path(tmp_path):
    """A project in which a canary was said everywhere it can be said, changed, and left behind."""
    path = tmp_path / "valmorin.yaml"
    path.write_text(HEAD + TABLE + "...\n", encoding="utf-8")
    rows = {"r1": {"what": CANARY}, "r2": {"what": "un toit"}}
    with Store.open(path, METHOD, "lescale") as store:
        store.claim()
        for words in (EARLIER, CANARY):
            project = store.project.with_value(MISSION, "lescale", words)
            project = project.with_value(FEAR, "lescale", words)
            project = project.with_value(NEED, TOGETHER, words)
            store.save(project.with_value(PLAN, TOGETHER, rows))
        project = store.project.with_block("lescale", released={"fear": CANARY})
        project = noted(project, "lescale", Receipt(("mission",), "phone", "2026-01-01", FUNCTION))
        for about in (About(NEED), About(PLAN, "r1"), About(PLAN, "r2")):
            said = Position("supports", CANARY if about.row != "r2" else "bien", on="2026-01-02")
            project = with_position(about, project, "ccas", said)
        store.save(project)
        at = ("answers/need", "organisations/lescale/answers/mission", "answers/plan")
        proposals = tuple(Proposal(one, EARLIER) for one in at)
        store.save(replace(project, proposals=proposals))
        store.save(store.project.with_value(ECHO, "ccas", "autre chose"))
        about = {"position:need/ccas": EARLIER, "position:plan/r1/ccas": EARLIER}
        about |= {"position:plan/r2/ccas": "à voir"}
        drafts = about | {
            "mission/lescale": EARLIER,
            "fear/lescale": EARLIER,
            "need": "",
            "plan": EARLIER,
        }
        store.keep_halves(drafts | {"need": EARLIER, "echo/ccas": "autre chose"})
    folder = private_folder(path)
    (folder / "animation.room.halves").write_text(json.dumps({"need": EARLIER}))
    (folder / "lescale.room.halves").write_text(json.dumps({"mission/lescale": EARLIER}))
    (folder / ".lescale.yaml.abc.part").write_text(CANARY)
    with (folder / "lescale.history").open("a") as history:
        history.write('{"path": ["answers", "need"], "was": "CANARI-4711 coup')
    return path


def withdraw(path, *gone, seat="lescale"):
    for one in gone:
        with Store.open(path, METHOD, seat, with_private=one.question == FEAR) as store:
            forget(store, one, "2026-03-01")


EVERYTHING = (
    Gone("lescale", MISSION),
    Gone("lescale", FEAR),
    Gone(TOGETHER, NEED),
    Gone(TOGETHER, PLAN, "r1"),
)


def test_the_canary_stands_in_every_place_before(path):
    assert {
        "valmorin.yaml",
        "lescale.yaml",
        "_project.previous",
        "lescale.previous",
        "lescale.history",
        "lescale.halves",
        "lescale.room.halves",
        "animation.room.halves",
        ".lescale.yaml.abc.part",
    } <= set(traces(path))


def test_what_is_withdrawn_is_nowhere_and_the_rest_is_as_it_was(path):
    withdraw(path, *EVERYTHING)
    halves = json.loads((private_folder(path) / "lescale.halves").read_text())
    assert halves == {"echo/ccas": "autre chose", "position:plan/r2/ccas": "à voir"}
    assert traces(path) == []
    project = load(path, METHOD, "lescale")
    gone = State("withdrawn", on="2026-03-01")
    assert project.table.open == {"need": gone}
    assert project.organisations["lescale"].block.open == {"mission": gone}
    assert project.organisations["lescale"].block.received == ()
    assert project.organisations["lescale"].block.released == {}
    assert project.private["lescale"].answers == {}
    assert project.private["lescale"].open == {}, "nothing tells that it was there"
    assert project.table.answers == {"plan": {"r2": {"what": "un toit"}}}
    assert list(project.organisations["ccas"].block.positions) == ["plan/r2"]
    assert project.organisations["ccas"].block.answers == {"echo": "autre chose"}
    assert ["organisations", "ccas", "answers", "echo"] in lines_of(path)


def test_a_withdrawal_that_comes_in_is_as_true_as_one_made_here(path):
    """The rest of what came in can still be taken back."""
    gone = (Gone("lescale", MISSION), Gone(TOGETHER, NEED))
    withdraw(path, Gone("lescale", FEAR), Gone(TOGETHER, PLAN, "r1"))
    with Store.open(path, METHOD, "ccas", with_private=False) as store:
        before = store.project.with_value(ECHO, "ccas", "dit dans la même copie")
        changed = before
        for one in gone:
            changed = without(changed, one, "2026-03-01")
        assert save(store, changed, METHOD) == list(gone)
    assert traces(path) == []
    project = load(path, METHOD)
    assert project.value(ECHO, "ccas") == "dit dans la même copie"
    assert project.table.open["need"] == State("withdrawn", on="2026-03-01")
    restore(path)
    assert load(path, METHOD).value(ECHO, "ccas") == "autre chose"
    assert traces(path) == []


def test_what_its_owner_takes_back_leaves_the_desks_of_others_too(tmp_path):
    """Its own copy comes in without it: public no more, here either."""
    path = tmp_path / "valmorin.yaml"
    path.write_text(HEAD + TABLE + "...\n", encoding="utf-8")
    with Store.open(path, METHOD, "ccas", with_private=False) as store:
        store.save(store.project.with_block("lescale", released={"fear": CANARY}))
        store.save(store.project.with_value(ECHO, "ccas", "autre chose"))
        assert traces(path) == ["_project.previous", "ccas.history", "valmorin.yaml"]
        copy = store.project.with_block("lescale", released={})
        came = of_copy(copy, tmp_path / "copie.yaml", store.project, "lescale")
        (found,) = differences(store.project, came, METHOD)
        assert found.plain
        save(store, taken(store.project, came, [found], METHOD, "ccas", "2026-03-01"), METHOD)
        assert differences(store.project, came, METHOD) == ()
    assert traces(path) == []
    assert load(path, METHOD).value(ECHO, "ccas") == "autre chose"


def test_restore_does_not_bring_it_back(path):
    withdraw(path, *EVERYTHING)
    for seat in (None, "lescale"):
        with pytest.raises(PartnerwizError, match="no-previous"):
            restore(path, seat)
    with Store.open(path, METHOD, "ccas", with_private=False) as store:
        store.save(store.project.with_value(ECHO, "ccas", "encore autre chose"))
    restore(path)
    assert traces(path) == []


def test_comments_inside_what_is_withdrawn_go_with_it(tmp_path):
    path = tmp_path / "valmorin.yaml"
    plan = "answers:\n  plan:\n    # CANARI-4711 noté à la main\n    r1: {what: un}\n    r2: {what: deux}\n"
    path.write_text(HEAD + plan + "  need: >-  # CANARI-4711\n    le besoin\n" + TABLE + "...\n")
    withdraw(path, Gone(TOGETHER, PLAN, "r1"), Gone(TOGETHER, NEED))
    assert traces(path) == []
    assert load(path, METHOD).table.answers == {"plan": {"r2": {"what": "deux"}}}


@pytest.mark.parametrize("gone", EVERYTHING, ids=range(len(EVERYTHING)))
def test_cut_off_at_any_file_it_is_done_again_and_nothing_stays(path, gone, monkeypatch):
    """Each write and each removal is a point where the power may go."""
    steps = {"write_file": forgetting.write_file, "_remove": forgetting._remove}
    for last in range(30):
        done = 0

        def cut(name, last=last):
            def run(*words, **how):
                nonlocal done
                if done == last:
                    raise PartnerwizError("cannot-write", file="x", reason="x")
                done += 1
                return steps[name](*words, **how)

            return run

        for name in steps:
            monkeypatch.setattr(forgetting, name, cut(name))
        try:
            withdraw(path, gone)
        except PartnerwizError:
            assert load(path, METHOD, "lescale").title == "Passerelle 18-25"
            continue
        break
    assert last > 2
    for name, step in steps.items():
        monkeypatch.setattr(forgetting, name, step)
    withdraw(path, *EVERYTHING)
    assert traces(path) == []


def test_the_answer_itself_goes_last_so_that_a_crash_leaves_something_to_forget(path, monkeypatch):
    written = []
    for module in (durable, forgetting):
        monkeypatch.setattr(module, "confirm_folder", lambda *one: written.append(one[1].name))
    withdraw(path, Gone(TOGETHER, NEED))
    assert written[-1] == "valmorin.yaml"
    assert "_project.previous" in written
    assert "lescale.history" in written


def test_all_that_an_organisation_said_is_gone_its_private_file_too_and_its_name_stays(path):
    withdraw(path, Gone("lescale"))
    withdraw(path, Gone(TOGETHER, NEED), Gone(TOGETHER, PLAN, "r1"), seat="ccas")
    assert traces(path) == []
    assert not (private_folder(path) / "lescale.yaml").exists()
    one = load(path, METHOD).organisations["lescale"]
    assert (one.name, one.role) == ("L’Escale", "partner")
    assert one.block.answers == {}
    assert set(one.block.open) == {"mission"}
    assert load(path, METHOD).organisations["ccas"].block.answers == {"echo": "autre chose"}


def test_where_an_organisation_was_about_to_say_it_stands_goes_with_it(path):
    withdraw(path, Gone("ccas"))
    halves = json.loads((private_folder(path) / "lescale.halves").read_text())
    assert [one for one in halves if one.endswith("/ccas")] == []
    assert "mission/lescale" in halves


def test_answers_that_this_method_does_not_know_go_with_their_organisation(tmp_path):
    path = tmp_path / "valmorin.yaml"
    said = "    answers:\n      # CANARI-4711\n      unheard-of-here: CANARI-4711\n"
    path.write_text(HEAD + TABLE + said + "  caf:\n    name: Caf\n...\n")
    withdraw(path, Gone("ccas"))
    assert traces(path) == []
    assert list(load(path, METHOD).organisations) == ["lescale", "ccas", "caf"]


def test_an_answer_under_an_older_id_is_forgotten_too(tmp_path):
    path = tmp_path / "valmorin.yaml"
    path.write_text(HEAD + TABLE + "    answers:\n      older-echo: CANARI-4711\n...\n")
    withdraw(path, Gone("ccas", ECHO))
    assert traces(path) == []


def test_the_same_words_elsewhere_are_told_and_stay(path):
    with Store.open(path, METHOD, "ccas", with_private=False) as store:
        store.save(store.project.with_value(ECHO, "ccas", f"Comme dit : {CANARY}."))
        found = also_said(store.project, Gone("lescale", MISSION), METHOD)
    assert (ECHO, "ccas") in found
    assert (NEED, TOGETHER) in found
    assert (MISSION, "lescale") not in found


# as a command


def test_without_a_terminal_it_wants_a_yes_and_says_what_it_cannot_reach(project, partnerwiz, desk):
    partnerwiz("answer", project, "values/r1=CANARI-4711 pas de tri", "values/r2=l’accueil")
    partnerwiz("export", project, "--format", "md")
    (desk / ".git").mkdir()
    (desk / ".valmorin-charter.fr.md.0a1b.part").write_text("CANARI-4711, coupé")
    asked = partnerwiz("forget", project, "values", "--as", "lescale")
    assert asked.returncode == 2
    assert "--yes" in asked.stderr
    assert "CANARI-4711" in project.read_text()
    done = partnerwiz("forget", project, "values/r1", "--as", "lescale", "--yes")
    assert done.returncode == 0, done.stderr
    assert "valmorin-charter.fr.md" in done.stdout
    assert "git" in done.stdout
    assert "CANARI" not in done.stdout + done.stderr
    (desk / "valmorin-charter.fr.md").unlink()
    assert traces(project) == []
    assert "l’accueil" in project.read_text()
    again = partnerwiz("restore", project)
    assert again.returncode == 1


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("values", "--organisation", "lescale"),
        ("mission/r1", "--as", "lescale", "--yes"),
        ("missoin", "--as", "lescale", "--yes"),
        ("mission", "--as", "animation", "--yes"),
        ("--organisation", "nobody", "--yes"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_touched(project, partnerwiz, words):
    partnerwiz("answer", project, "mission=Accueillir.")
    before = project.read_bytes()
    refused = partnerwiz("forget", project, *words)
    assert refused.returncode == 2
    assert refused.stderr.strip()
    assert project.read_bytes() == before


def test_a_private_answer_is_forgotten_where_its_file_is(project, partnerwiz):
    partnerwiz("organisation", project, "--add", "le CCAS")
    elsewhere = partnerwiz("forget", project, "alone-why", "--as", "ccas", "--yes")
    assert elsewhere.returncode == 1
    assert "privé" in elsewhere.stderr
    partnerwiz("answer", project, "history=CANARI-4711 un échec")
    done = partnerwiz("forget", project, "history", "--as", "lescale", "--yes")
    assert done.returncode == 0, done.stderr
    assert traces(project) == []
