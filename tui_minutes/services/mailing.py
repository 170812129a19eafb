"""Handing mail to a server, by what the settings say (F3)."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress

from tui_minutes.domain.mailing import ENVIRONMENT, KEYRING, MailServer, Security
from tui_minutes.domain.refusal import Refused

Hand = Callable[[str, bytes], None]
"""Hands a message for one address to the server.

Refused when the server did not take it, ("mail_uncertain") when it may have and its answer was lost.
"""

_TAKEN = (250, 251)
"""How a server says that it took something."""

WAIT = 20.0
"""Seconds to wait for a server that does not answer."""


@contextmanager
def connected(mail: MailServer, env: Mapping[str, str]) -> Iterator[Hand]:
    """A way to the server, open while several messages go out.

    Raises Refused with mail_unreachable, mail_login, channel_env, keyring_missing or keyring_empty.
    """
    password = _password(mail, env)
    server = _open(mail)
    try:
        if mail.user:
            _log_in(server, mail.user, password)
        yield lambda address, message: _hand(server, mail.sender, address, message)
    finally:
        with suppress(smtplib.SMTPException, OSError):  # it is through with us, or gone
            server.quit()


def _open(mail: MailServer) -> smtplib.SMTP:
    context = ssl.create_default_context()
    try:
        if mail.security is Security.TLS:
            return smtplib.SMTP_SSL(mail.server, mail.port, timeout=WAIT, context=context)
        server = smtplib.SMTP(mail.server, mail.port, timeout=WAIT)
        if mail.security is Security.STARTTLS:
            server.starttls(context=context)
    except (smtplib.SMTPException, OSError) as error:
        raise Refused("mail_unreachable", server=mail.server, reason=_reason(error)) from error
    return server


def _log_in(server: smtplib.SMTP, user: str, password: str) -> None:
    try:
        server.login(user, password)
    except (smtplib.SMTPException, OSError) as error:
        raise Refused("mail_login", user=user, reason=_reason(error)) from error


def _hand(server: smtplib.SMTP, sender: str, address: str, message: bytes) -> None:
    """Step by step: until the message itself is on its way, nothing can have arrived."""
    try:
        server.ehlo_or_helo_if_needed()
        _expect(server.mail(sender))
        _expect(server.rcpt(address))
    except (smtplib.SMTPException, OSError) as error:
        raise _refused(server, error) from error
    try:
        _expect(server.data(message))
    except smtplib.SMTPResponseException as error:
        raise _refused(server, error) from error
    except (smtplib.SMTPException, OSError) as error:
        raise Refused("mail_uncertain") from error


def _refused(server: smtplib.SMTP, error: Exception) -> Refused:
    with suppress(smtplib.SMTPException, OSError):  # the next message begins anew
        server.rset()
    return Refused("mail_refused", reason=_reason(error))


def _expect(answer: tuple[int, bytes]) -> None:
    code, said = answer
    if code not in _TAKEN:
        raise smtplib.SMTPResponseException(code, said)


def _password(mail: MailServer, env: Mapping[str, str]) -> str:
    if mail.password == KEYRING:
        return _from_keyring(mail)
    variable = mail.password.removeprefix(ENVIRONMENT)
    if variable and variable not in env:
        raise Refused("channel_env", variable=variable)
    return env.get(variable, "")


def _from_keyring(mail: MailServer) -> str:
    try:
        import keyring  # an extra: only who keeps the password there needs it
        from keyring.errors import KeyringError
    except ImportError as error:
        raise Refused("keyring_missing") from error
    try:
        found = keyring.get_password(mail.server, mail.user)
    except KeyringError as error:
        raise Refused("keyring_empty", server=mail.server, user=mail.user) from error
    if found is None:
        raise Refused("keyring_empty", server=mail.server, user=mail.user)
    return found


def _reason(error: Exception) -> str:
    """What the server, or the system, says of it."""
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        words = said if isinstance(said, str) else said.decode(errors="replace")
        return f"{error.smtp_code} {words}"
    return (isinstance(error, OSError) and error.strerror) or str(error)
