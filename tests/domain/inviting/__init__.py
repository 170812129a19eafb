"""Tests of what an invitation says."""
