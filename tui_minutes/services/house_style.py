"""What papers look like, and which is the usual: by the settings, or the template of a meeting (B1, F4)."""

from __future__ import annotations

from collections.abc import Sequence

from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.services import templates
from tui_minutes.settings import typed_path
from tui_minutes.store.store import Store


def read_style(named: str) -> bytes | None:
    """What is in the file that is `named`, None for no name; Refused("template_missing") if unreadable."""
    if not named:
        return None
    try:
        return typed_path(named).read_bytes()
    except OSError as error:
        raise Refused("template_missing", path=clean(named)) from error


def looks_of(store: Store, meeting: Meeting, usual: str) -> str:
    """The Word file that the template of a meeting names, else the `usual` one."""
    return templates.of_meeting(store, meeting).looks or usual


def usual_paper(store: Store, meeting: Meeting) -> Paper:
    """The minutes in full or in short, as the template of a meeting asks."""
    return templates.of_meeting(store, meeting).paper


def usual_first(store: Store, meeting: Meeting, papers: Sequence[Paper]) -> list[Paper]:
    """`papers` with the short form of minutes before all others where that is the usual one."""
    usual = usual_paper(store, meeting)
    return sorted(papers, key=lambda paper: paper is not usual or usual is Paper.MINUTES)
