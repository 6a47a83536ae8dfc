"""Keep what we hold: crawls and their hours, imports, matters entered by hand, checks, and how each source is."""
