"""Makes Django's admin use the curators' site."""

from django.contrib.admin.apps import AdminConfig


class TrackerAdminConfig(AdminConfig):
    """The stock admin, with our site in place of the default one."""

    default_site = "tracker.admin.site.CuratorSite"
