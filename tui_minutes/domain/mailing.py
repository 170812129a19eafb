"""By which server mail goes out: the table `[mail]` of the settings (F3).

[mail]
server = "smtp.example.com"
from = "minutes@example.com"
security = "starttls"          # or "tls", or "none" for a server on this machine
user = "minutes@example.com"
password = "env:SMTP_PASSWORD" # or "keyring"; never the password itself
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from tui_minutes.domain.addresses import is_address
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.refusal import Refused

ENVIRONMENT = "env:"
"""A password that begins so is read from the variable of the environment named after it."""

KEYRING = "keyring"
"""A password that says so is kept by the keyring of the system, under server and user."""


class Security(StrEnum):
    """How the way to the server is kept private."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


_PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True, slots=True)
class MailServer:
    """A server that takes mail, and from whom it is; without a `user` nobody logs in."""

    server: str
    sender: str
    port: int
    security: Security = Security.STARTTLS
    user: str = ""
    password: str = ""


def mail_server(table: Mapping[str, object]) -> MailServer | None:
    """The server that a table `[mail]` describes, None for an empty one.

    Refused("settings_mail", where, right) for the first thing in it that is wrong; no value is named. A
    password is not sent in the clear, but to a server on this machine.
    """
    if not table:
        return None
    for name in table:
        if name not in _FIELDS:
            raise Refused("settings_mail", where=f"mail.{name}", right=" | ".join(_FIELDS))
    for name, (right, fits) in _FIELDS.items():
        if (name in table or name in _NEEDED) and not fits(table.get(name)):
            raise Refused("settings_mail", where=f"mail.{name}", right=right)
    security = Security(str(table.get("security", Security.STARTTLS)))
    if security is Security.NONE and "user" in table and table["server"] not in _HERE:
        raise Refused("settings_mail", where="mail.security", right='"starttls" | "tls"')
    port = table.get("port")
    return MailServer(
        server=str(table["server"]),
        sender=str(table["from"]),
        port=port if isinstance(port, int) else _PORTS[security],
        security=security,
        user=str(table.get("user", "")),
        password=str(table.get("password", "")),
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_port(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 65536


def _is_sender(value: object) -> bool:
    return isinstance(value, str) and is_address(value)


def _is_security(value: object) -> bool:
    return isinstance(value, str) and value in tuple(Security)


def _is_password(value: object) -> bool:
    """A password itself has no place there: the settings are read, copied and shown."""
    named = isinstance(value, str) and value.startswith(ENVIRONMENT) and value != ENVIRONMENT
    return named or value == KEYRING


_HERE = ("localhost", "127.0.0.1", "::1")
_NEEDED = ("server", "from")
_FIELDS: Mapping[str, tuple[str, Callable[[object], bool]]] = {
    "server": ('"smtp.example.com"', _is_text),
    "from": ('"minutes@example.com"', _is_sender),
    "port": ("587", _is_port),
    "security": (" | ".join(f'"{one}"' for one in Security), _is_security),
    "user": ('"minutes@example.com"', _is_text),
    "password": ('"env:SMTP_PASSWORD" | "keyring"', _is_password),
}
