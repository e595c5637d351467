"""The folder of one embedded database: where its cluster, locks, log and socket are."""

import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from stat import S_IMODE, S_ISDIR

from tracker.embedded_postgres.errors import EmbeddedPostgresError

PORT = 5432  # only the socket's name: the server does not listen on the network
SOCKET_PATH_LIMIT = 103  # bytes of a socket's path: 107 on Linux, 103 on macOS
NOBODY = 65534


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The paths inside one data folder."""

    path: Path

    @property
    def cluster(self) -> Path:
        """PostgreSQL's own folder; it exists only once it is complete."""
        return self.path / "cluster"

    @property
    def unfinished(self) -> Path:
        """The cluster while it is being made; what is left of it after a crash is made anew."""
        return self.path / "cluster.unfinished"

    @property
    def users_lock(self) -> Path:
        """Shared by every process that uses the server, for as long as it lives."""
        return self.path / "users.lock"

    @property
    def start_lock(self) -> Path:
        """Held by the one process that looks whether the server runs and starts it."""
        return self.path / "start.lock"

    @property
    def server_lock(self) -> Path:
        """Inherited and held by PostgreSQL's own processes: free means that none of them is left."""
        return self.path / "server.lock"

    @property
    def log(self) -> Path:
        """What the server said since its last start; the start before that is in log.previous."""
        return self.path / "log"

    @property
    def sockets(self) -> Path:
        """The folder of the server's socket: the cluster, or one under /tmp where that path cannot hold a socket.

        A socket's path is short by nature, and psycopg reads a comma as the end of a host name. Always /tmp: $TMPDIR
        can differ between two terminals.
        """
        longest = os.fsencode(self.cluster / f".s.PGSQL.{PORT}.lock")
        if len(longest) <= SOCKET_PATH_LIMIT and b"," not in longest:
            return self.cluster
        name = hashlib.sha256(os.fsencode(self.path)).hexdigest()[:16]
        return Path("/tmp") / f"tracker-{os.geteuid()}-{name}"  # noqa: S108 -- checked by make_sockets

    def owner(self) -> tuple[int, int]:
        """Return the user and group that the server runs as: the cluster's; for a new one ours, but never root."""
        if self.cluster.exists():
            status = self.cluster.stat()
            return status.st_uid, status.st_gid
        return (NOBODY, NOBODY) if os.geteuid() == 0 else (os.geteuid(), os.getegid())

    def hand_over(self) -> None:
        """Give a cluster that became root's, as by a copy, to a user without rights; PostgreSQL refuses root."""
        if self.cluster.stat().st_uid == 0:
            for path in (*self.cluster.rglob("*"), self.cluster):
                os.chown(path, NOBODY, NOBODY, follow_symlinks=False)

    def make(self) -> None:
        """Make the folder, open to this user only."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)

    def make_sockets(self) -> None:
        """Make the socket's folder; refuse one that somebody else prepared, as whoever enters it needs no password."""
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        if os.geteuid() == 0:
            os.chown(self.sockets, *self.owner(), follow_symlinks=False)
        status = self.sockets.lstat()
        if not S_ISDIR(status.st_mode) or S_IMODE(status.st_mode) != 0o700 or status.st_uid != self.owner()[0]:  # noqa: PLR2004
            raise EmbeddedPostgresError(f"{self.sockets} is not a folder of this user alone: remove it and try again.")

    def remove_sockets(self) -> None:
        """Leave nothing under /tmp when the server has stopped."""
        if self.sockets != self.cluster and self.sockets.exists():
            shutil.rmtree(self.sockets)
