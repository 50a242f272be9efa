"""Addresses of conferences."""

from django.urls import path

from thidua.web.areas.conferences.views import act, browse, edit, parts, photos, telling

app_name = "conferences"
urlpatterns = [
    path("", browse.conference_list, name="list"),
    path("moi/", edit.new, name="new"),
    path("viec/<str:assigned_id>/", act.mark, name="mark"),
    path("<str:conference_id>/", browse.record, name="record"),
    path("<str:conference_id>/sua/", edit.edit, name="edit"),
    path("<str:conference_id>/phan/<str:part>/", parts.edit, name="part"),
    path("<str:conference_id>/ket-qua/", act.hold, name="hold"),
    path("<str:conference_id>/huy/", act.cancel, name="cancel"),
    path("<str:conference_id>/giay-moi/<str:place>/", telling.invite, name="invitation"),
    path("<str:conference_id>/van-ban/<str:which>/", telling.paper, name="paper"),
    path("<str:conference_id>/tin-bai/", telling.news, name="news"),
    path("<str:conference_id>/anh/", photos.keep, name="photos"),
    path("<str:conference_id>/anh/<str:file_id>/", photos.show, name="photo"),
]
