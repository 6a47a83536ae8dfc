"""What stands behind a claim: footnotes, citations, scores, and how good they are."""
