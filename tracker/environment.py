"""What the environment says: the few variables the program reads, each with the default that a laptop needs."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

CHECKOUT = Path(__file__).resolve().parent.parent
LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]


@dataclass(frozen=True, slots=True)
class Environment:
    """The variables of README's table "Settings", read once at start."""

    data: Path
    database_url: str | None
    database_owner_url: str | None
    pool_size: int
    secret_key: str
    site_url: str
    allowed_hosts: list[str]
    trusted_proxies: int
    contact: str
    worker_heartbeat: float
    worker_stalled: float

    @property
    def demo(self) -> bool:
        """Whether this is the demonstration: only on the embedded database, never behind a DATABASE_URL."""
        return self.database_url is None

    @property
    def https(self) -> bool:
        """Whether readers reach the site over HTTPS, so that cookies and headers may insist on it."""
        return urlsplit(self.site_url).scheme == "https"


def _kept_secret(folder: Path) -> str:
    """Return the secret key kept in the data folder, made on first use, so that sessions outlive a restart."""
    file = folder / "secret_key"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
            new.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    except OSError:  # a read-only folder: whoever needs to write into it says so; linters and tests need no lasting key
        return secrets.token_urlsafe(50)
    return file.read_text() or secrets.token_urlsafe(50)


def read() -> Environment:
    """Read the environment; nothing needs to be set."""
    data = Path(os.environ.get("TRACKER_DATA") or CHECKOUT / ".data").absolute()
    database_url = os.environ.get("DATABASE_URL") or None
    site_url = (os.environ.get("SITE_URL") or "http://127.0.0.1:8000").rstrip("/")
    hosts = [host for host in os.environ.get("ALLOWED_HOSTS", "").split(",") if host]
    return Environment(
        data=data,
        database_url=database_url,
        database_owner_url=os.environ.get("DATABASE_OWNER_URL") or database_url,
        pool_size=int(os.environ.get("DATABASE_POOL_SIZE") or 0),
        secret_key=os.environ.get("SECRET_KEY") or _kept_secret(data),
        site_url=site_url,
        allowed_hosts=hosts or [urlsplit(site_url).hostname or "", *LOCAL_HOSTS],
        trusted_proxies=int(os.environ.get("TRUSTED_PROXIES") or 0),
        contact=(os.environ.get("CONTACT") or "").strip(),
        worker_heartbeat=float(os.environ.get("WORKER_HEARTBEAT") or 10),
        worker_stalled=float(os.environ.get("WORKER_STALLED") or 30),
    )
