"""How a detail of each kind is made, by the name of the kind."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

from tests.redaction.contact_forms import email, handle, phone, web_address
from tests.redaction.number_forms import (
    account,
    badge,
    crime_reference,
    driving_licence,
    national_insurance,
    nhs_number,
    official_number,
    passport,
    vehicle,
)
from tests.redaction.place_forms import date, postcode, street

FORMS: Final[dict[str, Callable[[Random], str]]] = {
    "email": email,
    "phone": phone,
    "postcode": postcode,
    "national-insurance": national_insurance,
    "web-address": web_address,
    "handle": handle,
    "nhs-number": nhs_number,
    "card-or-account-number": account,
    "vehicle-registration": vehicle,
    "date": date,
    "street-address": street,
    "passport": passport,
    "driving-licence": driving_licence,
    "badge-number": badge,
    "crime-reference": crime_reference,
    "official-number": official_number,
}
