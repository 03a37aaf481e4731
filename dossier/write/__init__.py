"""Files of a site into its folder, all at once; what they hold is not known here."""

from dossier.write.listing import Standing
from dossier.write.new import Copied, append_texts, copy_files, create_files, write_texts
from dossier.write.plan import Kept
from dossier.write.publish import Published, clash_problems, publish, standing

__all__ = [
    "Copied",
    "Kept",
    "Published",
    "Standing",
    "append_texts",
    "clash_problems",
    "copy_files",
    "create_files",
    "publish",
    "standing",
    "write_texts",
]
