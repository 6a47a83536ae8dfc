"""Show and send: pages, digests, feeds, calendars, command line."""
