"""Mail to a server on this machine: taken, refused, or nobody knows (F3)."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend

from tests.postmaster import Postmaster, delivering
from tui_minutes.domain.mailing import MailServer, Security
from tui_minutes.domain.refusal import Refused
from tui_minutes.services.mailing import connected

MESSAGE = b"Subject: minutes\r\n\r\nwords\r\n"


@pytest.fixture
def postmaster() -> Postmaster:
    return Postmaster()


@pytest.fixture
def server(postmaster: Postmaster) -> Iterator[MailServer]:
    with delivering(postmaster) as port:
        yield MailServer("127.0.0.1", "minutes@example.com", port, Security.NONE)


def refusal_of(server: MailServer, address: str, env: dict[str, str] | None = None) -> str:
    with pytest.raises(Refused) as refused, connected(server, env or {}) as hand:
        hand(address, MESSAGE)
    return refused.value.code


def logging_in(server: MailServer, password: str) -> MailServer:
    return MailServer(server.server, server.sender, server.port, server.security, "minutes", password)


def test_several_messages_go_out_by_one_connection(server: MailServer, postmaster: Postmaster) -> None:
    with connected(server, {}) as hand:
        hand("li@example.com", MESSAGE)
        hand("zhou@example.com", MESSAGE)
    assert [address for address, _ in postmaster.taken] == ["li@example.com", "zhou@example.com"]
    assert b"words" in postmaster.taken[0][1]


@pytest.mark.parametrize("address", ["gone@example.com", "full@example.com"])
def test_what_is_refused_does_not_stop_the_next(
    server: MailServer, postmaster: Postmaster, address: str
) -> None:
    with connected(server, {}) as hand:
        with pytest.raises(Refused, match="mail_refused"):
            hand(address, MESSAGE)
        hand("li@example.com", MESSAGE)
    assert [to for to, _ in postmaster.taken] == ["li@example.com"]


def test_a_lost_answer_is_no_refusal(server: MailServer, postmaster: Postmaster) -> None:
    assert refusal_of(server, "cut@example.com") == "mail_uncertain"
    assert postmaster.taken, "it had arrived"


def test_a_server_that_is_not_there_is_said() -> None:
    nowhere = MailServer("127.0.0.1", "minutes@example.com", 1, Security.NONE)
    assert refusal_of(nowhere, "li@example.com") == "mail_unreachable"


def test_the_password_comes_from_the_environment(server: MailServer, postmaster: Postmaster) -> None:
    with connected(logging_in(server, "env:PW"), {"PW": "open sesame"}) as hand:
        hand("li@example.com", MESSAGE)
    assert postmaster.taken
    assert refusal_of(logging_in(server, "env:PW"), "li@example.com", {"PW": "wrong"}) == "mail_login"
    assert refusal_of(logging_in(server, "env:PW"), "li@example.com") == "channel_env"


class OneKey(KeyringBackend):
    """A keyring with one password in it."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return "open sesame" if (service, username) == ("127.0.0.1", "minutes") else None

    def set_password(self, service: str, username: str, password: str) -> None: ...


def test_the_password_comes_from_the_keyring(server: MailServer, postmaster: Postmaster) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(OneKey())  # type: ignore[no-untyped-call]
    try:
        with connected(logging_in(server, "keyring"), {}) as hand:
            hand("li@example.com", MESSAGE)
        other = MailServer("127.0.0.1", "a@b", server.port, Security.NONE, "nobody", "keyring")
        assert refusal_of(other, "li@example.com") == "keyring_empty"
    finally:
        keyring.set_keyring(before)
    assert len(postmaster.taken) == 1
