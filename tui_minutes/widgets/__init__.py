"""What is drawn; knows the records of the domain only."""
