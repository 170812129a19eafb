"""The figures of a review in words: no percentage without the counts it comes from (T10)."""

from __future__ import annotations

from collections.abc import Mapping

from tui_minutes.domain.outcomes import OutcomeKind, Quality
from tui_minutes.domain.punctuality import Fate, Punctuality
from tui_minutes.domain.review import CauseCount, Marks
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.translation import ntr, tr

FEW = 10
"""Of fewer than these no percentage is given: one of them more or less would change it too much."""


def rate_text(due: Punctuality) -> str:
    """``71 % (12 of 17)``; of few just ``2 of 3``; nothing when none is counted."""
    if not due.counted:
        return ""
    counts = tr("{part} of {whole}", part=due.on_time, whole=due.counted)
    return counts if due.counted < FEW else tr("{percent} % ({counts})", percent=due.percent, counts=counts)


def fates_text(due: Punctuality) -> str:
    """How many had which fate: ``12 on time, 3 done late``; those that nothing had are left out."""
    return tr(", ").join(f"{n} {label(fate)}" for fate, n in fates(due) if n)


def fates(due: Punctuality) -> list[tuple[Fate, int]]:
    """The counts by fate, in order."""
    return [(fate, getattr(due, fate)) for fate in Fate]


def marks_text(marks: Marks, *, unmarked: bool = False) -> str:
    """``5 good, 1 poor``; with `unmarked` how many have no mark, too."""
    given = (marks.good, marks.fair, marks.poor)
    parts = [
        tr("{n} {mark}", n=n, mark=label(quality)) for quality, n in zip(Quality, given, strict=True) if n
    ]
    if unmarked and marks.unmarked:
        parts.append(tr("{n} without a mark", n=marks.unmarked))
    return tr(", ").join(parts)


def made_text(made: Mapping[OutcomeKind, int]) -> str:
    """``3 decisions, 8 actions, 1 question``."""
    counts = {kind: made.get(kind, 0) for kind in OutcomeKind}
    return tr(", ").join(
        (
            ntr("{n} decision", "{n} decisions", counts[OutcomeKind.DECISION]),
            ntr("{n} action", "{n} actions", counts[OutcomeKind.ACTION]),
            ntr("{n} question", "{n} questions", counts[OutcomeKind.QUESTION]),
        )
    )


def cause_text(count: CauseCount) -> str:
    """The cause by its usual name, or in the words of who reported it."""
    return label(count.cause) if count.cause else count.words
