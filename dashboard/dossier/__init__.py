"""The dossier of an opportunity, drawn for print, for a word processor and for a wiki."""
