"""The record on disk: the only folder that knows Peewee and SQL."""

from tui_minutes.later import later

__getattr__ = later(__name__)
