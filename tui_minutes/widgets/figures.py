"""A clock in figures three lines high; of a second only the figures that it changes are drawn."""

from __future__ import annotations

from textual.app import RenderResult
from textual.geometry import Region, Size
from textual.renderables.digits import Digits
from textual.widget import Widget


class Figures(Widget):
    """Shows digits, `:`, `+` and `-`, as wide as they are."""

    value = ""

    def show(self, value: str) -> None:
        """Show `value` in place of what stands there."""
        before, self.value = self.value, value
        if before == value:
            return
        if len(before) != len(value) or Digits.get_width(before) != Digits.get_width(value):
            self.refresh(layout=True)
        else:
            same = next(nth for nth, figure in enumerate(value) if figure != before[nth])
            left = Digits.get_width(value[:same])
            self.refresh(Region(left, 0, self.size.width - left, self.size.height))

    def render(self) -> RenderResult:
        """The figures in the colour and weight of the widget."""
        return Digits(self.value, self.rich_style)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - as Textual asks
        """The width of all figures."""
        return Digits.get_width(self.value)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Three lines."""
        return 3
