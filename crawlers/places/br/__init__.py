"""Brazil: numbers of bills and norms, and what the services of its chambers say."""
