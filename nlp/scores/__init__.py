"""How likely a provision or a matter concerns online hosts, each score with the terms that sum to it."""
