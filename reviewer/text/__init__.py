"""Words, sentences, quotation marks, numbers, dates and names, each with exact offsets into the text."""
