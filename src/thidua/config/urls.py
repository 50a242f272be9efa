"""Root addresses: the pages of `web`, and the error pages."""

from thidua.web.urls import urlpatterns as web_urls

urlpatterns = list(web_urls)
handler400 = "thidua.web.errors.bad_request"
handler403 = "thidua.web.errors.forbidden"
handler404 = "thidua.web.errors.not_found"
handler500 = "thidua.web.errors.server_error"
handler429 = "thidua.web.errors.too_many"
