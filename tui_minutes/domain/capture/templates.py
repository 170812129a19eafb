"""Lines pasted from templates (rule 10): fields in brackets, and the sentence that names an action."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_minutes.domain.capture.line import Line, Span
from tui_minutes.domain.regex import regex

_FIELDS_IN_BRACKETS = regex(r"\((?:[^()]*[,;、\s])?(?:负责人|责任人|owner)\s*:[^()]+", re.IGNORECASE)
_PROMISE = regex(r"(?:完成|交付|提交)([^,;。]+)")


def has_fields_in_brackets(line: Line) -> bool:
    """Whether fields stand in brackets: 整理名录(负责人:张三,完成时间:12月1日)."""
    return _FIELDS_IN_BRACKETS.search(line.plain) is not None


def promised(line: Line, spans: Sequence[Span]) -> Span | None:
    """The deliverable in a sentence 于…前完成…, when no other field says it."""
    due = next((span for span in spans if span.role == "due"), None)
    promise = _PROMISE.match(line.plain, due.end) if due else None
    if not promise or any(span.role == "deliverable" for span in spans):
        return None
    end = min([promise.end(), *(span.start for span in spans if span.start > promise.start())])
    text = line.text[promise.start(1) : end].strip()
    return Span("deliverable", promise.start(), end, text) if text else None
