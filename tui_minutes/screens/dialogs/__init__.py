"""Small modal screens: what is drawn over other widgets would lose Chinese text."""

from tui_minutes.later import later

__getattr__ = later(__name__)
