"""The review desk as tests use it: its addresses, its form as the page shows it, and its acts."""

from typing import Any

from django.contrib.auth.models import User

from tests.admin.test_figures import as_
from tracker.models import Proposal

QUEUE = "/admin/review/"
PROPOSALS = "/admin/review/proposals"


def desk(proposal: Proposal, *, at: bool = True) -> str:
    """Return the address of a proposal's desk."""
    return f"{QUEUE}{proposal.document_id}/" + (f"?at={proposal.pk}" if at else "")


def shown(user: User, proposal: Proposal) -> dict[str, Any]:
    """Return the proposal's form as the page shows it."""
    form = as_(user).get(desk(proposal)).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in values.items() if value is not False}


def act(user: User, proposal: Proposal, name: str, **values: Any) -> Any:
    """Post an act."""
    return as_(user).post(f"{PROPOSALS}/{proposal.pk}/{name}/", values)


def accept(user: User, proposal: Proposal, **values: Any) -> Any:
    """Send the proposal's form with these fields typed anew."""
    return act(user, proposal, "accept", **(shown(user, proposal) | values))


def outcomes(read: dict[str, Proposal]) -> dict[str, str]:
    """Return what became of the proposals."""
    stored = dict(Proposal.objects.values_list("pk", "outcome"))
    return {number: stored[proposal.pk] for number, proposal in read.items()}
