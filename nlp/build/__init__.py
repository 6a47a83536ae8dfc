"""Train the small models from ../shared; needs the development tools."""
