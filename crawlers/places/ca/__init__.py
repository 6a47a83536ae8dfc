"""Canada: bills and laws in the XML of Parliament and of Justice Laws, and LEGISinfo."""
