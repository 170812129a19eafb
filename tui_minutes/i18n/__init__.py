"""The words people read, in English and 简体中文.

``tr`` and ``ntr`` take the English sentence as a literal; ``mark`` marks a literal kept in a table, which
``tr_late`` translates at the moment it is shown.
"""

from tui_minutes.i18n.language import LANGUAGES, current_language, detect_language, set_language, speaking
from tui_minutes.i18n.translation import mark, ntr, tr, tr_late

__all__ = [
    "LANGUAGES",
    "current_language",
    "detect_language",
    "mark",
    "ntr",
    "set_language",
    "speaking",
    "tr",
    "tr_late",
]
