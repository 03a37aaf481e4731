"""Documents and entries to a `Site`, in which everything is linked; nothing is read and nothing rendered."""

from dossier.link.site import link_site

__all__ = ["link_site"]
