"""Records in, documents out: minutes, Markdown, JSON."""
