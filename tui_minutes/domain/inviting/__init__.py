"""What an invitation says, and what a person who reads it would write down of it (B8)."""
