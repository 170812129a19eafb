"""What a person has set once: language, name, theme, keys; and where the program keeps its things."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, fields
from pathlib import Path

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.disk import os_reason
from tui_minutes.domain.refusal import Refused
from tui_minutes.private import private_folder, replace_private

_WANTED = {
    "language": '"en" | "zh"',
    "name": '"…"',
    "theme": '"…"',
    "country": '"CN"',
    "ascii": "true | false",
    "first_run_done": "true | false",
    "keymap": '{ "meeting.next_item" = "f5" }',
    "policy": '{ preset = "minutes" }',
    "remind": '{ default = ["mail"] }',
    "mail": '{ server = "…", from = "…" }',
    "template": '"~/house-style.docx"',
}


@dataclass(frozen=True, slots=True)
class Settings:
    """The config file. Empty means: not chosen. ``keymap`` maps the id of a binding to its keys.

    ``policy`` is what ``domain.policy_table`` reads, ``remind`` what ``domain.channels`` does, ``mail`` what
    ``domain.mailing`` does. ``template`` is a Word file whose looks documents take.
    """

    language: str = ""
    name: str = ""
    theme: str = ""
    country: str = ""
    ascii: bool = False
    first_run_done: bool = False
    keymap: dict[str, str] = field(default_factory=dict)
    policy: dict[str, object] = field(default_factory=dict)
    remind: dict[str, object] = field(default_factory=dict)
    mail: dict[str, object] = field(default_factory=dict)
    template: str = ""


def typed_path(typed: str) -> Path:
    """The path as people type it: `~` is home; one nobody knows (`~nobody`) stays a name."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        return Path(typed)


def config_path(env: Mapping[str, str]) -> Path:
    """The config file: ``TUI_MINUTES_CONFIG``, else ``config.toml`` in the user's config folder."""
    if given := env.get("TUI_MINUTES_CONFIG"):
        return typed_path(given)
    from platformdirs import user_config_path

    return user_config_path("tui-minutes", appauthor=False) / "config.toml"


def database_path(given: str | None, env: Mapping[str, str]) -> Path:
    """The store: ``given`` on the command line, else ``TUI_MINUTES_DB``, else in the user's data folder."""
    if named := given or env.get("TUI_MINUTES_DB"):
        return typed_path(named)
    return own_database()


def own_database() -> Path:
    """The store in the user's data folder, which may not be there yet."""
    from platformdirs import user_data_path

    return user_data_path("tui-minutes", appauthor=False) / "minutes.db"


def country(given: str | None, settings: Settings, env: Mapping[str, str]) -> str:
    """Whose working days count: as given, as set, else by the locale's territory, else ``CN`` (rule 7)."""
    name = next((env[key] for key in ("LC_ALL", "LC_TIME", "LANG") if env.get(key)), "")
    territory = re.match(r"[a-z]{2,3}_([A-Z]{2})\b", name)
    return (given or settings.country or (territory[1] if territory else "CN")).upper()


def load(path: Path) -> Settings:
    """Read the config file; none there means nothing set. Refused names the file and what is wrong in it."""
    try:
        written = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise Refused("settings_unreadable", path=path, reason=error) from error
    import tomllib

    try:
        found = tomllib.loads(written)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refused("settings_syntax", path=path, reason=error) from error
    for key, value in found.items():
        if key not in _WANTED:
            raise Refused("settings_key", path=path, key=key, known=", ".join(_WANTED))
        if not _fits(key, value):
            given = type(value).__name__ if key in ("remind", "mail") else repr(value)
            raise Refused("settings_value", path=path, key=key, given=given, wanted=_WANTED[key])
    _check_policy(path, found.get("policy", {}))
    _check_remind(found.get("remind", {}))
    _check_mail(found.get("mail", {}))
    return Settings(**found)


def save(settings: Settings, path: Path) -> None:
    """Write what differs from the file at ``path``, its comments kept, in one step; Refused if that fails."""
    import tomlkit

    try:
        target = path.resolve()
        private_folder(target.parent)
        before = load(target)
        document = tomlkit.parse(target.read_text(encoding="utf-8") if target.exists() else "")
        for one in fields(Settings):
            value = getattr(settings, one.name)
            if value != getattr(before, one.name):
                document[one.name] = value
        replace_private(target, tomlkit.dumps(document).encode(), synced=True)
    except OSError as error:
        raise Refused("settings_unwritable", path=path, reason=os_reason(error)) from error


def _check_policy(path: Path, table: Mapping[str, object]) -> None:
    """Refuse the first thing that is wrong in the table of policies; nothing is imported without one."""
    if not table:
        return
    from tui_minutes.domain.policy_table import FIELDS, Misfit, policies

    try:
        policies(table)
    except Misfit as wrong:
        if not wrong.wanted:
            known = ", ".join(("preset", *FIELDS))
            raise Refused("settings_key", path=path, key=wrong.key, known=known) from wrong
        given = repr(wrong.given)
        raise Refused("settings_value", path=path, key=wrong.key, given=given, wanted=wrong.wanted) from wrong


def _check_remind(table: Mapping[str, object]) -> None:
    """Refuse the first thing that is wrong in the table of channels; nothing is imported without one."""
    if table:
        from tui_minutes.domain.channels import channels_in

        channels_in(table)


def _check_mail(table: Mapping[str, object]) -> None:
    if table:
        from tui_minutes.domain.mailing import mail_server

        mail_server(table)


def _fits(key: str, value: object) -> bool:
    if key in ("policy", "remind", "mail"):
        return isinstance(value, dict)
    if key == "keymap":
        return isinstance(value, dict) and all(isinstance(keys, str) for keys in value.values())
    if key in ("ascii", "first_run_done"):
        return isinstance(value, bool)
    return isinstance(value, str) and (key != "language" or value in ("", "en", "zh"))
