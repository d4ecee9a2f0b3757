"""How much one client may ask, how many at once, how long a body may be."""
