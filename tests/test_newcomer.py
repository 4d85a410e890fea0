"""Two pages for whoever arrives in the name of an organisation."""

import pytest
from scripted import ROOT, method_of, project_of

from partnerwiz import documents
from partnerwiz.errors import Unreadable
from partnerwiz.project.example import example
from partnerwiz.project.model import TOGETHER, Position, State
from partnerwiz.project.positions import About, with_position
from partnerwiz.words import LANGUAGES

TEMPLATES = ROOT / "templates"
METHOD = method_of(
    """
    - {id: interest, kind: list}
    - {id: fear, kind: text, private: yes}
    - {id: origin, kind: text, private: yes, release: whole}
    - {id: mission, kind: text}
    """,
    """
    by: together
    questions:
      - {id: need, kind: text, positions: whole}
      - {id: rule, kind: text, positions: whole}
      - id: actions
        kind: table
        confirm: [lead]
        columns: [{id: action, kind: text}, {id: lead, kind: organisation}]
      - id: newcomer
        kind: table
        columns: [{id: handed, kind: text}, {id: may-reopen, kind: text}]
    """,
)
QUESTIONS = METHOD.questions


def told(project, method=METHOD, language="fr", of="ccas"):
    made = documents.document("newcomer", project, method, TEMPLATES, language, organisation=of)
    assert made.gaps == ()
    text = documents.write(made, "md")
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def project():
    project = project_of(METHOD)
    table = {
        "need": "Un toit.",
        "rule": "À l’unanimité.",
        "actions": {"r1": {"action": "Accueil du mardi", "lead": "ccas"}},
        "newcomer": {"r1": {"handed": "la charte", "may-reopen": "tout ce qui étonne"}},
    }
    for name, value in table.items():
        project = project.with_value(QUESTIONS[name], TOGETHER, value)
    project = project.with_value(QUESTIONS["interest"], "ccas", {"r1": "rencontrer les jeunes"})
    project = project.with_value(QUESTIONS["interest"], "lescale", {"r1": "CANARI d’une autre"})
    return project.with_value(QUESTIONS["fear"], "ccas", "CANARI privé")


def test_it_tells_what_was_said_where_the_house_is_named_and_what_is_left_to_say(project):
    said = Position("supports", "si cela dure", publish=True)
    project = with_position(About(QUESTIONS["need"]), project, "ccas", said)
    project = project.with_state(
        QUESTIONS["rule"], TOGETHER, State("under-discussion", who="ccas", by="2026-03-01")
    )
    text = told(project)
    assert text.startswith("# Où nous en sommes – « Passerelle 18-25 »")
    assert "au nom du CCAS de Valmorin" in text
    assert "Autour de la table :** le CCAS de Valmorin et L’Escale" in text
    assert "**Need :** Un toit." in text
    assert "- rencontrer les jeunes" in text
    assert "- need – le soutient : « si cela dure »" in text
    assert "- actions – Accueil du mardi (lead) – *son accord est attendu*" in text
    assert "- rule (tous ensemble) ; entre CCAS de Valmorin, d’ici au 1er mars 2026" in text
    assert "pas encore dit où elle se situe :** rule" in text
    assert "encore de sa part :** mission" in text
    assert "tout ce qui étonne" in text
    assert "CANARI" not in text


def test_a_stand_on_a_text_that_has_changed_is_to_be_taken_again(project):
    said = Position("carries", publish=True)
    project = with_position(About(QUESTIONS["need"]), project, "ccas", said)
    project = project.with_value(QUESTIONS["need"], TOGETHER, "Un toit, le soir.")
    text = told(project)
    assert "need – le porte (le texte a changé depuis : à dire de nouveau)" in text
    assert "se situe :** need ; rule" in text


def test_a_stand_that_is_not_for_print_is_only_said_to_exist(project):
    project = with_position(About(QUESTIONS["need"]), project, "ccas", Position("cannot", "non"))
    text = told(project)
    assert "ne peut pas" not in text
    assert "sur d’autres textes (1), et non pour l’imprimé" in text


def test_what_it_made_public_of_its_private_answers_is_there_and_nothing_more(project):
    text = told(project.with_block("ccas", released={"origin": "un appel du préfet"}))
    assert "**Origin :** un appel du préfet" in text
    assert "CANARI" not in text


def test_an_organisation_that_has_said_nothing_yet_is_told_what_awaits_it(project):
    text = told(project, of="lescale", language="en")
    assert "in the name of L’Escale" in text
    assert "not yet said where it stands:** need; rule" in text
    assert "Where your organisation is named" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_private_answer_of_the_example_is_in_these_pages(method, language):
    of = example(ROOT / "examples" / language, method, short=False)
    for question in method:
        if question.private and question.kind in ("text", "long-text"):
            of = of.with_value(question, of.initiator, "CANARI")
    assert "CANARI" in str(of.private[of.initiator].answers)
    assert "CANARI" not in told(of, method, language, of.initiator)


def test_for_whom_must_be_said(project, partnerwiz, begin):
    with pytest.raises(Unreadable, match="unreadable"):
        told(project, of=None)
    file = begin()
    whose = partnerwiz("export", file, "--document", "newcomer")
    other = partnerwiz("export", file, "--organisation", "lescale")
    nobody = partnerwiz("export", file, "--document", "newcomer", "--organisation", "nobody")
    assert [whose.returncode, other.returncode, nobody.returncode] == [2, 2, 2]
    assert "--organisation" in whose.stderr
    done = partnerwiz("export", file, "--document", "newcomer", "--organisation", "lescale")
    assert "valmorin-newcomer-lescale.fr.html" in done.stderr
