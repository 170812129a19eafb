"""Decision, action and question by form: the same fields and checks as the line, for who prefers forms."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from tui_minutes.domain.capture import Kind, Reading, parse_as
from tui_minutes.domain.capture.compose import compose
from tui_minutes.domain.discussion import Entry
from tui_minutes.domain.outcomes import Outcome, OutcomeKind
from tui_minutes.i18n import mark, tr, tr_late
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Option
from tui_minutes.screens.line_commands_base import Commands
from tui_minutes.screens.line_commands_record import LineRecorder
from tui_minutes.screens.readback_mend import Mending
from tui_minutes.services import discussion
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.cautions import caution_text

_TITLES = {Kind.DECISION: mark("Decision"), Kind.ACTION: mark("Action"), Kind.QUESTION: mark("Open question")}
_WORDING = ("vague", "colloquial")


class OutcomeForms(Commands):
    """Opens the forms. What was typed in one is kept until it is saved, also over a restart."""

    def open(self, kind: Kind, line: CaptureLine) -> None:
        """Ask for an outcome of `kind` and take it down; `line` knows people, day and decisions."""
        form = OutcomeForm(kind, line)
        key = f"form.{kind}.{self.uid}"

        def answered(values: Values | None) -> None:
            if values is not None:
                self._keep(key, values)
                self._take_down(form.reading(values), key)

        fields = form.fields(_read(self.screen.host.drafts.read(key)))
        self.screen.app.push_screen(
            Ask(
                tr_late(_TITLES[kind]), fields, check=form.check, keep=lambda values: self._keep(key, values)
            ),
            answered,
        )

    def _take_down(self, reading: Reading, key: str) -> None:
        def then(entry: Entry) -> None:
            self.screen.keep_draft(key, "")
            LineRecorder(self.screen).echo(entry)

        self.screen.carry_out(
            lambda store, command: discussion.record_line(store, command, self.uid, reading), then
        )

    def _keep(self, key: str, values: Values) -> None:
        typed = {name: value for name, value in values.items() if value}
        self.screen.keep_draft(key, json.dumps(typed, ensure_ascii=False) if typed else "")


class OutcomeForm:
    """The fields of one kind, and the reading that their values make."""

    def __init__(self, kind: Kind, line: CaptureLine) -> None:
        context = line.context
        self._kind = kind
        self._line = line
        blank = Outcome("", "", OutcomeKind(kind), "", "")
        self._mending = Mending(blank, context.day, context.people, context.calendar)

    def fields(self, draft: Values) -> list[Field]:
        """The fields with what was typed before; who decides is known from who is in the room."""
        fields = [field for field in self._mending.fields if field.key != "deciders"]
        fields[0] = replace(fields[0], note=self._wording)
        if self._kind is Kind.ACTION:
            fields.append(Field("parent", tr("Under"), options=list(self._parents())))
        return [replace(field, value=draft.get(field.key, field.value)) for field in fields]

    def _parents(self) -> Iterable[Option]:
        """The usual decision first, as in the line; "–" leaves it to the item."""
        usual, *others = self._line.parents or ("",)
        yield Option("", usual or "–")
        yield from (Option(number, number) for number in others)

    def _wording(self, text: str) -> str:
        cautions = parse_as(text, self._kind, self._line.context).cautions if text.strip() else ()
        return "  ".join(caution_text(one) for one in cautions if one.code in _WORDING)

    def check(self, values: Values) -> tuple[str, str] | None:
        """A date that is none, in words."""
        return self._mending.check(values)

    def reading(self, values: Values) -> Reading:
        """The line that the form stands for."""
        typed = {key: value for key, value in values.items() if key != "parent"}
        changes = self._mending.changes(typed)
        fields = {"next" if name == "next_feedback" else name: value for name, value in changes.items()}
        reading = Reading("", self._kind, parent=values.get("parent") or None, **fields)
        return replace(reading, raw=compose(reading))


def _read(draft: str) -> dict[str, str]:
    """The values of a kept form; a draft that cannot be read is none."""
    try:
        kept = json.loads(draft) if draft else {}
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in kept.items()} if isinstance(kept, dict) else {}
