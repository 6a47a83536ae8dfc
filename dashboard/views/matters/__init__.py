"""One matter: its page, its words, its versions, whether it binds us."""
