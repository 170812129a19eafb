"""What the tables share: a key, a uid, links that are never cascaded away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import AutoField, ForeignKeyField, Model, TextField


def fk(model: Any, **options: Any) -> Any:
    """A foreign key that deletes nothing by itself: the record is kept, not cascaded away."""
    return ForeignKeyField(model, on_delete="RESTRICT", **options)


class Table(Model):
    """What all rows have: a key of our own and a uid for the world."""

    id = AutoField()
    uid = TextField(unique=True)

    if TYPE_CHECKING:  # the integer keys of links (`item_id`) and columns joined in, made by Peewee

        def __getattr__(self, name: str) -> Any: ...
