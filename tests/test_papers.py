"""The papers of a meeting: the minutes of the last one, the agenda of the next, the sheet of a step."""

import functools
import re
from dataclasses import replace
from pathlib import Path

import pytest
from scripted import HEAD, ROOT, TABLE, method_of, project_of
from test_documents import HOSTILE, Page, parsed

from partnerwiz import documents
from partnerwiz.errors import PartnerwizError, Unreadable
from partnerwiz.project.example import example
from partnerwiz.project.model import Block, State
from partnerwiz.project.reading import read_project
from partnerwiz.project.sittings import last_sitting
from partnerwiz.words import LANGUAGES

TEMPLATES = ROOT / "templates"
PAPERS = ("minutes", "agenda", "worksheet")
CANARY = "canari-4711"
both = pytest.mark.parametrize("language", LANGUAGES)

STEPS = (
    f"""
    by: each
    questions:
      - {{id: mission, kind: long-text, short: sheet/1}}
      - {{id: values, kind: list, optional: yes, short: sheet/1}}
      - {{id: fear, kind: long-text, private: yes, label: {CANARY}-label, ask: {CANARY}-ask}}
      - {{id: heard, kind: text, by: together, talk: Posez le clavier. Chacun parle., short: meeting-1/2}}
    """,
    """
    by: together
    questions:
      - {id: need, kind: long-text, short: meeting-1/3, talk: À voix haute.}
      - id: existing
        kind: table
        short: meeting-1/4
        columns:
          - {id: what, kind: text, ask: Quoi}
          - {id: carrier, kind: organisation, ask: Porté par}
          - {id: since, kind: date, optional: yes, ask: Depuis}
      - {id: act, kind: text, by: each, short: between/5}
      - {id: interest, kind: list, by: each, short: meeting-2/6}
      - {id: renewed, kind: yes-no, short: meeting-2/7}
      - {id: how, kind: text, short: meeting-2/8, when: {renewed: yes}}
    """,
    "[{id: later, kind: text, by: together}, {id: cost, kind: text}]",
    "[{id: last, kind: text, by: together}]",
)


@pytest.fixture(scope="module")
def ours():
    return method_of(*STEPS)


SITTINGS = """\
sittings:
  - on: 2026-03-12
    present: [lescale]
    others: deux jeunes, un consultant
    decided: [Le groupe se réunit chaque mois., "Réponse : oui"]
    changed: [need, mission/lescale]
    noted: [existing, heard]
    calls: [la coordinatrice appelle le CCAS avant le 20 mars]
    corrections: 2026-03-20
    next: 2026-04-02
    where: salle du CCAS, 14 h
"""

ANSWERS = """\
answers:
  need: Un lieu le soir.
  heard: Personne ne sait qui appeler.
  existing:
    r1: {what: SIAO, carrier: ccas, since: 2020-01}
    r2: {what: Foyer, carrier: lescale}
open:
  heard: {state: under-discussion, who: "ccas, lescale", by: 2026-05}
  later: {state: unknown-yet, who: la directrice, by: 2026-06-30, note: le prix}
"""
BLOCKS = TABLE.replace(
    "role: partner\n", "role: partner\n    answers:\n      mission: Accueillir.\n", 1
)


def told(name, of, method, language="fr", form="md", step=None):
    made = documents.document(name, of, method, TEMPLATES, language, step)
    assert made.gaps == ()
    return documents.write(made, form)


@pytest.fixture(scope="module")
def sheets(method):
    """The sheet of every step of the method, by language, for the fictional partnership."""

    def of(language):
        project = example(ROOT / "examples" / language, method, short=False)
        step = functools.partial(told, "worksheet", project, method, language)
        return {one: step(step=one) for one in method.steps}

    return {language: of(language) for language in LANGUAGES}


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


# minutes

MINUTES = {
    "fr": """\
# Compte rendu de la réunion du 12 mars 2026 – « Passerelle 18-25 »

## Qui était là

**Organisations :** L’Escale

**Autres personnes :** deux jeunes, un consultant

**Partenaires qui n’y étaient pas :** le CCAS de Valmorin

## Ce qui a été décidé

- Le groupe se réunit chaque mois.
- Réponse : oui

## Ce qui a changé

- **need** (tous ensemble) : Un lieu le soir.
- **mission** (L’Escale) : Accueillir.

## Ce qui a été dit pour la première fois

- **existing** (tous ensemble) :

  - SIAO – Porté par : CCAS de Valmorin ; Depuis : janvier 2020
  - Foyer – Porté par : L’Escale

- **heard** (tous ensemble) :

  Personne ne sait qui appeler.

  (en discussion)

## Ce qui reste ouvert

- **heard** (tous ensemble) ; entre CCAS de Valmorin, L’Escale, d’ici à mai 2026
- **later** (tous ensemble) – le prix ; se renseigne : la directrice, d’ici au 30 juin 2026

## Qui appelle qui

- la coordinatrice appelle le CCAS avant le 20 mars

## Corrections

Chacun peut corriger ce compte rendu jusqu’au 20 mars 2026. Le silence ne vaut pas accord : tant qu’une organisation n’a pas répondu, rien n’est tenu pour accepté en son nom.

## Prochaine réunion

**Date :** 2 avril 2026

**Lieu et heure :** salle du CCAS, 14 h
""",
    "en": """\
# Minutes of the meeting of 12 March 2026: Passerelle 18-25

## Who was there

**Organisations:** L’Escale

**Others:** deux jeunes, un consultant

**Partners that were not there:** the CCAS de Valmorin

## What was decided

- Le groupe se réunit chaque mois.
- Réponse : oui

## What has changed

- **need** (all together): Un lieu le soir.
- **mission** (L’Escale): Accueillir.

## What was said for the first time

- **existing** (all together):

  - SIAO – Porté par: CCAS de Valmorin; Depuis: January 2020
  - Foyer – Porté par: L’Escale

- **heard** (all together):

  Personne ne sait qui appeler.

  (under discussion)

## What is still open

- **heard** (all together); between CCAS de Valmorin, L’Escale, by May 2026
- **later** (all together) – le prix; to be found out by la directrice, by 30 June 2026

## Who calls whom

- la coordinatrice appelle le CCAS avant le 20 mars

## Corrections

Anyone may correct these minutes until 20 March 2026. Silence is not consent: until an organisation has replied, nothing is taken as agreed in its name.

## Next meeting

**Date:** 2 April 2026

**Place and time:** salle du CCAS, 14 h
""",
}


@both
def test_minutes_tell_the_whole_sitting_in_its_order(ours, language):
    of = project_of(ours, SITTINGS + ANSWERS + BLOCKS)
    assert plain(told("minutes", of, ours, language)) == MINUTES[language]


@both
def test_sections_with_nothing_are_left_out_and_no_decision_is_said(ours, language):
    of = project_of(ours, "sittings:\n  - on: 2026-03\n    next:\n" + TABLE)
    text = plain(told("minutes", of, ours, language))
    headings = re.findall("^## (.*)", text, re.MULTILINE)
    nothing = {
        "fr": ["Ce qui a été décidé", "Aucune décision n’a été prise à cette réunion."],
        "en": ["What was decided", "No decision was taken at this meeting."],
    }[language]
    assert headings == [nothing[0], "Corrections"]
    assert nothing[1] in text
    assert ("jusqu’au …………" if language == "fr" else "until …………") in text, "no delay is invented"
    assert ("de mars 2026" if language == "fr" else "of March 2026") in text


def test_the_last_sitting_is_the_latest_whatever_the_order_of_the_lines(ours):
    text = "sittings:\n" + "".join(
        f"  - {{on: {on}, decided: [{what}]}}\n"
        for on, what in (("2026-03-12", "un"), ("2026-05-02", "deux"), ("2026-04-01", "trois"))
    )
    of = project_of(ours, text + TABLE)
    assert last_sitting(of).decided == ("deux",)
    again = replace(of, sittings=(*of.sittings, {"on": "2026-05-02", "decided": ["quatre"]}))
    assert last_sitting(again).decided == ("quatre",), "of two on one day, the one noted last"


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_sitting_it_is_said_how_to_note_one(ours, language):
    with pytest.raises(PartnerwizError) as refused:
        told("minutes", project_of(ours), ours, language)
    assert "partnerwiz resume" in refused.value.say(language)
    assert "--room" in refused.value.say(language)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State("withdrawn", on="2026-03-01"), "réponse retirée"),
        (State("not-disclosed"), "non communiqué"),
        (State("not-applicable"), "sans objet"),
        (State("unknown-yet"), "pas encore connu"),
    ],
)
def test_a_value_beside_a_state_that_hides_it_is_not_printed(ours, state, said):
    of = project_of(ours, SITTINGS + TABLE)
    block = Block(answers={"mission": CANARY}, open={"mission": state})
    of = of.with_organisation(replace(of.organisations["lescale"], block=block))
    text = plain(told("minutes", of, ours))
    assert f"- **mission** (L’Escale) : {said}\n" in text
    assert CANARY not in text


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (Block(answers={"mission": CANARY}, to_review={"mission": "not-text"}), "à revoir"),
        (Block(answers={"mission": ""}), "sans réponse"),
        (Block(), "sans réponse"),
        (Block(open={"mission": State("under-discussion")}), "(en discussion)"),
    ],
)
def test_what_cannot_be_quoted_is_named(ours, block, said):
    of = project_of(ours, SITTINGS + TABLE)
    of = of.with_organisation(replace(of.organisations["lescale"], block=block))
    text = plain(told("minutes", of, ours))
    assert f"- **mission** (L’Escale) : {said}\n" in text
    assert CANARY not in text


@pytest.mark.parametrize(
    "path",
    ["zzz", "zzz/lescale", "mission", "mission/zzz", "fear/lescale", "fear", "how", "/", "//x", ""],
)
def test_what_no_question_knows_or_nobody_says_is_quietly_left_out(ours, path):
    text = f"sittings: [{{on: 2026-03-12, changed: ['{path}'], noted: ['{path}']}}]\n"
    of = project_of(ours, text + "answers: {}\n" + TABLE)
    assert "**" not in told("minutes", of, ours)


def test_a_partner_is_not_missed_before_it_was_one_nor_where_nobody_told_who_came(ours):
    since = TABLE.replace("article: le\n", "article: le\n    since: 2026-04-01\n")
    assert "n’y étaient pas" not in told("minutes", project_of(ours, SITTINGS + since), ours)
    nobody = SITTINGS.replace("    present: [lescale]\n", "")
    assert "n’y étaient pas" not in told("minutes", project_of(ours, nobody + TABLE), ours)


def test_what_was_said_and_changed_in_one_sitting_is_told_once(ours):
    text = SITTINGS.replace("changed: [", "changed: [heard, ")
    of = project_of(ours, text + ANSWERS + TABLE)
    changed, noted = told("minutes", of, ours).split("Ce qui a été dit pour la première fois")
    assert "**heard**" not in changed
    assert "**heard**" in noted.split("##")[0]


# agenda


def headings(text):
    return re.findall("^## (.*)", plain(text), re.MULTILINE)


def asked(text):
    return re.findall(r"^\d+\. (.*)", plain(text), re.MULTILINE)


def on_short_path(method, text):
    return project_of(method, "settings:\n  path: short\n" + text)


@both
def test_an_agenda_of_the_short_path_is_one_meeting(ours, language):
    of = on_short_path(ours, SITTINGS + BLOCKS)
    text = plain(told("agenda", of, ours, language))
    aloud = {"fr": "à voix haute", "en": "aloud"}[language]
    assert asked(text) == [f"heard – *{aloud}*", f"need – *{aloud}*", "existing"]
    assert {"fr": "2 avril 2026", "en": "2 April 2026"}[language] in text
    assert "salle du CCAS, 14 h" in text
    line = {"fr": "on parle d’abord, on écrit ensuite", "en": "we talk first and write afterwards"}
    assert line[language] in text
    assert "- **CCAS de Valmorin** – mission\n" in text, "L’Escale has said its mission already"
    assert "values" not in text, "what is optional is not owed"
    assert "act" not in asked(text)


def test_once_a_meeting_is_done_the_agenda_goes_on_to_the_next(ours):
    said = ANSWERS.partition("open:")[0]
    of = on_short_path(ours, said + TABLE)
    text = plain(told("agenda", of, ours))
    assert asked(text) == [
        "interest (chacun à son tour : le CCAS de Valmorin et L’Escale)",
        "renewed",
    ], "a question is asked only once what it depends on is answered"
    assert "- **CCAS de Valmorin** – mission ; act\n" in text
    assert "on parle d’abord" not in text


def test_an_agenda_of_the_whole_path_goes_no_further_than_two_steps(ours):
    of = project_of(ours, TABLE)
    text = plain(told("agenda", of, ours))
    assert [one.split()[0] for one in asked(text)] == [
        "heard", "need", "existing", "act", "interest", "renewed",
    ]  # fmt: skip
    assert "later" not in text
    assert "cost" not in text
    assert "**Date :** …………" in text
    assert "**Lieu et heure :** …………" in text


def test_what_was_left_open_around_the_table_is_taken_up_again(ours):
    blocks = BLOCKS + "    open:\n      mission: {state: unknown-yet}\n"
    blocks += "      interest: {state: under-discussion, who: le bureau}\n"
    text = plain(told("agenda", project_of(ours, ANSWERS + blocks), ours))
    again = text.partition("## Ce que nous reprenons\n")[2].partition("##")[0]
    assert again.strip().split("\n") == [
        "- **heard** (tous ensemble) ; entre CCAS de Valmorin, L’Escale, d’ici à mai 2026",
        "- **interest** (CCAS de Valmorin) ; entre le bureau",
        "- **later** (tous ensemble) – le prix ; se renseigne : la directrice, d’ici au 30 juin 2026",
    ]
    assert "mission" not in text, "each finds that out at home"


def test_those_envisaged_stand_apart_and_those_who_left_do_not_stand_at_all(ours):
    roles = {"ville": "envisaged", "caf": "left", "entraide": "associate", "siao": "network"}
    more = "".join(f"  {one}:\n    name: {one}\n    role: {roles[one]}\n" for one in roles)
    text = plain(told("agenda", project_of(ours, TABLE + more), ours))
    invited = text.partition("## Qui inviter\n")[2].partition("##")[0]
    assert invited.strip().split("\n\n") == [
        "**Partenaires :** le CCAS de Valmorin et L’Escale",
        "**Organisations associées :** entraide",
        "**Organisations envisagées, si vous souhaitez déjà les inviter :** ville",
    ]
    assert "caf" not in text
    assert "siao" not in text


def test_the_first_meeting_can_be_prepared_before_anyone_else_is_a_partner(ours):
    alone = TABLE.replace("article: le\n    role: partner", "article: le\n    role: envisaged")
    assert "need" in told("agenda", on_short_path(ours, alone), ours)


@both
def test_an_agenda_ends_with_room_for_what_people_want_to_add(ours, language):
    text = told("agenda", project_of(ours), ours, language)
    last = {"fr": "Les points que chacun veut ajouter", "en": "Points anyone wants to add"}
    assert headings(text)[-1] == last[language]
    assert re.search(r"(- …{20,}\n){3}$", text)


# worksheet

KINDS = """
by: together
questions:
  - {id: line, kind: text, help: Une aide., example: EXEMPLE}
  - {id: page, kind: long-text, optional: yes}
  - {id: many, kind: list}
  - {id: fixed, kind: list, rows: {a: Premier, b: Second}}
  - {id: day, kind: date}
  - {id: hours, kind: number, unit: heures par mois}
  - {id: price, kind: money}
  - {id: yes, kind: yes-no}
  - {id: one, kind: choice, options: {a: Ceci, other: autre}}
  - {id: after, kind: text, when: {yes: yes, one: [a, other]}}
  - {id: then, kind: text, when: {line: any, page: empty}}
  - {id: who, kind: organisation}
  - id: parts
    kind: table
    rows: partners
    columns: [{id: room, kind: yes-no, ask: Salle}, {id: sum, kind: money, ask: Montant}]
  - id: free
    kind: table
    columns: [{id: what, kind: text, ask: Quoi}, {id: when, kind: date, optional: yes, ask: Quand}]
  - {id: follow, kind: table, rows: many, columns: [{id: sign, kind: text, ask: Signe}]}
  - id: wide
    kind: table
    columns:
      - {id: a, kind: text, ask: A}
      - {id: b, kind: choice, options: {x: X, y: Y}, ask: B}
      - {id: c, kind: date, ask: C}
      - {id: d, kind: money, ask: D}
      - {id: e, kind: organisation, ask: E}
"""
LINE = "…" * 40


@pytest.fixture(scope="module")
def kinds():
    return method_of(KINDS)


def rooms(text):
    """What stands under each question, by its number."""
    found = re.split(r"^\*\*(\d+)\. ", plain(text), flags=re.MULTILINE)
    return {int(number): body for number, body in zip(found[1::2], found[2::2], strict=True)}


def test_each_kind_of_question_has_the_room_it_needs(kinds):
    of = project_of(kinds, "answers:\n  line: RÉPONSE\n  many: {r1: Un, r2: Deux}\n" + TABLE)
    text = told("worksheet", of, kinds, step="step-1")
    assert "RÉPONSE" not in text, "no earlier answer is printed"
    assert "EXEMPLE" not in text, "examples anchor"
    found = rooms(text)
    assert found[1] == f"line**\n\n*Une aide.*\n\n{LINE}\\\n{LINE}\n\n"
    assert found[2].startswith("page** *(facultatif)*\n")
    assert found[2].count(LINE) == 5
    assert found[3].count(f". {LINE}") == 4
    assert f"1. Premier : {LINE}\n2. Second : {LINE}" in found[4]
    assert found[5].strip().endswith("………… (jour, mois, année)")
    assert found[6].strip().endswith("………… heures par mois")
    assert found[7].strip().endswith("………… €")
    assert "- ☐ oui\n- ☐ non" in found[8]
    assert f"- ☐ Ceci\n- ☐ autre : {LINE}" in found[9]
    assert (
        "*Si la réponse à la question 8 est « oui » et la réponse à la question 9 est « Ceci » ou "
        "« autre ».*"
    ) in found[10]
    assert (
        "*Si vous avez répondu à la question 1 et vous n’avez pas répondu à la question 2.*"
        in found[11]
    )
    assert "- ☐ CCAS de Valmorin\n- ☐ L’Escale" in found[12]
    assert "|  | Salle | Montant (€) |" in found[13]
    assert "| CCAS de Valmorin | ☐ oui / ☐ non |  |" in found[13]
    assert "| Quoi | Quand (le cas échéant) |" in found[14]
    assert found[14].count("|  |  |\n") == 4
    assert "| Un |  |\n| Deux |  |" in found[15], "rows that are known are named"
    assert found[16].count("B : ☐ X") == 3
    assert "D (€) : " in found[16]
    assert "E : ☐ CCAS de Valmorin" in found[16]


def test_english_sheets_are_english(kinds):
    found = rooms(told("worksheet", project_of(kinds), kinds, "en", step="step-1"))
    assert found[2].startswith("page** *(optional)*\n")
    assert "*If the answer to question 8 is ‘oui’" not in found[10]
    assert "*If the answer to question 8 is ‘yes’ and the answer to question 9 is" in found[10]
    assert "- ☐ yes\n- ☐ no" in found[8]
    assert "(day, month, year)" in found[5]


def test_rows_that_are_not_known_yet_are_blanks(kinds):
    found = rooms(told("worksheet", project_of(kinds), kinds, step="step-1"))
    assert found[15].count("|  |\n") == 4


def test_a_condition_on_an_earlier_step_names_the_question():
    method = method_of(
        "[{id: first, kind: yes-no, label: le début}]",
        "[{id: second, kind: text, when: {first: no}}]",
    )
    text = plain(told("worksheet", project_of(method), method, step="step-2"))
    assert "*Si la réponse à une question déjà posée (« le début ») est « non ».*" in text


@both
def test_private_questions_stand_apart_at_the_end_and_the_others_by_who_answers(ours, language):
    text = plain(told("worksheet", project_of(ours), ours, language, step="step-1"))
    apart = {
        "fr": ["Tous ensemble", "À garder chez vous : ne se lit pas en réunion"],
        "en": ["All together", "To keep at home: not to be read out at a meeting"],
    }[language]
    assert headings(text)[1:] == apart
    assert [rooms(text)[one].split("*")[0] for one in (1, 2, 3, 4)] == [
        "mission", "values", "heard", f"{CANARY}-ask",
    ]  # fmt: skip
    page = told("worksheet", project_of(ours), ours, language, "html", "step-1")
    assert page.count('<section class="apart">') == 2
    assert text.count("Organisation") == 2, "of those who answer alone, and of what each keeps"


def test_nobody_is_told_to_leave_a_keyboard_beside_a_sheet_of_paper(ours, sheets):
    text = plain(told("worksheet", project_of(ours), ours, step="step-1"))
    assert "**D’abord, à voix haute :** Posez les stylos. Chacun parle." in text
    for language, word in (("fr", "clavier"), ("en", "keyboard")):
        assert not any(word in text for text in sheets[language].values())


def test_on_the_short_path_a_sheet_asks_what_that_path_asks_and_else_all(ours):
    of = on_short_path(ours, TABLE)
    assert len(rooms(told("worksheet", of, ours, step="step-1"))) == 3
    assert len(rooms(told("worksheet", of, ours, step="step-3"))) == 2


def test_a_template_that_needs_a_step_says_so_with_its_line(ours):
    with pytest.raises(Unreadable, match="unreadable") as refused:
        told("worksheet", project_of(ours), ours)
    assert re.search(r"worksheet\.md:\d+: .*--step 9", refused.value.say("en"))


@both
def test_every_step_of_the_method_makes_a_sheet(method, sheets, language):
    for step in method.steps.values():
        text = sheets[language][step.id]
        assert list(rooms(text)) == list(range(1, len(step.questions) + 1)), step.id
        examples = [one.example[language] for one in step.questions if one.example]
        assert [one for one in examples if len(one) > 30 and one in text] == []


# what never gets in


@pytest.mark.parametrize("form", documents.FORMATS)
@both
def test_nothing_private_reaches_minutes_or_agenda_not_even_a_label(ours, language, form):
    paths = "[fear, fear/lescale, fear/ccas, mission/lescale]"
    text = f"sittings: [{{on: 2026-03-12, changed: {paths}, noted: {paths}}}]\n"
    of = project_of(ours, text + "answers: {}\n" + BLOCKS)
    private = Block(
        answers={"fear": f"{CANARY}-answer"},
        open={"fear": State("under-discussion", who=f"{CANARY}-who", note=f"{CANARY}-note")},
    )
    of = replace(of, private={"lescale": private})
    for name in ("minutes", "agenda"):
        assert CANARY not in told(name, of, ours, language, form), name
    sheet = told("worksheet", of, ours, language, form, "step-1")
    assert set(re.findall(rf"{CANARY}-\w+", sheet)) == {f"{CANARY}-ask"}, "a blank, and no answer"


@both
def test_the_examples_keep_to_themselves_what_is_private(method, sheets, language):
    of = example(ROOT / "examples" / language, method, short=False)
    answers = str(of.private[of.initiator].answers.values())
    said = set(re.findall(r"'([^']{25,})'", answers))
    assert len(said) > 10
    texts = [told(one, of, method, language) for one in ("minutes", "agenda")]
    texts += sheets[language].values()
    assert [one for one in said if any(one in text for text in texts)] == []


def minutes_saying(words, method, form):
    record = {"on": "2026-03-12", "decided": [words], "calls": [words]}
    record |= {"where": words, "others": words}
    of = replace(project_of(method, TABLE), sittings=(record,), title=words)
    return told("minutes", of, method, form=form)


@pytest.fixture(scope="module")
def harmless(ours):
    """The structure and the elements of minutes in which each text is one word."""
    structure, _ = parsed(minutes_saying("mot", ours, "md"))
    return structure, Page(minutes_saying("mot", ours, "html")).elements


@pytest.mark.parametrize("words", HOSTILE)
def test_a_decision_is_text_whatever_it_holds(ours, harmless, words):
    structure, found = parsed(minutes_saying(words, ours, "md"))
    page = Page(minutes_saying(words, ours, "html"))
    elements = [one for one in page.elements if one != ("br",)]
    assert (structure, elements) == harmless
    bare = words.replace("\n", "").strip()
    assert bare in found
    assert bare in page.text


@pytest.mark.parametrize("form", documents.FORMATS)
@pytest.mark.parametrize("name", PAPERS)
def test_same_project_same_bytes(ours, name, form):
    of = project_of(ours, SITTINGS + ANSWERS + BLOCKS)
    step = "step-2" if name == "worksheet" else None
    assert len({told(name, of, ours, "fr", form, step) for _ in range(3)}) == 1


def test_only_a_paper_to_be_filled_in_brings_the_style_of_one(ours):
    of = project_of(ours, SITTINGS + TABLE)
    assert ".lines" not in told("minutes", of, ours, form="html")
    assert ".lines" in told("worksheet", of, ours, form="html", step="step-1")


def test_an_untitled_project_leaves_room_for_its_name(ours):
    of = replace(project_of(ours, SITTINGS + TABLE), title=" ")
    for name in PAPERS:
        assert "…………" in told(name, of, ours, step="step-1").split("\n")[0]


@pytest.mark.parametrize("name", PAPERS)
def test_the_head_of_a_template_tells_every_name_it_uses_and_both_use_the_same(name):
    used = []
    for language in LANGUAGES:
        source = (TEMPLATES / language / f"{name}.md").read_text(encoding="utf-8")
        head, _, body = source.partition("#}")
        names = set(
            re.findall(r"\b(?:sitting|agenda|sheet)\.\w+|\btitled\b|\bblank\b|\bline\b", body)
        )
        assert names
        assert {one for one in names if one not in head} == set()
        used.append(names - {"blank"})  # a French date and the blank in its place read differently
    assert used[0] == used[1]


# sittings in a file

DAMAGED = [
    ("sittings: [2026-03-12]", "5", "a meeting is noted on several lines, the first being “- on:”"),
    ("sittings: hier", "5", "“sittings” expects a list"),
    ("sittings:\n  - decided: [a]", "6", "“on” is missing. Add a line “on: …”."),
    ("sittings:\n  - on: [a]", "6", "“on” expects a text"),
    ("sittings:\n  - on: hier", "6", "“hier” is not a date for “on” (example: 2026-03-31)."),
    ("next: demain", "7", "“demain” is not a date for “next” (example: 2026-03-31)."),
    ("corrections: 20 mars", "7", "“20 mars” is not a date for “corrections”"),
    ("where: [a]", "7", "“where” expects a text and finds a list"),
    ("others: {a: b}", "7", "“others” expects a text"),
    ("decided: une phrase", "7", "“decided” expects a list: one line for each item"),
    ("decided:\n    - [a, b]", "8", "“decided” expects a text"),
    ("calls:\n    - a\n    - {b: c}", "9", "“calls” expects a text"),
    ("present: [lescale, cccas]", "7", "Organisations: lescale, ccas. Did you mean “ccas”?"),
    ("noted: {a: b}", "7", "“noted” expects a list"),
    ("decide: [a]", "7", "“decide” is not known here."),
    ('decided: ["a\\u202Eb"]', "7", "“decided” holds an invisible character (U+202E)."),
]


@pytest.mark.parametrize(("text", "line", "said"), DAMAGED)
def test_a_sitting_damaged_by_hand_is_told_with_its_line_and_remedy(ours, text, line, said):
    if not text.startswith("sittings"):
        text = f"sittings:\n  - on: 2026-03-12\n    {text}"
    with pytest.raises(Unreadable) as told_of:
        project_of(ours, f"{text}\n{TABLE}")
    for language in LANGUAGES:
        (sentence,) = told_of.value.say(language).split("\n")
        assert sentence.startswith(f"valmorin.yaml:{line}: ")
    assert said in sentence


def test_mistakes_in_sittings_are_told_all_at_once(ours):
    text = "sittings:\n  - on: hier\n    next: demain\n    present: [x]\n  - on: 2026-03-12\n    calls: a\n"
    with pytest.raises(Unreadable) as told_of:
        project_of(ours, text + TABLE)
    assert [one.line for one in told_of.value.problems] == [6, 7, 8, 10]


def test_what_is_left_empty_is_no_mistake_and_what_is_unknown_survives(ours):
    text = (
        "sittings:\n  - on: 2026-03-12\n    next:\n    decided:\n    present: []\n    mood: calme\n"
    )
    whole = HEAD + text + TABLE + "...\n"
    project, file = read_project(whole, Path("valmorin.yaml"), ours)
    assert project.sittings[0]["mood"] == "calme"
    assert str(file) == whole
    assert last_sitting(project).decided == ()


# the command


@pytest.fixture
def file(desk):
    sitting = "sittings: [{on: 2026-03-12, present: [lescale], decided: [Oui.]}]\n"
    (desk / "passerelle.yaml").write_text(HEAD + sitting + TABLE + "...\n", encoding="utf-8")
    return desk / "passerelle.yaml"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (["--document", "minutes"], "minutes.fr.md"),
        (["--document", "agenda", "--lang", "en"], "agenda.en.md"),
        (["--document", "minutes", "--format", "html"], "minutes.fr.html"),
        (["--document", "worksheet", "--step", "9"], "worksheet-9.fr.html"),
        (["--document", "worksheet", "--step", "fin", "--format", "md"], "worksheet-end.fr.md"),
        ([], "charter.fr.html"),
    ],
)
def test_each_paper_is_written_under_its_name_in_its_usual_format(
    partnerwiz, desk, file, words, written
):
    done = partnerwiz("export", file.name, *words)
    assert (done.returncode, done.stdout) == (0, "")
    assert {one.name for one in desk.glob("passerelle-*")} == {f"passerelle-{written}"}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--document", "worksheet"], 2, "partnerwiz export --document worksheet --step 9"),
        (["--document", "worksheet", "--step", "20"], 2, "Il n’y a pas d’étape 20"),
        (["--document", "minutes", "--step", "9"], 2, "retirez --step"),
        (
            ["--document", "minuts"],
            2,
            "agenda, charter, minutes, newcomer, positions, sheet, worksheet",
        ),
    ],
)
def test_wrong_use_says_what_is_expected(partnerwiz, desk, file, words, code, said):
    done = partnerwiz("export", file.name, *words)
    assert done.returncode == code
    assert said in plain(done.stderr)
    assert list(desk.glob("passerelle-*")) == []


def test_a_project_without_a_sitting_says_so_and_a_damaged_one_says_where(partnerwiz, file):
    file.write_text(HEAD + TABLE + "...\n", encoding="utf-8")
    done = partnerwiz("export", "--document", "minutes")
    assert done.returncode == 1
    assert "partnerwiz resume FICHIER --room" in done.stderr
    text = HEAD + "sittings:\n  - on: 2026-02-30\n" + TABLE + "...\n"
    file.write_text(text, encoding="utf-8")
    done = partnerwiz("export", "--document", "minutes")
    assert done.returncode == 1
    assert plain(done.stderr).startswith("passerelle.yaml:6: « 2026-02-30 » n’est pas une date")


@both
def test_the_example_has_minutes_worth_reading(method, language):
    of = example(ROOT / "examples" / language, method, short=False)
    text = plain(told("minutes", of, method, language))
    assert len(headings(text)) == 8, "every section has something"
    assert "Partenaires qui" in text or "Partners that" in text
    for record in of.sittings:
        assert record["on"] <= record["corrections"] <= record["next"]
    vocabulary = {"fr": r"étape|\bétat\b|bloc", "en": r"\bstep\b|\bstate\b|block"}[language]
    fixed = re.sub("^(- |  - ).*", "", text, flags=re.MULTILINE)
    assert not re.search(vocabulary, fixed, re.IGNORECASE)
