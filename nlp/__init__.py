"""Read provisions and tag the norms in them."""
