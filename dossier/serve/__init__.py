"""The preview: watching, serving, reloading."""
