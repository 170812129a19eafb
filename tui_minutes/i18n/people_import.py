"""The words for what people from a file would do to the directory (B4)."""

from __future__ import annotations

from collections.abc import Iterator

from tui_minutes.domain.directory import Details
from tui_minutes.domain.people_import import Arrival, PeoplePlan, Step
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import REFUSALS
from tui_minutes.i18n.translation import mark, ntr, tr, tr_late

_TROUBLES = {
    "no_name": REFUSALS["no_name"],
    "address_wrong": REFUSALS["address_wrong"],
    "level_unknown": mark("this is no level: public, internal, confidential or secret"),
}
"""What is wrong with a row."""


def counts_text(plan: PeoplePlan) -> str:
    """How many rows there are of each arrival."""
    counts = [(arrival, plan.count(arrival)) for arrival in Arrival]
    return tr(", ").join(tr("{n} {what}", n=n, what=label(arrival)) for arrival, n in counts if n)


def ignored_text(plan: PeoplePlan) -> str:
    """Which columns nobody knows; "" for none."""
    if not plan.ignored:
        return ""
    return tr("Left out, as nobody knows these columns: {names}", names=tr(", ").join(plan.ignored))


def left_out_text(plan: PeoplePlan) -> str:
    """That doubtful ones do not come in; "" where there are none."""
    n = plan.count(Arrival.DOUBTFUL)
    return (
        ntr(
            "{n} may be somebody who is known and stays out",
            "{n} may be somebody who is known and stay out",
            n,
        )
        if n
        else ""
    )


def step_text(step: Step) -> str:
    """What a row does, or why it is wrong or doubtful."""
    if step.arrival is Arrival.WRONG:
        return tr_late(_TROUBLES[step.trouble], email=step.details.email)
    if step.arrival is Arrival.DOUBTFUL:
        return tr("known already: {where}", where=tr(", ").join(step.namesakes))
    before = step.before or Details("")
    return "; ".join(_changes(before, step.details))


def _changes(before: Details, after: Details) -> Iterator[str]:
    """What is said of somebody that was not said before."""
    for name in ("department", "title", "email"):
        now, then = getattr(after, name), getattr(before, name)
        if now != then:
            yield f"{then} → {now}" if then else now
    if aliases := [name for name in after.aliases if name not in before.aliases]:
        yield tr("also {names}", names=tr(", ").join(aliases))
    if heads := [name for name in after.heads if name not in before.heads]:
        yield tr("heads {names}", names=tr(", ").join(heads))
    if after.clearance and after.clearance is not before.clearance:
        yield tr("may see up to {level}", level=label(after.clearance))
