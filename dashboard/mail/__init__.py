"""The digest: built, drawn, addressed and sent."""
