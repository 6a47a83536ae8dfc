"""What people act on: chances to speak and their dossiers, briefs, and the register of duties that bind us."""
