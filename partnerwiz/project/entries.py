"""The small entries of a project file: states, positions, receipts, wordings that wait. Every mistake
in them is noted where it stands.
"""

from collections.abc import Mapping
from typing import Any

import yaml

from partnerwiz.method.model import Method
from partnerwiz.project.model import (
    HOW,
    MOST_CHANGES,
    POSITIONS,
    STATES,
    Position,
    Proposal,
    State,
    pointed,
    pointer,
)
from partnerwiz.yamlfile import Entry, plain


def items(entry: Entry | None) -> list[Entry]:
    return list(entry.items()) if entry else []


def want_block(entry: Entry) -> None:
    """Answers are saved on lines of their own: what holds them cannot stand between braces."""
    node = entry.node
    start, end = node.start_mark, node.end_mark
    flow = isinstance(node, yaml.MappingNode) and node.flow_style
    quoted = isinstance(node, yaml.ScalarNode) and node.value == "" and start.index != end.index
    elsewhere = start.line != entry.key_line or start.line != end.line
    if quoted or (flow and (node.value or elsewhere)):
        entry.problem("want-block")


def pairs(entry: Entry | None) -> list[tuple[str, Entry]]:
    """The keys and values of what stands on lines of its own; none where it is not there."""
    if entry is None:
        return []
    want_block(entry)
    return list(entry.pairs())


def read_state(entry: Entry) -> State:
    name = entry.need("state").one_of(STATES)
    texts = {key: found.text() for key in ("who", "note") if (found := entry.get(key))}
    state = State(name, by=date_of(entry.get("by")), on=date_of(entry.get("on")), **texts)
    entry.done(refuse_unknown=False)
    return state


def read_position(entry: Entry) -> Position:
    """One organisation's word on a shared answer."""
    word = entry.need("word").one_of(POSITIONS)
    publish = entry.get("publish")
    texts = {key: found.words() for key in ("words", "of") if (found := entry.get(key))}
    position = Position(
        word,
        on=date_of(entry.get("on")),
        publish=publish is not None and publish.one_of(("yes", "no")) == "yes",
        **texts,
    )
    entry.done(refuse_unknown=False)
    return position


def read_positions(entry: Entry | None, method: Method) -> dict[str, Position]:
    """By today's ids. Of two on one answer, what was written under today's."""
    found: dict[str, Position] = {}
    for key, value in pairs(entry):
        name, slash, row = key.partition("/")
        today = method.older_ids.get(name, name) + slash + row
        said = read_position(value)
        if today == key or today not in found:
            found[today] = said
    return found


def read_records(entry: Entry | None, method: Method) -> list[Mapping[str, Any]]:
    """`received`: which answers, from which function, how and when; read again there, or not."""
    records = []
    for item in items(entry):
        item.need("on").date()
        if how := item.get("how"):
            how.one_of(HOW)
        if confirmed := item.get("confirmed"):
            confirmed.date()
        for name in ("from", "by"):
            if said := item.get(name):
                said.words()
        if answers := item.get("answers"):
            for one in answers.items():
                one.words()
        item.done(refuse_unknown=False)
        record = plain(item.node) if isinstance(item.node, yaml.MappingNode) else {}
        if isinstance(record.get("answers"), list):
            named = map(str, record["answers"])
            record["answers"] = [method.older_ids.get(one, one) for one in named]
        records.append(record)
    return records


def read_proposals(entry: Entry | None, method: Method) -> tuple[Proposal, ...]:
    found = []
    for item in items(entry):
        at, value, state = item.need("at").text(), item.get("value"), item.get("state")
        said = {key: one.text() for key, one in state.pairs()} if state else None
        if state:
            state.need("state").one_of(STATES)
        *above, name = pointed(at)
        if above[-1:] == ["answers"]:
            at = pointer(*above, method.older_ids.get(name, name))
        found.append(Proposal(at, plain(value.node) if value else None, said))
        item.done(refuse_unknown=False)
    return tuple(found)


def date_of(entry: Entry | None) -> str:
    return entry.date() if entry else ""


def read_number(entry: Entry) -> int:
    text = entry.text()
    if text.isascii() and text.isdigit() and len(text) <= len(str(MOST_CHANGES)):
        return int(text)
    entry.problem("bad-number", value=text[:40])
    return 0
