"""The rules of meetings: plain records in, answers out; no clock, no file, no library."""
