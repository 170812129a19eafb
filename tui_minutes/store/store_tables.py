"""The tables of the store as a whole: facts, counters, commands, the directory of people."""

from __future__ import annotations

from peewee import IntegerField, Model, TextField

from tui_minutes.store.fields import InstantField, JsonField
from tui_minutes.store.table_base import Inserted, Table, fk


class Setting(Model):
    """A fact about the store itself: its uid."""

    key = TextField(primary_key=True)
    value = TextField()


class Counter(Model):
    """The last number given out under a name; numbers are never used twice."""

    name = TextField(primary_key=True)
    value = IntegerField(default=0)


class CommandRow(Inserted):
    """A command that was carried out: its id makes a retry harmless."""

    command = TextField(primary_key=True)
    name = TextField()
    at = InstantField()
    by = TextField()
    entered_by = TextField()
    result = JsonField(null=True)

    class Meta:
        table_name = "command"


class PersonRow(Table):
    """The directory: people remembered from meeting to meeting (B4).

    `clearance` is the highest level they may see, "" where nobody has said. Who was `merged_into` another is
    in the directory no more; what refers to them stays as it was.
    """

    name = TextField(index=True)
    department = TextField(default="")
    title = TextField(default="")
    email = TextField(default="")
    aliases = JsonField(default=list)
    readings = JsonField(default=list)
    clearance = TextField(default="")
    merged_into = fk("self", null=True)

    class Meta:
        table_name = "person"
