"""Small modal screens. Lists and forms stand on screens of their own: what is drawn over others loses Chinese text."""
