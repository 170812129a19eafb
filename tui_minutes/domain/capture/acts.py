"""The act that an update begins with: "A-058 ack", "not clear: which hall?", 退回：…, 关闭 好 (T2, T6)."""

from __future__ import annotations

import re

from tui_minutes.domain.capture.line import Line, Span
from tui_minutes.domain.capture.markers import BARE
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.outcomes import Act
from tui_minutes.domain.reading import Kind
from tui_minutes.domain.regex import regex

_END = r"\s*(?:$|[,;.。!])"
_COLON = r"\s*:\s*(?=\S)"
_MARK = rf"\s+(?:{BARE['quality'].pattern})\s*(?:$|[,;.。])"
_ASKED = r"(?=.*\?\s*$)"
_WHY = r"\s*(?:because\b|(?:cause|reason)\s*:|(?:原因|理由)\s*:)"


@dataclass(frozen=True, slots=True)
class Form:
    """How an act is named. Its words count only where one of `followed` goes on: else they are text.

    `roles` are the fields read behind it; the rest are its words, whole.
    """

    act: Act
    words: str
    followed: str
    roles: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = (Kind.ACTION, Kind.DECISION, Kind.QUESTION, Kind.UPDATE)


FORMS = (
    Form(Act.ACKNOWLEDGE, r"ack(?:ed|nowledged?)?", rf"\s|{_END}|{_COLON}"),
    Form(Act.ACKNOWLEDGE, r"confirm(?:ed)?|understood|已?确认|收到|明白", _END),
    Form(
        Act.ASK_BACK, r"not\s+clear|unclear|不清楚|不明白|不明确|有疑问", rf"\s*$|{_COLON}|[\s,]*{_ASKED}"
    ),
    Form(Act.EXPLAIN, r"explain(?:ed)?|made\s+clear|说明|澄清|解释", rf"{_COLON}|\s*$"),
    Form(Act.NOTE, r"progress|update|note|进展|进度|备注", _COLON),
    Form(Act.CONFIRM, r"closed?|已?关闭", rf"{_END}|{_COLON}|{_MARK}", ("quality",)),
    Form(Act.SEND_BACK, r"(?:send|sent)\s+back|退回", rf"{_END}|{_COLON}|{_WHY}", ("cause",)),
    Form(
        Act.CANCEL, r"cancel(?:l?ed)?|call(?:ed)?\s+off|已?取消", rf"{_END}|{_COLON}|{_WHY}|\s*by\s*@",
        ("cause", "decided_by"),
    ),
    Form(
        Act.REOPEN, r"reopen(?:ed)?|重开|重新(?:打开|开启)", rf"\s|{_END}|{_COLON}|{_WHY}",
        ("cause", "owner", "due"),
    ),
    Form(Act.ANSWER, r"answer(?:ed)?|答复|回答|解答", rf"{_COLON}|\s*$", kinds=(Kind.QUESTION,)),
    Form(Act.UNDO, r"undo|撤销|撤回", r"\s*$"),
)  # fmt: skip
_PATTERNS = [(form, regex(f"(?:{form.words})(?={form.followed})", re.IGNORECASE)) for form in FORMS]
_AFTER = regex(r"\s*[:,;]?\s*")


def leading_act(line: Line, start: int, kind: Kind) -> tuple[Span, tuple[str, ...]] | None:
    """The act with which the update of an outcome of that `kind` begins, and the fields read behind it."""
    for form, pattern in _PATTERNS:
        match = pattern.match(line.plain, start)
        if match and kind in form.kinds:
            after = _AFTER.match(line.plain, match.end())
            end = after.end() if after else match.end()
            return Span("act", start, end, form.act.value), form.roles
    return None
