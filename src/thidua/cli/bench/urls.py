"""The product's addresses, and the bare views beside them."""

from django.urls import path

from thidua.cli.bench import bare
from thidua.web.urls import urlpatterns as web_urls

urlpatterns = [
    path("bench/page/", bare.page),
    path("bench/submit/<int:number>/", bare.submit),
    *web_urls,
]
handler404 = "thidua.web.errors.not_found"
