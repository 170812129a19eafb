"""The themes: dark, light, and one that keeps to the terminal's own sixteen colours."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="dark",
    primary="#3d8fd1",
    secondary="#56c2d6",
    accent="#ffa62b",
    warning="#ffa62b",
    error="#ff4f79",
    success="#8ddb3c",
    foreground="#e4e4e4",
    background="#111214",
    surface="#17191c",
    panel="#232d36",
    variables={
        "bar": "#232d36",
        "on-accent": "#111214",
        "said": "#5bcbe6",
        "figure": "#ae8cff",
        "faint": "#8d949c",
        "rule": "#41484f",
        "block-cursor-background": "#1f5f94",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#262b31",
        "block-cursor-blurred-foreground": "#e4e4e4",
        "input-cursor-background": "#ffa62b",
        "input-cursor-foreground": "#111214",
        "input-selection-background": "#1f5f94",
    },
)

LIGHT = Theme(
    name="light",
    primary="#0b62a8",
    secondary="#00707f",
    accent="#b35c00",
    warning="#a85400",
    error="#c1123f",
    success="#2d7a00",
    foreground="#1d2125",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#dfe5ea",
    dark=False,
    variables={
        "bar": "#dfe5ea",
        "on-accent": "#ffffff",
        "said": "#00647a",
        "figure": "#6a35c2",
        "faint": "#666d74",
        "rule": "#b9bfc5",
        "block-cursor-background": "#0b62a8",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#e4e2db",
        "block-cursor-blurred-foreground": "#1d2125",
        "input-cursor-background": "#b35c00",
        "input-cursor-foreground": "#ffffff",
        "input-selection-background": "#b5d5f0",
    },
)

ANSI = Theme(
    name="ansi",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_cyan",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "bar": "ansi_default",
        "on-accent": "ansi_black",
        "said": "ansi_cyan",
        "figure": "ansi_magenta",
        "faint": "ansi_bright_black",
        "rule": "ansi_bright_black",
        "border": "ansi_blue",
        "border-blurred": "ansi_bright_black",
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "block-cursor-background": "ansi_blue",
        "block-cursor-foreground": "ansi_bright_white",
        "block-cursor-blurred-background": "ansi_default",
        "block-cursor-blurred-foreground": "ansi_default",
        "input-cursor-background": "ansi_yellow",
        "input-cursor-foreground": "ansi_black",
        "input-cursor-text-style": "none",
        "input-selection-background": "ansi_blue",
        "input-selection-foreground": "ansi_bright_white",
    },
)

THEMES = (DARK, LIGHT, ANSI)


def theme_name(asked: str) -> str:
    """The theme called `asked` (the setting), else the dark one."""
    return asked if asked in {theme.name for theme in THEMES} else DARK.name
