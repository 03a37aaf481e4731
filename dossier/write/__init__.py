"""Files of a site into its folder, all at once; what they hold is not known here."""

from dossier.write.listing import Standing
from dossier.write.plan import Kept
from dossier.write.publish import Published, publish, standing

__all__ = ["Kept", "Published", "Standing", "publish", "standing"]
