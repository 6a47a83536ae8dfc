"""Where official sources cannot both be right."""
