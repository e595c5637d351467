"""Every address of the site."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, path

from tracker.public import documents, downloads, figures, health, home, methodology, places

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("places/", places.places, name="places"),
    path("places/<slug:slug>/", places.place, name="place"),
    path("places/<slug:slug>/series.json", places.series, name="place-series"),
    path("figures/", figures.figures, name="figures"),
    path("figures.csv", downloads.figures_csv, name="figures-csv"),
    path("figures.json", downloads.figures_json, name="figures-json"),
    path("figures/<int:figure_id>/", figures.figure, name="figure"),
    path("documents/<int:document_id>/", documents.document, name="document"),
    path("methodology/", methodology.methodology, name="methodology"),
    path("healthz", health.healthz, name="healthz"),
    path("admin/", admin.site.urls),
]

handler400 = "tracker.public.errors.bad_request"
handler404 = "tracker.public.errors.not_found"
handler500 = "tracker.public.errors.server_error"
