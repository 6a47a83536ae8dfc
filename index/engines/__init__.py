"""The engines behind the door of index.search: one embedded, one a cluster."""
