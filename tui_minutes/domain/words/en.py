"""English words the capture line and the wording checks know."""

from __future__ import annotations

from tui_minutes.domain.words import words

VAGUE = (
    "in principle", "asap", "as soon as possible", "try to", "consider", "somebody", "we should", "tbd",
)  # fmt: skip
COLLOQUIAL = ("i think", "i feel")

GOAL_VERBS = (
    "discuss", "talk about", "talk through", "review", "go over", "share", "exchange", "sync on",
    "sync up on", "look at", "check",
)  # fmt: skip
GOAL_OBJECTS = (
    "work progress", "project progress", "progress", "work", "status", "project status", "the project",
    "issues", "problems", "things", "matters", "updates", "plans", "next steps", "the situation",
)  # fmt: skip
EMPTY_TOPICS = frozenset({
    "discussion", "discuss", "misc", "miscellaneous", "other", "others", "other business",
    "any other business", "aob", "a.o.b.", "update", "updates", "status", "status update", "progress",
    "report", "review", "summary", "q&a", "questions", "tbd", "item", "new item", "various", "general",
    "etc",
})  # fmt: skip

HONORIFICS = ("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir")
EVERYBODY = frozenset({"all", "everyone", "everybody"})

NOT_NAMES = words(
    """
    ps p.s nb n.b re fw fwd fyi btw eta etc tel fax mail email url uri http https ftp file ssh git
    wifi ip id tip tips time date day place room where when who what why how goal agenda topic item
    notes see ref refs ex eg e.g ie i.e info hint key link cost price total sum max min avg risk
    pros cons plan next today yes no ok fig step part case but so now also thus warn error bug fix
    idea rule scope list table image photo code name title dept team cc bcc from to sub subj min
    mins hrs kpi okr roi sla api ui ux qa hr it ceo cto cfo pm am vs
    """
)
"""What stands before a colon and is nobody's name (rule 4)."""

NAMES_THAT_ARE_WORDS = words(
    """
    will may mark bill grace hope faith art drew pat sue rob grant chase hunter dean guy ray june
    april august summer dawn amber gene miles mason cook baker page don max sandy stone young long
    short brown green white black gray grey king price day wood lane park banks rich sharp small
    pope case field fields hill love power best
    """
)
"""First and last names that are words too: in front of an action they need a "to" (rule 6)."""

NOT_A_TASK = words(
    """
    is was are were has had have will would can could cannot may might must did does said says and or 's wants
    """
)
"""What after a name makes a sentence about somebody, not a task for him: "Jane is ill"."""

UNITS = (
    "million", "billion", "thousand", "percent", "points", "point", "people", "users", "orders",
    "days", "hours", "minutes", "seconds", "weeks", "months", "years", "times", "units", "pcs", "k",
    "m", "bn", "ms", "s", "usd", "eur", "cny", "rmb", "gb", "mb", "tb", "kg", "km", "pp", "bp",
)  # fmt: skip

HEADS = ("chief", "head", "director", "manager", "lead", "leader", "supervisor")
"""Words in the title of a head of department, the highest first (T1)."""
NOT_HEADS = words("project product account program programme deputy vice assistant associate")
"""Words that make such a title another one."""
