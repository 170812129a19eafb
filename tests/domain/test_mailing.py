"""The `[mail]` table: a server, a sender, and never a password (F3)."""

from __future__ import annotations

import tomllib

import pytest

from tui_minutes.domain.addresses import is_address
from tui_minutes.domain.mailing import MailServer, Security, mail_server
from tui_minutes.domain.refusal import Refused

LEAST = 'server = "smtp.example.com"\nfrom = "minutes@example.com"\n'


def read(written: str) -> MailServer | None:
    return mail_server(tomllib.loads(written))


def test_without_a_table_there_is_no_server() -> None:
    assert read("") is None


@pytest.mark.parametrize(
    ("more", "port", "security"),
    [
        ("", 587, Security.STARTTLS),
        ('security = "tls"', 465, Security.TLS),
        ('security = "none"\nport = 2525', 2525, Security.NONE),
    ],
)
def test_a_server_has_the_usual_port_of_its_security(more: str, port: int, security: Security) -> None:
    found = read(LEAST + more)
    assert found is not None
    assert (found.port, found.security, found.sender) == (port, security, "minutes@example.com")


@pytest.mark.parametrize(
    ("written", "where"),
    [
        ('from = "minutes@example.com"', "mail.server"),
        ('server = "smtp.example.com"', "mail.from"),
        ('server = "smtp.example.com"\nfrom = "minutes"', "mail.from"),
        (f"{LEAST}port = 0", "mail.port"),
        (f"{LEAST}port = true", "mail.port"),
        (f'{LEAST}security = "ssl"', "mail.security"),
        (f'{LEAST}password = "hunter2"', "mail.password"),
        (f'{LEAST}password = "env:"', "mail.password"),
        (f'{LEAST}sever = "x"', "mail.sever"),
        (f'{LEAST}security = "none"\nuser = "me"', "mail.security"),
    ],
)
def test_what_is_wrong_is_named_without_its_value(written: str, where: str) -> None:
    with pytest.raises(Refused) as refused:
        read(written)
    assert refused.value.code == "settings_mail"
    assert refused.value.params["where"] == where
    assert "hunter2" not in str(refused.value.params)


@pytest.mark.parametrize("password", ["env:SMTP_PASSWORD", "keyring"])
def test_a_password_is_kept_elsewhere(password: str) -> None:
    found = read(f'{LEAST}user = "me"\npassword = "{password}"')
    assert found is not None
    assert found.password == password


@pytest.mark.parametrize("text", ["li@example.com", "li.si+minutes@mail.example.com"])
def test_an_address(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text", ["", "li", "li@", "@b", "a b@c", "a@b\nBcc: c@d", "<a@b>", "a@b,c@d", "李四@example.com", "a@b@c"]
)
def test_no_address(text: str) -> None:
    assert not is_address(text)
