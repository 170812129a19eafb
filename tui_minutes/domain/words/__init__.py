"""Word lists, one file for each language; both are used whatever the language of the interface."""
