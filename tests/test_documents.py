"""Documents: what an answer becomes, what is marked while it is missing, what never gets in."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.container import container_plugin

from partnerwiz import HOME, documents
from partnerwiz.documents import figures
from partnerwiz.documents.answers import Answers
from partnerwiz.documents.names import alphabetical, forms
from partnerwiz.documents.slots import Slots
from partnerwiz.errors import PartnerwizError
from partnerwiz.method.kinds import asked_columns, fixed_rows
from partnerwiz.method.reading import read_method
from partnerwiz.project.calling import counts
from partnerwiz.project.model import Block, Organisation, Project, State
from partnerwiz.words import LANGUAGES, unseen

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
CANARY = "canari-4711"

STEPS = {
    "4-identity": """
title: {fr: Affirmer son identité, en: Who we are}
by: each
questions:
  - {id: mission, kind: long-text, short: sheet, label: {fr: mission, en: mission}, ask: a}
  - {id: site, kind: text, optional: yes, label: {fr: site, en: website}, ask: a}
  - {id: fear, kind: long-text, private: yes, label: fear, ask: a}
  - {id: not, kind: list, label: {fr: nos limites, en: limits}, ask: a}
""",
    "6-proposal": """
title: {fr: Ébaucher une proposition, en: A proposal}
by: initiator
questions:
  - {id: horizon, kind: text, label: {fr: horizon, en: horizon}, ask: a}
""",
    "9-commitment": """
title: {fr: Engagement, en: Commitment}
by: together
questions:
  - {id: end-date, kind: date, short: meeting-2, label: {fr: date de fin, en: end date}, ask: a}
  - id: renewal
    kind: choice
    label: {fr: reconduction, en: renewal}
    ask: a
    options:
      none: {fr: aucune reconduction, en: no renewal}
      tacit: {fr: "oui : tacite", en: "yes: automatic"}
      other: {fr: autre, en: other}
  - id: reminder
    kind: text
    label: {fr: rappel, en: reminder}
    ask: a
    when: {renewal: tacit}
  - {id: hours, kind: number, optional: yes, unit: {fr: heures, en: hours}, label: h, ask: a}
  - {id: budget, kind: money, optional: yes, label: b, ask: a}
  - {id: agreed, kind: yes-no, optional: yes, label: a, ask: a}
  - {id: hosts, kind: organisations, optional: yes, label: h, ask: a}
  - id: limits
    kind: choices
    optional: yes
    label: l
    ask: a
    options:
      time: {fr: le temps, en: time}
      other: {fr: autre, en: other}
  - id: existing
    kind: table
    label: {fr: ce qui existe, en: what exists}
    ask: a
    columns:
      - {id: what, kind: text, ask: {fr: Quoi, en: What}}
      - {id: carrier, kind: text, ask: {fr: Porté par, en: Run by}}
      - {id: since, kind: date, optional: yes, ask: {fr: Depuis, en: Since}}
  - id: parts
    kind: table
    optional: yes
    rows: partners
    label: p
    ask: a
    columns:
      - {id: room, kind: yes-no, ask: {fr: Salle, en: Room}}
""",
    "13-project": """
title: {fr: Le projet, en: The project}
by: together
questions:
  - {id: meaning, kind: text, label: {fr: sens, en: purpose}, ask: a}
""",
}


@pytest.fixture(scope="module")
def method(tmp_path_factory):
    folder = tmp_path_factory.mktemp("steps") / "1-all"
    folder.mkdir()
    (folder / "phase.yaml").write_text("title: {fr: Tout, en: All}\n")
    for name, text in STEPS.items():
        number, slug = name.split("-")
        (folder / f"{number:0>2}-{slug}.yaml").write_text(text)
    return read_method(folder.parent)


def organisation(key, name, article="none", role="partner", **block):
    return Organisation(key, name, article, role, block=Block(**block))


def project(answers=None, opened=None, path="whole", language="fr", **blocks):
    """Two partners; `lescale` started. `blocks` are what one organisation says."""
    organisations = (
        organisation("lescale", "L’Escale", **blocks.get("lescale", {})),
        organisation("ccas", "CCAS de Valmorin", "le", **blocks.get("ccas", {})),
    )
    return Project(
        "x",
        "Passerelle 18-25",
        "lescale",
        language,
        path,
        {one.id: one for one in organisations},
        Block(answers=answers or {}, open=opened or {}),
        private={"lescale": Block(answers={"fear": CANARY})},
    )


@pytest.fixture
def render(tmp_path, method):
    def render(source, of, language="fr"):
        template = tmp_path / "own.md"
        template.write_text(source, encoding="utf-8")
        return documents.filled(template, of, method, language)

    return render


@pytest.fixture
def markdown(render):
    """The body alone, without the head of a draft and the list at its end."""

    def markdown(source, of, language="fr"):
        text = documents.write(render(source, of, language), "md")
        return re.sub(r"^> \*\*(PROJET|DRAFT)\*\*.*\n|\n## Points [\s\S]*", "", text).strip()

    return markdown


# an answer is text and nothing else

HOSTILE = [
    "# x",
    "a|b",
    "|a|b|\n|-|-|\n|c|d|",
    "<b>gras</b>",
    "<script>alert(1)</script>",
    "1. x",
    "1) x",
    "- x",
    "+ x",
    "* x",
    "> x",
    "---",
    "===",
    "a\n===",
    "a\n---",
    "[x](y)",
    "![x](y)",
    "[x]: y",
    "<http://x.y>",
    "&amp;",
    "&#35; x",
    "`x`",
    "```\nx\n```",
    "~~~\nx",
    "*x* _x_ **x** __x__ ~~x~~",
    "a\nb",
    "fin\\",
    "a\\\nb",
    "a  \nb",
    "    x",
    "\tx",
    "x   ",
    ":::\nx",
    "::: box",
    "::: box\nx\n:::",
    "{{ title }} {% if x %}",
    "\ue0000\ue001",
    "$x$ ^x^",
    "x #",
    "R&D, 12,5 % ; l'un, «l'autre»",
    "mot 🤝🏽 עברית",
]
PLACES = {
    "paragraph": "{{ answer('horizon') }}",
    "sentence": "Avant {{ answer('horizon') }} après",
    "heading": "## {{ answer('horizon') }}",
    "item": "- {{ answer('horizon') }}",
    "number": "1. {{ answer('horizon') }}",
    "strong": "**{{ answer('horizon') }}**",
    "cell": "| a | b |\n|---|---|\n| {{ answer('horizon') }} | c |",
    "macro": "{% macro m(x) %}*{{ x }}*{% endmacro %}{{ m(answer('horizon')) }}",
    "joined": "{{ answer('horizon') ~ '.' }}",
    "filtered": "{{ answer('horizon')|upper|trim|string|e }}",
    "set": "{% set x %}{{ answer('horizon') }}{% endset %}{{ x ~ title }}",
    "box": "::: box\n{{ answer('horizon') }}\n:::",
}


class Page(HTMLParser):
    """The elements and the text of a page's body."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.text, self._in = [], "", False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self._in = self._in or tag == "main"
        if self._in:
            self.elements.append((tag, *attrs))

    def handle_data(self, data):
        self.text += data if self._in else ""


def saying(words, **more):
    return project(lescale={"answers": {"horizon": words}}, **more)


def parsed(text):
    """Every token of a Markdown text, as CommonMark with tables reads it, without the words."""
    tokens, words = [], ""
    parser = MarkdownIt("commonmark").enable("table").use(container_plugin, "box")
    for token in parser.parse(text):
        for one in token.children or [token]:
            if one.type == "text":
                words += one.content
            elif one.type not in ("inline", "softbreak", "hardbreak"):
                tokens.append((one.type, one.tag, one.markup))
    return tokens, words


@pytest.mark.parametrize("place", PLACES)
def test_answer_makes_no_structure_in_markdown(render, place):
    structure, _ = parsed(documents.write(render(PLACES[place], saying("mot")), "md"))
    for words in HOSTILE:
        found, text = parsed(documents.write(render(PLACES[place], saying(words)), "md"))
        assert found == structure, words
        # a new line is a sign between two words where there can be none
        one_line = {"cell": words.replace("\n", " / "), "heading": words.replace("\n", " ")}
        assert one_line.get(place, words.replace("\n", "")) in text


@pytest.mark.parametrize("place", PLACES)
def test_answer_makes_no_element_in_html(render, place):
    plain = Page(documents.write(render(PLACES[place], saying("mot")), "html"))
    for words in HOSTILE:
        page = Page(documents.write(render(PLACES[place], saying(words)), "html"))
        assert [one for one in page.elements if one != ("br",)] == plain.elements, words
        assert words.replace("\n", "") in page.text


@pytest.mark.parametrize("words", HOSTILE)
def test_title_and_names_are_text_too(render, words):
    named = project().with_organisation(organisation("ccas", words))
    named = replace(named, title=words)
    source = "# {{ title }}\n\n{{ partner_names }} {{ partners[0].of }} {{ answer('mission', partners[0]) }}"
    plain = Page(documents.write(render(source, project()), "html"))
    page = documents.write(render(source, named), "html")
    assert [one for one in Page(page).elements if one != ("br",)] == plain.elements
    assert "<script" not in page


anything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: unseen(text) is None and "\n" not in text and text.strip()
)


@settings(deadline=None)
@given(anything)
def test_any_answer_is_text_in_every_format(method, tmp_path_factory, words):
    template = tmp_path_factory.getbasetemp() / "any.md"
    template.write_text("# Titre\n\n{{ answer('horizon') }}\n")
    html = documents.write(documents.filled(template, saying(words), method, "fr"), "html")
    page = Page(html)
    assert [tag for tag, *_ in page.elements] == ["main", "h1", "p"]
    shown = re.sub("[\ufdd0-\ufdef\ufffe\uffff]", "\ufffd", words)  # no characters, says Unicode
    assert shown in page.text
    text = documents.write(documents.filled(template, saying(words), method, "fr"), "md")
    tokens, found = parsed(text)
    assert [kind for kind, *_ in tokens] == [
        "heading_open",
        "heading_close",
        "paragraph_open",
        "paragraph_close",
    ]
    assert found == "Titre" + words


def test_paragraphs_and_lines_are_kept(render):
    of = project(lescale={"answers": {"mission": "un\ndeux\n\n \n# trois"}})
    document = render("{{ answer('mission', 'lescale') }}", of)
    assert documents.write(document, "md") == "un\\\ndeux\n\n\\# trois\n"
    assert "<p>un<br>deux</p>\n<p># trois</p>" in documents.write(document, "html")


def test_inside_a_sentence_paragraphs_become_lines(markdown):
    of = project(lescale={"answers": {"mission": "un\n\ndeux", "not": {"a": "b", "c": "d"}}})
    source = "Ceci : {{ answer('mission', 'lescale') }} ; {{ answer('not', 'lescale') }}"
    assert markdown(source, of) == "Ceci\u00a0: un\\\ndeux\u202f; b\u202f; d"


def test_two_lists_in_a_row_stay_two(markdown):
    of = project(lescale={"answers": {"not": {"a": "b"}}}, ccas={"answers": {"not": {"a": "d"}}})
    source = "{% for org in partners %}{{ answer('not', org) }}\n\n{% endfor %}"
    assert markdown(source, of) == "- d\n\n* b"


# what is fixed is typeset, what people wrote is not


def test_typography_is_for_fixed_text_only(markdown):
    source = "L'un : « {{ answer('horizon') }} » ; l'autre"
    text = markdown(source, saying("l'un ; «l'autre» : oui"))
    assert text == "L’un\u00a0: «\u00a0l'un ; «l'autre» : oui\u00a0»\u202f; l’autre"


def test_language_of_answers_is_told_where_it_differs(render):
    of = saying("demain")
    html = documents.write(render("By {{ answer('horizon') }}", of, "en"), "html")
    assert '<html lang="en-GB">' in html
    assert 'By <span lang="fr-FR">demain</span>' in html
    assert "<span" not in documents.write(render("{{ answer('horizon') }}", of), "html")


@pytest.mark.parametrize(
    ("text", "french", "english"),
    [
        ("2026-01-01", "1er\u00a0janvier 2026", "1\u00a0January 2026"),
        ("2026-08-02", "2\u00a0août 2026", "2\u00a0August 2026"),
        ("2027-03", "mars 2027", "March 2027"),
    ],
)
def test_dates(text, french, english):
    assert (figures.date(text, "fr"), figures.date(text, "en")) == (french, english)


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("à", "2026-01-01", "au 1er\u00a0janvier 2026"),
        ("de", "2026-01-02", "du 2\u00a0janvier 2026"),
        ("le", "2026-01-02", "le 2\u00a0janvier 2026"),
        ("à", "2027-03", "à mars 2027"),
        ("de", "2027-03", "de mars 2027"),
        ("de", "2027-04", "d’avril 2027"),
        ("le", "2027-03", "en mars 2027"),
        ("", "2027-03", "mars 2027"),
    ],
)
def test_dates_after_a_french_word(word, text, expected):
    assert figures.date_after(word, text, "fr") == expected


@pytest.mark.parametrize(
    ("answers", "french", "english"),
    [
        ({"hours": "12500.5"}, "12\u202f500,5\u00a0heures", "12,500.5\u00a0hours"),
        ({"hours": "0"}, "0\u00a0heures", "0\u00a0hours"),
        ({"budget": "33100"}, "33\u202f100\u00a0€", "€33,100"),
        ({"budget": "1250.5"}, "1\u202f250,50\u00a0€", "€1,250.50"),
        ({"agreed": "no"}, "non", "no"),
        ({"renewal": "tacit"}, "oui\u00a0: tacite", "yes: automatic"),
        ({"renewal": {"other": "à voir : oui"}}, "à voir : oui", "à voir : oui"),
        ({"limits": ["time", {"other": "l'envie"}]}, "- le temps\n- l'envie", "- time\n- l'envie"),
        ({"hosts": ["ccas"]}, "- CCAS de Valmorin", "- CCAS de Valmorin"),
    ],
)
def test_each_kind_is_set_in_the_language(markdown, answers, french, english):
    source = f"{{{{ answer('{next(iter(answers))}') }}}}"
    assert markdown(source, project(answers)) == french
    assert markdown(source, project(answers), "en") == english


def test_tables(markdown):
    value = {"a": {"what": "SIAO", "carrier": "l’État | ici", "since": "2020-01"}}
    of = project({"existing": value, "parts": {"ccas": {"room": "yes"}}})
    assert markdown("{{ answer('existing') }}", of) == (
        "| Quoi | Porté par | Depuis |\n| --- | --- | --- |\n"
        "| SIAO | l’État \\| ici | janvier 2020 |"
    )
    assert markdown("{{ answer('parts') }}", of, "en") == (
        "|  | Room |\n| --- | --- |\n| CCAS de Valmorin | yes |"
    )
    rows = "{% for row in rows('existing') %}{{ row.what }} : {{ row['carrier'] }}{% endfor %}"
    assert markdown(rows, of) == "SIAO\u00a0: l’État \\| ici"


@pytest.mark.parametrize(
    ("lines", "french"),
    [
        (["des lits", "une cuisine"], "des lits\u202f; une cuisine"),
        (["Pas de nuit.", "« Jamais. »", "Rien"], "Pas de nuit. « Jamais. » Rien"),
        (["Quoi ?", "ceci…", "cela"], "Quoi ? ceci… cela"),
    ],
)
def test_lines_of_a_list_within_a_sentence_are_parted_where_they_do_not_end_as_sentences(
    markdown, lines, french
):
    of = project(lescale={"answers": {"not": {f"r{n}": line for n, line in enumerate(lines)}}})
    assert markdown("Nous : {{ answer('not', 'lescale') }}", of) == f"Nous\u00a0: {french}"


def test_required_cell_left_empty_is_a_gap(render):
    of = project({"existing": {"a": {"what": "SIAO"}}})
    for source in ("{{ answer('existing') }}", "{{ rows('existing')[0].carrier }}"):
        (gap,) = render(source, of).gaps
        assert gap.mark == "[À COMPLÉTER\u00a0: ce qui existe, «\u00a0Porté par\u00a0» (SIAO)]"


# organisations in a sentence


@pytest.mark.parametrize(
    ("name", "article", "the", "of", "to"),
    [
        ("CCAS", "le", "le CCAS", "du CCAS", "au CCAS"),
        (
            "Mission locale",
            "la",
            "la Mission locale",
            "de la Mission locale",
            "à la Mission locale",
        ),
        ("Restos", "les", "les Restos", "des Restos", "aux Restos"),
        ("hôpital", "l’", "l’hôpital", "de l’hôpital", "à l’hôpital"),
        ("L’Escale", "none", "L’Escale", "de L’Escale", "à L’Escale"),
        ("Emmaüs", "none", "Emmaüs", "d’Emmaüs", "à Emmaüs"),
        ("Élan", "none", "Élan", "d’Élan", "à Élan"),
        ("Habitat", "none", "Habitat", "de Habitat", "à Habitat"),
    ],
)
def test_french_names(name, article, the, of, to):
    found = forms(organisation("x", name, article), "fr")
    assert (found.the, found.of, found.to) == (the, of, to)


def test_english_names():
    assert forms(organisation("x", "CCAS", "le"), "en").of == "of the CCAS"
    assert forms(organisation("x", "L’Escale"), "en").to == "to L’Escale"


def test_alphabetical_order_is_a_dictionarys():
    names = ["Zinc", "emmaüs", "L’Escale", "Lumière", "Élan", "CCAS"]
    found = sorted((organisation("x", name) for name in names), key=alphabetical)
    assert [one.name for one in found] == ["CCAS", "Élan", "emmaüs", "L’Escale", "Lumière", "Zinc"]


def test_partners_and_associates(markdown):
    of = project().with_organisation(organisation("tanneurs", "Tanneurs", "les", "associate"))
    of = of.with_organisation(organisation("ville", "Ville", "la", "envisaged"))
    source = "{{ partner_names }}. Associées : {{ associate_names }}. {{ partners_to_name }}"
    assert markdown(source, of).strip() == (
        "le CCAS de Valmorin et L’Escale. Associées\u00a0: les Tanneurs."
    )
    assert markdown("{{ partner_names }}", of, "en") == "the CCAS de Valmorin and L’Escale"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_a_partner_alone(render, language):
    of = project().with_organisation(organisation("ccas", "CCAS", role="left"))
    document = render("{{ partner_names }} {{ partners_to_name }}", of, language)
    marks = {
        "fr": "[À COMPLÉTER\u00a0: les partenaires, au moins deux]",
        "en": "[TO BE COMPLETED: the partners, at least two]",
    }
    assert [gap.mark for gap in document.gaps] == [marks[language]]


# states

STATES = [
    (None, "[À COMPLÉTER\u00a0: date de fin]", "[TO BE COMPLETED: end date]"),
    (
        State("unknown-yet", who="ccas, la préfecture", by="2026-03-01"),
        (
            "[À COMPLÉTER\u00a0: date de fin\u202f; se renseigne\u00a0: CCAS de Valmorin, "
            "la préfecture, "
            "d’ici au 1er\u00a0mars 2026]"
        ),
        "[TO BE COMPLETED: end date; to be found out by CCAS de Valmorin, la préfecture, by 1\u00a0March 2026]",
    ),
    (
        State("under-discussion", by="2026-03"),
        "[EN DISCUSSION\u00a0: date de fin\u202f; d’ici à mars 2026]",
        "[UNDER DISCUSSION: end date; by March 2026]",
    ),
    (
        State("withdrawn", on="2026-05-02"),
        "[À COMPLÉTER\u00a0: date de fin, réponse retirée le 2\u00a0mai 2026]",
        "[TO BE COMPLETED: end date, answer withdrawn on 2\u00a0May 2026]",
    ),
]


@pytest.mark.parametrize(("state", "french", "english"), STATES)
def test_required_and_open_is_a_gap(render, state, french, english):
    of = project(opened={"end-date": state} if state else {})
    for language, mark in (("fr", french), ("en", english)):
        document = render("{{ answer('end-date') }}", of, language)
        assert [gap.mark for gap in document.gaps] == [mark]
        assert f"<mark>{mark}</mark><sup>1</sup>" in documents.write(document, "html")
        assert f"**{mark.replace('[', chr(92) + '[').replace(']', chr(92) + ']')}**¹" in (
            documents.write(document, "md")
        )


@pytest.mark.parametrize(
    ("name", "french", "english"),
    [
        ("not-applicable", "Sans objet.", "Not applicable."),
        ("not-disclosed", "\\[NON COMMUNIQUÉ\\]", "\\[NOT DISCLOSED\\]"),
    ],
)
def test_what_is_settled_without_a_value_is_no_gap(render, markdown, name, french, english):
    of = project({"end-date": "2026-01-01"}, {"end-date": State(name)})
    assert not render("{{ answer('end-date') }}", of).draft
    assert markdown("{{ answer('end-date') }}", of) == french
    assert markdown("{{ answer('end-date') }}", of, "en") == english
    assert markdown("{{ 'oui' if given('end-date') else 'non' }}", of) == "non"


@pytest.mark.parametrize("name", ["not-disclosed", "withdrawn", "unknown-yet", "not-applicable"])
def test_a_value_beside_such_a_state_is_not_shown(render, name):
    block = {"answers": {"mission": CANARY}, "open": {"mission": State(name, on="2026-01-01")}}
    source = "{{ answer('mission', 'lescale') }}{{ rows('not', 'lescale') }}"
    assert CANARY not in documents.write(render(source, project(lescale=block)), "html")


def test_a_draft_stands_before_its_mark(markdown):
    of = project({"end-date": "2027-03"}, {"end-date": State("under-discussion")})
    mark = "**\\[EN DISCUSSION\u00a0: date de fin\\]**¹"
    assert markdown("{{ answer('end-date') }}", of) == f"mars 2027 {mark}"
    assert markdown("Jusqu’{{ date('end-date', 'à') }}.", of) == f"Jusqu’à mars 2027 {mark}."
    assert markdown("{{ mark('end-date') }}", of) == mark


def test_an_answer_to_review_is_a_gap(render):
    of = project(lescale={"answers": {"site": CANARY}, "to_review": {"site": "not-text"}})
    document = render("{{ answer('site', 'lescale') }}", of)
    assert [gap.mark for gap in document.gaps] == ["[À COMPLÉTER\u00a0: site – L’Escale]"]
    assert CANARY not in documents.write(document, "md")


def test_a_withdrawal_of_what_was_optional_is_only_told(markdown, render):
    of = project(lescale={"open": {"site": State("withdrawn", on="2026-05-02")}})
    source = "{{ answer('site', 'lescale') }}"
    assert markdown(source, of) == "réponse retirée le 2\u00a0mai 2026"
    assert not render(source, of).draft


# what is required


@pytest.mark.parametrize(
    ("path", "source", "gaps"),
    [
        ("whole", "{{ answer('renewal') }}", 0),  # its step is not begun beyond the short path
        ("short", "{{ answer('renewal') }}", 0),
        ("short", "{{ answer('end-date') }}", 1),
        ("whole", "{{ answer('hours') }}", 0),  # optional
        ("whole", "{{ answer('meaning') }}", 0),  # step 13
        ("whole", "{% for o in partners %}{{ answer('mission', o) }}{% endfor %}", 2),
        ("whole", "{% for o in associates %}{{ answer('mission', o) }}{% endfor %}", 0),
    ],
)
def test_required(render, path, source, gaps):
    of = project(path=path).with_organisation(organisation("assoc", "Associée", role="associate"))
    assert len(render(source, of).gaps) == gaps


def test_beyond_the_short_path_a_step_owes_its_answers_once_it_is_begun(render):
    """What is not reached yet is no gap: going over to the whole path adds none."""
    source = "{{ answer('renewal') }}{{ mark('existing') }}"
    assert render(source, project(path="whole")).gaps == ()
    begun = project({"renewal": "none"}, path="whole")
    assert [gap.question for gap in render(source, begun).gaps] == ["existing"]
    noted = project(opened={"existing": State("unknown-yet")}, path="whole")
    assert [gap.question for gap in render(source, noted).gaps] == ["renewal", "existing"]
    assert render(source, project({"renewal": "none"}, path="short")).gaps == ()
    # of a step of the initiator's alone too
    of = project(lescale={"answers": {"horizon": "deux ans"}}, path="whole")
    assert render("{{ answer('horizon') }}", of).gaps == ()


def test_what_is_told_and_by_whom(markdown):
    of = project({"hours": "3"}, lescale={"answers": {"site": "lescale.example"}})
    source = (
        "{{ told('hours') }} {{ told('budget') }} {{ told('end-date') }} {{ given('end-date') }} "
        "{% for o in tellers('site') %}{{ o.name }}{% endfor %}"
    )
    assert markdown(source, of) == "True False True False L’Escale"


def test_what_is_no_longer_called_for_leaves_the_document(markdown, render):
    source = "Rappel {{ answer('reminder') }}"
    told = {"renewal": "tacit", "reminder": CANARY}
    assert markdown(source, project(told)) == f"Rappel {CANARY}"
    assert markdown(source, project({**told, "renewal": "none"})).strip() == "Rappel"
    assert render(source, project({"renewal": "tacit"})).draft
    assert not render(source, project({"renewal": "none"})).draft


# draft, numbers, list


def test_gaps_are_numbered_and_listed_once(render):
    source = "{% for o in partners %}{{ answer('mission', o) }} {% endfor %}{{ answer('end-date') }} {{ answer('end-date') }}"
    text = documents.write(render(source, project()), "md")
    assert text.startswith("> **PROJET** – Document de travail\u00a0: n’engage personne\n")
    assert text.count("date de fin\\]**³") == 2
    _, listed = text.split("## Points à compléter avant signature\n\n")
    assert listed.split("\n")[:3] == [
        "1. mission – CCAS de Valmorin – étape 4\u00a0: Affirmer son identité",
        "2. mission – L’Escale – étape 4\u00a0: Affirmer son identité",
        "3. date de fin – ensemble – étape 9\u00a0: Engagement",
    ]
    text = documents.write(render(source, project(), "en"), "md")
    assert text.startswith("> **DRAFT** – Working document: binding on no one\n")
    assert "## Points to settle before signature\n\n1. mission – CCAS" in text


def test_draft_is_gone_with_the_last_gap(render):
    document = render("# Fin\n\n{{ answer('end-date') }}", project({"end-date": "2026-01-02"}))
    assert (document.title, document.gaps, document.draft) == ("Fin", (), False)
    for name in documents.FORMATS:
        text = documents.write(document, name)
        assert "PROJET" not in text
        assert "avant signature" not in text


# what never gets in


def test_private_answers_stay_out(render, method):
    with pytest.raises(PartnerwizError) as refused:
        render("\n\n{{ answer('fear', 'lescale') }}", project())
    assert "own.md:3: «\u00a0fear\u00a0» est une question privée" in refused.value.say("fr")
    assert CANARY not in refused.value.say("en")
    # and if a way in were ever found, there would be nothing behind it
    assert not Answers(project(), method, "fr", Slots("fr"))._project.private
    source = "{{ title }}{% for o in partners %}{{ o.name }}{{ answer('mission', o) }}{% endfor %}"
    document = render(source, project())
    assert all(CANARY not in documents.write(document, name) for name in documents.FORMATS)


@pytest.mark.parametrize(
    "source",
    [
        "{{ answer.__self__._project }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ partners[0].name.__init__.__globals__ }}",
        "{{ project }}",
    ],
)
def test_a_template_reaches_nothing_else(render, source):
    with pytest.raises(PartnerwizError, match=r"unreadable"):
        render(source, project())


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("a\n{% if %}", 2, "cannot be read here"),
        ("a\n\n{{ nothing }}", 3, "'nothing' is undefined"),
        ("{{ answer('nope') }}", 1, "the id of no question"),
        ("\n{{ answer('mission') }}", 2, "for itself"),
        ("\n{{ answer('end-date', 'ccas') }}", 2, "only one answer"),
        ("\n{{ answer('mission', 'zzz') }}", 2, "no organisation"),
        ("\n{{ date('renewal') }}", 2, "is not a date"),
        ("{% macro m() %}\n{{ answer() }}\n{% endmacro %}\n{{ m() }}", 2, "makes no sense"),
        ("\n\n\n{{ 1 / 0 }}", 4, "makes no sense"),
        ("{% include 'x' %}", 1, "makes no sense"),
        ("`code`", 0, "“code_inline” does not exist"),
        ("[a](b)", 0, "“link” does not exist"),
    ],
)
def test_mistakes_in_a_template_are_told_with_their_line(render, tmp_path, source, line, said):
    with pytest.raises(PartnerwizError) as told:
        render(source, project())
    place = f"{tmp_path / 'own.md'}:{line}: " if line else f"{tmp_path / 'own.md'}: "
    assert told.value.say("en").startswith(place)
    assert said in told.value.say("en")


def test_html_and_tokens_in_a_template_are_text(render):
    document = render("<b>x</b> \ue0000\ue001 {{ '\\ue0000' ~ '\\ue001' }}", project())
    text = documents.write(document, "html")
    assert "&lt;b&gt;x&lt;/b&gt; \ufffd0\ufffd" in text
    assert "\ue000" not in text


def test_a_method_without_a_question_can_be_asked_for(markdown):
    source = "{% if asks('nope') %}{{ answer('nope') }}{% else %}rien{% endif %}"
    assert markdown(source, project()) == "rien"


def test_no_such_document_or_format(method):
    known = "agenda charter minutes newcomer positions sheet worksheet"
    assert documents.available(TEMPLATES) == known.split()
    for name in ("zzz", "../fr/charter"):
        with pytest.raises(PartnerwizError, match="doc-no-template"):
            documents.document(name, project(), method, TEMPLATES, "fr")
    with pytest.raises(PartnerwizError, match="doc-no-format"):
        documents.write(documents.Document("", "fr", ()), "exe")


# the page


def test_the_page_is_complete_and_alone(render):
    document = render("# {{ title }}\n\n::: signature\n{{ blank }}\n:::\n\n---", project())
    page = documents.write(document, "html")
    assert page.startswith('<!DOCTYPE html>\n<html lang="fr-FR">')
    assert "<title>Passerelle 18-25</title>" in page
    assert not re.search(r"https?:|url\(|@import|<script|<link|<img|src=", page)
    assert '<section class="signature">' in page
    assert re.search(r"\.signature[^{]*\{[^}]*break-inside: avoid", page)


# the charter


@pytest.fixture(scope="module")
def real():
    return read_method(ROOT / "steps")


def charter(method, of, language):
    return documents.document("charter", of, method, TEMPLATES, language)


def answered(method, path="short"):
    """Every shared question of the path answered with its own id."""
    values = {"date": "2026-06-30", "yes-no": "yes", "number": "1", "money": "1"}

    def value(question):
        if question.kind == "table":
            row = {}
            for column in question.columns:
                if column in asked_columns(question, row):
                    row[column.id] = value(column)
            return {next(iter(fixed_rows(question) or ["a"])): row}
        if question.kind == "organisation":
            return "ccas"
        if question.kind == "list":
            return {"a": f"«{question.id}»"}
        if question.kind in ("choice", "choices"):
            first = next(iter(question.options))
            return first if question.kind == "choice" else [first]
        return values.get(question.kind, f"«{question.id}»")

    asked = [q for q in method if not q.private]
    each = {q.id: value(q) for q in asked if q.by != "together"}
    together = {q.id: value(q) for q in asked if q.by == "together"}
    block = {"answers": each}
    return project(together, path=path, lescale=block, ccas=block)


@pytest.mark.parametrize("language", LANGUAGES)
def test_charter_from_nothing_and_from_everything(real, language):
    empty, full = charter(real, project(), language), charter(real, answered(real), language)
    numbers = [
        int(found)
        for found in re.findall(r"^## (\d+)\. ", documents.write(full, "md"), re.MULTILINE)
    ]
    assert numbers == list(range(1, 11))
    assert empty.draft
    left = [gap for gap in full.gaps if gap.question]
    assert left == []
    assert full.gaps == ()
    page = documents.write(full, "html")
    assert page.count('<section class="signature">') == 2
    assert page.count('<section class="box">') == 1
    assert "Fabrice Dhume" in page


@pytest.mark.parametrize("path", ["short", "whole"])
def test_charter_marks_each_missing_answer_once(real, path):
    of = answered(real, path)
    _, template = (TEMPLATES / "fr" / "charter.md").read_text().split("#}")
    for number, question_id in enumerate(sorted({*re.findall(r"answer\('([a-z-]+)'", template)})):
        question = real.questions[question_id]
        step = real.steps[question.step].number
        if question.optional or step > 12 or (path == "short" and not question.short):
            continue
        if not counts(question, of, "ccas" if question.by == "each" else None, real):
            continue
        language = LANGUAGES[number % 2]  # in turn: what is owed is the same in both
        gaps = charter(real, without(of, question_id), language).gaps
        owed = {"together": [""]}.get(question.by, ["ccas", "lescale"])
        assert [g.organisation for g in gaps if g.question == question_id] == owed


def without(of, question_id):
    def less(block):
        return Block(answers={k: v for k, v in block.answers.items() if k != question_id})

    organisations = {
        one.id: replace(one, block=less(one.block)) for one in of.organisations.values()
    }
    return replace(of, organisations=organisations, table=less(of.table))


def test_point_8_says_when_only_if_it_is_known(real):
    of = without(answered(real), "purpose")
    assert (
        "Le contenu du projet sera élaboré ensemble d’ici au 30\u00a0juin 2026, puis soumis aux "
        "mêmes instances."
    ) in documents.write(charter(real, of, "fr"), "md")
    assert "sera élaboré ensemble, puis soumis" in documents.write(
        charter(real, without(of, "first-review"), "fr"), "md"
    )


@pytest.mark.parametrize("name", documents.FORMATS)
def test_same_answers_same_bytes(real, name):
    written = {documents.write(charter(real, answered(real), "fr"), name) for _ in range(3)}
    assert len(written) == 1


def test_a_document_is_offered_only_where_the_method_has_its_questions(tmp_path):
    (tmp_path / "fr").mkdir()
    template = tmp_path / "fr" / "note.md"
    template.write_text(
        "{# answer('said-in-a-comment') #}\n# Note\n\n{{ answer('mission', org) }} {{ date(\"end\") }}\n"
        "{% if asks('extra') %}{{ answer('extra') }}{% endif %}\n",
        encoding="utf-8",
    )
    ours = read_method(HOME / "steps")
    assert documents.lacking("note", tmp_path, ours) == ["end"]
    assert documents.lacking("charter", HOME / "templates", ours) == []
