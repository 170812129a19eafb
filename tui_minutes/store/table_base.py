"""What the tables share: a key, a uid, links that are never cascaded away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import AutoField, ForeignKeyField, Model, TextField

from tui_minutes.store.bulk import statement


def fk(model: Any, **options: Any) -> Any:
    """A foreign key that deletes nothing by itself: the record is kept, not cascaded away."""
    return ForeignKeyField(model, on_delete="RESTRICT", **options)


class Inserted(Model):
    """Rows that are inserted one by one, by a statement that is made once."""

    if TYPE_CHECKING:  # of Peewee's own
        _dirty: set[str]
        _pk: Any

        def _populate_unsaved_relations(self, field_dict: dict[str, Any]) -> None: ...

    def save(self, force_insert: bool = False, only: Any = None) -> Any:
        """As Peewee does it, which makes the statement anew for each row."""
        if not force_insert or only is not None:
            return super().save(force_insert, only)
        meta, data = self._meta, self.__data__
        self._populate_unsaved_relations(data)
        new_key = meta.auto_increment and self._pk is None
        given = meta.sorted_field_names[1:] if new_key else meta.sorted_field_names
        names = tuple(name for name in given if name in data)
        values = [meta.fields[name].db_value(data[name]) for name in names]
        cursor = meta.database.execute_sql(statement(type(self), names), values)
        if meta.auto_increment:
            self._pk = cursor.lastrowid
        self._dirty.clear()
        return 1


class Table(Inserted):
    """What all rows have: a key of our own and a uid for the world."""

    id = AutoField()
    uid = TextField(unique=True)

    if TYPE_CHECKING:  # the integer keys of links (`item_id`) and columns joined in, made by Peewee

        def __getattr__(self, name: str) -> Any: ...
