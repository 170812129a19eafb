"""Minutes of a meeting, written in a terminal while the meeting runs."""

__version__ = "0.1.0"
