"""A document as mail: a draft to be opened in a mail program, or a message on its way (B6, F3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.papers import Form
from tui_minutes.domain.text import clean

_KINDS = {
    Form.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.EXCEL: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.HTML: "text/html",
    Form.MARKDOWN: "text/markdown",
    Form.TEXT: "text/plain",
    Form.JSON: "application/json",
    Form.CSV: "text/csv",
    Form.CALENDAR: "text/calendar",
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along: its name, what is in it, its form."""

    name: str
    body: bytes
    form: Form


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Somebody's name and address; "" for an address that is not known."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Mail:
    """What goes to whom: a subject, a text, the same as HTML, files. `uid` tells one mail from another."""

    uid: str
    at: datetime
    to: tuple[Mailbox, ...]
    subject: str
    text: str
    html: str = ""
    attachments: Sequence[Attachment] = ()
    sender: str = ""
    copied: tuple[Mailbox, ...] = ()


def draft(mail: Mail) -> bytes:
    """The mail as an .eml file that a mail program opens to be looked through and sent."""
    message = _message(mail)
    message["X-Unsent"] = "1"
    return message.as_bytes()


def message(mail: Mail) -> bytes:
    """The mail as it goes to a server."""
    return _message(mail).as_bytes()


def _message(mail: Mail) -> EmailMessage:
    made = EmailMessage(SMTP)
    made["Date"] = format_datetime(mail.at)
    made["Message-ID"] = f"<{mail.uid}@tui-minutes>"
    made["Subject"] = _line(mail.subject)
    if mail.sender:
        made["From"] = mail.sender
    for header, boxes in (("To", mail.to), ("Cc", mail.copied)):
        if known := [_address(box) for box in boxes if box.address]:
            made[header] = known
    made.set_content(mail.text)
    if mail.html:
        made.add_alternative(mail.html, subtype="html")
    for one in mail.attachments:
        main, _, sub = _KINDS[one.form].partition("/")
        made.add_attachment(one.body, maintype=main, subtype=sub, filename=_line(one.name))
    return made


def _address(box: Mailbox) -> Address:
    return Address(display_name=_line(box.name), addr_spec=box.address)


def _line(text: str) -> str:
    """What stands in a header: one line, so that nothing in it becomes a header of its own."""
    return " ".join(clean(text).split())
