"""How sources and tags are, and what needs care."""
