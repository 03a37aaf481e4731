"""The keys that curators write, as tables: what each means, what it may hold, and how its value is read."""
