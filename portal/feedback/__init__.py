"""What people said of an answer: kept without who they are, for a set time."""
