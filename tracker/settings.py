"""The one settings file: it runs with nothing set; `environment` says what can be."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF

from tracker import environment

ENVIRONMENT = environment.read()
BASE_DIR = environment.CHECKOUT

DEMO = ENVIRONMENT.demo
SITE_URL = ENVIRONMENT.site_url
CONTACT = ENVIRONMENT.contact
SECRET_KEY = ENVIRONMENT.secret_key
ALLOWED_HOSTS = ENVIRONMENT.allowed_hosts
DEBUG = False

INSTALLED_APPS = [
    "tracker.apps.TrackerConfig",
    "tracker.apps.CuratorAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_filters",
    "django_tables2",
    "pgtrigger",
    "pghistory",
    "csp",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",  # last: it puts the page "locked" in place of the one that was made
]

ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tracker.public.context.site",
            ],
        },
    },
]


def _database(url: str | None, role: str) -> dict[str, Any]:
    """Return Django's settings for one role's connection: the embedded server's without a URL."""
    if url is None:
        return {
            "ENGINE": "tracker.embedded_postgres",
            "NAME": "tracker",
            "USER": role,
            "DATA": ENVIRONMENT.data / "site",
            "OPTIONS": {},
        }
    return dict(dj_database_url.parse(url)) | {"OPTIONS": {}}


# Two roles (ARCHITECTURE.md, "Two roles"): the application serves as "default" and cannot delete evidence or write history;
# "owner" is the same database as the role that owns the tables, used by migrations only.
DATABASES = {
    "default": _database(ENVIRONMENT.database_url, "tracker_app"),
    "owner": _database(ENVIRONMENT.database_owner_url, "tracker_owner"),
}
if ENVIRONMENT.pool_size:
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": ENVIRONMENT.pool_size, "timeout": 10}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PGHISTORY_APPEND_ONLY = True
PGTRIGGER_SCHEMA_EDITOR = True

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Guessing passwords: five wrong ones for one name from one address, and both together wait a quarter of an hour. The name
# alone would let anybody lock a curator out; the address alone would lock a whole office. No more is kept than this needs:
# no log of logins, as where curators log in from is nobody's business.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the page says "15 minutes", and trying on does not add to them
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "tracker.admin.login.locked"
AXES_CLIENT_IP_CALLABLE = "tracker.admin.login.client_address"
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "csrfmiddlewaretoken"]
TRUSTED_PROXIES = ENVIRONMENT.trusted_proxies

# A code from the phone after the password, for everybody who enters the curators' site (ARCHITECTURE.md, "Accounts").
SECOND_FACTOR_REQUIRED = not DEMO
OTP_TOTP_ISSUER = f"Figure tracker {urlsplit(SITE_URL).hostname or ''}".strip()

DATA_UPLOAD_MAX_MEMORY_SIZE = 12_000_000  # bytes of a form without its files: curators paste whole reports

# Work in the background: seconds between a worker's signs of life, and after how many without one its job is taken over.
WORKER_HEARTBEAT = ENVIRONMENT.worker_heartbeat
WORKER_STALLED = ENVIRONMENT.worker_stalled
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = None
PROCRASTINATE_IMPORT_PATHS = ["tracker.jobs.tasks"]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False  # numbers of forms and addresses stay as they are; `wording.number` groups those for reading
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["tracker.public.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.data / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "tracker.public.static_files.HashedModulesStorage"},
}

# No inline script or style anywhere, the admin's stock pages included.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.https
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # load balancers ask over plain HTTP, from inside
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if ENVIRONMENT.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = ENVIRONMENT.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.https else None
CSRF_TRUSTED_ORIGINS = [SITE_URL] if ENVIRONMENT.https else []
