"""What a good answer is: kind, what was typed, what is kept; or why it is refused, in both languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerwiz.method.kinds import (
    KINDS,
    Known,
    Refused,
    check,
    holds,
    identifier,
    is_key,
    missing_cells,
    new_key,
)
from partnerwiz.method.model import Condition, Question
from partnerwiz.words import unseen


def question(kind, **more):
    return Question(id="q", kind=kind, ask={}, label={"fr": "q", "en": "q"}, **more)


def column(name, kind, **more):
    return Question(id=name, kind=kind, ask={}, label={"fr": name, "en": name}, **more)


OPTIONS = {"time": {"fr": "le temps", "en": "time"}, "law": {}, "other": {}}
COLUMNS = (
    column("who", "text"),
    column("size", "number", optional=True),
    column("sure", "yes-no"),
    column("why", "text", when=(Condition("sure", ("no",)),)),
)
EVERY = {
    **{kind: question(kind) for kind in KINDS},
    "choice": question("choice", options=OPTIONS),
    "choices": question("choices", options=OPTIONS),
    "table": question("table", columns=COLUMNS),
    "row": question("row", of="people"),
    "private organisation": question("organisation", private=True),
    "private organisations": question("organisations", private=True),
    "list by partner": question("list", rows="partners"),
    "table of lines": question("table", columns=COLUMNS, rows={"start": {}, "end": {}}),
    "optional text": question("text", optional=True),
}
PROJECT = Known(
    ["ccas", "lescale"], lambda of: {"people": ["r1", "r2"], "partners": ["ccas"]}.get(of, [])
)


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("text", "un lien", "un lien"),
        ("text", " no ", " no "),
        ("text", "12:30", "12:30"),
        ("text", "👩\u200d👧 e\u0301", "👩\u200d👧 e\u0301"),
        ("optional text", "", ""),
        ("long-text", "un\n\ndeux\n", "un\n\ndeux\n"),
        ("number", "12", "12"),
        ("number", " 12,5 ", "12.5"),
        ("number", "12.50", "12.50"),
        ("number", "-3", "-3"),
        ("number", "+3", "3"),
        ("number", "0", "0"),
        ("number", "007", "007"),
        ("number", "12 500", "12500"),
        ("number", "1 234\u202f567,89", "1234567.89"),
        ("number", "1234.567", "1234.567"),
        ("money", "12 500 €", "12500"),
        ("money", "£12,5", "12.5"),
        ("money", "0", "0"),
        ("date", "2026-03-31", "2026-03-31"),
        ("date", "2026-03", "2026-03"),
        ("date", "31/03/2026", "2026-03-31"),
        ("date", "1.3.2026", "2026-03-01"),
        ("date", "31 mars 2026", "2026-03-31"),
        ("date", "1er Janvier 2026", "2026-01-01"),
        ("date", "mars 2026", "2026-03"),
        ("date", "2nd March 2026", "2026-03-02"),
        ("date", "29/02/2028", "2028-02-29"),
        ("yes-no", "oui", "yes"),
        ("yes-no", "O", "yes"),
        ("yes-no", "y", "yes"),
        ("yes-no", "Non", "no"),
        ("yes-no", "n", "no"),
        ("choice", "time", "time"),
        ("choice", {"other": "l’âge"}, {"other": "l’âge"}),
        ("choices", ["time", "law"], ["time", "law"]),
        ("choices", "time, law", ["time", "law"]),
        ("choices", ["time", {"other": "l’âge"}], ["time", {"other": "l’âge"}]),
        ("list", {"k7": "un", "r2": "deux"}, {"k7": "un", "r2": "deux"}),
        ("list by partner", {"ccas": "la salle"}, {"ccas": "la salle"}),
        ("table", {"r1": {"who": "les jeunes"}}, {"r1": {"who": "les jeunes"}}),
        ("table", {"r1": {"sure": "o", "size": "1 000"}}, {"r1": {"size": "1000", "sure": "yes"}}),
        ("table", {"r1": {"who": ""}}, {"r1": {}}),
        ("table of lines", {"end": {"who": "a"}}, {"end": {"who": "a"}}),
        ("organisation", "ccas", "ccas"),
        ("private organisation", {"other": "la mairie"}, {"other": "la mairie"}),
        ("organisations", ["ccas", "lescale", "ccas"], ["ccas", "lescale"]),
        ("organisations", "ccas, lescale", ["ccas", "lescale"]),
        ("private organisations", ["ccas", {"other": "x"}], ["ccas", {"other": "x"}]),
        ("row", "r2", "r2"),
    ],
)
def test_an_answer_is_kept(kind, typed, kept):
    assert check(EVERY[kind], typed, PROJECT) == kept


MISSING = (
    "Il manque une réponse. Si vous ne l’avez pas, le menu permet de dire « on ne sait pas encore ».",
    "An answer is missing. If you do not have it, the menu lets you say “not known yet”.",
)


@pytest.mark.parametrize(
    ("kind", "typed", "french", "english"),
    [
        ("text", "", *MISSING),
        ("text", " \t", *MISSING),
        ("long-text", "\n\n", *MISSING),
        ("choices", [], *MISSING),
        ("table", {}, *MISSING),
        (
            "text",
            "a\nb",
            "Une seule ligne est attendue ici. Retirez les retours à la ligne.",
            "A single line is expected here. Remove the line breaks.",
        ),
        (
            "text",
            ["a"],
            "Un texte est attendu ici, ni une liste ni plusieurs clés.",
            "A text is expected here, not a list or several keys.",
        ),
        (
            "text",
            "a\x1b[31mb",
            "Ce texte contient un caractère invisible (U+001B). Effacez-le ou retapez le passage.",
            "This text holds an invisible character (U+001B). Delete it or type the passage again.",
        ),
        (
            "long-text",
            "a\u202eb",
            "Ce texte contient un caractère invisible (U+202E). Effacez-le ou retapez le passage.",
            "This text holds an invisible character (U+202E). Delete it or type the passage again.",
        ),
        (
            "number",
            "douze",
            "« douze » n’est pas un nombre (exemples : 12 ou 12,5).",
            "“douze” is not a number (examples: 12 or 12.5).",
        ),
        (
            "number",
            "1,2,3",
            "« 1,2,3 » n’est pas un nombre (exemples : 12 ou 12,5).",
            "“1,2,3” is not a number (examples: 12 or 12.5).",
        ),
        (
            "number",
            "1e3",
            "« 1e3 » n’est pas un nombre (exemples : 12 ou 12,5).",
            "“1e3” is not a number (examples: 12 or 12.5).",
        ),
        (
            "number",
            "١٢",
            "« ١٢ » n’est pas un nombre (exemples : 12 ou 12,5).",
            "“١٢” is not a number (examples: 12 or 12.5).",
        ),
        (
            "money",
            "12.500 €",
            (
                "« 12.500 € » peut se lire de deux façons. Écrivez 12500 s’il s’agit de milliers ; "
                "sinon, ajoutez un zéro après la dernière décimale."
            ),
            (
                "“12.500 €” can be read in two ways. Write 12500 if you mean thousands; "
                "otherwise add a zero after the last decimal."
            ),
        ),
        (
            "date",
            "31/02/2026",
            "« 31/02/2026 » n’est pas une date (exemples : 31/03/2026, 31 mars 2026, mars 2026).",
            "“31/02/2026” is not a date (examples: 31/03/2026, 31 March 2026, March 2026).",
        ),
        (
            "date",
            "03/2026",
            "« 03/2026 » n’est pas une date (exemples : 31/03/2026, 31 mars 2026, mars 2026).",
            "“03/2026” is not a date (examples: 31/03/2026, 31 March 2026, March 2026).",
        ),
        (
            "date",
            "0000-05",
            "« 0000-05 » n’est pas une date (exemples : 31/03/2026, 31 mars 2026, mars 2026).",
            "“0000-05” is not a date (examples: 31/03/2026, 31 March 2026, March 2026).",
        ),
        (
            "date",
            "mars 0000",
            "« mars 0000 » n’est pas une date (exemples : 31/03/2026, 31 mars 2026, mars 2026).",
            "“mars 0000” is not a date (examples: 31/03/2026, 31 March 2026, March 2026).",
        ),
        (
            "date",
            "２０２６-03",
            "« ２０２６-03 » n’est pas une date (exemples : 31/03/2026, 31 mars 2026, mars 2026).",
            "“２０２６-03” is not a date (examples: 31/03/2026, 31 March 2026, March 2026).",
        ),
        (
            "date",
            "x" * 50,
            f"« {'x' * 40} » n’est pas une date (exemples : 31/03/2026, 31 mars 2026, mars 2026).",
            f"“{'x' * 40}” is not a date (examples: 31/03/2026, 31 March 2026, March 2026).",
        ),
        (
            "yes-no",
            "peut-être",
            "« peut-être » n’est ni oui ni non (o ou n).",
            "“peut-être” is neither yes nor no (y or n).",
        ),
        (
            "choice",
            "tiem",
            "« tiem » n’est pas une réponse possible. Réponses possibles : time, law, other.",
            "“tiem” is not a possible answer. Possible answers: time, law, other.",
        ),
        (
            "choice",
            "other",
            "« other » demande des mots, par exemple : other: à notre initiative.",
            "“other” asks for words, for example: other: on our own initiative.",
        ),
        ("choice", {"other": " "}, *MISSING),
        (
            "choices",
            {"a": "b"},
            "Une liste est attendue ici : une ligne par élément, chacune commençant par un tiret.",
            "A list is expected here: one line for each item, each starting with a dash.",
        ),
        (
            "choices",
            ["time", "time"],
            "La même réponse est donnée deux fois. Retirez l’une des deux.",
            "The same answer is given twice. Remove one of the two.",
        ),
        (
            "organisation",
            "mairie",
            (
                "« mairie » n’est l’identifiant d’aucune organisation du projet. Organisations : ccas, "
                "lescale."
            ),
            "“mairie” is the id of no organisation of the project. Organisations: ccas, lescale.",
        ),
        (
            "organisation",
            {"other": "mairie"},
            "Un texte est attendu ici, ni une liste ni plusieurs clés.",
            "A text is expected here, not a list or several keys.",
        ),
        (
            "organisations",
            {"a": "b"},
            "Une liste est attendue ici : une ligne par élément, chacune commençant par un tiret.",
            "A list is expected here: one line for each item, each starting with a dash.",
        ),
        (
            "row",
            "r9",
            "« r9 » n’est la clé d’aucune ligne. Lignes : r1, r2.",
            "“r9” is the key of no line. Lines: r1, r2.",
        ),
        (
            "table",
            "a",
            "Des lignes sont attendues ici, chacune avec sa clé, par exemple r1.",
            "Lines are expected here, each with its key, for example r1.",
        ),
        (
            "list",
            {"Clé !": "a"},
            (
                "« Clé ! » ne peut pas être la clé d’une ligne : lettres minuscules sans accent et "
                "chiffres, par exemple r1."
            ),
            "“Clé !” cannot be the key of a line: lower-case letters without accents and digits, for example r1.",
        ),
        (
            "list by partner",
            {"lescale": "a"},
            "« lescale » n’est la clé d’aucune ligne. Lignes : ccas.",
            "“lescale” is the key of no line. Lines: ccas.",
        ),
        (
            "table",
            {"r1": "a"},
            "La ligne « r1 » doit contenir ses colonnes, chacune avec sa clé.",
            "The line “r1” must hold its columns, each with its key.",
        ),
        (
            "table",
            {"r1": {"what": "a"}},
            "« what » n’est pas une colonne de ce tableau. Colonnes : who, size, sure, why.",
            "“what” is not a column of this table. Columns: who, size, sure, why.",
        ),
        (
            "table",
            {"r1": {"size": "douze"}},
            "Ligne « r1 », size : « douze » n’est pas un nombre (exemples : 12 ou 12,5).",
            "Line “r1”, size: “douze” is not a number (examples: 12 or 12.5).",
        ),
    ],
)
def test_an_answer_is_refused(kind, typed, french, english):
    with pytest.raises(Refused) as refused:
        check(EVERY[kind], typed, PROJECT)
    told = refused.value.say("fr").replace("\u00a0", " ").replace("\u202f", " ")
    assert (told, refused.value.say("en")) == (french, english)


scalars = st.one_of(
    st.text(st.sampled_from("abr12 ,.-/€£\n\t\u00a0\u202e#"), max_size=12),
    st.sampled_from(
        ["ccas", "r1", "time", "other", "oui", "n", "2026-03", "1er mai 2026", "1 000"]
    ),
)
anything = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["r1", "who", "size", "other", "sure", "É"]), inner, max_size=3
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(sorted(EVERY)), anything)
def test_whatever_stands_in_a_file_is_kept_or_refused_and_what_is_kept_stays(kind, raw):
    try:
        kept = check(EVERY[kind], raw, PROJECT)
    except Refused as refused:
        told = [refused.say(language) for language in ("fr", "en")]
    else:
        told = []
        assert check(EVERY[kind], kept, PROJECT) == kept
    assert not any(unseen(one) for one in told)


def test_rows_without_keys_get_the_same_ones_each_time_the_file_is_read():
    once = check(EVERY["list"], ["un", "deux"])
    assert list(once.values()) == ["un", "deux"]
    assert check(EVERY["list"], ["un", "deux"]) == once
    assert check(EVERY["list"], "un\ndeux") == once
    rows = [{"who": "a"}, {"who": "b"}]
    assert check(EVERY["table"], rows) == check(EVERY["table"], rows)


def test_a_removed_row_leaves_a_key_that_no_new_row_takes():
    keys = []
    for _ in range(200):
        keys.append(new_key(keys))
    assert len(set(keys)) == 200
    assert all(is_key(key) for key in keys)


@pytest.mark.parametrize(
    ("name", "taken", "id_"),
    [
        ("L’Escale", (), "lescale"),
        ("L'Escale", (), "lescale"),
        ("le CCAS de Valmorin", (), "le-ccas-de-valmorin"),
        ("Éducation & Forêt", (), "education-foret"),
        ("L’Escale", ("lescale",), "lescale-2"),
        ("L’Escale", ("lescale", "lescale-2"), "lescale-3"),
        ("Animation", (), "animation-2"),
        ("日本", (), "org"),
        ("–", ("org",), "org-2"),
        ("Maison départementale des solidarités", (), "maison-departementale-de"),
    ],
)
def test_an_id_is_drawn_from_a_name(name, taken, id_):
    assert identifier(name, taken) == id_
    assert is_key(id_)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.lists(st.text(max_size=40), max_size=3))
def test_any_name_gives_an_id_that_is_free(name, others):
    taken = []
    for one in [*others, name, name]:
        taken.append(identifier(one, taken))
    assert len(set(taken)) == len(taken)
    assert all(is_key(one) and one != "animation" for one in taken)


@pytest.mark.parametrize(
    ("wanted", "value", "held"),
    [
        (["any"], "a", True),
        (["any"], "", False),
        (["any"], None, False),
        (["empty"], None, True),
        (["empty"], "", True),
        (["empty"], {}, True),
        (["empty"], "0", False),
        (["any"], "0", True),
        (["yes"], "yes", True),
        (["yes", "empty"], "no", False),
        (["time"], ["law", "time"], True),
        (["other"], {"other": "l’âge"}, True),
        (["other"], ["law", {"other": "x"}], True),
        (["law"], [{"other": "law"}], False),
    ],
)
def test_a_condition_holds(wanted, value, held):
    assert holds(wanted, value) == held


def test_required_cells_still_empty_are_told_and_a_column_waits_for_its_own_condition():
    rows = {"r1": {"who": "a", "sure": "no"}, "r2": {"sure": "yes"}, "r3": {}}
    found = [(row, one.id) for row, one in missing_cells(EVERY["table"], rows)]
    assert found == [("r1", "why"), ("r2", "who"), ("r3", "who"), ("r3", "sure")]
