"""What changed between two versions: their fields, their words, and what the law in them says."""
