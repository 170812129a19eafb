"""The words of standups: what became of an outcome, what a round is called (T9)."""

from __future__ import annotations

from collections.abc import Iterator

from tui_minutes.domain.outcomes import Act
from tui_minutes.domain.standup import Grouping
from tui_minutes.domain.standup_news import News
from tui_minutes.domain.standup_summary import Summary, Told
from tui_minutes.i18n import dates
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.translation import ntr, tr

_SAID_OTHERWISE = (Act.EDIT, Act.NOTE)
"""Acts that are told by their words and fields alone."""


def news_parts(news: News, arrow: str = "→") -> list[str]:
    """One phrase for each thing that happened, the weightiest first: `new`, `in progress → delayed`, …"""
    return list(_parts(news, arrow))


def _parts(news: News, arrow: str) -> Iterator[str]:
    if news.new:
        yield tr("new")
    if news.status:
        yield f"{label(news.status[0])} {arrow} {label(news.status[1])}"
    else:
        yield from (label(act) for act in news.acts if act not in _SAID_OTHERWISE)
    if news.due:
        before, after = (dates.day_short(day) if day else tr("no date") for day in news.due)
        yield tr("due {day}", day=f"{before} {arrow} {after}")
    if news.owners:
        before, after = (tr(", ").join(names) or tr("nobody") for names in news.owners)
        yield f"{before} {arrow} {after}"
    told = (
        (tr("cause"), news.cause),
        (tr("remedy"), news.remedy),
        (tr("result"), news.result),
        (tr("answer"), news.answer),
    )
    yield from (tr("{name}: {value}", name=name, value=words) for name, words in told if words)
    yield from (words for words in (news.asked, *news.notes) if words)
    if Act.EDIT in news.acts and not (news.status or news.due or news.owners or news.result):
        yield label(Act.EDIT)


def round_name(grouping: Grouping, name: str) -> str:
    """What a round is called; words for the one of what belongs to nobody."""
    if name:
        return name
    return tr("What nobody owns") if grouping is Grouping.OWNER else tr("Without a department")


def counts_text(summary: Summary) -> str:
    """`2 done, 1 delayed, 3 new`: how much changed, in the spoken language; "" for nothing."""
    counted = (
        (summary.count(Act.REPORT), ntr("{n} done", "{n} done", summary.count(Act.REPORT))),
        (summary.count(Act.CONFIRM), ntr("{n} closed", "{n} closed", summary.count(Act.CONFIRM))),
        (summary.count(Act.DELAY), ntr("{n} delayed", "{n} delayed", summary.count(Act.DELAY))),
        (summary.made, ntr("{n} new", "{n} new", summary.made)),
    )
    others = len(summary.told) - len([told for told in summary.told if _is_counted(told)])
    more = [ntr("{n} other change", "{n} other changes", others)] if others else []
    return tr(", ").join([*(words for n, words in counted if n), *more])


def _is_counted(told: Told) -> bool:
    return told.news.new or bool({Act.REPORT, Act.CONFIRM, Act.DELAY} & set(told.news.acts))
