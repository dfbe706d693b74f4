"""What a DOCX, PDF, mail or HTML file is made of, read and written."""
