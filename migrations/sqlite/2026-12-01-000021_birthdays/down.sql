DELETE FROM search_fills WHERE kind = 3;
