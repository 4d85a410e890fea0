"""The kit: what one organisation is asked on its own page, and what never stands there."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from scripted import HEAD, ROOT, TABLE, method_of, project_of
from test_documents import HOSTILE
from test_privacy import canary, leaks, told  # noqa: F401 - a fixture

from partnerwiz import documents
from partnerwiz.documents.kit import kit
from partnerwiz.documents.kit_page import page
from partnerwiz.errors import PartnerwizError
from partnerwiz.project.calling import on_path
from partnerwiz.project.example import example
from partnerwiz.project.model import POSITIONS, fingerprint
from partnerwiz.words import LANGUAGES, say

both = pytest.mark.parametrize("language", LANGUAGES)

STEPS = (
    """
    by: each
    questions:
      - {id: mission, kind: text, short: sheet/1, help: Son but., example: Exemple ancré.}
      - {id: seen, kind: long-text, short: sheet/2, optional: yes}
      - {id: size, kind: number, unit: personnes}
      - {id: cost, kind: money}
      - {id: since, kind: date}
      - {id: ready, kind: yes-no}
      - {id: how, kind: choice, options: {soon: bientôt, other: autre}, when: {ready: yes}}
      - {id: why-not, kind: text, when: {ready: no}}
      - {id: limits, kind: choices, options: {time: le temps, place: le lieu, other: autre}}
      - {id: gains, kind: list}
      - id: team
        kind: table
        columns:
          - {id: who, kind: text, ask: Qui}
          - {id: paid, kind: yes-no, ask: Payé}
          - {id: rate, kind: money, ask: Combien, when: {paid: yes}}
      - id: hours
        kind: table
        rows: {day: le jour, night: la nuit}
        columns: [{id: what, kind: text, ask: Quoi}, {id: on, kind: date, ask: Quand, optional: yes}]
      - {id: lead, kind: organisation}
      - {id: allies, kind: organisations}
      - {id: fear, kind: long-text, private: yes}
      - id: ties
        kind: table
        private: yes
        columns: [{id: organisation, kind: organisation, ask: Qui}, {id: tie, kind: text, ask: Lien}]
    """,
    """
    by: together
    questions:
      - {id: need, kind: long-text}
      - {id: existing, kind: list}
      - {id: later, kind: text}
      - {id: opening, kind: text, by: initiator}
      - {id: echo, kind: text, by: each, recall: [need, mission]}
      - {id: again, kind: text, by: each, carry: mission}
      - {id: aim, kind: text, by: each, when: {later: any}}
    """,
)
ANSWERS = """\
answers:
  need: Un lieu le soir.
  existing:
    r1: un foyer
organisations:
  lescale:
    name: L’Escale
    role: partner
    answers:
      mission: Accueillir
  ccas:
    name: CCAS de Valmorin
    article: le
    role: partner
    number: 7
    answers:
      mission: Instruire
      ready: yes
      limits: [time, {other: la nuit}]
      gains:
        abcd: rencontrer
        efgh: comprendre
      team:
        wxyz: {who: une agente, paid: yes, rate: 12.50}
      since: 2026-03-31
    open:
      size: {state: unknown-yet, who: la directrice, by: 2026-05}
"""


@pytest.fixture(scope="module")
def ours():
    return method_of(*STEPS)


def asked_of(made):
    return [one.question.id for group in made.groups for one in group.asked]


def kit_of(method, project, org="ccas", language="fr", **how):
    return kit(project, method, language, org, **how)


def written(method, project, org="ccas", language="fr", **how):
    return page(kit_of(method, project, org, language, **how), "valmorin")


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("&#x27;", "'")


class Read(HTMLParser):
    """Every element of a page, and its text outside style and script."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.text, self._tag = [], "", ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self._tag = tag
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data if self._tag not in ("style", "script") else ""

    def with_(self, name):
        return [attrs for _, attrs in self.elements if name in attrs]


# what it holds


def test_the_page_asks_the_entries_of_the_sheet_in_their_order(method, ours):
    assert asked_of(kit_of(ours, project_of(ours))) == ["mission", "seen"]
    made = kit_of(method, project_of(method))
    sheet = [one.id for one in on_path(method, "short") if one.short == "sheet"]
    assert asked_of(made) == sheet
    assert [group.entry for group in made.groups] == list(range(1, 9))
    assert not made.asks_private


def test_whole_it_asks_all_of_the_steps_at_home_the_private_ones_too(method):
    made = kit_of(method, project_of(method), whole=True)
    assert asked_of(made) == [
        one.id
        for one in method
        if method.steps[one.step].number in (1, 2, 3, 4, 5, 7) and one.by == "each"
    ]
    assert made.asks_private
    assert [group.step.number for group in made.groups] == [1, 2, 3, 4, 5, 7]


def test_named_questions_are_asked_alone_and_only_those_it_answers_for_itself(ours):
    project = project_of(ours)
    made = kit_of(ours, project, named=["echo", "mission"])
    assert asked_of(made) == ["mission", "echo"]
    assert asked_of(kit_of(ours, project, "lescale", named=["opening"])) == ["opening"]
    for name, key in [("need", "kit-together"), ("opening", "kit-of-initiator")]:
        with pytest.raises(PartnerwizError) as refused:
            kit_of(ours, project, named=[name])
        assert refused.value.key == key


def test_a_condition_on_the_page_is_live_and_one_outside_it_is_settled_beforehand(ours):
    project = project_of(ours, ANSWERS)
    live = {
        one.question.id: [condition.question for condition in one.when]
        for group in kit_of(ours, project, whole=True).groups
        for one in group.asked
        if one.when
    }
    assert live == {"how": ["ready"], "why-not": ["ready"]}
    (only,) = kit_of(ours, project, named=["how"]).groups[0].asked
    assert only.when == ()
    for name in ("why-not", "aim"):
        with pytest.raises(PartnerwizError) as refused:
            kit_of(ours, project, named=[name])
        assert refused.value.key == "kit-not-called"


@pytest.mark.parametrize("role", ["declined", "left"])
def test_who_declined_or_left_is_asked_nothing_and_any_other_role_may_be(ours, role):
    ccas = project_of(ours).organisations["ccas"]
    project = project_of(ours)
    with pytest.raises(PartnerwizError) as refused:
        kit_of(ours, project.with_organisation(replace(ccas, role=role)))
    assert "CCAS de Valmorin" in refused.value.say("fr")
    assert "--role partner" in refused.value.say("en")
    for other in ("envisaged", "associate", "funder", "network"):
        assert asked_of(kit_of(ours, project.with_organisation(replace(ccas, role=other))))


def test_a_method_without_a_sheet_says_how_to_ask_all_the_same():
    method = method_of("[{id: mission, kind: text}]")
    with pytest.raises(PartnerwizError) as refused:
        kit_of(method, project_of(method))
    assert "--whole" in refused.value.say("en")


def test_what_a_question_recalls_is_shown_of_everyone_and_never_what_is_private(ours):
    text = written(ours, project_of(ours, ANSWERS), named=["echo", "again"])
    (group,) = kit_of(ours, project_of(ours, ANSWERS), named=["echo", "again"]).groups
    said = [[(s.question.id, s.voice) for s in one.earlier] for one in group.asked]
    assert said == [
        [("need", None), ("mission", "lescale"), ("mission", "ccas")],
        [("mission", "ccas")],
    ]
    assert "mission – L’Escale" in text


def test_each_present_answer_stands_in_its_field(ours):
    found = Read(written(ours, project_of(ours, ANSWERS), whole=True))
    by_id = {attrs["id"]: attrs for attrs in found.with_("id")}
    assert by_id["q-since"]["value"] == "31/03/2026"
    assert by_id["q-team.wxyz.rate"]["value"] == "12.50"
    ticked = {one for one, attrs in by_id.items() if "checked" in attrs}
    assert {"q-ready.yes", "q-limits.time", "q-limits.other", "s-size.unknown-yet"} <= ticked
    assert by_id["q-limits.other.words"]["value"] == "la nuit"
    assert by_id["s-size.who"]["value"] == "la directrice"
    assert [one["data-row"] for one in found.with_("data-row")][:3] == ["abcd", "efgh", "__row__"]
    assert {"day", "night"} <= {one["data-row"] for one in found.with_("data-row")}
    assert "Instruire" in found.text


RECEIVED = """
    received:
      - {answers: [mission], from: directrice, how: phone, on: 2025-05-02}
"""


def test_what_another_hand_noted_is_to_be_read_again_unless_it_was_confirmed(ours):
    text = plain(written(ours, project_of(ours, ANSWERS + RECEIVED[1:])))
    assert "Noté au téléphone le 2 mai 2025, d’après : directrice." in text
    assert text.count("data-confirm>") == 1
    for kept in ("confirmed: 2025-05-09, ", "how: own-hand, "):
        settled = RECEIVED.replace("how: phone, ", kept + "how: phone, " * ("how" not in kept))
        assert "data-confirm>" not in written(ours, project_of(ours, ANSWERS + settled[1:]))


@both
def test_what_another_organisation_passed_on_is_told_by_its_name(ours, language):
    relayed = RECEIVED.replace("from: directrice, how: phone", "from: lescale, how: relayed")
    text = plain(written(ours, project_of(ours, ANSWERS + relayed[1:]), language=language))
    assert {"fr": "autre organisation : L’Escale.", "en": ": L’Escale."}[language] in text
    assert text.count("data-confirm>") == 1


def test_an_answer_to_review_is_told_and_its_field_is_left_to_be_filled(ours):
    broken = ANSWERS.replace("ready: yes", "ready: peut-être").replace(
        "2026-03-31", '"</p><img src=x onerror=alert(1)>"'
    )
    text = written(ours, project_of(ours, broken), whole=True)
    assert "à revoir. peut-être" in text
    assert "<img" not in text


# the table


def test_each_shared_answer_is_shown_with_the_four_positions_and_none_is_chosen(ours):
    found = Read(written(ours, project_of(ours, ANSWERS)))
    assert [one["data-position"] for one in found.with_("data-position")] == ["need", "existing"]
    need = [a for a in found.with_("id") if re.match(r"p-need\.", a["id"])]
    assert [one.get("value") for one in need][:4] == list(POSITIONS)
    assert not any("checked" in one for one in need)
    assert "Un lieu le soir." in found.text


def test_its_own_position_on_this_very_wording_is_chosen_and_no_other_ones(ours):
    of = fingerprint("Un lieu le soir.")
    own = f"    positions:\n      need: {{word: cannot, words: Non., of: {of}, publish: yes}}\n"
    other = own.replace("cannot", "carries").replace("Non.", "CANARI-position")
    both_ = ANSWERS.replace("    answers:\n      mission: Accueillir\n", other) + own
    text = written(ours, project_of(ours, both_))
    chosen = {one["id"] for one in Read(text).with_("checked") if one["id"].startswith("p-")}
    assert chosen == {"p-need.cannot", "p-need.publish"}
    assert "CANARI" not in text
    assert plain(say("kit-reworded", "fr")) not in plain(text)
    moved = written(ours, project_of(ours, both_.replace("le soir", "le matin")))
    assert not [one for one in Read(moved).with_("checked") if one["id"].startswith("p-")]
    assert plain(say("kit-reworded", "fr")) in plain(moved)


def test_one_sees_for_which_texts_and_lines_the_method_asks_where_one_stands():
    method = method_of(
        """
        by: together
        questions:
          - {id: need, kind: long-text, positions: whole}
          - {id: place, kind: text, by: each, short: sheet/1}
          - {id: aims, kind: list, positions: rows}
          - {id: when, kind: text}
        """
    )
    said = "answers:\n  need: Un lieu.\n  aims:\n    ab: ouvrir\n    cd: durer\n  when: mardi\n"
    of = fingerprint("ouvrir")
    own = f"    positions:\n      aims/ab: {{word: carries, of: {of}}}\n"
    project = project_of(method, said + TABLE + own)
    table = {one.about.key: one for one in kit_of(method, project).table}
    assert list(table) == ["need", "aims/ab", "aims/cd", "when"]
    assert [key for key, one in table.items() if one.expected] == ["need", "aims/cd"]
    assert table["aims/cd"].of == fingerprint("durer")
    text = written(method, project)
    assert 'data-label="aims – durer"' in text
    assert text.count(say("kit-expected", "fr")) == 2


# what never stands there


@pytest.mark.parametrize("how", [{}, {"whole": True}, {"named": ["mission", "fear"]}])
def test_private_answers_are_not_there_even_if_they_were_read(ours, how):
    project = project_of(ours, ANSWERS)
    for org in ("ccas", "lescale"):
        project = project.with_value(ours.questions["fear"], org, "CANARI-peur")
    assert "CANARI" not in written(ours, project, **how)


def test_nothing_private_leaves_by_a_kit_or_its_sheet(partnerwiz, told):  # noqa: F811
    outputs = []
    for org in ("lescale", "ccas"):
        for how in (["--whole"], [], ["--sheet"], ["--question", "fear"]):
            done = partnerwiz("kit", told, org, *how, "--force")
            outputs += [done.stdout, done.stderr]
    assert (told.parent / "valmorin-kit-ccas.fr.html").exists()
    assert (told.parent / "valmorin-sheet-lescale.fr.html").exists()
    assert canary("origin") in (told.parent / "valmorin.private" / "lescale.yaml").read_text()
    assert leaks(told.parent, *outputs) == []


EVIL = [
    *HOSTILE,
    "</script><img src=x onerror=alert(1)>",
    "\u2028\u2029 </textarea>",
    '" onfocus="x',
]


def test_no_answer_name_or_title_makes_an_element_or_ends_the_script(ours):
    def saying(words):
        of = project_of(ours, ANSWERS)
        for name, value in {
            "mission": words,
            "seen": words,
            "limits": [{"other": words}],
            "gains": {"abcd": words},
            "team": {"wxyz": {"who": words}},
        }.items():
            of = of.with_value(ours.questions[name], "ccas", value)
        of = of.with_value(ours.questions["need"], None, words)
        of = of.with_organisation(replace(of.organisations["ccas"], name=words))
        made = page(kit(replace(of, title=words), ours, "fr", "ccas", whole=True), "valmorin")
        data = json.loads(re.search('id="data">(.*?)</script>', made)[1])
        assert data["title"] == words
        return [tag for tag, _ in Read(made).elements if tag not in ("br", "p")], made

    harmless, _ = saying("mot")
    for words in EVIL:
        tags, made = saying(words)
        assert tags == harmless, words
        assert not re.search(r"<[^>]*\son\w+=", re.sub('"[^"]*"', '""', made)), words


@both
def test_the_page_asks_the_browser_to_let_nothing_in_or_out(method, language):
    project = example(ROOT / "examples" / language, method, short=False)
    org = next(one.id for one in project.partners if one.id != project.initiator)
    text = written(method, project, org, language, whole=True)
    found = Read(text)
    (policy,) = [one["content"] for one in found.with_("http-equiv")]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not found.with_("src")
    assert not found.with_("style")
    assert not [one for one in found.with_("href") if one["href"]]
    assert "http" not in re.sub("http-equiv", "", text)


@both
def test_the_page_is_in_one_language(method, language):
    other = {
        "fr": "Not answering now|See an example|\\bwith\\b",
        "en": "Rendre|exemple|organisation ",
    }
    project = project_of(method)
    text = Read(written(method, project, language=language, whole=True)).text
    assert say("kit-read-by-others", language) in text
    assert say("credit", language) in text
    if language == "fr":
        assert not re.search(other["fr"], text)
    else:
        assert not re.search("[éèà]", text.replace("Département", "")), "no French is left"


@both
def test_every_field_has_a_label_of_its_own_and_every_id_is_one(method, language):
    project = example(ROOT / "examples" / language, method, short=False)
    found = Read(written(method, project, project.initiator, language, whole=True))
    ids = [one["id"] for one in found.with_("id")]
    assert len(ids) == len(set(ids))
    for one in found.with_("for"):
        assert one["for"] in ids
    for one in found.with_("aria-describedby"):
        assert set(one["aria-describedby"].split()) <= set(ids)


def test_the_same_project_makes_the_same_bytes(ours):
    project = project_of(ours, ANSWERS)
    assert len({written(ours, project, whole=True) for _ in range(3)}) == 1


# the sheet on paper


@both
def test_the_sheet_has_its_eight_points_a_name_and_room_to_write(method, language):
    def sheet(form, organisation=None):
        templates, project = ROOT / "templates", project_of(method)
        made = documents.document(
            "sheet", project, method, templates, language, organisation=organisation
        )
        return documents.write(made, form)

    text = plain(sheet("md", "ccas"))
    assert re.findall(r"^\*\*(\d)\. ", text, re.MULTILINE) == list("12345678")
    assert plain(say("kit-read-by-others", language)) in text
    assert "CCAS de Valmorin" in text
    assert "…………" in sheet("md").split("\n")[4], "without an organisation, room for its name"
    assert sheet("html", "ccas").count('<div class="lines">') == 8


@both
def test_both_templates_of_the_sheet_tell_the_names_they_use(language):
    source = (ROOT / "templates" / language / "sheet.md").read_text(encoding="utf-8")
    head, _, body = source.partition("#}")
    names = set(re.findall(r"{{ (\w+) }}", body))
    assert names == {"titled", "organisation", "lines", "blank"}
    assert all(one in head for one in names)


# the command


@pytest.fixture
def file(desk):
    (desk / "valmorin.yaml").write_text(f"{HEAD}{TABLE}...\n", encoding="utf-8")
    return desk / "valmorin.yaml"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ([], "valmorin-kit-ccas.fr.html"),
        (["--sheet", "--lang", "en"], "valmorin-sheet-ccas.en.html"),
        (["--question", "mission", "--question", "gains"], "valmorin-kit-ccas.fr.html"),
        (["--output", "ailleurs.html"], "ailleurs.html"),
    ],
)
def test_the_file_is_written_beside_the_project(partnerwiz, desk, file, words, name):
    done = partnerwiz("kit", file.name, "ccas", *words)
    assert (done.returncode, done.stdout) == (0, "")
    assert plain(done.stderr).startswith(f"Écrit : {name}. À transmettre au CCAS de Valmorin.\n")
    back = "resume valmorin.yaml --as ccas" if "--sheet" in words else "merge valmorin.yaml"
    assert f"partnerwiz {back}" in done.stderr, "what to do with what comes back"
    assert [one.name for one in desk.glob("*.html")] == [name]


def test_a_page_that_someone_edited_is_not_replaced_unless_that_is_asked_for(
    partnerwiz, desk, file
):
    assert partnerwiz("kit", file.name, "ccas").returncode == 0
    written_ = desk / "valmorin-kit-ccas.fr.html"
    text = written_.read_text(encoding="utf-8")
    written_.write_text(text + "<!-- une note -->", encoding="utf-8")
    refused = partnerwiz("kit", file.name, "ccas")
    assert refused.returncode == 1
    assert "--force" in refused.stderr
    assert partnerwiz("kit", file.name, "ccas", "--force").returncode == 0
    assert written_.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["cccas"], 2, "Possibles : lescale, ccas."),
        (["ccas", "--question", "missions"], 2, "partnerwiz steps"),
        (["ccas", "--question", "need"], 1, "aucune organisation n’y répond seule"),
        (["ccas", "--sheet", "--whole"], 2, "--sheet sans --whole"),
        (["ccas", "--whole", "--question", "mission"], 2, "s’excluent"),
        (["ccas", "--lang", "de"], 2, "--lang fr"),
    ],
)
def test_wrong_use_says_what_is_expected_and_writes_nothing(
    partnerwiz, desk, file, words, code, said
):
    done = partnerwiz("kit", file.name, *words)
    assert done.returncode == code
    assert said in plain(done.stderr)
    assert list(desk.glob("*.html")) == []
