"""The subcommands: one module each, with ``run(args) -> int`` (the exit code), imported when it is called."""
