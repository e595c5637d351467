"""The one settings file: it runs with nothing set; `environment` says what can be."""

from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from tracker import environment

ENVIRONMENT = environment.read()
BASE_DIR = environment.CHECKOUT

DEMO = ENVIRONMENT.demo
SITE_URL = ENVIRONMENT.site_url
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
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
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

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

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
