"""The record on disk: the only folder that knows Peewee and SQL."""
