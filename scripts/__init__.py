"""What is run by hand to make a file that the repository then holds."""
