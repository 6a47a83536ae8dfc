"""Does a law bind us? A service profile held against definitions, thresholds and exemptions, step by step."""
