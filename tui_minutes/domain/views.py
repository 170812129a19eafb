"""Views of the ledger: a filter, an order and a grouping under a name; some are always there."""

from __future__ import annotations

from collections.abc import Iterable

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.shape import shape


@dataclass(frozen=True, slots=True)
class View:
    """`wanted` is the text of the filter, `sort` and `grouped_by` as the ledger knows them ("" for as usual).

    A `built_in` one has no `uid`, and its `name` is a code that the interface has words for.
    """

    name: str
    wanted: str = ""
    sort: str = ""
    grouped_by: str = ""
    uid: str = ""

    @property
    def built_in(self) -> bool:
        """Whether it comes with the program, and stays."""
        return not self.uid


BUILT_IN = (
    View("attention", "is:attention", "attention"),
    View("mine", "owner:me is:open", "attention"),
    View("late", "is:late", "due"),
    View("waiting", "is:waiting", "updated"),
    View("week", "is:today,week", "due"),
    View("departments", "is:attention", "department", "department"),
    View("everything", "", "attention"),
)
"""What everybody asks for, in the order it is offered."""


def same_name(one: str, other: str) -> bool:
    """Whether two names are one to people: case, width and spaces do not count."""
    return _folded(one) == _folded(other)


def named(name: str, views: Iterable[View]) -> View | None:
    """The view called `name`; None when there is none."""
    return next((view for view in views if same_name(view.name, name)), None)


def _folded(name: str) -> str:
    return "".join(shape(name).casefold().split())
