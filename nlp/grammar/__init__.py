"""From the words of a provision to its statements: which clause commands, allows or forbids, and whom."""
