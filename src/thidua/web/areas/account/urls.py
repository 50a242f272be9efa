"""Addresses of people and accounts."""

from django.urls import include, path

from thidua.web.areas.account.views import demo, entry, links, own, people

_own = [
    path("tai-khoan/", own.home, name="home"),
    path("tai-khoan/vai-tro/", own.posts, name="posts"),
    path("tai-khoan/chua-co-vai-tro/", own.no_post, name="no_post"),
    path("don-vi/<str:unit_id>/nguoi/", people.people, name="people"),
    path("don-vi/<str:unit_id>/nguoi/moi/", people.invite, name="invite"),
    path("don-vi/<str:unit_id>/nguoi/<str:assignment_id>/thoi/", people.withdraw, name="withdraw"),
    path("nguoi/<str:user_id>/dat-lai/", links.reset, name="reset"),
    path("nguoi/<str:user_id>/duong-dan/", links.link, name="link"),
    path("nguoi/<str:user_id>/duong-dan/in/", links.card, name="card"),
    path("vao/", entry.set_password, name="set_password"),
    path("vao/<str:token>/", entry.enter, name="enter"),
    path("dang-nhap-minh-hoa/", demo.sign_in, name="demo"),
]
urlpatterns = [
    path("", include((_own, "account"))),
    # The sign-in package sends people without a password to this name.
    path("tai-khoan/dat-mat-khau/", own.without_password, name="account_set_password"),
]
