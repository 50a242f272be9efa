"""Any sequence of reorganisations: paths equal walking the placements; rebuilt equals incremental."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest
from django.db.models import Count
from tests.apps.org.test_org_paths import bounds, stored, walked

from thidua.apps.org.models import Placement, Unit
from thidua.apps.org.services.paths import rebuild_all_paths
from thidua.apps.org.services.reorganise import carry_out_reorganisation, draft_reorganisation
from thidua.apps.org.services.reorganising_rows import HeadDraft, RowDraft
from thidua.base.actor import SYSTEM
from thidua.domain.changes import Act
from thidua.domain.errors import Conflict
from thidua.domain.succession import Children, Share

STEPS = 90


class Walk:
    """Random plans of one to four rows; many are refused, none may leave the tree unsound."""

    def __init__(self, seed, country):
        self.dice = random.Random(seed)  # noqa: S311 - a repeatable walk, no secret
        self.country = country
        self.outcomes = Counter()
        self.made = 0
        self.day = date(2026, 1, 1)

    def code(self, *kinds):
        """Mostly a unit that lives on the day, now and then any."""
        units = Unit.objects.filter(kind__in=kinds).order_by("id")
        codes = list(units.values_list("code", flat=True))
        held = Placement.objects.on(self.day).filter(line="main").values("unit_id")
        living = list(units.filter(pk__in=held).values_list("code", flat=True))
        return self.dice.choice(living if living and self.dice.random() < 0.9 else codes)

    def rows(self):
        """One row; of a split two."""
        act = self.dice.choice([Act.FOUND, Act.MOVE, *Act])
        kind = self.dice.choice(["cdcs", "cdcs", "cd-xa-phuong"])
        leads = {"cdcs": ("cd-xa-phuong", "ldld-tinh"), "cd-xa-phuong": ("ldld-tinh",)}[kind]
        given = {"code": self.code(kind), "name": f"Đơn vị {self.made}"}
        if act is Act.FOUND:
            self.made += 1
            given |= {"code": f"N-{self.made}", "kind": kind, "parent": self.code(*leads)}
        elif act is Act.MOVE:
            given["parent"] = self.code(*leads)
        elif act is Act.SIDE:
            given["code"] = self.code("cdcs")
            given["parent"] = self.dice.choice(["", self.code("cd-nganh-dia-phuong")])
        elif act is not Act.RENAME:
            given["heir"] = self.code(kind) if act is not Act.END else ""
            given["children"] = self.dice.choice([Children.NOWHERE, Children.SUPERIOR])
        if act is not Act.SPLIT:
            return [RowDraft(act=act, **given)]
        parts = [(Share.MAIN, given.pop("heir")), (Share.PART, self.code(kind))]
        return [RowDraft(act=act, share=share, heir=heir, **given) for share, heir in parts]

    def step(self):
        self.day += timedelta(days=self.dice.choice((0, 5, 20, -10)))
        rows = tuple(row for _ in range(self.dice.choice((1, 1, 2, 4))) for row in self.rows())
        made = draft_reorganisation(
            actor=SYSTEM,
            unit_id=self.country["tld"].public_id,
            head=HeadDraft("Sắp xếp", self.day, "QĐ"),
            rows=rows,
        )
        try:
            carry_out_reorganisation(actor=SYSTEM, reorganisation_id=made)
        except Conflict:
            self.outcomes["refused"] += 1
        else:
            self.outcomes.update(row.act for row in rows)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_paths_stay_what_the_placements_say(country, seed):
    walk = Walk(seed, country)
    for _ in range(STEPS):
        walk.step()

    assert sum(walk.outcomes.values()) - walk.outcomes["refused"] >= 30, walk.outcomes
    for day in bounds():
        assert stored(day) == walked(day), day
        mains = Placement.objects.on(day).filter(line="main")
        assert not mains.values("unit").annotate(held=Count("id")).filter(held__gt=1).exists()
    assert rebuild_all_paths() == 0
