"""Every address of the site."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, path

from tracker.public import documents, downloads, extractor, figures, health, home, methodology, places, robots
from tracker.public.conditional import conditional, public

urlpatterns: list[URLPattern | URLResolver] = [
    path("", public(home.home), name="home"),
    path("places/", public(places.places), name="places"),
    path("places/<slug:slug>/", public(places.place), name="place"),
    path("places/<slug:slug>/series.json", public(places.series), name="place-series"),
    path("figures/", public(figures.figures), name="figures"),
    path("figures.csv", conditional(downloads.figures_csv), name="figures-csv"),
    path("figures.json", conditional(downloads.figures_json), name="figures-json"),
    path("figures/<int:figure_id>/", public(figures.figure), name="figure"),
    path("documents/<int:document_id>/", public(documents.document), name="document"),
    path("methodology/", public(methodology.methodology), name="methodology"),
    path("extractor/", public(extractor.extractor), name="extractor"),
    path("extractor.json", public(extractor.extractor_json), name="extractor-json"),
    path("robots.txt", robots.robots, name="robots"),
    path("healthz", health.healthz, name="healthz"),
    path("admin/", admin.site.urls),
]

handler400 = "tracker.public.errors.bad_request"
handler404 = "tracker.public.errors.not_found"
handler500 = "tracker.public.errors.server_error"
