"""One run over the sources: what is asked, what the answers give, and what the run was worth."""
