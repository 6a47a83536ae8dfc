"""What others get: trackers of a place as pages and files, published positions, and only what licences let out."""
