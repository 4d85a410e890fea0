"""What the steps, the templates and the examples say, as a whole: nothing missing, nothing twice."""

import csv
import re
import shutil
from collections import Counter
from dataclasses import replace

import pytest
from scripted import ROOT

from partnerwiz.documents import document, write
from partnerwiz.errors import Unreadable
from partnerwiz.lenses.progress import owed as owed_by
from partnerwiz.method.kinds import ROWED, asked_columns, missing_cells
from partnerwiz.method.reading import read_method
from partnerwiz.project.calling import counts, on_path, voices
from partnerwiz.project.example import example
from partnerwiz.words import LANGUAGES, typeset

STEPS = ROOT / "steps"
TEMPLATES = ROOT / "templates"
METHOD = read_method(STEPS)
both = pytest.mark.parametrize("language", LANGUAGES)


# Where each question comes from

BRIEF = {
    1: 8, 2: 6, 3: 7, 4: 6, 5: 6, 6: 6, 7: 8, 8: 6, 9: 8, 10: 12,
    11: 7, 12: 5, 13: 8, 14: 5, 15: 7, 16: 7, 17: 10, 18: 6, 19: 6,
}  # fmt: skip
"""How many questions the brief and its rewrites have for each step, dropped ones included; the
ending has seven."""


def rows_of_csv():
    with (ROOT / "tests" / "brief-ids.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_question_of_the_brief_is_ours_or_dropped_for_a_reason():
    rows = rows_of_csv()
    assert not [row for row in rows if not row["why"].strip()]
    ids = [row["brief"] for row in rows]
    assert len(ids) == len(set(ids))
    steps = Counter(one.partition(".")[0] for one in ids)
    assert steps.pop("fin") == 7
    steps.pop("outlines", None)
    assert {int(one[1:]): count for one, count in steps.items()} == BRIEF


def test_every_question_of_ours_comes_from_somewhere():
    ours = Counter(one for row in rows_of_csv() for one in row["ours"].split())
    assert set(ours) == set(METHOD.questions)


# The short path

ENTRIES = {
    1: "legal-name service legal-form registration seat legal-representative contact",
    2: "mission", 3: "observation", 4: "limits limits-why", 5: "gains", 6: "strengths", 7: "not",
    8: "decision-body", 9: "existing", 10: "heard heard-words", 11: "need", 12: "model model-why",
    13: "hear-people", 14: "commitment not-committed", 15: "decision decision-date decision-act",
    16: "conditions", 17: "delegates",
    18: "signatory authority authority-act authority-date in-office-until", 19: "interest pledge",
    20: "differences", 21: "lexicon", 22: "decisions",
    23: "coordinator coordinator-employer coordinator-hours coordinator-paid-by coordinator-until "
    "coordinator-limits",
    24: "carrier", 25: "situations situations-how", 26: "conflict",
    27: "start-date end-date first-review renewal",
    28: "leaving-notice leaving-how leaving-before leaving-relay leaving-owed entry",
}  # fmt: skip
"""The 28 entries of rewrites §2, a facilitator's, in her order."""
PLACES = {"sheet": range(1, 9), "meeting-1": range(9, 15), "between": range(15, 19)}


def test_the_short_path_is_the_28_entries_in_their_order_and_places():
    path = on_path(METHOD, "short")
    assert [one.id for one in path] == " ".join(ENTRIES.values()).split()
    for question in path:
        entry = next(number for number, ids in ENTRIES.items() if question.id in ids.split())
        place = next((name for name, range_ in PLACES.items() if entry in range_), "meeting-2")
        assert (question.short, question.entry) == (place, entry)


def test_the_short_path_shows_nothing_private_and_its_meetings_are_answered_together():
    path = on_path(METHOD, "short")
    assert not any(one.private for one in path)
    assert {one.by for one in path if one.short in ("sheet", "between")} == {"each"}
    assert {one.by for one in path if one.short == "meeting-1"} == {"together"}
    assert [one.id for one in path if one.short == "meeting-2" and one.by == "each"] == [
        "interest",
        "pledge",
    ]


def test_other_organisations_owe_the_eight_of_the_sheet_or_their_whole_steps_1_to_5_and_7():
    steps = {"need", "internal-diagnosis", "working-model", "identity", "openness"}
    steps.add("internal-negotiation")
    sheet = {one.entry for one in on_path(METHOD, "short") if one.short == "sheet"}
    assert sheet == set(range(1, 9))
    for step in METHOD.steps.values():
        own = [one for one in step.questions if one.by == "each"]
        assert bool(own) == (step.id in steps) or step.by == "together", step.id
        if step.id in ("proposal", "partners"):
            assert {one.by for one in step.questions} == {"initiator"}


# What is said, and not said twice


def sentences(language):
    """Where each sentence of the questions stands: (question, key) and the sentence."""
    for question in METHOD:
        single = question.kind in ("date", "yes-no", "number", "money", "choice")
        for key in ("ask", "help", "example", "talk"):
            text = getattr(question, key)
            if text and not (key == "example" and single):  # a date is no sentence
                yield (question.id, key), text[language]


@both
def test_no_two_questions_share_a_sentence(language):
    said = Counter(text for _, text in sentences(language))
    assert [text for text, count in said.items() if count > 1] == []


def test_a_step_says_when_it_is_done_and_what_to_watch_out_for():
    for step in METHOD.steps.values():
        assert step.questions, step.id
        assert step.why, step.id
        assert step.done_when, step.id
        assert len(step.pitfalls) >= 3, step.id


SILENT = "heard need model interest learned differences power purpose people-name partnership-kept farewell"


def test_where_people_must_speak_before_anyone_writes_the_question_says_so():
    """The moments of field-review.md at which the tool must be silent."""
    assert {one.id for one in METHOD if one.talk} >= set(SILENT.split())


SCOLDING = {
    "fr": r"avez-vous (vraiment comparé|écouté)|réponse fausse|reproche déguisé|n’a pas commencé|vous devriez|il faut absolument|erreur",
    "en": r"have you really|did you listen|wrong answer|disguised complaint|work has not started|you should have",
}
NOT_OUR_WORDS = {
    "fr": r"lues? à la table|dite? dehors|intérêt est servi|mot libre|revoyure|ce qui en sort|"
    r"contrats? à durée déterminée|assistantes sociales|tutelle|votre public|"
    r"porter un regard|cas d’école|pénalité|sans papiers|tri des situations|un seul dossier|"
    r"jamais de signalement|élevés? en nombre|en termes de|au niveau de|(?<!la )suite à (?!donner)|impacter",
    "en": r"the public\b(?! (body|bodies|contract))|your public|\bpenalty|hand(ed)? over to\b.{0,20}file|"
    r"shared secre|animat(e|ing) (the )?meeting",
}


@both
def test_nothing_scolds_and_the_words_an_expert_took_out_stay_out(language):
    found = re.compile(f"{SCOLDING[language]}|{NOT_OUR_WORDS[language]}", re.IGNORECASE)
    said = [(where, text) for where, text in sentences(language)]
    for step in METHOD.steps.values():
        texts = [step.why, step.done_when, *step.pitfalls]
        said += [((step.id, "step"), text[language]) for text in texts if text]
    for question in METHOD:
        texts = [*question.options.values(), *question.may_end.values(), question.label]
        texts += [column.ask for column in question.columns]
        said += [((question.id, "words"), text[language]) for text in texts]
    assert [(where, found.search(text)[0]) for where, text in said if found.search(text)] == []


def test_what_touches_on_law_is_left_for_a_lawyer_to_check():
    """Each question whose help speaks of law says so; a sample that must never lose it."""
    for name in ("legal-form", "legal-force", "information", "flows", "insurance", "staff"):
        help_ = METHOD.questions[name].help
        assert "juriste" in help_["fr"], name
        assert "lawyer" in help_["en"], name


def test_no_figure_that_could_be_taken_for_a_rule_stands_in_our_own_words():
    """Notice periods, delays and quorums are the partners' to write: examples hold some, we do not."""
    period = re.compile(
        r"\b(\d+|deux|trois|six|two|three) (jours|mois|semaines|days|months|weeks)\b"
    )
    for question in METHOD:
        for text in (question.ask, question.help):
            for language in LANGUAGES:
                assert not period.search(text[language]), question.id


# The charter


@both
def test_every_point_of_the_charter_is_fed_by_the_steps(language):
    source = (TEMPLATES / language / "charter.md").read_text(encoding="utf-8")
    points = re.split(r"^## ", source, flags=re.MULTILINE)[1:]
    assert [point.split(".")[0] for point in points] == [str(one) for one in range(1, 11)]
    fed = {
        point.split("\n")[0]: set(re.findall(r"\b(?:answer|rows|date)\('([a-z0-9-]+)'", point))
        for point in points
    }
    assert all(fed.values())
    for ids in fed.values():
        assert ids <= set(METHOD.questions)
        assert not any(METHOD.questions[one].private for one in ids)


FEEDS_ANOTHER = {"observation", "limits", "gains", "strengths", "decision-body", "in-office-until"}
FEEDS_ANOTHER |= {"decision", "decision-date", "decision-act"}
"""Of the short path, what the charter does not print itself: it feeds `need`, `interest`, `pledge`,
the calendar, and the act that authorises a signature."""


@both
def test_the_charter_prints_what_the_short_path_asks(language):
    source = (TEMPLATES / language / "charter.md").read_text(encoding="utf-8")
    printed = set(re.findall(r"\b(?:answer|rows|date)\('([a-z0-9-]+)'", source))
    asked = {one.id for one in on_path(METHOD, "short")}
    assert asked - printed == FEEDS_ANOTHER


def test_both_charters_say_the_same():
    def asked(language):
        source = (TEMPLATES / language / "charter.md").read_text(encoding="utf-8")
        source = re.sub(r"\{#.*?#\}", "", source, flags=re.DOTALL)
        return re.findall(r"\b(answer|rows|mark|given|told|tellers|date)\('([a-z0-9-]+)", source)

    assert asked("fr") == asked("en")


# The examples


def fictional(language, *, short=False):
    return example(ROOT / "examples" / language, METHOD, short=short)


def owed(project):
    """Every (question, voice) that is called for in a project read in the seat that started it."""
    for question in on_path(METHOD, project.path):
        for voice in voices(question, project):
            if question.private and voice != project.initiator:
                continue
            if counts(question, project, voice, METHOD):
                yield question, voice


@both
def test_the_example_answers_every_question_of_every_step(language):
    project = fictional(language)
    assert project.language == language
    assert len(project.partners) == 4
    assert len(project.organisations) > 6  # and those around them
    silent = [
        (question.id, voice)
        for question, voice in owed(project)
        if project.value(question, voice) is None
        and project.state(question, voice) is None
        and not question.optional
    ]
    assert silent == []
    review = [
        (question.id, voice)
        for question, voice in owed(project)
        if project.needs_review(question, voice)
    ]
    assert review == []
    for question, voice in owed(project):
        value = project.value(question, voice)
        if question.kind == "table" and value:
            assert missing_cells(question, value) == [], (question.id, voice)
            for row in value.values():
                called = {one.id for one in asked_columns(question, row)}
                assert set(row) <= called, (question.id, voice)


@both
def test_the_example_is_honest_about_what_is_open_and_about_disagreement(language):
    project = fictional(language)
    blocks = (project.table, *(one.block for one in project.organisations.values()))
    states = {state.name for block in blocks for state in block.open.values()}
    assert states >= {"under-discussion", "unknown-yet", "not-applicable", "not-disclosed"}
    assert project.table.answers["register"]
    assert any(
        row["we-decide"] == "come-back" for row in project.table.answers["differences"].values()
    )


@both
def test_the_example_after_two_meetings_is_a_charter_without_a_gap(language):
    project = fictional(language, short=True)
    assert project.path == "short"
    asked = {one.id for one in on_path(METHOD, "short")}
    blocks = (project.table, *(one.block for one in project.organisations.values()))
    assert {one for block in blocks for one in block.answers} <= asked
    made = document("charter", project, METHOD, TEMPLATES, language)
    assert [gap.mark for gap in made.gaps] == []
    # going on to the whole path brings no gap either: what is not reached yet is none
    longer = document("charter", replace(project, path="whole"), METHOD, TEMPLATES, language)
    assert longer.gaps == ()


@both
def test_the_whole_example_says_where_each_stands_and_its_charter_waits_for_nobody(language):
    project = fictional(language)
    owing = {
        one.organisation.id for one in owed_by(METHOD, project) if one.positions or one.to_confirm
    }
    assert owing == set()
    assert any(one.block.received for one in project.organisations.values())
    made = document("charter", project, METHOD, TEMPLATES, language)
    assert [gap.mark for gap in made.gaps] == []
    text = write(made, "md")
    for row in project.table.answers["register"].values():
        assert row["disagreement"] in text
    said = [one.block.positions["purpose"] for one in project.partners]
    assert [one.words in text for one in said if one.words] == [True]


@both
def test_the_example_names_functions_and_never_a_person(language):
    project = fictional(language)
    titles = r"\b(M\.|Mme|Mlle|Mr|Mrs|Ms|Miss|Dr) [A-ZÉ]"
    said = []
    for block in (project.table, *(one.block for one in project.organisations.values())):
        said += [str(value) for value in block.answers.values()]
    said += [str(value) for value in project.private[project.initiator].answers.values()]
    assert not re.search(titles, " ".join(said))


def test_the_two_examples_share_no_body_and_no_sentence():
    french, english = fictional("fr"), fictional("en")
    names = [{one.name for one in project.organisations.values()} for project in (french, english)]
    assert not names[0] & names[1]
    assert french.title != english.title
    said = [_sentences_of(project) for project in (french, english)]
    assert min(map(len, said)) > 300
    assert not said[0] & said[1]


def _sentences_of(project):
    """Whatever is long enough not to be an id, a date or a number."""

    def texts(value):
        if isinstance(value, dict):
            return {text for one in value.values() for text in texts(one)}
        if isinstance(value, list):
            return {text for one in value for text in texts(one)}
        return {value} if " " in value else set()

    blocks = (project.table, *(one.block for one in project.organisations.values()))
    return {text for block in blocks for value in block.answers.values() for text in texts(value)}


# How to edit a step


@pytest.mark.parametrize("name", ["LISEZMOI.md", "README.md"])
def test_the_guide_to_the_steps_tells_every_key_and_every_kind(name):
    from partnerwiz.method.kinds import KINDS
    from partnerwiz.method.model import BY, SHORT

    text = (STEPS / name).read_text(encoding="utf-8")
    keys = (STEPS.parent / "partnerwiz" / "method" / "reading.py").read_text(encoding="utf-8")
    known = set(
        re.findall(r'(?:get|need|_yes|_maybe|_name|_names|_items)\((?:entry, )?"([a-z-]+)"', keys)
    )
    assert len(known) > 20
    for word in {*known, *KINDS, *BY, *SHORT, "partners", "any", "empty"}:
        assert f"`{word}" in text or f"{word}:" in text, word


@pytest.mark.parametrize(("name", "language"), [("LISEZMOI.md", "fr"), ("README.md", "en")])
def test_the_worked_change_of_the_guide_gives_the_messages_it_quotes(tmp_path, name, language):
    guide = (STEPS / name).read_text(encoding="utf-8")
    (added,) = re.findall(r"```yaml\n(  - id: lexicon-keeper\n.*?)```", guide, re.DOTALL)
    quoted = [
        line.replace("\u00a0", " ")
        for line in re.findall(r"^> `.*?:(\d+: .*)`$", guide, re.MULTILINE)
    ]
    folder = tmp_path / "steps"
    shutil.copytree(STEPS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    path = folder / "3-framework" / "12-common-culture.yaml"
    before, after = path.read_text(encoding="utf-8").split("  - id: principles\n")

    def told(passage):
        path.write_text(f"{before}{passage}\n  - id: principles\n{after}", encoding="utf-8")
        with pytest.raises(Unreadable) as unreadable:
            read_method(folder)
        (problem,) = unreadable.value.say(language).split("\n")
        return problem.partition(".yaml:")[2].replace("\u00a0", " ").replace("\u202f", " ")

    assert told(added) == quoted[0]
    mended = added.replace("fr: La fonction", "fr: >\n        La fonction", 1)
    assert told(mended) == quoted[1]
    path.write_text(
        f"{before}{mended.replace('oui', 'yes', 1)}\n  - id: principles\n{after}", encoding="utf-8"
    )
    assert "lexicon-keeper" in read_method(folder).questions


@both
def test_texts_are_typeset_when_shown(language):
    for _, text in sentences(language):
        assert "  " not in text
        assert typeset(text, language)


def test_tables_that_follow_another_have_rows_to_follow():
    for question in METHOD:
        if isinstance(question.rows, str) and question.rows != "partners":
            source = METHOD.questions[question.rows]
            assert source.kind in ROWED
            assert not source.optional or question.optional
