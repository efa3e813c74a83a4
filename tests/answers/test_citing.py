from __future__ import annotations

import pytest

from consult.answers.citing import cited, host_of, sites
from consult.packs.model import Pack


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.gov.uk/a/page?x=1#part", "gov.uk"),
        ("HTTP://Example.ORG:8080", "example.org"),
        ("www2.example.org/page", "example.org"),
        ("example.org/page", "example.org"),
        ("wwwhatever.example.org", "wwwhatever.example.org"),
        ("https://[not-an-address", ""),
        ("", ""),
    ],
)
def test_a_host_is_read_from_an_address_however_it_is_written(address: str, host: str) -> None:
    assert host_of(address) == host


def test_a_site_of_the_pack_is_cited_whichever_page_of_it_is_named(pack: Pack) -> None:
    host, source = next(iter(sites(pack).items()))
    assert cited(pack, [f"https://www.{host}/another/page", host.upper()]) == {source.id}


def test_other_sites_are_not_counted(pack: Pack) -> None:
    assert cited(pack, ["https://facebook.com/somebody", "", "https://["]) == frozenset()


def test_every_site_of_the_pack_has_one_source(pack: Pack) -> None:
    known = sites(pack)
    assert "" not in known
    assert len({source.id for source in known.values()}) == len(known)
