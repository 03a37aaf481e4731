"""From a source to documents, entries and events; nothing is read and nothing linked."""
