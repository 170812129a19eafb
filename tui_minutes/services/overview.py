"""What Home shows, as a document (E3, T1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tui_minutes.documents.overview import Overview, overview_document
from tui_minutes.domain.attention import Needy
from tui_minutes.domain.document import Document
from tui_minutes.domain.meeting import Meeting
from tui_minutes.i18n import current_language


def document(
    day: date,
    needy: Needy,
    meetings: Sequence[Meeting],
    left: Mapping[str, tuple[int, int]],
    *,
    reveal: bool,
) -> Document:
    """What needs attention on `day` and the `meetings`, with how many outcomes they left open and late.

    Without `reveal` what is confidential is covered (B7).
    """
    return overview_document(Overview(day, needy, meetings, left, reveal), current_language())
