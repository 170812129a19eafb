"""What a person can command. One function, one transaction; a refusal comes before any write."""
