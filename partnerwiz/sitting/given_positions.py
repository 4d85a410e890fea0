"""Where an organisation stands, given without a keyboard: the same checks as when it is asked."""

import datetime
import unicodedata
from collections.abc import Sequence

from partnerwiz.method.kinds import ROWED, Refused, check
from partnerwiz.method.model import Method
from partnerwiz.project.model import ANIMATION, POSITIONS, TOGETHER, Position, Project
from partnerwiz.project.positions import About, about, speakers, with_position, wording
from partnerwiz.sitting.given import RefusedAnswers
from partnerwiz.sitting.opening import own_question
from partnerwiz.words import LANGUAGES, say
from partnerwiz.yamlfile import close


def with_positions(
    project: Project,
    given: Sequence[tuple[str, str]],
    method: Method,
    seat: str,
    *,
    words: str = "",
    publish: bool = False,
) -> Project:
    """The project with all of them: (ID or ID/ROW, word). Raises `RefusedAnswers` with every one
    that is refused. `words` and `publish` go with each.
    """
    today = datetime.datetime.now().astimezone().date().isoformat()
    reasons = []
    for key, word in given:
        try:
            one = _about(key, project, method, seat)
            sentence = str(check(own_question("stand-words", "text", optional=True), words))
            said = Position(position_word(word), sentence, on=today, publish=publish)
            project = with_position(one, project, seat, said)
        except Refused as refused:
            reasons.append((key[:80], refused))
    if reasons:
        raise RefusedAnswers(reasons)
    return project


def position_word(text: str) -> str:
    """One of the four, by its id or by its words in either language, or by what is its own in
    them: « je le soutiens », « soutiens ». Raises `Refused`.
    """
    wanted = _bare(text)
    if wanted in POSITIONS:
        return wanted
    phrases = [(one, _bare(say(f"choice-{one}", to))) for one in POSITIONS for to in LANGUAGES]
    found = {one for one, phrase in phrases if wanted and f" {wanted} " in f" {phrase} "}
    if len(found) != 1:
        raise Refused("position-word", text=text[:40])
    return found.pop()


def _about(key: str, project: Project, method: Method, seat: str) -> About:
    if seat == ANIMATION:
        raise Refused("position-whose")
    named, _, row = key.partition("/")
    question = method.questions.get(method.older_ids.get(named, named))
    if question is None:
        hint = close(named, method.questions)
        near = "no-such-question-near" if hint else "no-such-question"
        raise Refused(near, value=named[:40], hint=hint)
    one = about(question.id, method)
    if one is None:
        raise Refused("position-not-shared")
    if wording(one, project) is None:
        raise Refused("position-nothing")
    value = project.value(question, TOGETHER if question.by == "together" else project.initiator)
    rows = list(value) if isinstance(value, dict) else []
    if row and question.kind not in ROWED:
        raise Refused("position-whole", id=question.id)
    if row and row not in rows:
        raise Refused("no-such-row", text=row[:40], allowed=", ".join(rows))
    if not row and (question.positions == "rows" or question.by != "together"):
        allowed = ", ".join(rows)
        raise Refused("position-by-row", id=question.id, row=rows[0], allowed=allowed)
    one = About(question, row)
    partner = seat in {each.id for each in project.partners} and question.by == "together"
    if not (partner or seat in speakers(one, project)):
        raise Refused("position-not-asked")
    return one


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return " ".join("".join(one for one in plain if not unicodedata.combining(one)).split())
