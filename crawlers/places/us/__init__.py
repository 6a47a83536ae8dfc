"""The United States: Congress, the states, the Federal Register, and services that tell of their bills."""
