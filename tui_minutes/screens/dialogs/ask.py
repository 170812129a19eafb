"""A small form: fields to type in, fields to choose from. Nothing typed is lost when one of them is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.screens.dialogs.choose import NEW, Choose, Option
from tui_minutes.screens.dialogs.dialog import Dialog
from tui_minutes.widgets.line_draft import DRAFT_SECONDS


@dataclass(frozen=True, slots=True)
class Field:
    """A field by its `key`. With `options` it is chosen from a list and its value is the key of one.

    With `new` (a word for them) own words can stand in place of an option: they are typed in the list.
    `note` gives, for a value, a word to show while it is typed ("" for none): a warning never blocks.
    What is typed into an `anew` one takes the place of its value.
    """

    key: str
    name: str
    value: str = ""
    options: Sequence[Option] = ()
    hint: str = ""
    required: bool = False
    note: Callable[[str], str] | None = None
    new: str = ""
    anew: bool = False


Values = Mapping[str, str]
Check = Callable[[Values], tuple[str, str] | None]


class Ask(Dialog[Values]):
    """Gives the values by key after Ctrl+S (or Enter in the last field), None after Escape.

    `check` gets all values and gives the key of a wrong field with the words for it, or None. `keep` is told
    the values, at most once a second and when Escape leaves the form, so that its draft can be kept. `begin`
    is the key of the field to begin with, the first when empty. `does` says what Ctrl+S does, `lead`
    is read before the fields are filled in. With `at_once` Enter saves from any field.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False, priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        *,
        check: Check | None = None,
        keep: Callable[[Values], None] | None = None,
        begin: str = "",
        does: str = "",
        lead: Sequence[Content] = (),
        at_once: bool = False,
    ) -> None:
        does = does or tr("save")
        hint = (
            tr("Enter {does} · Tab next field · Esc back", does=does)
            if at_once
            else tr("Ctrl+S {does} · Tab next field · Esc back", does=does)
        )
        super().__init__(title, hint)
        self._at_once = at_once
        self._lead = lead
        self._fields = fields
        self._check = check
        self._keep = keep
        self._begin = begin or fields[0].key
        self._said = ""
        self._timer: Timer | None = None

    def filled(self, values: Values, said: str) -> Ask:
        """This form, not yet shown, with `values` typed into it again and why they were refused."""
        self._fields = [replace(field, value=values.get(field.key, field.value)) for field in self._fields]
        self._said = said
        return self

    def inside(self) -> Iterable[Widget]:
        """One row a field."""
        for line in self._lead:
            yield Static(line, classes="lead")
        with VerticalScroll(classes="form", can_focus=False):
            for field in self._fields:
                with Horizontal(classes="field"):
                    yield Static(Content(field.name), classes="name")
                    yield ChoiceField(field) if field.options else _text_field(field)

    def on_mount(self) -> None:
        """Begin with the field asked for."""
        self.query_one(f"#{self._begin}").focus()
        if self._said:  # after the fields have told of the values they begin with
            self.call_after_refresh(self.complain, self._said)

    @property
    def values(self) -> dict[str, str]:
        """What the fields hold now."""
        return {field.key: clean(self._value(field)).strip() for field in self._fields}

    def _value(self, field: Field) -> str:
        widget = self.query_one(f"#{field.key}")
        return widget.value if isinstance(widget, Input | ChoiceField) else ""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what to look at in this field, while it is typed."""
        field = next(one for one in self._fields if one.key == event.input.id)
        self.warn(field.note(clean(event.value)) if field.note else "")
        if self._keep is not None and self._timer is None:
            self._timer = self.set_timer(DRAFT_SECONDS, self._keep_draft)

    def _keep_draft(self) -> None:
        self._timer = None
        if self._keep is not None:
            self._keep(self.values)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next field, and from the last one saves."""
        if self._at_once or event.input.id == self._fields[-1].key:
            self.action_save()
        else:
            self.focus_next()

    def on_choice_field_entered(self, event: ChoiceField.Entered) -> None:
        """Enter opens the list, unless the form is one that Enter ends."""
        if self._at_once:
            self.action_save()
        else:
            event.field.action_open()

    def action_save(self) -> None:
        """Give the values, unless one of them is wrong."""
        values = self.values
        missing = next((f for f in self._fields if f.required and not values[f.key]), None)
        wrong = (missing.key, tr("{field} is missing", field=missing.name)) if missing else None
        wrong = wrong or (self._check(values) if self._check else None)
        if wrong is None:
            if self._timer is not None:
                self._timer.stop()
            self.dismiss(values)
            return
        key, words = wrong
        self.query_one(f"#{key}").focus()
        self.complain(words)

    def action_cancel(self) -> None:
        """Leave; what was typed is handed to `keep`."""
        if self._keep is not None:
            self._keep(self.values)
        self.dismiss(None)


def _text_field(field: Field) -> Input:
    typed = Input(clean(field.value), placeholder=field.hint, id=field.key, select_on_focus=field.anew)
    typed.cursor_blink = False
    return typed


class ChoiceField(Widget, can_focus=True):
    """A field whose value is one of several: Space opens the list, the arrows step through it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", show=False),
        Binding("space", "open", show=False),
        Binding("right", "step(1)", show=False),
        Binding("left", "step(-1)", show=False),
    ]

    class Entered(Message):
        """Enter was pressed in the `field`."""

        def __init__(self, field: ChoiceField) -> None:
            super().__init__()
            self.field = field

    def __init__(self, field: Field) -> None:
        super().__init__(id=field.key)
        self._field = field
        self._dialog: Choose | None = None
        self.value = field.value or field.options[0].key

    def render(self) -> Content:
        """The words of the value, between arrows."""
        text = next((one.text for one in self._field.options if one.key == self.value), self.value)
        return Content.assemble(("‹ ", "$faint"), text, (" ›", "$faint"))

    def on_key(self, event: events.Key) -> None:
        """Own words begin in the field itself."""
        if self._field.new and event.is_printable and event.character and event.key != "space":
            event.stop()
            if self._dialog is None:
                self.action_open()
            if self._dialog is not None:
                self._dialog.take(event.character)

    def action_enter(self) -> None:
        """Let the form say what Enter does."""
        self.post_message(self.Entered(self))

    def action_open(self) -> None:
        """Choose from the list, or type own words in it."""
        one = self._field
        self._dialog = Choose(one.name, one.options, current=self.value, search=bool(one.new), new=one.new)
        self.app.push_screen(self._dialog, self._take)

    def action_step(self, step: int) -> None:
        """Take the next or the one before."""
        keys = [one.key for one in self._field.options]
        at = keys.index(self.value) if self.value in keys else 0
        self._take(keys[(at + step) % len(keys)])

    def on_click(self) -> None:
        """A click opens the list."""
        self.action_open()

    def _take(self, key: str | None) -> None:
        self._dialog = None
        if key is not None:
            self.value = key.removeprefix(NEW) if self._field.new else key
            self.refresh()
