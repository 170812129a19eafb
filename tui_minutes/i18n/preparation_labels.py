"""The words for the codes of preparation, by kind of code, as in ``labels``."""

from __future__ import annotations

from collections.abc import Mapping

from tui_minutes.i18n.translation import mark

LABELS: Mapping[str, Mapping[str, str]] = {
    "Arrival": {
        "new": mark("new"),
        "changed": mark("changed"),
        "same": mark("unchanged"),
        "doubtful": mark("doubtful"),
        "wrong": mark("wrong"),
    },
    "Check": {
        "goal": mark("Goal and agenda are fixed"),
        "people": mark("Participants are confirmed"),
        "notice": mark("The notice has gone out"),
        "materials": mark("Materials have gone out"),
        "prepare": mark("What the agenda asks for is ready"),
        "room": mark("The room is booked, or the link is set up"),
        "equipment": mark("Projector, microphone and connection are tested"),
        "recording": mark("Recording is arranged, and announced"),
        "sign_in": mark("The sign-in sheet is printed"),
        "tea": mark("There is tea"),
        "nothing": mark("Nothing is to be ready"),
    },
    "MaterialKind": {
        "reading": mark("to be read"),
        "recording": mark("recording"),
        "notes": mark("notes taken"),
    },
    "ProposalKind": {
        "decision": mark("proposed decision"),
        "talk": mark("talked over before"),
    },
    "Choice": {
        "for": mark("for"),
        "against": mark("against"),
        "abstain": mark("abstaining"),
        "recused": mark("recused"),
    },
    "Majority": {
        "carried": mark("carried"),
        "lost": mark("not carried"),
        "tied": mark("tied, not carried"),
    },
    "OnHoliday": {
        "skip": mark("left out on a holiday"),
        "move": mark("moved to the next working day"),
        "hold": mark("held on a holiday, too"),
    },
    "Every": {
        "": mark("no rhythm"),
        "week": mark("every week"),
        "fortnight": mark("every second week"),
        "month_weekday": mark("every month on the same weekday"),
        "month_day": mark("every month on the same day"),
        "own": mark("a rule of its own"),
    },
    "EndsBy": {
        "discussed": mark("discussed"),
        "offline": mark("taken off line"),
        "closed": mark("closed in the ledger"),
    },
}
