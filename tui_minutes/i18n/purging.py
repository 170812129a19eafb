"""The words for purges: what one takes, what it leaves, that it happened (E5)."""

from __future__ import annotations

from collections.abc import Sequence

from tui_minutes.domain.purging import Purge, Rewritten, Toll
from tui_minutes.i18n import dates
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.translation import ntr, tr


def takes(toll: Toll) -> list[str]:
    """What a purge takes, a sentence each."""
    sealed = ntr(
        "{n} sealed record loses its bytes; its digest stays, so that the chain of seals still holds",
        "{n} sealed records lose their bytes; their digests stay, so that the chain of seals still holds",
        toll.sealed,
    )
    said = [
        (toll.lines, ntr("{n} line of the log goes", "{n} lines of the log go", toll.lines)),
        (toll.sealed, sealed),
        (toll.outcomes, _list(tr("Words, people and history go, numbers and dates stay"), toll.outcomes)),
        (toll.ends, _list(tr("Still open, and called off with it"), toll.ends)),
        (toll.people, _list(tr("Known from this meeting only, and forgotten"), toll.people)),
        (toll.standups, _list(tr("What these standups took down of it goes"), toll.standups)),
        (toll.reminders, ntr("{n} reminder is forgotten", "{n} reminders are forgotten", toll.reminders)),
        (toll.backups, ntr("{n} backup is rewritten", "{n} backups are rewritten", toll.backups)),
    ]
    return [sentence for some, sentence in said if some]


def leaves(toll: Toll) -> list[str]:
    """Where words of the meeting are that the purge leaves."""
    said = [
        (toll.referring, _list(tr("These refer to it, and keep its numbers"), toll.referring)),
        (toll.carried, _list(tr("These go on with items of it, and keep what they say"), toll.carried)),
        (toll.changed, _list(tr("What was changed here of other meetings stays with them"), toll.changed)),
        (toll.views, _list(tr("Saved views that ask for words of it"), toll.views)),
    ]
    return [*(sentence for some, sentence in said if some), *out_of_reach(toll)]


def out_of_reach(toll: Toll) -> list[str]:
    """The files that were written, and what went out to people, each with the day."""
    written = [
        tr("Out of reach, written on {day}: {path}", path=path, day=dates.day_long(at.date()))
        for path, at in toll.exports
    ]
    sent = [
        tr(
            "Out of reach, sent on {day} to {name}: {paper}",
            day=dates.day_long(at.date()),
            name=name,
            paper=label(paper),
        )
        for paper, name, at in toll.sent
    ]
    return [*written, *sent]


def backups_text(done: Rewritten) -> list[str]:
    """What became of the backups."""
    rewritten = ntr("{n} backup was rewritten", "{n} backups were rewritten", done.backups)
    said = [
        (done.backups, rewritten),
        (done.dropped, _list(tr("Could not be rewritten, and were removed"), done.dropped)),
    ]
    return [sentence for some, sentence in said if some]


def purge_text(purge: Purge) -> str:
    """That a meeting was purged: when, by whom and why."""
    day = dates.day_long(purge.at.date())
    return tr(
        "{number} was purged on {day} by {by}: {reason}",
        number=purge.number,
        day=day,
        by=purge.by,
        reason=purge.reason,
    )


def _list(words: str, names: Sequence[str]) -> str:
    return tr("{name}: {value}", name=words, value=tr(", ").join(names))
