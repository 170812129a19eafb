"""The form that writes the search line of the ledger: lists to choose from instead of words to remember."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui_minutes.domain.filters import ME, NONE, Filter, Key, State, Term
from tui_minutes.domain.filters.spelling import spell
from tui_minutes.domain.outcomes import OutcomeKind, Priority, Status
from tui_minutes.i18n import current_language, tr
from tui_minutes.i18n.filters import value_word
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Option

_STATUSES = frozenset(Status)
_FIELDS = {
    "owner": Key.OWNER,
    "department": Key.DEPARTMENT,
    "state": Key.STATE,
    "status": Key.STATE,
    "kind": Key.KIND,
    "priority": Key.PRIORITY,
    "meeting": Key.MEETING,
}
"""Each field and the key that it writes; the status and what needs attention are both states."""


def filter_form(
    wanted: Filter, owners: Iterable[str], departments: Iterable[str], meetings: Sequence[tuple[str, str]]
) -> Ask:
    """The form, filled with what `wanted` asks for; `meetings` are numbers with titles."""
    chosen = {field: _shown(term) for field, term in _simple(wanted).items()}
    names = {
        "owner": tr("Owner"),
        "department": tr("Department"),
        "state": tr("Attention"),
        "status": tr("Status"),
        "kind": tr("What it is"),
        "priority": tr("Priority"),
        "meeting": tr("Meeting"),
    }
    options = {
        "owner": [*_coded(Key.OWNER, (ME, NONE)), *_named(owners)],
        "department": [*_coded(Key.DEPARTMENT, (NONE,)), *_named(departments)],
        "state": _coded(Key.STATE, State),
        "status": _coded(Key.STATE, Status),
        "kind": _coded(Key.KIND, OutcomeKind),
        "priority": _coded(Key.PRIORITY, (*Priority, NONE)),
        "meeting": [Option(number, f"{number} {title}") for number, title in meetings],
    }
    fields = [Field(key, name, chosen.get(key, ""), _any(options[key])) for key, name in names.items()]
    return Ask(tr("Filter"), fields, does=tr("filter"))


def filter_text(values: Values, wanted: Filter) -> str:
    """What the search line says after the form: what it has no field for in `wanted` stays."""
    known = _simple(wanted)
    others = tuple(term for term in wanted.terms if term not in known.values())
    chosen = tuple(
        known[field] if field in known and _shown(known[field]) == value else Term(key, (value,))
        for field, key in _FIELDS.items()
        if (value := values[field])
    )
    return spell(replace(wanted, terms=(*chosen, *others)), current_language())


def _simple(wanted: Filter) -> dict[str, Term]:
    """The terms that a field can show: one value, not negated; the first of each."""
    found: dict[str, Term] = {}
    for term in wanted.terms:
        field = _field(term)
        if field and len(term.values) == 1 and not term.negated:
            found.setdefault(field, term)
    return found


def _shown(term: Term) -> str:
    """The value as the lists have it: a name in full, however it was typed."""
    value = term.values[0]
    return term.names[0] if len(term.names) == 1 and value != ME else value


def _field(term: Term) -> str:
    if term.key is Key.STATE:
        return "status" if term.values[0] in _STATUSES else "state"
    return next((field for field, key in _FIELDS.items() if key is term.key), "")


def _coded(key: Key, codes: Iterable[str]) -> list[Option]:
    return [Option(str(code), value_word(key, str(code))) for code in codes]


def _named(names: Iterable[str]) -> list[Option]:
    return [Option(name, name) for name in names]


def _any(options: Iterable[Option]) -> list[Option]:
    return [Option("", tr("any")), *options]
