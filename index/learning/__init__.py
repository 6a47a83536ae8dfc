"""What search learns from the recorded corpus: words of one language for those of another. Needs ../shared; nothing at run time imports it."""
