"""A refusal: what was asked cannot be done, and nothing was written."""

from __future__ import annotations


class Refused(Exception):
    """Says no with a code and the values that belong to it; ``i18n.messages`` has the words for each code."""

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
