"""Step files: every mistake of a folder at once, with its line and what to do; the shipped ones are sound."""

import pytest
import yaml
from scripted import ROOT, method_of, write_steps

from partnerwiz.errors import PartnerwizError, Unreadable
from partnerwiz.method.kinds import KINDS
from partnerwiz.method.reading import read_method
from partnerwiz.project.calling import on_path
from partnerwiz.words import unseen

STEPS = ROOT / "steps"
METHOD = read_method(STEPS)


def problems(folder, files, language):
    """Every problem, as it is told, with paths from the steps folder."""
    with pytest.raises(Unreadable) as unreadable:
        read_method(write_steps(folder, files))
    told = unreadable.value.say(language).replace(f"{folder}/", "")
    return told.replace("\u00a0", " ").replace("\u202f", " ").split("\n")


BAD = {
    "1-stakes/01-need.yaml": """
        title: {fr: Le besoin}
        by: everybody
        why: {fr: Pourquoi, en: ""}
        queries: []
        questions:
          - id: need
            kind: tabel
            aks: Quel besoin ?
            label: besoin
          - id: Besoin Écrit
            kind: choice
            ask: a
          - id: people
            kind: table
            ask: a
            label: l
            unit: euros
            optional: true
            columns:
              - {id: who, kind: text, ask: Qui}
              - {id: who, kind: list, ask: Qui}
              - {id: size, kind: choice, ask: Combien, options: {few: peu}}
              - {id: why, kind: text, ask: Pourquoi, when: {size: many, sise: few}}
            confirm: [whom]
          - {id: fear, kind: text, label: l, ask: a, private: yes, release: [part]}
    """,
    "1-stakes/02-more.yaml": """
        title: Plus
        by: together
        questions:
          - {id: need, kind: text, label: l, ask: a}
          - {id: after, kind: row, of: later, label: l, ask: a}
          - {id: shown, kind: text, label: l, ask: a, recall: fear, when: {fear: any}}
          - {id: near, kind: text, label: l, ask: a, carry: peple, when: {opt: mabye, fre: any}}
          - {id: opt, kind: yes-no, label: l, ask: a}
          - {id: kept, kind: number, label: l, ask: a, carry: opt, release: whole}
          - {id: ours, kind: text, label: l, ask: a, private: yes}
          - {id: cells, kind: row, label: l, ask: a, of: opt}
          - {id: later, kind: list, label: l, ask: a, short: tomorrow, options: {a: b}}
          - texte
    """,
    "1-stakes/3-short.yaml": "title: Trois\nby: each\n",
    "2-more/05-colon.yaml": "title: Le but : créer\nby: each\n",
    "2-more/06-anchor.yaml": "title: &a Un\nby: each\n",
    "2-more/07-twice.yaml": "title: Un\ntitle: Deux\nby: each\n",
    "2-more/09-untitled.yaml": "by: each\n",
    "2-more/phase.yaml": "titel: Deux\n",
}


ENGLISH = """
1-stakes/01-need.yaml:1: “title” has no text in “en”. Add a line “en: …”.
1-stakes/01-need.yaml:2: “everybody” is not accepted for “by”. Possible values: initiator, each, together.
1-stakes/01-need.yaml:3: “en” is empty. Write the text, or remove the line.
1-stakes/01-need.yaml:4: “queries” is not known here. Known keys: by, done-when, pitfalls, questions, talk, title, why.
1-stakes/01-need.yaml:6: “ask” is missing. Add a line “ask: …”.
1-stakes/01-need.yaml:7: “tabel” is not accepted for “kind”. Possible values: text, long-text, number, money, date, yes-no, choice, choices, list, table, organisation, organisations, row. Did you mean “table”?
1-stakes/01-need.yaml:8: “aks” is not known here. Known keys: ask, by, carry, columns, confirm, example, help, id, kind, label, may-end, of, optional, options, positions, private, recall, release, rows, short, talk, unit, was, when. Did you mean “ask”?
1-stakes/01-need.yaml:10: “Besoin Écrit” cannot be an id: lower-case letters without accents, digits and hyphens, for example “first-review”.
1-stakes/01-need.yaml:10: “label” is missing. Add a line “label: …”.
1-stakes/01-need.yaml:10: a question of kind “choice” needs “options”.
1-stakes/01-need.yaml:13: “confirm” names “whom”, which is the id of no question. Did you mean “who”?
1-stakes/01-need.yaml:17: “unit” means nothing for a question of kind “table”. Remove it.
1-stakes/01-need.yaml:18: “true” is not accepted for “optional”. Possible values: yes, no.
1-stakes/01-need.yaml:21: a column cannot be of kind “list”.
1-stakes/01-need.yaml:21: the id “who” is already taken (people). It must be unique in the whole method.
1-stakes/01-need.yaml:23: “many” is not a possible answer to “size”. Possible answers: few, any, empty.
1-stakes/01-need.yaml:23: “when” names “sise”, which is the id of no question.
1-stakes/01-need.yaml:25: “release” names “part”, which is the id of no question.
1-stakes/02-more.yaml:4: the id “need” is already taken (01-need.yaml:6). It must be unique in the whole method.
1-stakes/02-more.yaml:5: “of” names “later”, which comes later (02-more.yaml:12). Only what comes before can be named.
1-stakes/02-more.yaml:6: “when” names “fear”, a private question: a private answer is seen nowhere else. Remove this reference.
1-stakes/02-more.yaml:6: “recall” names “fear”, a private question: a private answer is seen nowhere else. Remove this reference.
1-stakes/02-more.yaml:7: “when” names “opt”, which comes later (02-more.yaml:8). Only what comes before can be named.
1-stakes/02-more.yaml:7: “when” names “fre”, which is the id of no question.
1-stakes/02-more.yaml:7: “carry” names “peple”, which is the id of no question. Did you mean “people”?
1-stakes/02-more.yaml:7: “mabye” is not a possible answer to “opt”. Possible answers: yes, no, any, empty.
1-stakes/02-more.yaml:9: “release” is for private questions only. Remove it, or add “private: yes”.
1-stakes/02-more.yaml:9: an answer of kind “yes-no” cannot be the start of a question of kind “number”.
1-stakes/02-more.yaml:10: a private question belongs to one organisation: it cannot be answered together.
1-stakes/02-more.yaml:11: “opt” is neither a table nor a list.
1-stakes/02-more.yaml:12: “tomorrow” is not a place on the short path: sheet, meeting-1, between, meeting-2, followed if need be by the number of the entry, for example meeting-1/9.
1-stakes/02-more.yaml:12: “options” means nothing for a question of kind “list”. Remove it.
1-stakes/02-more.yaml:13: “id” is missing. Add a line “id: …”.
1-stakes/02-more.yaml:13: “kind” is missing. Add a line “kind: …”.
1-stakes/02-more.yaml:13: “ask” is missing. Add a line “ask: …”.
1-stakes/02-more.yaml:13: “label” is missing. Add a line “label: …”.
1-stakes/02-more.yaml:13: “questions” expects “key: value” lines, indented by two spaces.
1-stakes/3-short.yaml: the name of this file does not tell its place. Name it for example 04-identity.yaml, or ending.yaml for the end.
2-more/05-colon.yaml:1: a colon with spaces around it cuts the sentence in two for YAML. Put the sentence between quotes, for example fr: "Le but : créer un lien".
2-more/06-anchor.yaml:1: “a”: anchors and aliases (& and *) are not read here. Write the value out, or put it between quotes if it starts with & or *.
2-more/07-twice.yaml:2: “title” already stands on line 1. Keep one of the two.
2-more/09-untitled.yaml:1: “title” is missing. Add a line “title: …”.
2-more/phase.yaml:1: “title” is missing. Add a line “title: …”.
2-more/phase.yaml:1: “titel” is not known here. Known keys: title, why. Did you mean “title”?
""".strip().split("\n")
FRENCH = """
1-stakes/01-need.yaml:1: « title » n’a pas de texte en « en ». Ajoutez une ligne « en: … ».
1-stakes/01-need.yaml:2: « everybody » n’est pas accepté pour « by ». Valeurs possibles : initiator, each, together.
1-stakes/01-need.yaml:3: « en » est vide. Écrivez le texte, ou retirez la ligne.
1-stakes/01-need.yaml:4: « queries » n’est pas connu ici. Clés connues : by, done-when, pitfalls, questions, talk, title, why.
1-stakes/01-need.yaml:6: il manque « ask ». Ajoutez une ligne « ask: … ».
1-stakes/01-need.yaml:7: « tabel » n’est pas accepté pour « kind ». Valeurs possibles : text, long-text, number, money, date, yes-no, choice, choices, list, table, organisation, organisations, row. Vouliez-vous dire « table » ?
1-stakes/01-need.yaml:8: « aks » n’est pas connu ici. Clés connues : ask, by, carry, columns, confirm, example, help, id, kind, label, may-end, of, optional, options, positions, private, recall, release, rows, short, talk, unit, was, when. Vouliez-vous dire « ask » ?
1-stakes/01-need.yaml:10: « Besoin Écrit » ne peut pas servir d’identifiant : lettres minuscules sans accent, chiffres et tirets, par exemple « premier-bilan ».
1-stakes/01-need.yaml:10: il manque « label ». Ajoutez une ligne « label: … ».
1-stakes/01-need.yaml:10: une question de type « choice » a besoin de « options ».
1-stakes/01-need.yaml:13: « confirm » cite « whom », qui n’est l’identifiant d’aucune question. Vouliez-vous dire « who » ?
1-stakes/01-need.yaml:17: « unit » n’a pas de sens pour une question de type « table ». Retirez-le.
1-stakes/01-need.yaml:18: « true » n’est pas accepté pour « optional ». Valeurs possibles : yes, no.
1-stakes/01-need.yaml:21: une colonne ne peut pas être de type « list ».
1-stakes/01-need.yaml:21: l’identifiant « who » est déjà pris (people). Il doit être unique dans toute la méthode.
1-stakes/01-need.yaml:23: « many » n’est pas une réponse possible à « size ». Réponses possibles : few, any, empty.
1-stakes/01-need.yaml:23: « when » cite « sise », qui n’est l’identifiant d’aucune question.
1-stakes/01-need.yaml:25: « release » cite « part », qui n’est l’identifiant d’aucune question.
1-stakes/02-more.yaml:4: l’identifiant « need » est déjà pris (01-need.yaml:6). Il doit être unique dans toute la méthode.
1-stakes/02-more.yaml:5: « of » cite « later », qui vient plus loin (02-more.yaml:12). On ne peut citer que ce qui précède.
1-stakes/02-more.yaml:6: « when » cite « fear », une question privée : une réponse privée ne se voit nulle part ailleurs. Retirez ce renvoi.
1-stakes/02-more.yaml:6: « recall » cite « fear », une question privée : une réponse privée ne se voit nulle part ailleurs. Retirez ce renvoi.
1-stakes/02-more.yaml:7: « when » cite « opt », qui vient plus loin (02-more.yaml:8). On ne peut citer que ce qui précède.
1-stakes/02-more.yaml:7: « when » cite « fre », qui n’est l’identifiant d’aucune question.
1-stakes/02-more.yaml:7: « carry » cite « peple », qui n’est l’identifiant d’aucune question. Vouliez-vous dire « people » ?
1-stakes/02-more.yaml:7: « mabye » n’est pas une réponse possible à « opt ». Réponses possibles : yes, no, any, empty.
1-stakes/02-more.yaml:9: « release » ne concerne que les questions privées. Retirez-le, ou ajoutez « private: yes ».
1-stakes/02-more.yaml:9: une réponse de type « yes-no » ne peut pas servir de départ à une question de type « number ».
1-stakes/02-more.yaml:10: une question privée appartient à une organisation : on ne peut pas y répondre ensemble.
1-stakes/02-more.yaml:11: « opt » n’est ni un tableau ni une liste.
1-stakes/02-more.yaml:12: « tomorrow » n’est pas une place du parcours court : sheet, meeting-1, between, meeting-2, suivie si besoin du numéro de l’entrée, par exemple meeting-1/9.
1-stakes/02-more.yaml:12: « options » n’a pas de sens pour une question de type « list ». Retirez-le.
1-stakes/02-more.yaml:13: il manque « id ». Ajoutez une ligne « id: … ».
1-stakes/02-more.yaml:13: il manque « kind ». Ajoutez une ligne « kind: … ».
1-stakes/02-more.yaml:13: il manque « ask ». Ajoutez une ligne « ask: … ».
1-stakes/02-more.yaml:13: il manque « label ». Ajoutez une ligne « label: … ».
1-stakes/02-more.yaml:13: « questions » attend des lignes « clé: valeur », décalées de deux espaces.
1-stakes/3-short.yaml: le nom de ce fichier ne dit pas son rang. Nommez-le par exemple 04-identity.yaml, ou ending.yaml pour la fin.
2-more/05-colon.yaml:1: le deux-points entouré d’espaces coupe la phrase en deux pour YAML. Mettez la phrase entre guillemets, par exemple fr: "Le but : créer un lien".
2-more/06-anchor.yaml:1: « a » : les ancres et les renvois (& et *) ne sont pas lus ici. Écrivez la valeur en entier, ou entre guillemets si elle commence par & ou *.
2-more/07-twice.yaml:2: « title » se trouve déjà à la ligne 1. Gardez l’un des deux.
2-more/09-untitled.yaml:1: il manque « title ». Ajoutez une ligne « title: … ».
2-more/phase.yaml:1: il manque « title ». Ajoutez une ligne « title: … ».
2-more/phase.yaml:1: « titel » n’est pas connu ici. Clés connues : title, why. Vouliez-vous dire « title » ?
""".strip().split("\n")


def test_a_bad_folder_is_told_whole_in_english(tmp_path):
    assert problems(tmp_path, BAD, "en") == ENGLISH


def test_a_bad_folder_is_told_whole_in_french(tmp_path):
    assert problems(tmp_path, BAD, "fr") == FRENCH


def test_two_steps_of_one_name_are_told_and_nothing_else_is_blamed(tmp_path):
    step = "title: T\nby: each\nquestions:\n  - {{id: {}, kind: text, label: l, ask: a{}}}\n"
    files = {
        "1-a/01-need.yaml": step.format("first", ""),
        "1-a/02-other.yaml": step.format("second", ", recall: first"),
        "2-b/03-need.yaml": step.format("third", ""),
    }
    assert problems(tmp_path, files, "en") == [
        (
            "2-b/03-need.yaml: a step “need” exists already (1-a/01-need.yaml). Change the number or the "
            "name of one of the two files."
        )
    ]


def test_two_steps_of_one_number_are_told(tmp_path):
    step = "title: T\nby: each\n"
    files = {"1-a/02-need.yaml": step, "1-a/02-more.yaml": step, "2-b/02-again.yaml": step}
    assert problems(tmp_path, files, "fr") == [
        (
            "1-a/02-need.yaml: une étape « 2 » existe déjà (1-a/02-more.yaml). Changez le numéro ou le nom "
            "de l’un des deux fichiers."
        ),
        (
            "2-b/02-again.yaml: une étape « 2 » existe déjà (1-a/02-need.yaml). Changez le numéro ou le nom "
            "de l’un des deux fichiers."
        ),
    ]


def test_two_phases_of_one_name_are_told(tmp_path):
    files = {"1-a/01-one.yaml": "title: T\nby: each\n", "2-a/02-two.yaml": "title: T\nby: each\n"}
    (told,) = problems(tmp_path, files, "en")
    assert told.startswith("2-a: a phase “a” exists already (1-a).")


def test_a_folder_without_steps_is_refused(tmp_path):
    for folder in (tmp_path, tmp_path / "absent"):
        with pytest.raises(PartnerwizError, match="no-steps"):
            read_method(folder)


@pytest.mark.parametrize("name", ["01-need.yaml", "phase.yaml"])
def test_a_step_file_that_is_no_text_is_a_problem_of_its_own(tmp_path, name):
    files = {"1-a/01-need.yaml": "title: T\nby: each\n", "1-a/phase.yaml": "title: A\n"}
    write_steps(tmp_path, files)
    (tmp_path / "1-a" / name).write_bytes("title: été\n".encode("latin-1"))
    with pytest.raises(Unreadable) as unreadable:
        read_method(tmp_path)
    assert unreadable.value.say("en").startswith(f"{tmp_path}/1-a/{name}:1: this line is not UTF-8")


def test_a_plain_string_means_the_same_in_both_languages_and_keys_have_sensible_defaults():
    method = method_of("- {id: need, kind: text, label: besoin, ask: '  Quel besoin ?  '}")
    need = method.questions["need"]
    assert need.ask == {"fr": "Quel besoin ?", "en": "Quel besoin ?"}
    assert (need.by, need.optional, need.private, need.short) == ("each", False, False, None)
    assert (need.when, need.recall, need.carry, need.was) == ((), (), None, ())
    assert need.step == "step-1"


def test_a_step_gives_its_voice_to_its_questions_unless_they_have_their_own():
    method = method_of(
        """
        by: together
        questions:
          - {id: ours, kind: text}
          - {id: theirs, kind: text, by: each}
          - {id: first, kind: text, by: initiator}
        """
    )
    assert [one.by for one in method] == ["together", "each", "initiator"]


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        ("- {id: a, kind: text, short: sheet/x}", "“sheet/x” is not a place on the short path"),
        ("- {id: a, kind: text, short: sheet/}", "“sheet/” is not a place on the short path"),
        (
            "- {id: a, kind: choice, options: {b: c}, may-end: {d: Bye}}",
            "“d” is not a possible answer to “a”",
        ),
        ("- {id: a, kind: text, may-end: {d: Bye}}", "“may-end” means nothing"),
        (
            "- {id: a, kind: list, private: yes}\n- {id: b, kind: long-text, carry: a}",
            "“carry” names “a”, a private question",
        ),
    ],
)
def test_what_a_step_may_not_say_is_told(questions, told):
    with pytest.raises(Unreadable) as unreadable:
        method_of(questions)
    assert told in unreadable.value.say("en")


# The shipped steps

TITLES = {
    "Les enjeux préalables qui fondent le besoin d’un partenariat": [
        (1, "each", "Du constat d’un manque au besoin des autres"),
        (2, "each", "Le diagnostic interne ou l’identification des motivations"),
        (3, "each", "Le « pré-choix » d’un modèle de travail"),
    ],
    "Les conditions préalables à l’engagement dans un partenariat": [
        (4, "each", "Affirmer et clarifier son identité"),
        (5, "each", "Une posture d’ouverture à la négociation"),
    ],
    "La construction d’un cadre collectif": [
        (6, "initiator", "Ébaucher une proposition de travail en partenariat"),
        (7, "each", "La négociation institutionnelle interne"),
        (8, "initiator", "Le « choix » des partenaires potentiels"),
        (9, "together", "Engagement « politique » et contractualisation"),
        (10, "together", "Construire un cadre spécifique"),
        (11, "together", "Dépasser l’altérité et clarifier les différences"),
        (12, "together", "Construire une culture commune"),
    ],
    "L’élaboration et la réalisation du projet": [
        (13, "together", "Élaborer le projet : un cadre politique indispensable"),
        (14, "together", "Définir et clarifier les objectifs"),
        (15, "together", "Définir les procédures et les outils d’une évaluation"),
        (16, "together", "Définir les méthodes d’intervention"),
        (17, "together", "Définir les moyens du projet"),
        (18, "together", "La réalisation de l’action"),
        (19, "together", "L’évaluation de l’action"),
    ],
    "La fin du projet ou la mort d’un partenariat": [
        (None, "together", "La fin du projet ou la mort d’un partenariat"),
    ],
}
"""Word for word the handout's (slides 137 and 139), with its accents and apostrophes restored."""

SHORT = {
    "need": "observation limits limits-why existing heard heard-words",
    "internal-diagnosis": "gains strengths",
    "identity": "legal-name service legal-form registration seat legal-representative contact "
    "mission not",
    "commitment": "need commitment not-committed signatory authority authority-act authority-date "
    "in-office-until interest pledge start-date end-date first-review renewal leaving-notice "
    "leaving-how leaving-before leaving-relay leaving-owed entry",
}
"""The entries of the short path (rewrites.md §2) that steps 1, 2, 4 and 9 hold, by step."""


def test_phases_and_steps_stand_in_the_order_and_the_words_of_the_handout():
    assert {
        phase.title["fr"]: [(step.number, step.by, step.title["fr"]) for step in phase.steps]
        for phase in METHOD.phases
    } == TITLES
    assert list(METHOD.steps)[-1] == "ending"


@pytest.mark.parametrize("step", SHORT)
def test_the_short_path_holds_its_entries_of_this_step(step):
    questions = METHOD.steps[step].questions
    assert [one.id for one in questions if one.short] == SHORT[step].split()
    optional = {"service", "registration", "in-office-until"}
    assert all(one.optional == (one.id in optional) for one in questions if one.short)


def test_the_short_path_goes_by_its_places_and_shows_nothing_private():
    path = on_path(METHOD, "short")
    places = [one.short for one in path]
    assert places == sorted(places, key=["sheet", "meeting-1", "between", "meeting-2"].index)
    assert not any(one.private for one in path)
    assert {one.by for one in path if one.short == "sheet"} == {"each"}
    assert {one.by for one in path if one.short == "meeting-1"} == {"together"}
    assert METHOD.questions["interest"].carry == "gains"
    assert METHOD.questions["pledge"].carry == "strengths"
    assert METHOD.questions["need"].recall == ("observation", "limits-why")


FILES = sorted(STEPS.glob("*/*.yaml"))


def texts(node, path=""):
    """Every sentence of a step file: where it stands, and it in both languages."""
    if isinstance(node, dict):
        if "fr" in node or "en" in node:
            yield path, node
            return
        for key, value in node.items():
            yield from texts(value, f"{path}/{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from texts(value, f"{path}/{number}")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_shipped_file_says_everything_in_both_languages(path):
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    found = list(texts(data))
    assert found
    for where, text in found:
        assert set(text) == {"fr", "en"}, where
        assert all(text[language].strip() for language in text), where
        assert not any(unseen(text[language]) for language in text), where
    told = {where.rpartition("/")[2] for where, _ in found}
    for question in data.get("questions", ()):
        assert all(isinstance(question[key], dict) for key in ("ask", "label"))
        assert all(isinstance(one["ask"], dict) for one in question.get("columns", ()))
    assert "title" in told


def test_our_own_folder_read_with_less_checks_is_the_same_method():
    trusted = read_method(STEPS, ours=True)
    assert repr(trusted) == repr(METHOD)
    assert len(METHOD.questions) > 40


def test_labels_are_short_and_columns_are_headers():
    for one in METHOD:
        for language in ("fr", "en"):
            label = one.label[language]
            assert len(label.split()) <= 8, one.id
            assert not label.endswith((".", "?", ":")), one.id
            assert one.ask[language].endswith(("?", ".", "…", ":")), one.id
            for column in one.columns:
                head = column.ask[language]
                assert head[0].isupper() or head[0] in "«‘“’", (one.id, head)
                assert not head.endswith((".", "?")), (one.id, head)
        assert one.kind in KINDS
        assert one.help, one.id
        assert one.example or one.kind == "yes-no", one.id
