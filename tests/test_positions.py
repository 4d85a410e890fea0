"""Where each organisation stands on what the table wrote: for which words it counts, who sees it
when, how it is asked, and what documents make of it.
"""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from scripted import ROOT, Kept, Scripted, method_of, project_of
from terminal import read

from partnerwiz import documents
from partnerwiz.method.kinds import Refused
from partnerwiz.method.reading import read_method
from partnerwiz.project import positions
from partnerwiz.project.durable import ChangedOutsideError
from partnerwiz.project.model import POSITIONS, TOGETHER, Position, Proposal, State
from partnerwiz.project.positions import (
    About,
    about,
    asked,
    position,
    printable,
    published,
    shown_to,
    to_say,
    unconfirmed,
    with_position,
)
from partnerwiz.project.received import Receipt, confirmed, noted
from partnerwiz.sitting.asker import Back, Leave, Stand
from partnerwiz.sitting.given import RefusedAnswers
from partnerwiz.sitting.given_positions import position_word, with_positions
from partnerwiz.sitting.session import Scope, Session
from partnerwiz.words import LANGUAGES, say

both = pytest.mark.parametrize("language", LANGUAGES)
CANARY = "canari-4711"

STEPS = """
by: together
questions:
  - {id: need, kind: text, positions: whole, talk: Posez le clavier.}
  - {id: end-date, kind: date}
  - id: aims
    kind: table
    positions: rows
    columns: [{id: aim, kind: text}]
  - id: tasks
    kind: table
    confirm: [lead, with]
    columns:
      - {id: task, kind: text}
      - {id: lead, kind: organisation}
      - {id: with, kind: organisations, optional: yes}
  - id: register
    kind: table
    optional: yes
    confirm: [between]
    columns:
      - {id: disagreement, kind: text}
      - {id: between, kind: organisations}
  - {id: mission, kind: text, by: each}
"""
METHOD = method_of(STEPS)

THREE = """\
organisations:
  lescale:
    name: L’Escale
    role: partner
  ccas:
    name: CCAS de Valmorin
    article: le
    role: partner
    answers: {mission: Aider.}
  tanneurs:
    name: Les Tanneurs
    role: partner
  entraide:
    name: Entraide
    role: associate
  parti:
    name: Parti
    role: left
""".replace("answers: {mission: Aider.}", "answers:\n      mission: Aider.")
ANSWERS = """\
answers:
  need: Un toit.
  aims:
    a: {aim: Un lien}
    b: {aim: Une visite}
  tasks:
    t: {task: Mardi, lead: lescale, with: [ccas, entraide, parti]}
  register:
    r: {disagreement: Le dimanche, between: [lescale, ccas]}
"""
TEXT = ANSWERS + THREE
NEED = About(METHOD.questions["need"])
ALL = ("lescale", "ccas", "entraide", "parti")
TASK = About(METHOD.questions["tasks"], "t")
ROW = About(METHOD.questions["register"], "r")


def table():
    return project_of(METHOD, TEXT)


def standing(project, key, publish=False, words="", **said):
    """The project once these organisations have said these words."""
    for organisation, word in said.items():
        one = about(key, METHOD)
        project = with_position(one, project, organisation, Position(word, words, publish=publish))
    return project


def changed(project, question_id, value):
    return project.with_value(METHOD.questions[question_id], TOGETHER, value)


# For which words it counts


def test_a_position_counts_for_these_very_words_and_comes_back_with_them():
    project = standing(table(), "need", ccas="carries")
    assert position(NEED, project, "ccas").word == "carries"
    other = changed(project, "need", "Un toit !")
    assert position(NEED, other, "ccas") is None
    assert positions.earlier(NEED, other, "ccas").word == "carries"
    assert NEED in to_say(other, METHOD, "ccas")
    assert position(NEED, changed(other, "need", "Un toit."), "ccas").word == "carries"


def test_a_position_on_a_line_lives_with_that_line_alone():
    project = standing(table(), "aims/a", ccas="cannot")
    one, rows = about("aims/a", METHOD), dict(project.table.answers["aims"])
    beside = changed(project, "aims", {**rows, "b": {"aim": "autre"}, "c": {"aim": "de plus"}})
    assert position(one, beside, "ccas").word == "cannot"
    gone = changed(project, "aims", {"b": rows["b"]})
    assert position(one, gone, "ccas") is None
    with pytest.raises(ValueError, match="aims/a"):
        standing(gone, "aims/a", ccas="carries")


@pytest.mark.parametrize(
    ("seat", "expected"),
    [
        ("lescale", ["need", "aims/a", "aims/b", "tasks/t", "register/r"]),
        ("tanneurs", ["need", "aims/a", "aims/b"]),
        ("entraide", ["tasks/t"]),  # no partner: only the line that names it
        ("parti", []),
    ],
)
def test_who_is_asked_where_it_stands(seat, expected):
    assert [one.key for one in asked(table(), METHOD, seat)] == expected
    assert [one.key for one in to_say(table(), METHOD, seat)] == expected
    said = standing(table(), "need", lescale="carries", tanneurs="cannot")
    left = [one for one in expected if one != "need"]
    assert [one.key for one in to_say(said, METHOD, seat)] == left


@pytest.mark.parametrize("state", ["not-disclosed", "not-applicable", "unknown-yet"])
def test_nobody_takes_a_stand_on_what_is_kept_back_or_waits_for_a_choice(state):
    kept = table().with_state(METHOD.questions["need"], TOGETHER, State(state))
    assert NEED not in to_say(kept, METHOD, "ccas")
    draft = table().with_state(METHOD.questions["need"], TOGETHER, State("under-discussion"))
    assert NEED in to_say(draft, METHOD, "ccas")
    two = replace(table(), proposals=(Proposal("answers/need", "Une clé."),))
    assert NEED not in to_say(two, METHOD, "ccas")


# The yes of those a line names


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ({}, ALL),
        ({"lescale": "carries", "ccas": "supports"}, ("entraide", "parti")),
        ({"lescale": "lets-pass", "ccas": "cannot"}, ALL),
        (dict.fromkeys(ALL, "supports"), ()),
    ],
)
def test_a_line_is_confirmed_by_the_yes_of_all_it_names(said, left):
    project = standing(table(), "tasks/t", **said)
    assert unconfirmed(TASK, project) == left
    rows = {"t": {**project.table.answers["tasks"]["t"], "task": "Jeudi"}}
    assert unconfirmed(TASK, changed(project, "tasks", rows)) == ALL, (
        "a line that has changed is confirmed anew"
    )


@pytest.mark.parametrize(
    ("said", "publish", "expected"),
    [
        ({"lescale": "supports", "ccas": "supports"}, True, True),
        ({"lescale": "supports", "ccas": "lets-pass"}, True, True),
        ({"lescale": "supports", "ccas": "supports"}, False, False),
        ({"lescale": "supports"}, True, False),
        ({"lescale": "supports", "ccas": "cannot"}, True, False),
    ],
)
def test_a_disagreement_is_printed_only_if_all_it_names_agree(said, publish, expected):
    project = standing(table(), "register/r", publish, **said)
    assert published(ROW, project) is expected
    shown = printable(project, METHOD)
    assert ("register" in shown.table.answers) is expected


# Others are seen after


def test_what_others_said_is_not_seen_before_one_has_said_and_by_the_facilitator_once_all_have():
    project = standing(table(), "need", ccas="cannot")
    assert shown_to(NEED, project, "lescale") is None
    assert shown_to(NEED, project, "tanneurs") is None
    assert shown_to(NEED, project, "animation") is None
    seen = shown_to(NEED, project, "ccas")
    assert {each: found and found.word for each, found in seen.items()} == {
        "ccas": "cannot", "lescale": None, "tanneurs": None
    }  # fmt: skip
    project = standing(project, "need", lescale="carries")
    assert shown_to(NEED, project, "animation") is None
    assert shown_to(NEED, standing(project, "need", tanneurs="carries"), "animation")
    stale = changed(standing(table(), "need", lescale="carries"), "need", "Autre.")
    assert shown_to(NEED, stale, "lescale") is None, "what one said of other words opens nothing"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["carries", "supports"], False),
        (["carries", "lets-pass"], True),
        (["lets-pass", "lets-pass"], False),
        (["cannot", "cannot"], True),
        ([None, None], False),
        (["carries", None], False),
    ],
)
def test_where_they_part(words, expected):
    assert positions.parted(word and Position(word) for word in words) is expected


# A round


def going_round(script, project, seat="lescale", what=None, room=False, errors=()):
    store = Kept(project, errors)
    asker = Scripted(script)
    session = Session(METHOD, store, asker, seat, Scope(room=room))
    left = session.stand(what or Stand())
    return asker, store, left


def words_of(store, organisation="lescale"):
    block = store.project.organisations[organisation].block
    return {key: (one.word, one.words, one.publish) for key, one in block.positions.items()}


def test_each_position_is_saved_before_the_next_thing_is_asked():
    before = standing(table(), "need", ccas="cannot")
    asker, store, left = going_round(
        {
            "stand": ("carries", "cannot", "later", "supports", Leave()),
            "stand-words": ("Un soir.", "Oui."),
            "stand-change": "La date.",
            "stand-publish": ("yes", "no", "no"),
        },
        before,
    )
    assert isinstance(left, Leave)
    assert words_of(store) == {
        "need": ("carries", "Un soir.", True),
        "aims/a": ("cannot", "La date.", False),
        "tasks/t": ("supports", "Oui.", False),
    }, "aims/b was left for later; register/r was reached when one left"
    seen = [
        [(one.word, one.words, one.publish) for key, one in found if key == "need"]
        for found in (each.organisations["lescale"].block.positions.items() for each in store.saved)
    ]
    assert seen[:3] == [
        [("carries", "", False)], [("carries", "Un soir.", False)], [("carries", "Un soir.", True)]
    ]  # fmt: skip
    # the words alone, then, once one has said, all; nothing of it where one has not
    assert asker.stood == [
        ("need", "lescale"),
        ("need", {"ccas": "cannot", "lescale": "carries", "tanneurs": None}),
        ("aims/a", "lescale"),
        ("aims/a", {"ccas": None, "lescale": "cannot", "tanneurs": None}),
        ("aims/b", "lescale"),
        ("tasks/t", "lescale"),
        ("tasks/t", {"lescale": "supports", "ccas": None, "entraide": None}),
        ("register/r", "lescale"),
    ]
    assert "stand-change@lescale" in asker.asked


def test_going_back_erases_nothing_and_another_word_must_be_agreed_to_print_anew():
    before = standing(table(), "need", True, "Un soir.", lescale="carries")
    asker, store, _ = going_round({"stand": Back()}, before, what=Stand("need"))
    assert store.saved == []
    assert asker.again[0][1].draft == "carries", "what one said stands in the field"
    _, store, _ = going_round(
        {"stand": ("supports", Leave()), "stand-words": Leave()}, before, what=Stand("need")
    )
    assert words_of(store) == {"need": ("supports", "", False)}
    asker, store, _ = going_round(
        {"stand": ("carries", Leave()), "stand-words": (Back(), Leave())},
        before,
        what=Stand("need"),
    )
    assert asker.asked_ids == ["stand", "stand-words", "stand"]
    assert words_of(store) == {"need": ("carries", "Un soir.", True)}


def test_words_that_change_while_one_says_are_shown_anew_and_nothing_is_said_of_them():
    store = Kept(table(), [ChangedOutsideError("changed-outside", file="x")])
    store.reload = lambda: _reloaded(store, changed(table(), "need", "Une clé."))
    asker = Scripted({"stand": ("carries", Leave())})
    Session(METHOD, store, asker, "lescale").stand(Stand("need"))
    assert asker.asked_ids == ["stand", "stand"]
    assert asker.again[-1][1].notes == ("stand-moved",)
    assert asker.stood == [("need", "lescale")] * 2
    assert words_of(store) == {}


def _reloaded(store, project):
    store.project = project
    return project


def test_an_edit_elsewhere_in_the_file_stays_and_the_position_is_added():
    store = Kept(table(), [ChangedOutsideError("changed-outside", file="x")])
    store.reload = lambda: _reloaded(store, replace(table(), title="Autre"))
    script = {"stand": "supports", "stand-words": "", "stand-publish": "no"}
    Session(METHOD, store, Scripted(script), "lescale").stand(Stand("need"))
    assert words_of(store) == {"need": ("supports", "", False)}
    assert store.project.title == "Autre"


def test_a_sentence_cut_short_is_found_again():
    class Cut(Scripted):
        half = None

        def ask(self, prompt, project, again=None):
            if prompt.question.id == "stand-words" and not again:
                self.half = "Un so"
                raise KeyboardInterrupt
            self.half = None
            return super().ask(prompt, project, again)

    store = Kept(table())
    asker = Cut({"stand": "carries", "stand-words": "Un soir.", "stand-publish": "no"})
    with pytest.raises(KeyboardInterrupt):
        Session(METHOD, store, asker, "lescale").stand(Stand("need"))
    assert store.kept == {"position:need/lescale": "Un so"}
    assert words_of(store) == {"need": ("carries", "", False)}
    asker = Scripted({"stand": "carries", "stand-words": "Un soir.", "stand-publish": "no"})
    Session(METHOD, store, asker, "lescale").stand(Stand("need"))
    assert [again.half for key, again in asker.again if key == "stand-words"] == ["Un so"]
    assert words_of(store) == {"need": ("carries", "Un soir.", False)}
    assert store.kept == {}


def test_the_facilitator_asks_each_in_turn_and_shows_them_only_once_all_have_said():
    saying = {"stand-words": "", "stand-change": "", "stand-publish": "no"}
    script = {"stand@ccas": "carries", "stand@lescale": "cannot", "stand@tanneurs": "supports"}
    asker, store, _ = going_round({**script, **saying}, table(), "animation", Stand("need"))
    assert asker.stood == [
        ("need", "ccas"),
        ("need", "lescale"),
        ("need", "tanneurs"),
        ("need", {"ccas": "carries", "lescale": "cannot", "tanneurs": "supports"}),
    ]
    assert words_of(store, "lescale") == {"need": ("cannot", "", False)}
    asker, _, _ = going_round(
        {**script, "stand@tanneurs": "later", **saying, "stand-apart": "wait"},
        table(), "animation", Stand("need"),
    )  # fmt: skip
    assert asker.stood[-1] == ("need", ""), "one has not said: nothing is shown"


def test_in_a_room_positions_on_what_is_talked_over_are_said_apart_first():
    project = standing(table(), "need", ccas="cannot", tanneurs="carries")
    asker, store, _ = going_round(
        {"stand-apart": "wait"}, project, "animation", Stand("need"), room=True
    )
    assert asker.asked == ["stand-apart"]
    assert asker.stood == [("need", "")], "the words, and nothing of what the others said"
    assert store.saved == []
    (told,) = [again for key, again in asker.again if key == "stand-apart"]
    assert told.draft == "wait", "Enter waits"
    script = {"stand": "supports", "stand-words": "", "stand-publish": "no"}
    asker, _, _ = going_round(
        {"stand-apart": "go-on", **script}, project, "animation", Stand("need"), room=True
    )
    assert asker.asked_ids == ["stand-apart", "stand", "stand-words", "stand-publish"]
    assert asker.stood[-1][1] == {"ccas": "cannot", "lescale": "supports", "tanneurs": "carries"}
    # all have said: it is shown at once
    full = standing(project, "need", lescale="supports")
    asker, _, _ = going_round({}, full, "animation", Stand("need"), room=True)
    assert (asker.asked, len(asker.stood)) == ([], 1)


def test_in_a_room_nobody_speaks_for_the_absent():
    asker = Scripted({"stand@ccas": "later", "stand-apart": ("go-on", "wait")})
    scope = Scope(room=True, present=("ccas",))
    Session(METHOD, Kept(table()), asker, "animation", scope).stand(Stand("need"))
    assert asker.asked == ["stand-apart", "stand@ccas"]


def test_the_room_is_told_who_is_missing_and_how_they_can_say():
    project = standing(table(), "need", ccas="cannot")
    shown = []

    class Watching(Scripted):
        def ask(self, prompt, project, again=None):
            shown.append(prompt.question.help)
            return super().ask(prompt, project, again)

    asker = Watching({"stand-apart": "wait"})
    Session(METHOD, Kept(project), asker, "animation", Scope(room=True)).stand(Stand("need"))
    (told,) = shown
    for text in told.values():
        assert "L’Escale, Les Tanneurs" in text
        assert "partnerwiz resume --as lescale" in text
        assert "CCAS" not in text


def test_from_the_menu_of_a_question_one_says_and_is_asked_the_same_question_again():
    asker = Scripted(
        {
            "end-date": (Stand("end-date"), "2027-12-31", Leave()),
            "stand": "carries",
            "stand-words": "",
            "stand-publish": "no",
        }
    )
    store = Kept(changed(table(), "end-date", "2026-01-01"))
    Session(METHOD, store, asker, "lescale", Scope(question="end-date")).run()
    assert asker.asked_ids == ["end-date", "stand", "stand-words", "stand-publish", "end-date"]
    assert store.project.table.answers["end-date"] == "2027-12-31"
    assert words_of(store)["end-date"] == ("carries", "", False)


# Without a keyboard


@pytest.mark.parametrize(
    ("text", "expected"),
    [(one, one) for one in POSITIONS]
    + [(say(f"choice-{one}", to), one) for one in POSITIONS for to in LANGUAGES]
    + [("PORTE", "carries"), ("laisse  faire", "lets-pass"), ("let it happen", "lets-pass")]
    + [("je", None), ("", None), ("i", None), ("non", None), ("it", None)],
)
def test_a_position_is_read_by_its_id_or_its_words(text, expected):
    if expected:
        assert position_word(text) == expected
        return
    with pytest.raises(Refused):
        position_word(text)


@pytest.mark.parametrize(
    ("given", "seat", "why"),
    [
        ("ned", "ccas", "no-such-question-near"),
        ("zzzz", "ccas", "no-such-question"),
        ("mission", "ccas", "position-not-shared"),
        ("end-date", "ccas", "position-nothing"),
        ("aims", "ccas", "position-by-row"),
        ("aims/z", "ccas", "no-such-row"),
        ("need/a", "ccas", "position-whole"),
        ("need", "animation", "position-whose"),
        ("need", "entraide", "position-not-asked"),
        ("tasks/t", "parti", "position-not-asked"),
    ],
)
def test_what_cannot_be_stood_on_is_refused_with_the_rest(given, seat, why):
    with pytest.raises(RefusedAnswers) as refused:
        with_positions(table(), [(given, "carries"), ("need", "bof")], METHOD, seat)
    (key, first), *rest = refused.value.reasons
    assert (key, first.why) == (given, why)
    assert [one.why for _, one in rest] == [
        "position-whose"
        if seat == "animation"
        else ("position-not-asked" if seat in ("entraide", "parti") else "position-word")
    ]
    for language in LANGUAGES:
        assert first.say(language)


def test_positions_are_given_by_a_command_with_the_answer_they_are_about(partnerwiz, project):
    partnerwiz("organisation", project, "--add", "le CCAS")
    done = partnerwiz("answer", project, "--as", "ccas", "need=Un toit.", "--position",
                      "need=je ne peux pas", "--words", "La date.", "--publish")  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = read(project)["organisations"]["ccas"]["positions"]["need"]
    assert (said["word"], said["words"], said["publish"]) == ("cannot", "La date.", "yes")
    refused = partnerwiz("answer", project, "--as", "ccas", "--words", "x", "--position",
                         "need=carries", "--position", "model=carries")  # fmt: skip
    assert refused.returncode == 2
    refused = partnerwiz("answer", project, "--as", "ccas", "--position", "model=carries")
    assert refused.returncode == 1
    assert "rien n’y est encore écrit" in refused.stderr
    assert list(read(project)["organisations"]["ccas"]["positions"]) == ["need"]

    # the status tells what is left to say
    told = {
        one["id"]: one for one in json.loads(partnerwiz("status", "--json").stdout)["organisations"]
    }
    assert (told["ccas"]["positions"], told["lescale"]["positions"]) == ([], ["need"])
    assert told["ccas"]["to-confirm"] == []
    shown = partnerwiz("status").stdout
    assert "L’Escale : position à dire sur 1 formulation commune" in shown.replace("\u00a0", " ")


# Documents


@pytest.fixture(scope="module")
def render(tmp_path_factory):
    def render(source, project, language="fr", method=METHOD, form="md"):
        template = tmp_path_factory.mktemp("own") / "own.md"
        template.write_text(source, encoding="utf-8")
        made = documents.filled(template, project, method, language)
        return made, documents.write(made, form)

    return render


def by_phone(project, answers=("mission",)):
    return noted(project, "ccas", Receipt(answers, "phone", "2026-03-02", "directrice", "lescale"))


@pytest.mark.parametrize(
    ("language", "mark", "entry"),
    [
        (
            "fr",
            "[À CONFIRMER : mission – CCAS de Valmorin]",
            "mission, noté au téléphone le 2 mars 2026 : à relire par le CCAS de Valmorin",
        ),
        (
            "en",
            "[TO BE CONFIRMED: mission – CCAS de Valmorin]",
            "mission, noted by phone on 2 March 2026: to be read again by the CCAS de Valmorin",
        ),
    ],
)
def test_what_came_by_phone_is_to_be_confirmed_until_it_is_read_again(
    render, language, mark, entry
):
    source = "{{ answer('mission', 'ccas') }}"
    made, text = render(source, by_phone(table()), language)
    assert text.startswith("> **")  # a draft
    assert "Aider." in text
    (gap,) = made.gaps
    assert (gap.mark.replace("\u00a0", " "), gap.organisation) == (mark, "ccas")
    assert gap.entry.replace("\u00a0", " ").startswith(entry)
    made, text = render(source, confirmed(by_phone(table()), "ccas", None, "2026-03-09"), language)
    assert (made.gaps, text.strip()) == ((), "Aider.")
    at_hand = noted(table(), "ccas", Receipt(("mission",), "own-hand", "2026-03-02"))
    assert render(source, at_hand, language)[0].gaps == ()


def test_beyond_the_steps_of_a_charter_it_is_told_and_is_no_gap(render):
    later = method_of(*(["[]"] * 12), STEPS)
    project = by_phone(project_of(later, TEXT))
    made, text = render(
        "{{ answer('mission', 'ccas') }} {{ answer('tasks') }}", project, method=later
    )
    assert made.gaps == ()
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    assert "Aider. (noté au téléphone le 2 mars 2026, à relire par le CCAS de Valmorin)" in text
    assert "L’Escale (à confirmer par L’Escale)" in text


def test_a_line_that_names_an_organisation_waits_for_its_yes_in_every_template(render):
    for source in (
        "{{ answer('tasks') }}",
        "{% for one in rows('tasks') %}{{ one.lead }} {{ one.with }}{% endfor %}",
    ):
        made, text = render(source, table())
        assert [gap.organisation for gap in made.gaps] == ["lescale", "ccas", "entraide", "parti"]
        assert "À CONFIRMER : par le CCAS de Valmorin" in text.replace("\u00a0", " ")
        said = standing(table(), "tasks/t", words=CANARY, lescale="carries", ccas="cannot")
        made, text = render(source, said)
        marks = [gap.mark.replace("\u00a0", " ") for gap in made.gaps]
        assert marks[0] == "[EN ATTENTE : l’accord du CCAS de Valmorin]"
        assert CANARY not in text
        yes = dict.fromkeys(ALL, "supports")
        assert render(source, standing(table(), "tasks/t", **yes))[0].gaps == ()


def test_on_the_short_path_a_line_of_another_step_is_no_false_gap(render):
    short = replace(table(), path="short")
    made, text = render("{{ answer('tasks') }}", short)
    assert made.gaps == ()
    assert "(à confirmer par le CCAS de Valmorin)" in text


def test_a_mark_within_bold_is_marked_once(render):
    source = "{% for one in rows('tasks') %}- **{{ one.lead }}** – {{ one.task }}\n{% endfor %}"
    _, text = render(source, table())
    assert "- **L’Escale \\[À CONFIRMER\u00a0: par L’Escale\\]¹** – Mardi" in text


DEBATES = (
    "{% for one in debates() %}- {{ one.label }}{% if one.line %} ({{ one.line }}){% endif %}"
    " – {{ one.stand.who.the }} : {{ one.stand.word }} ; {{ one.stand.words }}\n{% endfor %}"
    "{% for one in rows('register') %}- {{ one.disagreement }}\n{% endfor %}"
)


def test_debates_are_what_each_agrees_to_see_printed_and_nothing_tells_of_the_others(render):
    project = standing(table(), "need", True, "La date.", ccas="cannot")
    project = standing(project, "aims/b", True, "Pas nous.", tanneurs="lets-pass")
    project = standing(project, "aims/a", True, "", ccas="lets-pass", tanneurs="supports")
    project = standing(project, "need", False, CANARY, tanneurs="cannot")
    project = standing(project, "register/r", True, lescale="supports", ccas="supports")
    _, text = render(DEBATES, project)
    assert text.replace("\u00a0", " ").replace("\u202f", " ").strip().splitlines() == [
        "- need – le CCAS de Valmorin : « je ne peux pas » ; La date.",
        "- aims (Une visite) – Les Tanneurs : « je laisse faire » ; Pas nous.",
        "- Le dimanche",
    ]
    kept = standing(table(), "need", False, CANARY, ccas="cannot")
    kept = standing(kept, "register/r", False, CANARY, lescale="supports", ccas="supports")
    assert render(DEBATES, kept)[1].strip() == ""
    stale = changed(project, "need", "Autre chose.")
    assert "need" not in render(DEBATES, stale)[1]


def test_no_document_in_any_format_holds_what_is_kept_from_print():
    """Unpublished words, and the disagreements that some of those named do not agree to print."""
    method = read_method(ROOT / "steps")
    from partnerwiz.project.example import example

    project = example(ROOT / "examples" / "fr", method, short=False)
    question = method.questions["register"]
    rows = {"x": {"disagreement": CANARY, "between": ["ccas", "lescale"], "since": "2026-01-01"}}
    project = project.with_value(question, TOGETHER, rows)
    last = {**project.sittings[-1], "noted": ["register", "need"]}
    project = replace(project, sittings=(*project.sittings[:-1], last))
    for one in positions.wordings(project, method):
        for each in positions.speakers(one, project):
            for word in ("cannot", "lets-pass") if one.question.id != "register" else ("supports",):
                project = with_position(one, project, each, Position(word, CANARY, publish=False))
    for language in LANGUAGES:
        for name in documents.available(ROOT / "templates"):
            step = "differences" if name == "worksheet" else None
            arrives = "lescale" if name in documents.BY_ORGANISATION else None
            path = ROOT / "templates"
            made = documents.document(name, project, method, path, language, step, arrives)
            for form in documents.FORMATS:
                text = documents.write(made, form)
                assert CANARY not in text, (name, form)
                if name in ("minutes", "charter"):
                    label = question.label[language]
                    assert label not in text, "not even that there is one"


@both
def test_the_paper_of_positions_shows_a_wording_once_all_have_said(language):
    project = standing(table(), "need", True, "Un soir.", ccas="cannot", lescale="carries")
    path = ROOT / "templates"

    def paper(of):
        made = documents.document("positions", of, METHOD, path, language)
        assert made.gaps == ()
        return documents.write(made, "md").replace("\u00a0", " ")

    waits = paper(project)
    assert say("choice-cannot", language) not in waits.split("## Need")[1].split("## ")[0]
    assert "Les Tanneurs" in waits
    told = paper(standing(project, "need", False, CANARY, tanneurs="lets-pass"))
    need = told.split("## Need")[1].split("## ")[0]
    assert say("choice-cannot", language) in need
    assert say("choice-lets-pass", language) not in need
    assert CANARY not in need
    assert "Mardi" not in told, "lines that wait for a yes are no debate"


@both
def test_what_waits_for_a_choice_is_on_the_agenda(language):
    project = replace(table(), proposals=(Proposal("answers/need", CANARY),))
    made = documents.document("agenda", project, METHOD, ROOT / "templates", language)
    text = documents.write(made, "md")
    assert say("doc-to-choose", language) in text
    assert "**need**" in text
    assert CANARY not in text


def test_minutes_tell_what_came_by_phone_and_what_waits_for_a_yes():
    project = by_phone(table())
    sitting = {"on": "2026-03-12", "noted": ["mission/ccas", "tasks"]}
    made = documents.document(
        "minutes", replace(project, sittings=(sitting,)), METHOD, ROOT / "templates", "fr"
    )
    text = documents.write(made, "md").replace("\u00a0", " ")
    assert made.gaps == ()
    assert "(noté au téléphone le 2 mars 2026, à relire par le CCAS de Valmorin)" in text
    assert "L’Escale (à confirmer par L’Escale)" in text


# At the keyboard


@pytest.fixture
def gathered(partnerwiz, begin):
    file = begin("--short")
    for name in ("le CCAS de Valmorin", "les Tanneurs"):
        partnerwiz("organisation", file, "--add", name)
    partnerwiz("answer", file, "need=Un toit.", "--as", "lescale")
    partnerwiz("answer", file, "--as", "ccas-de-valmorin", "--position", "need=cannot",
               "--words", CANARY)  # fmt: skip
    return Path(file)


def test_at_the_keyboard_one_says_first_and_sees_the_others_after(sit, gathered):
    t = sit("resume").asked("f  faire savoir où vous vous situez : 1 formulation")
    t.types("f").asked("Écrit ensemble :", "Un toit.", "1) je le porte", "5) le dire plus tard")
    assert "je ne peux pas –" not in t.everything
    assert CANARY not in t.everything
    t.types("3").enters().asked("Que faudrait-il changer ?").enters("La date.")
    t.asked("D’accord pour que ce soit imprimé").enters()  # no is what Enter means
    t.asked(
        "Où chacun se situe :",
        f"CCAS de Valmorin : je ne peux pas – {CANARY}",
        "L’Escale : je laisse faire – La date.",
        "Tanneurs : pas encore dit",
        "c  continuer avec",
    )
    said = read(gathered)["organisations"]["lescale"]["positions"]["need"]
    assert (said["word"], said["words"], said.get("publish")) == ("lets-pass", "La date.", None)
    assert "formulation" not in t.news, "nothing is left to say"
    t.presses("ctrl-c").ends(130)


def test_from_the_menu_one_says_anew_and_what_one_said_of_former_words_is_told(
    sit, gathered, partnerwiz, ask
):
    partnerwiz("answer", gathered, "--as", "lescale", "--position", "need=carries")
    partnerwiz("answer", gathered, "need=Une clé.", "--as", "lescale")
    t = sit("resume", "--question", "need").asked(ask("need"))
    t.menu("f  faire savoir où nous nous situons")
    t.asked("Une clé.", "Vous aviez dit, d’une formulation qui a changé depuis : je le porte")
    t.types("4").enters().asked("Que faudrait-il changer ?").presses("ctrl-c").ends(130)
    assert read(gathered)["organisations"]["lescale"]["positions"]["need"]["word"] == "cannot"


@both
def test_the_key_that_goes_on_is_the_one_the_screen_names(language):
    letter = say("go-on", language).partition("|")[0]
    for key in ("keys-stand", "keys-plain-stand"):
        assert say(key, language).casefold().startswith(letter), key
