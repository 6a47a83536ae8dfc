"""Who gets the digest, and how it is addressed and sent."""
