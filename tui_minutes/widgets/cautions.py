"""The words for what should be looked at, each with how to mend it (rule 9)."""

from __future__ import annotations

from tui_minutes.domain.capture import Caution
from tui_minutes.i18n import mark, tr_late
from tui_minutes.widgets.names import joined

CAUTIONS = {
    "vague": mark("“{words}” is vague: name a date, a person or a measure"),
    "colloquial": mark("“{words}” is opinion: put it as a fact"),
    "no_owner": mark("nobody responsible: add @name"),
    "no_due": mark("no date: add “by fri”"),
    "no_deliverable": mark("no deliverable: add “-> what”"),
    "unknown_person": mark("{words} is not known here: check the name"),
    "ambiguous_person": mark("{words} fits several people: type more of the name"),
    "absent_person": mark("{words} is not present: tell them, or name someone else"),
    "past_due": mark("this date is past: is it meant so?"),
    "day_off": mark("this is a day off: choose a working day"),
    "no_source": mark("no source: add “<- where from”"),
    "provisional_date": mark("the holidays of that year are not published yet: check the date then"),
    "vague_goal": mark("this goal is vague: say what is to be decided or handed over"),
    "no_goal": mark("no goal: say what the meeting is for"),
    "too_many_items": mark("more than five items: put some off"),
    "vague_item": mark("“{words}” is not concrete: say what about it"),
    "does_not_fit": mark("the items need more minutes than are planned: {words}"),
}

_SHORT = {
    "vague": mark("vague: {words}"),
    "colloquial": mark("opinion: {words}"),
    "no_owner": mark("owner?"),
    "no_due": mark("date?"),
    "no_deliverable": mark("deliverable?"),
    "unknown_person": mark("unknown: {words}"),
    "ambiguous_person": mark("several: {words}"),
    "absent_person": mark("absent: {words}"),
    "past_due": mark("past date"),
    "day_off": mark("day off"),
    "no_source": mark("source?"),
    "provisional_date": mark("date provisional"),
    "no_action": mark("no action"),
    "no_decider": mark("decided by?"),
    "doubtful": mark("doubtful"),
    "never_opened": mark("never opened"),
    "no_quorum": mark("no quorum"),
    "votes_exceed": mark("too many votes"),
    "not_carried": mark("not carried"),
}


def caution_text(caution: Caution) -> str:
    """What to look at and how to mend it, in the spoken language."""
    return _filled(CAUTIONS[caution.code], caution.words)


def short_text(code: str, words: tuple[str, ...] = ()) -> str:
    """A caution or a gap in two or three words, for where there is little room."""
    return _filled(_SHORT[code], words)


def _filled(msgid: str, words: tuple[str, ...]) -> str:
    return tr_late(msgid, words=joined(words))
