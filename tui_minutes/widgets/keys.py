"""How a key is declared: once, with the id by which footer, help, palette and keymap know it."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import ActiveBinding, Binding
from textual.keys import format_key

_NAMES = {
    "?": "question_mark,fullwidth_question_mark",
    "/": "slash,fullwidth_solidus",
    ":": "colon,fullwidth_colon",
    "+": "plus,fullwidth_plus_sign",
    "[": "left_square_bracket,fullwidth_left_square_bracket,left_black_lenticular_bracket",
    "]": "right_square_bracket,fullwidth_right_square_bracket,right_black_lenticular_bracket",
}
_TWINS = frozenset(twin for names in _NAMES.values() for twin in names.split(",")[1:])
"""What an input method sends for a key: it works, and is not named."""
_READ = {
    "escape": "Esc", "enter": "Enter", "space": "Space", "tab": "Tab", "shift+tab": "Shift+Tab", "up": "↑",
    "down": "↓", "insert": "Ins", "delete": "Del", "home": "Home", "end": "End", "pageup": "PgUp",
    "pagedown": "PgDn", "ctrl+underscore": "^_", "ctrl+right_square_bracket": "^]",
    "ctrl+backslash": "^\\",
}  # fmt: skip


def keys(*names: str) -> str:
    """Key names as Textual wants them; `?`, `/`, `:`, `+` and brackets stand for all of their widths."""
    return ",".join(_NAMES.get(name, name) for name in names)


def bind(name: str, pressed: str, description: str, *, show: bool = True) -> Binding:
    """The binding with the id `name`: `meeting.next_item` runs `action_next_item`, `app.…` one of the app.

    `pressed` names its keys, a space between them (`f5 ctrl+t`, `?`); `description` is to be translated.
    Function and Ctrl keys come before what has the focus: a line being typed would take them otherwise.
    """
    names = pressed.split()
    first = names[0]
    return Binding(
        keys(*names),
        name if name.startswith("app.") else name.rpartition(".")[2],
        description,
        show=show,
        priority=all(_is_command_key(one) for one in names),
        id=name,
        key_display=key_text(first),
    )


def key_text(name: str) -> str:
    """A key as people read it: `F5`, `^S`, `Esc`, `?`."""
    if name.startswith("ctrl+") and name not in _READ:
        return "^" + name.removeprefix("ctrl+").upper()
    if len(name) == 1:
        return name
    return _READ.get(name) or (name.upper() if name[0] == "f" and name[1:].isdigit() else format_key(name))


def by_command(bindings: Mapping[str, ActiveBinding]) -> dict[str, tuple[ActiveBinding, list[str]]]:
    """The described bindings by id, each with its keys as people read them; full-width twins left out."""
    found: dict[str, tuple[ActiveBinding, list[str]]] = {}
    for key, active in bindings.items():
        if active.binding.id and active.binding.description and active.enabled:
            keys = found.setdefault(active.binding.id, (active, []))[1]
            if key not in _TWINS:
                keys.append(key_text(key))
    return found


def _is_command_key(name: str) -> bool:
    return name.startswith("ctrl+") or (name[0] == "f" and name[1:].isdigit())
