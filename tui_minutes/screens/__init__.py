"""The screens: each draws from the store and calls services."""
