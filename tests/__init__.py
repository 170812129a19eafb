"""What people do with tui-minutes, and what must hold."""
