"""Loads the demonstration once, as one whole."""

from itertools import chain

from django.db import transaction

from thidua.apps.accounts.queries import demo_people
from thidua.apps.campaigns.services.movements import install_movements
from thidua.apps.figures.queries import indicators_in_force
from thidua.apps.figures.services import install_indicators
from thidua.base.actor import SYSTEM
from thidua.demo.conferences import conference_events
from thidua.demo.half_year import half_year_events
from thidua.demo.initiatives import initiative_events
from thidua.demo.initiatives_past import past_initiative_events
from thidua.demo.own_results import own_result_events
from thidua.demo.people import people_events
from thidua.demo.plans import plan_events
from thidua.demo.pledges import pledge_events
from thidua.demo.reports import report_events
from thidua.demo.story import World, play
from thidua.demo.units import unit_events


def load() -> bool:
    """Write the whole demonstration, unless it is there already; tell whether it was written.

    All or nothing: whoever stops it half-way finds an empty database and may start again.
    """
    if demo_people():
        return False
    world = World()
    with transaction.atomic():
        if not indicators_in_force():
            install_indicators(actor=SYSTEM)
            install_movements(actor=SYSTEM)
        play(
            chain(
                unit_events(world),
                people_events(world),
                plan_events(world),
                pledge_events(world),
                past_initiative_events(world),
                initiative_events(world),
                report_events(world),
                half_year_events(world),
                own_result_events(world),
                conference_events(world),
            )
        )
    return True
