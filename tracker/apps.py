"""The one Django app, split by stage rather than into apps (ARCHITECTURE.md)."""

from django.apps import AppConfig


class TrackerConfig(AppConfig):
    """Registers the models; the stages are packages inside."""

    name = "tracker"
    verbose_name = "Figures"
