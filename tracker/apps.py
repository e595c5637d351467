"""The one Django app, split by stage rather than into apps (ARCHITECTURE.md), and Django's admin with our site."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class TrackerConfig(AppConfig):
    """Registers the models; the stages are packages inside."""

    name = "tracker"
    verbose_name = "Figures"


class CuratorAdminConfig(AdminConfig):
    """The stock admin, with the curators' site in place of the default one."""

    default_site = "tracker.admin_site.CuratorSite"
