"""Several partnerships in one folder: where each stands, what waits for whom, what comes when."""

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from scripted import HEAD, ROOT, TABLE, method_of, project_of

from partnerwiz.lenses.across import add, known_as, shared
from partnerwiz.lenses.overview import overview
from partnerwiz.method.model import SHORT
from partnerwiz.project.finding import is_project, yaml_files
from partnerwiz.words import unseen

TODAY = datetime.date(2026, 3, 10)

SHORT_STEPS = [
    """
    by: each
    questions:
      - {id: name, kind: text, short: sheet/1}
      - {id: service, kind: text, optional: yes, short: sheet/1}
      - {id: doubt, kind: text, private: yes}
      - {id: agreed, kind: yes-no, short: between/3}
    """,
    """
    by: together
    questions:
      - {id: need, kind: text, short: meeting-1/2}
      - {id: first-review, kind: date, short: meeting-2/4}
      - {id: end-date, kind: date, short: meeting-2/4}
      - {id: coordinator-until, kind: date, optional: yes, short: meeting-2/4}
    """,
]
SHORT_PATH = "settings:\n  path: short\n"


@pytest.fixture(scope="module")
def stages():
    return method_of(*SHORT_STEPS, phases=[1, 1])


def seen(method, text, today=TODAY):
    return overview(method, project_of(method, text), today)


def said(text, **answers):
    """The table of two, with these answers: `ccas=…` of an organisation, `table=…` of all."""
    for voice, lines in answers.items():
        if voice == "table":
            text += "answers:\n" + "".join(f"  {line}\n" for line in lines)
            continue
        at = text.index("role:", text.index(f"\n  {voice}:")) - 4
        block = "    answers:\n" + "".join(f"      {line}\n" for line in lines)
        text = text[:at] + block + text[at:]
    return text


def owed(view):
    return {one.organisation.id: [q.id for q in one.owes] for one in view.organisations if one.owes}


# Where it stands, and what waits for whom


@pytest.mark.parametrize(
    ("answers", "part", "owes", "table"),
    [
        ({}, "sheet", {"lescale": ["name"], "ccas": ["name"]}, []),
        ({"ccas": ["name: x"]}, "sheet", {"lescale": ["name"]}, []),
        ({"ccas": ["name: x"], "lescale": ["name: x"]}, "meeting-1", {}, ["need"]),
        (
            {"ccas": ["name: x"], "lescale": ["name: x"], "table": ["need: x"]},
            "between",
            {"lescale": ["agreed"], "ccas": ["agreed"]},
            [],
        ),
        # what was forgotten is still awaited once the others are further on
        (
            {"ccas": ["name: x", "agreed: yes"], "table": ["need: x"]},
            "sheet",
            {"lescale": ["name", "agreed"]},
            [],
        ),
        (
            {
                "ccas": ["name: x", "agreed: yes"],
                "lescale": ["name: x", "agreed: yes"],
                "table": ["need: x", "end-date: 2027-12-31"],
            },
            "meeting-2",
            {},
            ["first-review"],
        ),
    ],
)
def test_on_the_short_path_a_project_is_at_its_sheet_or_a_meeting_and_only_that_is_owed(
    stages, answers, part, owes, table
):
    view = seen(stages, SHORT_PATH + said(TABLE, **answers))
    assert view.place.part == part
    assert view.place.part in SHORT
    assert view.place.step is None
    assert owed(view) == owes
    assert [one.id for one in view.table] == table


def test_where_all_is_said_nothing_is_awaited_and_what_is_optional_is_owed_by_nobody(stages):
    both = ["name: x", "agreed: no"]
    table = ["need: x", "first-review: 2027-01", "end-date: 2027-12"]
    view = seen(stages, SHORT_PATH + said(TABLE, ccas=both, lescale=both, table=table))
    assert view.place is None
    assert owed(view) == {}
    assert view.table == ()


def test_on_the_whole_path_a_project_is_at_a_step_of_a_phase(stages):
    first = seen(stages, TABLE)
    assert (first.place.part, first.place.step.number) == ("phase-1", 1)
    assert owed(first) == {"lescale": ["name", "agreed"], "ccas": ["name", "agreed"]}
    assert first.table == (), "the second step is not reached"
    both = ["name: x", "agreed: yes"]
    second = seen(stages, said(TABLE, ccas=both, lescale=both))
    assert (second.place.part, second.place.step.number) == ("phase-2", 2)
    assert [one.id for one in second.table] == ["need", "first-review", "end-date"]


def test_a_project_alone_waits_for_a_second_organisation(stages):
    alone = TABLE.partition("  ccas:")[0]
    view = seen(stages, SHORT_PATH + said(alone, lescale=["name: x"]))
    assert view.place.waiting
    assert view.table == ()


@pytest.mark.parametrize("role", ["left", "declined", "envisaged", "funder"])
def test_nothing_is_awaited_of_who_left_declined_or_never_joined(stages, role):
    changed = TABLE.replace("article: le\n    role: partner", f"role: {role}")
    assert owed(seen(stages, changed)) == {"lescale": ["name", "agreed"]}


def test_nothing_is_awaited_of_the_organisation_that_started_once_it_has_left(stages):
    view = seen(stages, TABLE.replace("role: partner", "role: left", 1))
    assert owed(view) == {"ccas": ["name", "agreed"]}


# Dates


OPEN = """\
open:
  need:
    state: under-discussion
    who: le CCAS
    by: BY
"""


@pytest.mark.parametrize(
    ("by", "when"),
    [
        ("2026-03-09", ["past"]),
        ("2026-03-10", ["near"]),
        ("2026-02", ["past"]),
        ("2026-03", ["near"]),
        ("2026-06", ["near"]),
        ("2026-06-11", []),
        ("2027-01", []),
    ],
)
def test_what_was_left_open_is_told_with_its_date_once_that_is_near_or_past(stages, by, when):
    view = seen(stages, TABLE + OPEN.replace("BY", by))
    assert [one.when for one in view.open] == when


def test_what_is_open_without_a_date_is_counted(stages):
    view = seen(stages, TABLE + OPEN.replace("    by: BY\n", ""))
    assert view.counts["later"] == 1
    assert view.open == ()


def test_what_waits_for_a_choice_or_to_be_read_again_is_told_as_a_figure(stages):
    noted = "    received:\n      - on: 2026-03-01\n        how: phone\n        answers: [name]\n"
    text = said(TABLE, ccas=["name: x"], table=["need: x"])
    text = text.replace("    answers:", f"{noted}    answers:", 1)
    text += "proposals:\n  - at: answers/need\n    value: y\n"
    counts = seen(stages, text).counts
    assert counts == {"later": 0, "wordings": 1, "confirm": 1}


def dates(view):
    return [(one.on, one.id, one.when, one.unmet) for one in view.dates]


def test_dates_stand_in_their_order_and_past_ones_are_told_as_such(stages):
    table = ["end-date: 2027-12", "coordinator-until: 2026-04", "first-review: 2026-03-01"]
    view = seen(stages, said(TABLE, table=table))
    assert dates(view) == [
        ("2026-03-01", "first-review", "past", True),
        ("2026-04", "coordinator-until", "near", False),
        ("2027-12", "end-date", "later", False),
    ]


def test_a_review_waits_no_more_once_people_have_met_and_the_next_meeting_is_a_date(stages):
    met = "sittings:\n  - on: 2026-03-02\n    next: NEXT\n    where: la grande salle\n"
    text = said(TABLE, table=["first-review: 2026-03-01"])
    assert dates(seen(stages, text + met.replace("NEXT", "2026-04-01"))) == [
        ("2026-04-01", "next", "near", False)
    ]
    assert dates(seen(stages, text + met.replace("NEXT", "2026-03-05"))) == [
        ("2026-03-05", "next", "past", True)
    ]


def test_a_date_under_discussion_is_no_appointment(stages):
    drafted = said(TABLE, table=["first-review: 2026-03-20"])
    drafted += "open:\n  first-review:\n    state: under-discussion\n    by: 2026-03-15\n"
    view = seen(stages, drafted)
    assert view.dates == ()
    assert [one.question.id for one in view.open] == ["first-review"]


BODY = """\
    answers:
      decision-body:
        r1:
          body: conseil d’administration
          role: decides
          next-sitting: 2026-03-01
          papers-by: 2026-02-15
"""


def test_a_board_waits_for_its_decision_and_no_more_once_it_has_decided(method):
    text = TABLE.replace("    name: CCAS", BODY + "    name: CCAS")
    past = seen(method, text)
    assert [(one.about, one.organisation.id, one.on) for one in past.dates] == [
        ("conseil d’administration", "ccas", "2026-02-15"),
        ("conseil d’administration", "ccas", "2026-03-01"),
    ]
    decided = "      decision: agreed\n      decision-date: 2026-03-01\n"
    assert seen(method, text.replace(BODY, BODY + decided)).dates == ()


def test_a_partnership_that_has_ended_waits_for_none_of_its_dates(method):
    table = ["end-date: 2026-01-31", "first-review: 2025-06-01", "coordinator-until: 2025-12"]
    before = seen(method, said(TABLE, table=table))
    assert [one.id for one in before.dates] == ["first-review", "coordinator-until", "end-date"]
    after = seen(method, said(TABLE, table=[*table, "ended-on: 2026-01-31"]))
    assert after.ended == "2026-01-31"
    assert after.dates == ()


def test_a_method_in_which_these_ids_mean_something_else_is_read_without_them():
    method = method_of(
        """
        by: together
        questions:
          - {id: end-date, kind: text}
          - {id: decision-body, kind: list}
          - {id: delegates, kind: list}
          - {id: ended-on, kind: yes-no}
          - id: funders
            kind: table
            columns: [{id: funder, kind: text}, {id: by, kind: text}]
        """
    )
    table = ["end-date: un jour", "ended-on: yes", "decision-body:", "  r1: le conseil"]
    table += [
        "delegates:",
        "  r1: 3",
        "funders:",
        "  r1:",
        "    funder: la Ville",
        "    by: 2026-01",
    ]
    view = seen(method, said(TABLE, table=table))
    assert (view.dates, view.ended, view.place) == ((), "", None)


# One organisation across them


@pytest.mark.parametrize("name", ["l'ESCALE", "L’Escale", "Escale", "the Éscale", "  l’ escale"])
def test_an_organisation_is_known_by_its_name_whatever_its_capitals_accents_or_article(name):
    assert known_as(name).replace(" ", "") == "escale"


DELEGATES = """\
    answers:
      delegates:
        r1:
          post: directrice
          hours: {}
        r2:
          post: adjointe
          hours: {}
"""


def test_the_load_of_an_organisation_adds_up_what_it_owes_and_the_hours_that_are_numbers(method):
    loads, owes = {}, 0
    for hours, name in ((("8", "2.5"), "CCAS de Valmorin"), (("peu", "4"), "le CCAS de VALMORIN")):
        block = DELEGATES.format(*hours)
        view = seen(method, TABLE.replace("    name: CCAS de Valmorin", f"{block}    name: {name}"))
        owes += len(owed(view)["lescale"])
        add(loads, view)
    ccas, lescale = shared(loads.values())
    assert (ccas.name, ccas.projects, ccas.partner, ccas.hours) == ("CCAS de Valmorin", 2, 2, 14.5)
    assert (lescale.name, lescale.owes, lescale.hours) == ("L’Escale", owes, None)
    assert owes


def test_a_project_that_names_one_organisation_twice_is_one_project_of_its_load(stages):
    twice = TABLE.replace("CCAS de Valmorin", "Escale")
    loads = {}
    add(loads, seen(stages, twice))
    assert [(one.projects, one.partner) for one in loads.values()] == [(1, 1)]
    assert shared(loads.values()) == []


# Which files


def test_only_projects_are_found_and_nothing_is_entered_that_is_not_of_this_place(tmp_path):
    whole = HEAD + TABLE + "...\n"
    files = {
        "a.yaml": whole,
        "b.yml": "\ufeff# un commentaire\r\n" + whole.replace("\n", "\r\n"),
        "town/c.yaml": whole,
        "bloc.yaml": "partnerwiz-block: 1\nproject: k7q2\norganisation: ccas\n",
        "mine.yaml": "partnerwiz: 1\nproject: k7q2\norganisation: ccas\nanswers: {}\n...\n",
        "other.yaml": "version: 3\n",
        "a.private/lescale.yaml": whole,
        "a.versions/signed.yaml": whole,
        ".git/d.yaml": whole,
        "node_modules/e.yaml": whole,
        "notes.txt": whole,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    if hasattr(os, "mkfifo"):
        (tmp_path / "linked").symlink_to(tmp_path / "town")
        (tmp_path / "round.yaml").symlink_to(tmp_path / "round.yaml")
        os.mkfifo(tmp_path / "pipe.yaml")
    found = [one for one in yaml_files(tmp_path) if isinstance(one, Path) and is_project(one)]
    assert [str(one.relative_to(tmp_path)) for one in found] == [
        "a.yaml",
        "b.yml",
        str(Path("town/c.yaml")),
    ]


def write(path, text=SHORT_PATH + TABLE, head=HEAD, **changed):
    for old, new in changed.items():
        head = head.replace({"id": "k7q2", "title": "Passerelle 18-25"}[old], new)
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(head + text + "...\n", encoding="utf-8")
    return path


def test_work_grows_with_the_number_of_projects_each_file_being_opened_once(tmp_path):
    """Counted by Python itself: every opening of a file is told to an audit hook."""
    program = (
        "import collections, json, sys\n"
        "opened = collections.Counter()\n"
        "def hook(event, given):\n"
        "    if event in ('open', 'os.scandir') and sys.argv[2] in str(given[0]):\n"
        "        opened[str(given[0])] += 1\n"
        "sys.addaudithook(hook)\n"
        "from partnerwiz.cli import main\n"
        "try:\n"
        "    main(sys.argv[1:])\n"
        "except SystemExit:\n"
        "    print(json.dumps(opened), file=sys.stderr)\n"
    )
    for number in range(12):
        write(tmp_path / f"{number % 3}" / f"{number}.yaml", id=f"id{number}")
        (tmp_path / f"{number % 3}" / f"{number}.yml").write_text("other: 1\n")
        (tmp_path / f"{number % 3}" / f"{number}.private").mkdir()
        (tmp_path / f"{number % 3}" / f"{number}.private" / "ccas.yaml").write_text("x")
    done = subprocess.run(
        [sys.executable, "-c", program, "list", str(tmp_path), "--json"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert len(json.loads(done.stdout)["projects"]) == 12
    opened = json.loads(done.stderr)
    assert set(opened.values()) == {1}
    assert len(opened) == 12 + 12 + 3 + 1, "projects, other files, folders, the folder itself"


# The command


def test_partnerships_are_listed_one_after_the_other_whatever_is_in_the_files(partnerwiz, desk):
    today = datetime.datetime.now().astimezone().date()
    near = today + datetime.timedelta(days=20)
    write(desk / "a.yaml", said(SHORT_PATH + TABLE, ccas=["legal-name: x"]))
    write(desk / "copies" / "b.yaml")
    open_ = f"open:\n  need:\n    state: under-discussion\n    who: le CCAS\n    by: {near}\n"
    hostile = TABLE.replace("L’Escale", '"L’Escale \\u001b[31m"') + open_
    write(desk / "hostile.yaml", hostile, id="other", title='"Titre \\u001b[2J \\u202e"')
    write(desk / "zut.yaml", id="cut").write_text(HEAD + TABLE)
    french = partnerwiz("list", "--ui", "fr")
    assert french.returncode == 0, french.stderr
    assert not any(unseen(line) for line in french.stdout.splitlines())
    told = " ".join(french.stdout.split())
    assert "Titre \\u001b[2J \\u202e" in told
    assert "a.yaml · parcours court Où l’on en est : Feuille de préparation" in told
    assert "le CCAS de Valmorin : 12 encore sans réponse" in told
    assert "en discussion (le CCAS, d’ici au" in told
    assert "Un fichier ne se lit pas" in told
    assert told.count("Le même projet dans plusieurs fichiers") == 1
    assert "CCAS de Valmorin : 2 projets (partenaire : 2)" in told
    assert max(map(len, french.stdout.splitlines())) < 80
    one = partnerwiz("list", "--ui", "en", "--plain", "--organisation", "le ccas de valmorin")
    told = " ".join(one.stdout.split())
    assert "the CCAS de Valmorin: partner Answers awaited - legal form" in told
    assert "L’Escale" not in told
    assert "CCAS de Valmorin: 2 projects (as a partner: 2)" in told


def test_another_program_gets_the_same_keys_whatever_the_projects(partnerwiz, desk):
    write(desk / "a.yaml")
    write(desk / "b.yaml", "organisations:\n  lescale:\n    name: L’Escale\n", id="other")
    write(desk / "c.yaml", id="third").write_text("partnerwiz: 2\n")
    done = partnerwiz("list", ".", "--json")
    data = json.loads(done.stdout)
    assert done.returncode == 0
    assert done.stderr == ""
    assert list(data) == [
        "partnerwiz",
        "today",
        "projects",
        "unreadable",
        "copies",
        "organisations",
    ]
    assert data["partnerwiz"] == 1
    keys = [
        "file",
        "copy_of",
        "id",
        "title",
        "path",
        "place",
        "ended",
        "organisations",
        "table",
        "open",
        "dates",
        "counts",
    ]
    assert [list(one) for one in data["projects"]] == [keys, keys]
    assert data["projects"][0]["place"]["part"] == "sheet"
    assert [one["file"] for one in data["unreadable"]] == ["c.yaml"]
    assert set(data["unreadable"][0]["problem"]) == {"fr", "en"}
    assert [one["name"] for one in data["organisations"]] == ["L’Escale"]
    (only,) = json.loads(partnerwiz("list", "--json", "--organisation", "CCAS de Valmorin").stdout)[
        "projects"
    ]
    assert [one["id"] for one in only["organisations"]] == ["ccas"]


def test_a_folder_that_cannot_be_listed_is_told_and_how_to_go_on(partnerwiz, desk):
    write(desk / "a.yaml")
    (desk / "empty").mkdir()
    for words, expected in (
        (["rien"], "Le dossier rien n’existe pas"),
        (["a.yaml"], "partnerwiz status a.yaml"),
        (["empty"], "Aucun projet dans"),
        (
            ["--organisation", "la Caf"],
            "Organisations trouvées\u00a0: L’Escale, CCAS de Valmorin",
        ),
    ):
        done = partnerwiz("list", *words)
        assert done.returncode == 1, words
        assert done.stdout == ""
        assert expected in done.stderr
    assert json.loads(partnerwiz("list", "empty", "--json").stdout)["projects"] == []
