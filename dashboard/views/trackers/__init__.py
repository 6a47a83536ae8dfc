"""A place at a glance, and all places beside one another."""
