"""The help: the keys of the screen one comes from, and the capture line on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from textual.binding import ActiveBinding
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.document import Block, Document, Facts, Line, Lines, Section
from tui_minutes.domain.meeting import Level
from tui_minutes.i18n import current_language, mark, tr, tr_late
from tui_minutes.i18n.labels import label
from tui_minutes.screens.base import BaseScreen
from tui_minutes.widgets.keys import by_command
from tui_minutes.widgets.kinds import kind_mark
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.top_bar import BarState
from tui_minutes.widgets.wrapping import fit

if TYPE_CHECKING:
    from tui_minutes.screens.export import Exportable

_KINDS = (
    ("point", "Jane: …   王经理：…   zs：…"),
    ("disagreement", "Bob!: …   赵主管！：…   分歧：…"),
    ("data", "= …   data: …   数据：…   =4.2%  <- CRM"),
    ("decision", "+ …   decision: …   决议：…"),
    ("action", "- …   @name …   action: …   行动：…"),
    ("question", "? …   question: …   待定：…"),
    ("motion", "* …   motion: …   动议：…   => passed 7:1:2"),
    ("continuation", "... …   ……   。。。"),
    ("update", "A-058 @zhao by fri   A-058 @赵六 周五"),
    ("note", "…   note: …   备注：…   \\A: …"),
)

_FIELDS = (
    (mark("owner"), "@jane,bob   @李雷（研发部）   负责人：   由…负责"),
    (mark("due"), "by fri   due 8/15   +3d   3 working days   截止周五   8月15日前   月底"),
    (mark("deliverable"), "-> …   交付：…"),
    (mark("resources"), "++ …   资源：…"),
    (mark("priority"), "p1 p2 p3   urgent important routine   紧急 重要 常规"),
    (mark("copied to"), "cc …   抄送：…"),
    (mark("under"), "for 31   for D-031   属于 D-031   (Ctrl+B)"),
    (mark("votes"), "votes 7:1:2   表决 7:1:2   赞成7 反对1 弃权2"),
    (mark("status"), "done   delayed because … remedy: …   完成   延期 原因：… 措施：…"),
    (mark("doubtful"), "[?]   （存疑）"),
)

_COMMANDS = (
    "/next  /item 3  /back  /topic …  /defer  /offline  /+5  /extend 15  /pause  /materials",
    "/in Tom  /left Ann  /absent Kim visit  /at 14:05 …  /take 1  /undo  /edit 12  /readback  /help",
    "/vote D-031 for Ann, Bob against Kim   /vote 7:1:2 recused Tom   /vote D-031 against Kim rest for",
    "/下一项  /议题 3  /返回  议题：…  /顺延  /专项  /加时 5  /延时 15  /暂停",
    "/表决 D-031 赞成 张三、李四 反对 王五 回避 赵六   /表决 7:1:2   /表决 反对 王五 其余赞成",
    "/到  /离席  /缺席  /采纳 1  /撤回  /修改  /材料  /宣读  /帮助",
)

_NAME = 24

Part = tuple[str, list[tuple[Content, str]]]
"""A heading with the lines under it: a name as it is drawn, and what it is about."""


class HelpScreen(BaseScreen):
    """One page, scrolled; `bindings` are those of the screen below."""

    def __init__(self, bindings: Mapping[str, ActiveBinding]) -> None:
        super().__init__()
        self._shown = bindings

    def body(self) -> Iterable[Widget]:
        """The page."""
        yield ListPane(id="help")

    def bar(self, now: datetime) -> BarState:
        """The title and the clock."""
        return replace(super().bar(now), title=tr("Help"))

    def redraw(self) -> None:
        """Write the page in the spoken language."""
        self.query_one(ListPane).show_rows(list(self._rows()))

    def on_mount(self) -> None:
        """The keys scroll the page."""
        self.query_one(ListPane).focus()

    def exports(self) -> Sequence[Exportable]:
        """The page, to lie beside the keyboard."""
        from tui_minutes.screens.exports import of_document

        parts, language = self._parts(), current_language()
        sections = tuple(Section(title, (_block(lines),)) for title, lines in parts)
        made = Document(tr("Help"), label(Level.INTERNAL), language, sections)
        return [of_document(self.host, tr("Help"), "help", lambda: made)]

    def _rows(self) -> Iterator[Row]:
        for title, lines in self._parts():
            yield Row((Content(), Content.styled(title, "bold $accent")))
            for name, text in lines:
                gap = " " * (_NAME - name.cell_length)
                yield Row((Content(text),), head=name + gap if name else Content())

    def _parts(self) -> list[Part]:
        in_line = tr("Tab complete · ↑ earlier line · Ctrl+Z undo · Ctrl+Y redo · Ctrl+B parent")
        keys = [
            *(("  ".join(keys), one.binding.description) for one, keys in by_command(self._shown).values()),
            (tr("In the line"), in_line),
            (tr("In lists"), tr("j k arrows move · g G ends · Enter open")),
        ]
        kinds = [(kind_mark(kind), examples) for kind, examples in _KINDS]
        fields = [(tr_late(name), examples) for name, examples in _FIELDS]
        return [
            (tr("Keys of this screen"), [_said(*one) for one in keys]),
            (tr("The capture line: the first characters say the kind"), kinds),
            (tr("Fields, in any order after the text"), [_said(*one) for one in fields]),
            (tr("Commands"), [(Content(), examples) for examples in _COMMANDS]),
        ]


def _said(name: str, text: str) -> tuple[Content, str]:
    return Content.styled(fit(name, _NAME).rstrip(), "$said"), text


def _block(lines: Sequence[tuple[Content, str]]) -> Block:
    if any(name for name, _ in lines):
        return Facts(tuple((name.plain, text) for name, text in lines))
    return Lines(tuple(Line(text) for _, text in lines))
