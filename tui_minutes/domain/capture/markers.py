"""Which fields a kind has, and the markers that announce them (the table of fields)."""

from __future__ import annotations

import re
from functools import cache

from tui_minutes.domain.reading import Kind
from tui_minutes.domain.regex import regex

DECISION_NUMBER = r"(?:[A-Za-z]{1,4}-)?D-\d{1,6}(?![A-Za-z0-9]|-\w)"
_ARROW = r"(?:[-—]{1,2}[>》]|→)"
_APART = r"(?<![A-Za-z0-9])"  # A->B is text: between Latin letters a mark needs a space
_W = r"(?<![A-Za-z0-9_])"  # an English word begins here

MARKERS: dict[str, str] = {
    "doubtful": r"\[\?\]|\(存疑\)",
    "proposer": rf"{_W}by\s*(?=@)|提出人\s*:\s*|{_W}proposer\s*:\s*",
    "owner": (
        rf"(?:(?<![A-Za-z0-9_.])|(?<=[ADQ]-\d{{3}}))@(?=[^\W\d_*]|\*)"
        rf"|{_W}owner\s*:\s*|(?:负责人|责任人)\s*:\s*"
        r"|由(?=[^\W\d_][^\s。;]{0,40}负责)"
    ),
    "due": (
        rf"{_W}(?:by|due(?:\s+on|\s+by)?)(?:\s*:\s*|\s+|(?=[^\x00-\x7f]))"
        r"|(?<=延期)[到至]\s*|(?:(?<=delayed )|(?<=delay ))(?:to|until)\s+"
        r"|(?:计划)?完成(?:时间|日期)\s*:\s*|截[止至](?:日期|时间)?\s*[:到于]?\s*"
    ),
    "deliverable": (
        rf"(?:{_APART}{_ARROW}|{_ARROW}(?![A-Za-z0-9]))\s*"
        rf"|{_W}deliverable\s*:\s*|(?:交付(?:成果)?|成果)\s*:\s*"
    ),
    "resources": rf"(?<![A-Za-z0-9+])\+\+(?!\+)\s*|{_W}resources\s*:\s*|(?:(?:所需)?资源|支持)\s*:\s*",
    "cc": (
        rf"{_W}(?<!\bthe )(?<!\bour )(?<!\ba )cc(?:\s*:\s*|\s+|(?=[^\x00-\x7f]))"
        r"|(?:同步)?抄送给?(?:\s*:)?\s*"
    ),
    "parent": rf"{_W}for\s+(?={DECISION_NUMBER})|属于\s*",
    "value": r"(?<![A-Za-z0-9=<>!])=(?![=>》])\s*",
    "source": rf"[<《][-—]{{1,2}}\s*|←\s*|{_W}source\s*:\s*|(?:数据)?来源\s*:\s*",
    "result": rf"=[>》]\s*|⇒\s*|结果\s*:\s*|{_W}result\s*:\s*",
    "voted": (
        rf"{_W}votes?\s*:?\s*(?=\d{{1,4}}:\d{{1,4}}:\d)|(?:表决|投票)(?:结果)?\s*:?\s*(?=\d{{1,4}}:\d{{1,4}}:\d)"
        r"|(?:(?:表决|投票)(?:结果)?\s*:?\s*)?(?=赞成\s*\d)"
    ),
    "votes": r"(?<![\d:.])(?=\d{1,4}:\d{1,4}:\d)|(?=赞成\s*\d)",
    "next": rf"{_W}next\s+(?!meeting)|(?:下次反馈|调研时限)\s*:?\s*|{_W}next\s+feedback\s*:\s*",
    "cause": rf"{_W}because\s+|{_W}(?:cause|reason)\s*:\s*|(?:原因|理由)\s*:\s*",
    "remedy": rf"{_W}remedy\s*:\s*|措施\s*:\s*",
    "outcome_result": rf"{_W}result\s*:\s*|成果\s*:\s*",
    "leftover": rf"{_W}left\s?over\s*:\s*|遗留(?:事项|问题)?\s*:\s*",
    "quality": rf"{_W}quality\s*:\s*|(?:完成)?质量\s*:\s*",
    "decided_by": rf"{_W}(?:decided\s+)?by\s*(?=@)|{_W}decided\s+by\s*:\s*|决定人\s*:\s*",
    "superseded_by": (
        rf"{_W}(?:superseded|replaced)\s+by\s+(?={DECISION_NUMBER}|\d)|[由被]\s*(?={DECISION_NUMBER})"
    ),
}
"""The marker of each field, in plain marks; where several fit at one place, the first counts."""

OPEN = frozenset({"deliverable", "resources", "source", "cause", "remedy", "outcome_result", "leftover"})
"""Fields whose value is a text: it goes on until the next field."""
REPEATED = frozenset({"owner", "cc", "doubtful"})
"""Fields that may stand more than once in a line."""

_ACTION = ("owner", "due", "deliverable", "resources", "priority", "cc", "parent")
_DECISION = ("owner", "due", "priority", "cc", "no_action", "voted")
_QUESTION = ("owner", "due", "next")
_DATA = ("value", "source")
_MOTION = ("proposer", "result", "voted", "votes")
_REPORT = ("act", "outcome_result", "leftover", "cause", "remedy", "status")

FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.ACTION: _ACTION,
    Kind.DECISION: _DECISION,
    Kind.QUESTION: _QUESTION,
    Kind.DATA: _DATA,
    Kind.MOTION: _MOTION,
    Kind.UPDATE: (*_REPORT, *_ACTION, "no_action", "next"),
    Kind.CONTINUATION: (*_ACTION, "no_action", "next", *_DATA, *_MOTION),
}
"""What is read in a line of each kind, besides "doubtful" in any; the other kinds stay verbatim."""
BARE_DATES = frozenset({Kind.ACTION, Kind.QUESTION, Kind.UPDATE})
"""Kinds in which a date needs no marker (rule 5)."""

BARE: dict[str, re.Pattern[str]] = {
    "priority": regex(r"p[123]|urgent|important|routine|紧急|重要|常规", re.IGNORECASE),
    "no_action": regex(r"no\s+action(?:\s+needed)?|无需行动", re.IGNORECASE),
    "parent": regex(r"for\s+\d{1,6}", re.IGNORECASE),
    "quality": regex(r"good|fair|poor|很?好|良好|优秀?|一般|尚可|合格|较?差|不合格", re.IGNORECASE),
    "voted": regex(r"\d{1,4}:\d{1,4}:\d{1,4}"),
    "status": regex(r"delayed|done|in\s+progress|延期|已?完成|执行中|进行中", re.IGNORECASE),
}
"""Fields without a marker: they count only as words of their own in the run of fields at the end (rule 5)."""

PRIORITIES = {
    "1": "urgent",
    "2": "important",
    "3": "routine",
    "紧": "urgent",
    "重": "important",
    "常": "routine",
}
STATUSES = {
    "delay": "delayed",
    "delayed": "delayed",
    "done": "done",
    "延期": "delayed",
    "完成": "done",
    "已完成": "done",
}
QUALITIES = {"good": "good", "fair": "fair", "poor": "poor"} | {
    **dict.fromkeys(("好", "很好", "良好", "优", "优秀"), "good"),
    **dict.fromkeys(("一般", "尚可", "合格"), "fair"),
    **dict.fromkeys(("差", "较差", "不合格"), "poor"),
}
RESULTS = {word: word for word in ("passed", "rejected", "shelved", "offline", "withdrawn")} | {
    "通过": "passed",
    "否决": "rejected",
    "搁置": "shelved",
    "会后专项": "offline",
    "撤回": "withdrawn",
}


def governing(kind: Kind, number: str | None, last: Kind | None) -> Kind:
    """Whose fields a line has: an update its outcome's, a continuation those of the line before."""
    if kind is Kind.UPDATE and number:
        return {"A": Kind.ACTION, "D": Kind.DECISION, "Q": Kind.QUESTION}[number.rpartition("-")[0][-1]]
    if kind is Kind.CONTINUATION and last not in (None, Kind.CONTINUATION, Kind.COMMAND):
        return last or kind
    return kind


def fields_of(kind: Kind, governed_by: Kind) -> tuple[str, ...]:
    """The fields that are read in a line of that kind."""
    own = FIELDS.get(governed_by, ())
    if kind is not Kind.UPDATE or governed_by is kind:
        return own
    return (*_REPORT, *own, *(("superseded_by",) if governed_by is Kind.DECISION else ()))


@cache
def marker_pattern(roles: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for the markers of these fields; the group that matched is the field's name."""
    wanted = [f"(?P<{role}>{pattern})" for role, pattern in MARKERS.items() if role in ("doubtful", *roles)]
    if "outcome_result" in roles:  # in an update 成果 is what came out, not what was promised
        wanted.sort(key=lambda part: not part.startswith("(?P<outcome_result>"))
    return regex("|".join(wanted), re.IGNORECASE)
