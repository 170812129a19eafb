"""Files of people, from spreadsheets and address books of any make (B4)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_minutes.documents.people_files import read
from tui_minutes.documents.vcards import read_vcards
from tui_minutes.domain.people_import import Column
from tui_minutes.domain.refusal import Refused

PHONE = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E;=E5=9B=9B;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E=E5=9B=9B
ORG;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=C4=B3=B9=AB=CB=BE;=BC=BC=CA=F5=
=B2=BF
TEL;CELL:13800000000
EMAIL;INTERNET:private@example.com
EMAIL;INTERNET;PREF:li@example.com
PHOTO;ENCODING=BASE64;JPEG:
 /9j/4AAQSkZJRgABAQ

END:VCARD
"""
OFFICE = """BEGIN:VCARD
VERSION:3.0
FN:Ann
  Lee
N:Lee;Ann;;;
ORG:Acme\\, Inc.;R&D;Tests
TITLE:Head of\\nTests
item1.EMAIL;TYPE="work,pref":ann@example.com
item1.X-ABLABEL:work
NICKNAME:Annie,A\\,B
X-ODD;CHARSET=nobody-knows;ENCODING=QUOTED-PRINTABLE:=41
a line without a colon
END:VCARD
BEGIN:VCARD
VERSION:4.0
N:王;五;;;
EMAIL;PREF=1:wang@example.com
END:VCARD
"""


def test_what_a_phone_writes() -> None:
    assert read_vcards(PHONE.replace("\n", "\r\n").encode()) == [
        {
            Column.NAME: "李四", Column.FAMILY: "李", Column.GIVEN: "四", Column.DEPARTMENT: "技术部",
            Column.EMAIL: "li@example.com",
        }
    ]  # fmt: skip


def test_what_an_office_writes_several_in_a_file() -> None:
    ann, wang = read_vcards(OFFICE.encode())
    assert ann == {
        Column.NAME: "Ann Lee", Column.FAMILY: "Lee", Column.GIVEN: "Ann", Column.DEPARTMENT: "Tests",
        Column.TITLE: "Head of Tests", Column.EMAIL: "ann@example.com", Column.ALIASES: "Annie, A,B",
    }  # fmt: skip
    assert wang == {Column.FAMILY: "王", Column.GIVEN: "五", Column.EMAIL: "wang@example.com"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_an_address_book_is_known_by_its_beginning_whatever_it_is_called(
    tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(OFFICE.encode(encoding))
    cards, ignored = read(path)
    assert [(nth, card[Column.FAMILY]) for nth, card in cards] == [(1, "Lee"), (2, "王")]
    assert ignored == ()


@pytest.mark.parametrize(
    ("text", "card"),
    [
        (
            "姓名,部门,职务,邮箱\n李四,技术部,经理,li@example.com\n",
            ("李四", "技术部", "经理", "li@example.com"),
        ),
        (
            "员工花名册\n\nName;Dept.;Job Title;E-mail\nAnn Lee;R&D;Head;a@b.cn\n",
            ("Ann Lee", "R&D", "Head", "a@b.cn"),
        ),
        (
            "邮箱地址\t姓名\t岗位\t所属部门\nli@x.cn\t李四\t工程师\t技术部\n",
            ("李四", "技术部", "工程师", "li@x.cn"),
        ),
    ],
)
def test_the_columns_stand_in_any_order_under_any_usual_name(
    tmp_path: Path, text: str, card: tuple[str, ...]
) -> None:
    path = tmp_path / "people.csv"
    path.write_text(text, encoding="utf-8")
    ((_, found),), _ = read(path)
    columns = (Column.NAME, Column.DEPARTMENT, Column.TITLE, Column.EMAIL)
    assert tuple(found[column] for column in columns) == card


def test_what_nobody_knows_is_told(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("姓名,工号\n李四,17\n\n,\n", encoding="utf-8")
    assert read(path) == ([(2, {Column.NAME: "李四"})], ("工号",))


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"a,b\n1,2\n", "people_no_head"), (b"\x00\x01", "import_unreadable"), (None, "import_not_found")],
)
def test_a_file_that_is_no_list_of_people_is_refused(
    tmp_path: Path, content: bytes | None, code: str
) -> None:
    path = tmp_path / "people.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Refused, match=code):
        read(path)
