"""The weekly digest: what goes into it, said in the reader's language, as text and HTML."""
