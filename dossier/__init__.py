"""A folder of source documents becomes a linked, searchable, citable static site."""

__version__ = "0.1.0"
