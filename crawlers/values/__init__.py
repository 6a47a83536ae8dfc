"""Single values as sources write them: days, languages, fields of records."""
