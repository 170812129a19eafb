"""A mail is read back as it was meant, whatever people wrote (B6, F3)."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.documents.mail import Attachment, Mail, Mailbox, draft, message
from tui_minutes.domain.papers import Form
from tui_minutes.domain.text import clean

AT = datetime(2026, 11, 27, 7, 0, tzinfo=UTC)
MAIL = Mail(
    "0190", AT, (Mailbox("李四", "li@example.com"), Mailbox("韩磊", "")), "会议纪要：春季展会", "见附件。\n",
    "<p>见附件。</p>", (Attachment("会议纪要.docx", b"PK\x03\x04", Form.WORD),), "minutes@example.com",
)  # fmt: skip


def read(body: bytes) -> EmailMessage:
    found = message_from_bytes(body, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def test_a_draft_waits_in_the_mail_program_to_be_sent() -> None:
    found = read(draft(MAIL))
    assert found["X-Unsent"] == "1"
    assert found["Subject"] == "会议纪要：春季展会"
    assert found["Date"].datetime == AT
    [to] = found["To"].addresses  # nobody has an address of 韩磊
    assert (to.display_name, to.addr_spec) == ("李四", "li@example.com")


def test_text_html_and_files_are_all_there() -> None:
    found = read(message(MAIL))
    plain, html = found.get_body(("plain",)), found.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content().splitlines() == ["见附件。"]
    assert html.get_content().splitlines() == ["<p>见附件。</p>"]
    [attached] = found.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == ("会议纪要.docx", b"PK\x03\x04")
    assert "X-Unsent" not in found


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=60))
def test_nothing_in_a_subject_or_a_name_becomes_a_header(subject: str, name: str, file: str) -> None:
    mail = Mail(
        "1", AT, (Mailbox(name, "a@b"),), f"{subject}\r\nBcc: x@y", "t",
        attachments=(Attachment(f"{file}\n.md", b"x", Form.MARKDOWN),),
    )  # fmt: skip
    found = read(message(mail))
    assert set(found.keys()) == {"Date", "Message-ID", "Subject", "To", "MIME-Version", "Content-Type"}
    assert " ".join(str(found["Subject"]).split()) == " ".join(clean(f"{subject} Bcc: x@y").split())
