"""Made-up meetings to try the program with, one a language."""
