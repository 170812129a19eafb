"""Small modal screens: what is drawn over other widgets would lose Chinese text."""
