"""What the processes of a server hold, as Linux tells it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

_PROC = Path("/proc")


def tree(pid: int) -> Iterator[int]:
    """A process with all that it began."""
    yield pid
    with suppress(OSError):
        for children in (_PROC / str(pid) / "task").glob("*/children"):
            for child in children.read_text().split():
                yield from tree(int(child))


def memory(pid: int) -> int:
    """Resident bytes."""
    with suppress(OSError):
        for line in (_PROC / str(pid) / "status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) << 10
    return 0


def ports(pid: int) -> set[tuple[int, int]]:
    """Local and remote port of each socket of the internet that a process holds; (0, 0) for one of an odd kind."""
    held = set()
    with suppress(OSError):
        for one in (_PROC / str(pid) / "fd").iterdir():
            with suppress(OSError):
                held.add(str(one.readlink()))
    found = set()
    for name in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        with suppress(OSError):
            for line in (_PROC / str(pid) / "net" / name).read_text().splitlines()[1:]:
                words = line.split()
                if f"socket:[{words[9]}]" in held:
                    local, remote = (int(words[n].rpartition(":")[2], 16) for n in (1, 2))
                    found.add((local, remote) if name.startswith("tcp") else (0, 0))
    return found


def files(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """All that is in a folder: size, time of change, contents."""
    return {
        str(path.relative_to(folder)): (path.stat().st_size, path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@dataclass
class Seen:
    """The most memory of one process and of all together, in bytes, and all ports."""

    one: int = 0
    all: int = 0
    ports: set[tuple[int, int]] = field(default_factory=set)

    def look(self, pid: int) -> None:
        held = {one: memory(one) for one in tree(pid)}
        self.one, self.all = max(self.one, *held.values()), max(self.all, sum(held.values()))
        for one in held:
            self.ports |= ports(one)


@contextmanager
def watched(pid: int, every: float = 0.05) -> Iterator[Seen]:
    """Looks at a process and those that it began until the block ends."""
    seen, over = Seen(), threading.Event()

    def look() -> None:
        while not over.wait(every):
            seen.look(pid)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield seen
    finally:
        over.set()
        thread.join()
