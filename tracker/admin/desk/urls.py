"""The desk's addresses below `/admin/review/`."""

from django.contrib.admin import AdminSite
from django.urls import URLPattern, path

from tracker.admin.desk import closing, views


def urls(site: AdminSite) -> list[URLPattern]:
    """Return every address of the desk, each behind the site's one gate."""
    return [
        path("review/", site.admin_view(views.waiting_documents), name="desk_queue"),
        path("review/<int:pk>/", site.admin_view(views.desk), name="desk"),
        path("review/<int:pk>/take-over/", site.admin_view(views.take_over), name="desk_take_over"),
        path("review/<int:pk>/together/", site.admin_view(closing.together), name="desk_together"),
        path("review/<int:pk>/close/", site.admin_view(closing.close), name="desk_close"),
        path("review/proposals/<int:pk>/accept/", site.admin_view(views.accept), name="desk_accept"),
        path("review/proposals/<int:pk>/reject/", site.admin_view(views.reject), name="desk_reject"),
        path("review/proposals/<int:pk>/undo/", site.admin_view(views.undo), name="desk_undo"),
    ]
