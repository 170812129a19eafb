"""A message on its way to somebody: addresses of channels, and apprise, which knows how to deliver (T4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote

from tui_minutes.domain.refusal import Refused

Post = Callable[[str, str, str], None]
"""Delivers to an address a title and a text; Refused when it was not accepted."""

ENVIRONMENT = "env:"
"""An address that begins so is read from the variable of the environment named after it."""


def address_for(template: str, name: str, email: str, env: Mapping[str, str]) -> str:
    """The address of a channel for one person: `{name}` and `{email}` in it become theirs.

    Raises Refused("channel_env", variable) when the variable is not set, ("channel_no_email", name) when the
    channel needs an e-mail address and theirs is not known.
    """
    if template.startswith(ENVIRONMENT):
        variable = template.removeprefix(ENVIRONMENT)
        template = env.get(variable, "")
        if not template:
            raise Refused("channel_env", variable=variable)
    if "{email}" in template and not email:
        raise Refused("channel_no_email", name=name)
    return template.replace("{email}", quote(email, safe="")).replace("{name}", quote(name, safe=""))


def apprise_post() -> Post:
    """Delivery by apprise; Refused("notify_missing") where this extra is not installed.

    Why a service said no is in apprise's own log, which may name addresses: it is not shown.
    """
    try:
        import apprise  # an extra: only who sends needs it
    except ImportError as error:
        raise Refused("notify_missing") from error

    def post(address: str, title: str, text: str) -> None:
        service = apprise.Apprise()
        if not service.add(address):
            raise Refused("channel_address")
        if not service.notify(body=text, title=title, body_format=apprise.NotifyFormat.TEXT):
            raise Refused("channel_said_no")

    return post
