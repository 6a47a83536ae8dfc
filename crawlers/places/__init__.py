"""What several sources of one country share: numbers of bills, words for what happened."""
