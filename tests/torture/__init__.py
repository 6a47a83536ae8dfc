"""Long tests that run before a release: `make torture`."""
