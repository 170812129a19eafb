"""Wording that minutes should not have (B2, B3, D4, D7): found and named, never changed."""

from __future__ import annotations
