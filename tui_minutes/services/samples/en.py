"""A sample: the weekly meeting of a team that renews its members' app. People and figures are made up."""

from __future__ import annotations

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.meeting import MeetingKind
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.services.samples.sample import Sample

SAMPLE = Sample(
    recorder="Robin Hale",
    past=Plan(
        title="Members' app weekly",
        kind=MeetingKind.REGULAR,
        place="Room Maple",
        goal="Decide how the new home page goes out and who covers the weekend shifts",
        expected=("Release plan of the home page", "Support rota for next month"),
        language="en",
        people=(
            PlanPerson("Priya Nair", "Product", "Head", roles=(Role.CONVENER, Role.CHAIR, Role.DECIDER)),
            PlanPerson("Tom Becker", "Engineering", "Lead", roles=(Role.DOER,)),
            PlanPerson("Ana Lopes", "Support", "Lead", roles=(Role.DOER,)),
            PlanPerson("Ben Okafor", "Marketing", "Editor", roles=(Role.DOER,)),
            PlanPerson("Ines Roth", "Finance", "Controller", roles=(Role.OBSERVER,)),
        ),
        agenda=(
            PlanItem("Release of the new home page", 15, "Tom Becker", "Engineering brings the test figures"),
            PlanItem("Support on weekends", 15, "Ana Lopes"),
            PlanItem("New rules for bonus points", 10, "Ben Okafor"),
        ),
    ),
    said=(
        (
            "Tom: the new page ran in the test system for a week without a serious fault",
            "= first paint =1.4 s <- test monitoring",
            "Ben!: keep the old entry for a month, or regular members get lost",
            "+ release the home page in steps and keep the old entry for a month p1",
            "- write the checklist for the release in steps @Tom by +7d -> checklist",
            "- draft the announcement @Ben by +9d -> announcement draft ++ questions from Support",
        ),
        (
            "Ana: twice as many questions come in on weekends",
            "= questions a weekend day =860 <- support desk",
            "+ add one evening shift on weekends p2",
            "- publish the rota for next month @Ana by +5d -> rota",
            "? whose budget pays the evening shifts @Priya next +10d",
        ),
    ),
    absent=("Ines Roth", "month-end closing"),
    updates=("A-003 done result: rota sent to all teams",),
    focus="Decide the steps of the release and the day of the announcement",
    expected=("Release steps", "Final text of the announcement"),
    place="Room Maple",
    next_items=((10, "Priya Nair"), (10, "Ben Okafor")),
    new_items=(
        PlanItem("Steps of the release", 15, "Tom Becker", "Tom brings the error rates"),
        PlanItem("Final text of the announcement", 10, "Ben Okafor"),
    ),
)
