"""The database behind `index.records`: its tables, how matters are written and read, where each fact comes from, backups."""
