"""The words of every refusal, by its code."""

from __future__ import annotations

from enum import StrEnum

from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.translation import mark, tr_late

REFUSALS: dict[str, str] = {
    # the plan files
    "plan_wrong": mark("{file}: {where}: {wrong}; right would be: {right}"),
    "plan_not_found": mark("No plan at {path}"),
    # the command line and the settings
    "usage_terminal": mark(
        "The program needs a terminal. Without one use list, show, ledger, verify, export, parse or doctor."
    ),
    "not_found": mark("Not found: {number}"),
    "settings_unreadable": mark("{path}: cannot be read: {reason}"),
    "settings_syntax": mark("{path}: not TOML: {reason}"),
    "settings_key": mark("{path}: “{key}” is no setting; the settings are: {known}"),
    "settings_value": mark("{path}: “{key}” is {given}; it must be {wanted}"),
    "settings_unwritable": mark("{path}: cannot be written: {reason}"),
}


def refusal_text(refused: Refused) -> str:
    """The sentence that says why not, in the spoken language; KeyError for a code without words.

    A value that is a domain code (a status, a phase) is said by its label.
    """
    params = {
        name: label(value) if isinstance(value, StrEnum) else value for name, value in refused.params.items()
    }
    return tr_late(REFUSALS[refused.code], **params)
