"""What others subscribe to: calendars and feeds, as pure functions."""
