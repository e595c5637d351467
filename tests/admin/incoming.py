"""Reports on their way in, as a curator gives and confirms them."""

from typing import Any

from django.test import Client

from tracker.models import Document

ADD = "/admin/tracker/document/add/"


def give(client: Client, **given: Any) -> str:
    """Give a report; return the address where it is confirmed."""
    response = client.post(ADD, given)
    assert response.status_code == 302, response.context["form"].errors
    return str(response["Location"])


def store(client: Client, **given: Any) -> Document:
    """Give a report and confirm what the page proposes."""
    address = give(client, **given)
    assert client.post(address, typed(client, address)).status_code == 302
    return Document.objects.latest("pk")


def typed(client: Client, address: str, **values: Any) -> dict[str, Any]:
    """Return the form as the page shows it, with these fields typed anew."""
    form = client.get(address).context["adminform"].form
    shown = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in shown.items() if value is not False} | values
