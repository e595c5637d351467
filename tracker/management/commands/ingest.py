"""`ingest PATH_OR_URL... [--published D] [--publisher NAME]`: reports into documents, and proposals for the curators."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandParser
from django.db.utils import DatabaseError
from django.utils import timezone

from tracker.embedded_postgres.errors import EmbeddedPostgresError
from tracker.ingest.errors import Unusable
from tracker.ingest.fetching import INTERNET
from tracker.ingest.publishers import source_named
from tracker.ingest.readings import Reading
from tracker.ingest.reports import read_report
from tracker.ingest.taking_in import TakenIn, take_in
from tracker.management.arguments import account, day, refusal

NOBODY = "Taken in by a command on the server; nobody was named."
NO_DATE = "it states no day of publication, so days such as “Thursday” stay undated; --published names the day"


class Command(BaseCommand):
    """Text, HTML and PDF files, and pages of the public web; each report is stored once, and again it adds nothing.

    All are read before the first is stored: where one cannot be, nothing is stored.
    """

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the reports, and what is known of all of them."""
        parser.add_argument("reports", nargs="+", metavar="PATH_OR_URL")
        parser.add_argument("--published", metavar="YYYY-MM-DD", help="the day of publication; else what a page states")
        parser.add_argument("--publisher", metavar="NAME", help="a source's name, alias or slug")
        parser.add_argument("--entered-by", metavar="USER", help="whose documents they are; else nobody's")

    def handle(
        self,
        *,
        reports: list[str],
        published: str | None,
        publisher: str | None,
        entered_by: str | None,
        **options: Any,
    ) -> None:
        """Read all, then store them one by one."""
        on = day("--published", published)
        try:
            source = None if publisher is None else source_named(publisher)
            by = None if entered_by is None else account(entered_by)
            readings = [(report, _read(report)) for report in reports]
            for report, reading in readings:
                reason = "" if by else NOBODY
                taken = take_in(reading, by=by, at=timezone.now(), reason=reason, published=on, publisher=source)
                self._tell(report, taken)
        except Unusable as error:
            raise refusal(str(error)) from error
        except ValidationError as error:
            raise refusal(f"{report}: {' '.join(error.messages)}") from error
        except (DatabaseError, EmbeddedPostgresError) as error:
            raise refusal(f"the database does not answer, or has no tables yet: {str(error).splitlines()[0]}") from error

    def _tell(self, report: str, taken: TakenIn) -> None:
        how = "stored as" if taken.new else "stored already, as"
        proposals = f"{taken.proposals} new proposal{'' if taken.proposals == 1 else 's'}"
        self.stdout.write(f"{report}: {how} document {taken.document.pk}, {proposals}")
        if taken.new and taken.document.published_earliest is None:
            self.stderr.write(f"{report}: {NO_DATE}", style_func=str)


def _read(report: str) -> Reading:
    try:
        return read_report(report, agent=f"figure-tracker (+{settings.SITE_URL})", internet=INTERNET)
    except Unusable as error:
        raise Unusable(f"{report}: {error}") from error
