"""Word lists, one file for each language; both are used whatever the language of the interface."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list written as text with spaces between them."""
    return frozenset(text.split())
