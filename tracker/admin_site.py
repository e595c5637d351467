"""The curators' site; beside the package `admin`, whose modules register with it while it is being made."""

from django.contrib.admin import AdminSite


class CuratorSite(AdminSite):
    """The stock admin under the project's name."""

    site_header = "Figure tracker: curators"
    site_title = "Figure tracker"
    index_title = "What would you like to do?"
    enable_nav_sidebar = False
