"""The verb: articles in, a graph out. The only package that imports every stage."""

from kg.pipeline.backup import backup, restore
from kg.pipeline.build import Built, build
from kg.pipeline.contents import contents, serialized
from kg.pipeline.derive import change
from kg.pipeline.exporting import Wanted, exported
from kg.pipeline.intake import Loaded, NothingUsable, Refusal
from kg.pipeline.judging import Judgements, writable
from kg.pipeline.load import judge, load
from kg.pipeline.moment import Moment, moment
from kg.pipeline.progress import Progress
from kg.pipeline.rebuild import Rebuilt, rebuild
from kg.pipeline.remove import remove
from kg.pipeline.sync import Synced, planned, sync
from kg.pipeline.viewing import Look, viewed

__all__ = [
    "Built",
    "Judgements",
    "Loaded",
    "Look",
    "Moment",
    "NothingUsable",
    "Progress",
    "Rebuilt",
    "Refusal",
    "Synced",
    "Wanted",
    "backup",
    "build",
    "change",
    "contents",
    "exported",
    "judge",
    "load",
    "moment",
    "planned",
    "rebuild",
    "remove",
    "restore",
    "serialized",
    "sync",
    "viewed",
    "writable",
]
