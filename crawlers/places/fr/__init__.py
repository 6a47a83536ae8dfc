"""France: laws by their numbers, and what the pages and data of its two chambers say."""
