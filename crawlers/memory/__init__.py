"""What a crawl remembers on disk: answers, addresses still to be asked, and from which day to ask anew."""
