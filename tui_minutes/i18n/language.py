"""Which language is spoken: one for the interface, another where a document asks for its own."""

from __future__ import annotations

import locale
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

LANGUAGES = ("en", "zh")

_interface = "en"
_document: ContextVar[str] = ContextVar("document_language", default="")


def set_language(language: str) -> None:
    """Choose the language of the interface for the whole process: ``en`` or ``zh``, else ValueError."""
    global _interface
    _interface = _known(language)


def current_language() -> str:
    """The language ``tr`` speaks here: that of the document being written, else that of the interface."""
    return _document.get() or _interface


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak ``language`` inside the block, in this task or thread only: a document has its own language."""
    token = _document.set(_known(language))
    try:
        yield
    finally:
        _document.reset(token)


def detect_language(env: Mapping[str, str]) -> str:
    """The language of the locale named in ``env`` (of the system's when it names none): ``zh`` or ``en``."""
    named = next((env[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if env.get(key)), "")
    name = named or locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}")
    return language
