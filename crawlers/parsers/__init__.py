"""One file a source format, each with a pure function `parse(response, source)`."""
