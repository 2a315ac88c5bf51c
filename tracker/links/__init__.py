"""Whether the links that public pages show still lead somewhere."""
