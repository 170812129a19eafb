"""What a series should bring along, told apart from the program: a list kept by hand, as a recorder would."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tui_minutes.domain.agenda import Origin
from tui_minutes.domain.series import Coming


@dataclass
class ByHand:
    """All that is open: items and focuses by their words, questions with the day of their feedback.

    `put_off` are those of the questions that an agenda had and did not come to.
    """

    items: set[str] = field(default_factory=set)
    focuses: set[str] = field(default_factory=set)
    recurring: set[str] = field(default_factory=set)
    questions: dict[str, date] = field(default_factory=dict)
    put_off: set[str] = field(default_factory=set)
    actions: int = 0

    def due(self, day: date) -> set[str]:
        """The questions that the meeting of `day` has on its agenda."""
        return {number for number, next_ in self.questions.items() if next_ <= day or number in self.put_off}

    def along(self, day: date) -> list[tuple[Origin, str]]:
        """What comes along to a meeting on `day`, sorted; questions by number."""
        due = self.due(day)
        walk = [(Origin.FOLLOW_UP, "")] if self.actions or set(self.questions) - due else []
        return sorted(
            walk
            + [(Origin.CARRIED, title) for title in self.items]
            + [(Origin.FOCUS, words) for words in self.focuses]
            + [(Origin.RECURRING, title) for title in self.recurring]
            + [(Origin.QUESTION, number) for number in due]
        )

    def end(self, origin: Origin, name: str) -> None:
        """It was dealt with, or laid aside: it does not come up again."""
        match origin:
            case Origin.CARRIED | Origin.PLANNED:
                self.items.discard(name)
            case Origin.FOCUS:
                self.focuses.discard(name)
            case Origin.QUESTION:
                self.put_off.discard(name)


def named(origin: Origin, title: str) -> tuple[Origin, str]:
    """An item as the list kept by hand names it."""
    if origin is Origin.FOLLOW_UP:
        return origin, ""
    return origin, title.partition(" ")[0] if origin is Origin.QUESTION else title


def names(coming: tuple[Coming, ...]) -> list[tuple[Origin, str]]:
    """The same of what comes along, sorted."""
    return sorted(named(one.item.origin, one.item.title) for one in coming)
