"""The screens: each draws from the store and calls services."""

from tui_minutes.later import later

__getattr__ = later(__name__)
