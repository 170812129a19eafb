"""The words for what is missing (E1)."""

from __future__ import annotations

from collections.abc import Mapping

from tui_minutes.i18n.translation import mark, tr_late

GAPS: Mapping[str, str] = {
    "no_action": mark("no action carries it out"),
    "no_decider": mark("nobody named who decided"),
    "no_owner": mark("nobody responsible"),
    "no_due": mark("no due date"),
    "no_deliverable": mark("no deliverable"),
    "no_source": mark("no source"),
    "never_opened": mark("never opened"),
    "doubtful": mark("still to be cleared up"),
    "no_quorum": mark("taken without a quorum"),
    "votes_exceed": mark("more votes than voters in the room"),
    "not_carried": mark("not carried by the vote"),
}


def gap_text(code: str) -> str:
    """What a gap with `code` is, in the spoken language."""
    return tr_late(GAPS[code])
