"""The first start: language, name, where data lies, a sample to play; one screen that can be skipped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import current_language, mark, tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.status_line import Report

_LANGUAGES = {"en": "English", "zh": "简体中文"}


class WelcomeScreen(BaseScreen):
    """Asked once. What is chosen is kept in the settings, also when it is skipped."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("welcome.begin", "f9 ctrl+s", mark("Begin")),
        bind("app.language", "ctrl+l", mark("English / 中文")),
        bind("welcome.sample", "f8", mark("Play a sample meeting")),
        bind("screen.back", "escape", mark("Skip")),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """A box in the middle: what this is, four rows, two buttons."""
        host = self.host
        name = Input(host.entered_by, id="name", select_on_focus=False)
        name.cursor_blink = False
        with Vertical(id="around"), Vertical(id="box") as box:
            box.border_title = Content(tr("Welcome to tui-minutes"))
            box.border_subtitle = Content(tr("all of this can be changed later"))
            yield Static(Content(tr("Minutes of a meeting, written in a terminal while the meeting runs.")))
            yield _row(tr("Language"), LanguageField(id="language"))
            yield _row(tr("Your name"), name)
            yield _row("", _faint(tr("You type, so you are the recorder of what you type.")))
            yield _row(tr("Your data"), _faint(str(host.store.path)))
            if host.config_file is not None:
                yield _row(tr("Settings"), _faint(str(host.config_file)))
            with Horizontal(id="buttons"):
                yield Button(Content(tr("Begin")), id="begin", compact=True)
                yield Button(Content(tr("Play a sample meeting")), id="sample", compact=True)

    def on_mount(self) -> None:
        """The name is what is most often changed."""
        self.query_one("#name").focus()

    def on_input_submitted(self) -> None:
        """Enter in the name begins."""
        self.action_begin()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Begin, or play the sample."""
        if event.button.id == "begin":
            self.action_begin()
        else:
            self.action_sample()

    def action_begin(self) -> None:
        """Keep what was typed and show Home."""
        if self.is_active and self._keep():
            self.app.pop_screen()

    def action_back(self) -> None:
        """Skip: what stands there is kept, so that it is not asked again."""
        self.action_begin()

    def action_sample(self) -> None:
        """Keep what was typed and play the sample in a store of its own."""
        if self._keep():
            self.host.then = "sample"
            self.host.exit()

    def _keep(self) -> bool:
        """Whether the settings are written; why not stands in the status line."""
        host = self.host
        host.entered_by = clean(self.query_one("#name", Input).value).strip() or host.entered_by
        chosen = replace(
            host.settings, name=host.entered_by, language=current_language(), first_run_done=True
        )
        if chosen == host.settings:
            return True
        try:
            host.keep_settings(chosen)
        except Refused as refused:
            self.report(refusal_text(refused), Report.REFUSED)
            return False
        return True


class LanguageField(Widget, can_focus=True):
    """The language that is spoken: the arrows, Enter, Space or a click switch it at once."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("left,right,enter,space", "app.language", show=False)]

    def render(self) -> Content:
        """The languages, the one that is spoken marked."""
        spoken = current_language()
        words = [
            Content.styled(f" {name} ", "bold $background on $accent" if code == spoken else "$faint")
            for code, name in _LANGUAGES.items()
        ]
        return Content(" ").join(words)

    def on_click(self) -> None:
        """Switch, but later: the screen is built anew, and this field cannot wait for its own end."""
        self.app.call_later(self.app.run_action, "app.language")


def _row(name: str, field: Widget) -> Horizontal:
    return Horizontal(Static(Content(name), classes="name"), field, classes="row")


def _faint(text: str) -> Static:
    return Static(Content(text), classes="faint")
