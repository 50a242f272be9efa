"""Mounts the areas of the site; addresses are Vietnamese without accents."""

from allauth.account import views as account_views
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("", include("thidua.web.areas.home.urls")),
    path("ke-hoach/", include("thidua.web.areas.campaigns.urls")),
    path("sang-kien/", include("thidua.web.areas.initiatives.urls")),
    path("giao-uoc/", include("thidua.web.areas.pacts.urls")),
    path("dang-ky/", include("thidua.web.areas.registrations.urls")),
    path("bao-cao/", include("thidua.web.areas.reporting.urls")),
    path("van-ban/", include("thidua.web.areas.documents.urls")),
    path("hoi-nghi/", include("thidua.web.areas.conferences.urls")),
    path("so-lieu/", include("thidua.web.areas.figures.urls")),
    path("don-vi/", include("thidua.web.areas.org.urls")),
    path("sap-xep/", include("thidua.web.areas.reorganisation.urls")),
    path("nhap-excel/", include("thidua.web.areas.imports.urls")),
    path("ban-giao/", include("thidua.web.areas.handover.urls")),
    path("nhat-ky/", include("thidua.web.areas.history.urls")),
    path("ngay/", include("thidua.web.areas.day.urls")),
    path("tu-nam-bai-bao/", include("thidua.web.areas.brief.urls")),
    path("ui/", include("thidua.web.areas.ui.urls")),
    path("", include("thidua.web.areas.account.urls")),
    path("ngon-ngu/", set_language, name="set_language"),
    path("tai-khoan/dang-nhap/", account_views.login, name="account_login"),
    path("tai-khoan/dang-xuat/", account_views.logout, name="account_logout"),
    path("tai-khoan/da-khoa/", account_views.account_inactive, name="account_inactive"),
    path("tai-khoan/xac-nhan-lai/", account_views.reauthenticate, name="account_reauthenticate"),
    path("tai-khoan/doi-mat-khau/", account_views.password_change, name="account_change_password"),
    path("xac-thuc/", include("allauth.mfa.urls")),
]
