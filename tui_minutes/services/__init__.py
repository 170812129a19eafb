"""What a person can command. One function, one transaction; a refusal comes before any write."""

from tui_minutes.later import later

__getattr__ = later(__name__)
