"""What pages are made from, read through the doors: a week, a search, a matter, a comparison."""
