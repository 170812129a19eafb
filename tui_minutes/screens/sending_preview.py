"""What is looked at before a paper leaves: what it says, to whom it goes, to whom not and why (F3)."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from tui_minutes.domain.going_out import Material
from tui_minutes.i18n import ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.services.dispatching import MAIL, Posting, Round, Standing
from tui_minutes.services.dispatching import Content as Paperwork
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.names import joined

_LOOKS = {
    Standing.READY: ("▸", "$accent"),
    Standing.SENT: ("✓", "$success"),
    Standing.UNCERTAIN: ("?", "$warning"),
    Standing.REFUSED: ("×", "$error"),
}
_KILOBYTE = 1024


def preview_rows(going: Round, missing: Iterable[Material] = ()) -> list[Row]:
    """What of the materials is `missing`, who gets it, then what they get; only names where nobody does."""
    papers = {one.content.edition: one.content for one in going.postings}
    rows = [_missing(one) for one in missing]
    rows += [_recipient(one, several=len(papers) > 1) for one in going.postings]
    for paper in papers.values():
        rows += _paper(paper)
    return rows


def _missing(one: Material) -> Row:
    said = tr("“{title}”: there is no such file here", title=one.title)
    return Row((Content.styled(said, "$warning"),), head=Content.styled("! ", "bold $warning"))


def _recipient(one: Posting, *, several: bool) -> Row:
    """A recipient, where it goes, and what becomes of it: said in words, with a mark."""
    shape, style = _LOOKS[one.standing]
    where = one.recipient.email if one.channel == MAIL else one.channel
    said = refusal_text(one.refused) if one.refused else label(one.standing)
    if several and not one.refused:
        said = tr("{name}: {value}", name=said, value=label(one.content.level))
    return Row(
        ((Content.styled(one.recipient.name, "bold"), Content(where), Content.styled(said, style)),),
        head=Content.styled(f"{glyph(shape)} ", f"bold {style}"),
    )


def _paper(paper: Paperwork) -> list[Row]:
    """Its subject, level and attachments, then its text."""
    files = joined(f"{one.name} ({_size(len(one.body))})" for one in paper.attachments)
    facts = [(tr("Subject"), f"{paper.subject} ({label(paper.level)})"), (tr("Attached"), files)]
    heads = [
        Row((Content(value),), head=Content.styled(f"{name}  ", "$faint")) for name, value in facts if value
    ]
    text = [Row((Content.styled(line, "$said"),)) for line in paper.text.splitlines()]
    return [Row((Content(),)), *heads, Row((Content(),)), *text]


def _size(n: int) -> str:
    return ntr("{n} kB", "{n} kB", max(1, round(n / _KILOBYTE)))
