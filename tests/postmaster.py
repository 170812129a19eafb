"""A mail server on this machine, for tests that send."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


class Postmaster:
    """Takes mail for everybody but `gone@…`; breaks off in the middle for `cut@…`."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, bytes]] = []

    async def handle_RCPT(  # noqa: N802 - the name that aiosmtpd calls
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address.startswith("gone@"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - the same
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        [address] = envelope.rcpt_tos
        if address.startswith("full@"):
            return "452 mailbox full"
        body = envelope.content
        assert isinstance(body, bytes)
        self.taken.append((address, body))
        if address.startswith("cut@"):
            server.transport.close()  # type: ignore[union-attr]
        return "250 OK"


def _let_in(_server: Any, _session: Any, _envelope: Any, _how: str, given: Any) -> AuthResult:
    right = isinstance(given, LoginPassword) and given.password == b"open sesame"
    return AuthResult(success=right, handled=False)


@contextmanager
def delivering(postmaster: Postmaster) -> Iterator[int]:
    """The port at which `postmaster` takes mail; who logs in says "open sesame"."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    running = Controller(
        postmaster, hostname="127.0.0.1", port=port, authenticator=_let_in, auth_require_tls=False
    )
    running.start()
    try:
        yield port
    finally:
        running.stop()
