"""The words for the codes of preparation, by kind of code, as in ``labels``."""

from __future__ import annotations

from collections.abc import Mapping

from tui_minutes.i18n.translation import mark

LABELS: Mapping[str, Mapping[str, str]] = {
    "ProposalKind": {
        "decision": mark("proposed decision"),
        "talk": mark("talked over before"),
    },
}
