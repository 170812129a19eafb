"""Files of people, from spreadsheets and address books, as what each row says (B4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tui_minutes.documents import sheets
from tui_minutes.documents.vcards import is_vcard, read_vcards
from tui_minutes.domain.importing.cells import Raw, as_text
from tui_minutes.domain.importing.columns import SEARCHED, plain
from tui_minutes.domain.people_import import Card, Column
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean

NAMES: Mapping[Column, str] = {
    Column.NAME: "姓名 名字 人员 成员 员工姓名 name full_name display_name person employee",
    Column.FAMILY: "姓 姓氏 family_name last_name surname",
    Column.GIVEN: "名 given_name first_name",
    Column.DEPARTMENT: """
        部门 所属部门 所在部门 部门名称 科室 单位 department dept team unit organization_department
    """,
    Column.TITLE: "职务 职位 岗位 职称 title job_title position role organization_title",
    Column.EMAIL: """
        邮箱 邮件 电子邮箱 电子邮件 邮箱地址 邮件地址 企业邮箱 email e_mail mail email_address e_mail_address
        e_mail_1_value primary_email
    """,
    Column.ALIASES: """
        别名 昵称 曾用名 英文名 称呼 其他名称 alias aliases nickname nicknames other_names also_known_as
    """,
    Column.CLEARANCE: "保密等级 知悉范围 密级 涉密等级 可见等级 clearance level may_see confidentiality",
    Column.HEADS: "部门负责人 负责部门 是否负责人 主管部门 heads head head_of head_of_department",
}
"""The names of each column, spelt as those of a ledger."""

_BY_NAME = {name: column for column, names in NAMES.items() for name in names.split()}
_NAMING = {Column.NAME, Column.FAMILY, Column.GIVEN}


def read(path: Path) -> tuple[list[tuple[int, Card]], tuple[str, ...]]:
    """The cards of a file, numbered as its rows (the cards of an address book from 1), and unknown columns.

    Refused as `sheets.read`; people_no_head where no row names a column of names.
    """
    content = sheets.content_of(path)
    if is_vcard(content):
        return list(enumerate(read_vcards(content), 1)), ()
    for table in sheets.read(path):
        if head := _head(table.rows):
            return _cards(table.rows, *head), _ignored(table.rows[head[0]], head[1])
    raise Refused("people_no_head", path=clean(str(path)))


def _head(rows: Sequence[Sequence[Raw]]) -> tuple[int, dict[int, Column]] | None:
    """The first of the rows that name the most columns, and what is in which of them."""
    found = [(nth, _columns(row)) for nth, row in enumerate(rows[:SEARCHED])]
    heads = [(nth, columns) for nth, columns in found if _NAMING & set(columns.values())]
    return max(heads, key=lambda head: (len(head[1]), -head[0]), default=None)


def _columns(row: Sequence[Raw]) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    for place, cell in enumerate(row):
        column = _BY_NAME.get(plain(as_text(cell)))
        if column and column not in columns.values():
            columns[place] = column
    return columns


def _ignored(row: Sequence[Raw], columns: Mapping[int, Column]) -> tuple[str, ...]:
    names = (as_text(cell) for place, cell in enumerate(row) if place not in columns)
    return tuple(filter(None, names))


def _cards(rows: Sequence[Sequence[Raw]], head: int, columns: Mapping[int, Column]) -> list[tuple[int, Card]]:
    """The rows under the head that say something."""
    cards: list[tuple[int, Card]] = []
    for nth, row in enumerate(rows[head + 1 :], head + 2):
        card = {column: as_text(row[place]) for place, column in columns.items() if place < len(row)}
        if any(card.values()):
            cards.append((nth, card))
    return cards
