import pytest
from thidua.apps.org.services.paths import rebuild_all_paths
@pytest.mark.parametrize("x",[1,2,3])
def test_c(country,x, client_of):
    assert rebuild_all_paths()==0
    client_of("lanh-dao","ha-noi")
