"""Ledgers that come in: what their columns and cells mean, and what each row would do (T11)."""
