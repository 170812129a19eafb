"""The words of every refusal, by its code."""

from __future__ import annotations

from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n.translation import mark, tr_late

REFUSALS: dict[str, str] = {
    "usage": mark("{reason}"),
}


def refusal_text(refused: Refused) -> str:
    """The sentence that says why not, in the spoken language; KeyError for a code without words."""
    return tr_late(REFUSALS[refused.code], **refused.params)
