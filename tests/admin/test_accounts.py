"""Accounts: who makes them and gives roles, and what they may become."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User

from tests.admin.test_figures import as_
from tracker.admin.accounts import ROLES


def account(user: User, **values: Any) -> dict[str, Any]:
    """Return what the account page sends, with these instead."""
    sent = {
        "username": user.username,
        "is_active": "on",
        "is_staff": "on",
        "groups": [group.pk for group in user.groups.all()],
        "date_joined_0": "01/01/2026",
        "date_joined_1": "09:00:00",
    }
    return sent | values


def page_of(user: User) -> str:
    """Return the address of somebody's account."""
    return f"/admin/auth/user/{user.pk}/change/"


class TestAccounts:
    """Administrators make accounts and give the four roles, and lift nobody higher, themselves least of all."""

    def test_made_and_given_a_role(self, administrator: User) -> None:
        client = as_(administrator)
        typed = {"username": "ghada", "usable_password": "true", "password1": "long enough 1", "password2": "long enough 1"}
        response = client.post("/admin/auth/user/add/", typed | {"is_superuser": "on"})
        ghada = User.objects.get(username="ghada")
        assert (response.status_code, response["Location"]) == (302, page_of(ghada))
        assert (ghada.is_staff, ghada.is_superuser, ghada.get_all_permissions()) == (True, False, set())
        reviewer = Group.objects.get(name="reviewer")
        assert client.post(page_of(ghada), account(ghada, groups=[reviewer.pk])).status_code == 302
        assert [*ghada.groups.all()] == [reviewer]

    def test_only_the_four_roles_are_offered(self, administrator: User, curator: User) -> None:
        other = Group.objects.create(name="database owners")
        client = as_(administrator)
        offered = client.get(page_of(curator)).context["adminform"].form.fields["groups"].queryset
        assert sorted(group.name for group in offered) == sorted(ROLES)
        response = client.post(page_of(curator), account(curator, groups=[other.pk]))
        assert response.context["adminform"].form.errors == {
            "groups": [f"Select a valid choice. {other.pk} is not one of the available choices."]
        }
        assert [group.name for group in curator.groups.all()] == ["curator"]

    def test_a_group_that_is_not_offered_is_kept(self, administrator: User, curator: User) -> None:
        curator.groups.add(Group.objects.create(name="translators"))
        editor = Group.objects.get(name="editor")
        assert as_(administrator).post(page_of(curator), account(curator, groups=[editor.pk])).status_code == 302
        assert sorted(group.name for group in curator.groups.all()) == ["editor", "translators"]

    def test_nobody_is_lifted_above_the_roles(self, administrator: User, curator: User) -> None:
        client = as_(administrator)
        permission = Permission.objects.get(codename="change_group").pk
        lifted = {"is_superuser": "on", "user_permissions": [permission]}
        for user in (curator, administrator):
            assert client.post(page_of(user), account(user, **lifted)).status_code == 302
            user.refresh_from_db()
            assert (user.is_superuser, user.user_permissions.count()) == (False, 0)

    def test_nobody_gives_themselves_a_role(self, administrator: User) -> None:
        editor = Group.objects.get(name="editor")
        client = as_(administrator)
        assert "groups" not in client.get(page_of(administrator)).context["adminform"].form.fields
        client.post(page_of(administrator), account(administrator, groups=[editor.pk]))
        assert [group.name for group in administrator.groups.all()] == ["administrator"]

    def test_superusers_are_out_of_reach(self, administrator: User) -> None:
        root = User.objects.create_superuser("root", password="root")
        client = as_(administrator)
        typed = {"usable_password": "true", "password1": "long enough 1", "password2": "long enough 1"}
        password = page_of(root).replace("change", "password")
        answers = [client.post(page_of(root), account(root, username="mine")), client.post(password, typed)]
        answers += [client.post(page_of(root).replace("change", step)) for step in ("delete", "second-factor")]
        assert [answer.status_code for answer in answers] == [403] * 4
        root.refresh_from_db()
        assert (root.username, root.check_password("root")) == ("root", True)
        assert "is_active" not in client.get(page_of(root)).context["adminform"].form.fields

    def test_what_roles_may_do_is_not_the_administrators_to_say(self, administrator: User) -> None:
        group = Group.objects.get(name="administrator")
        before = set(group.permissions.all())
        client = as_(administrator)
        everything = {"name": "administrator", "permissions": [*Permission.objects.values_list("pk", flat=True)]}
        refused = [client.post(f"/admin/auth/group/{path}", everything) for path in (f"{group.pk}/change/", "add/")]
        assert [answer.status_code for answer in refused] == [403, 403]
        assert set(group.permissions.all()) == before

    def test_accounts_are_never_deleted(self, administrator: User, curator: User) -> None:
        client = as_(administrator)
        client.post("/admin/auth/user/", {"action": "delete_selected", "_selected_action": [curator.pk], "post": "yes"})
        assert User.objects.filter(pk=curator.pk).exists()

    @pytest.mark.parametrize("question", ["password__startswith=p", "totpdevice__key__startswith=a"])
    def test_secrets_are_not_guessed_through_the_list(self, administrator: User, question: str) -> None:
        assert as_(administrator).get(f"/admin/auth/user/?{question}").status_code == 400

    def test_the_list_says_roles_and_second_factors_in_as_many_queries_for_three(
        self, administrator: User, request: pytest.FixtureRequest, django_assert_num_queries: Any
    ) -> None:
        client = as_(administrator)
        with django_assert_num_queries(QUERIES_OF_THE_LIST):
            client.get("/admin/auth/user/")
        request.getfixturevalue("curator").groups.add(Group.objects.get(name="reviewer"))
        request.getfixturevalue("editor")
        with django_assert_num_queries(QUERIES_OF_THE_LIST):
            text = client.get("/admin/auth/user/").text
        assert '<td class="field-roles">curator, reviewer</td>' in text


QUERIES_OF_THE_LIST = 9
