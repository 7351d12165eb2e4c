"""Which place a name or a demonym stands for.

In:   a name as written: "Niger", "U.S.", "Nigerien", "Port-au-Prince".
Out:  a Place with its kind, country, coordinates and demonyms, or None.
Room: lexicon. Countries and towns are cut from GeoNames (https://www.geonames.org, CC BY 4.0) by
      training/places/cut.py; demonyms, other spellings and regions are tables of our own.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, Literal

from dateline.lexicon.tables import Row, table

PlaceKind = Literal["country", "capital", "city", "region", "continent"]

KINDS: Final[dict[str, PlaceKind]] = {"c": "country", "k": "capital", "t": "city", "town": "city"}
LONGEST: Final = 60  # characters; no name in the tables is longer
LETTERS: Final = 4  # of a name all in capitals that is taken for letters of a longer one
IRREGULAR: Final = ("ese", "ish", "ch", "s", "men", "i")  # "Chinese", "Irish", "French", "Swiss" take no plural -s


@dataclass(frozen=True, slots=True)
class Place:
    """A country, town, region or continent."""

    name: str
    kind: PlaceKind
    country: str | None  # ISO 3166-1 code; None for a region of several countries
    lat: float  # degrees; of a country the median of its towns, of a region a rough middle
    lon: float
    demonyms: tuple[str, ...] = ()  # "Nigerien", "Nigeriens"
    population: int = 0  # 0 where the table gives none
    within: str | None = None  # the name of the country it lies in

    @property
    def key(self) -> str:
        """What tells it from every other place: "country:NE", "city:NE:agadez".

        >>> place("Agadez").key
        'city:NE:agadez'
        """
        if self.kind == "country":
            return f"country:{self.country}"
        return f"{self.kind}:{self.country or ''}:{fold(self.name)}"


def place(name: str) -> Place | None:
    """The place a name stands for; None where it is no place in the tables. Demonyms are not names: see `demonym`.

    Case, dots, accents and a leading "the" do not matter, but a name written wholly in lower case is no name, and
    abbreviations keep their capitals ("us" is no country). Of towns that share a name, the capital or largest is meant.

    >>> place("the U.S.").name, place("NIGER").country, place("Kiev").name, place("us") is None
    ('United States', 'NE', 'Kyiv', True)
    """
    return _place(name) if len(name) <= LONGEST else None


@lru_cache(maxsize=20_000)
def _place(name: str) -> Place | None:
    key = _key(name)
    if not key:
        return None
    if key in _named():
        return _named()[key]
    row = _towns().get(key)
    if row and name.isupper() and len(name) <= LETTERS:
        return None  # "AMA" is a body before it is a town
    if not row and name.count("-") > 1:
        return _place(name.replace("-", " "))  # "Dar-es-Salaam"
    return _town(row) if row else None


def demonym(word: str) -> Place | None:
    """The country, region or continent whose people or things a word names; None where it is no demonym.

    >>> demonym("Nigerien").name, demonym("Nigerians").name, demonym("Russian-backed") is None
    ('Niger', 'Nigeria', True)
    """
    return _demonyms().get(_key(word)) if len(word) <= LONGEST else None


def country(code: str) -> Place | None:
    """The country of an ISO 3166-1 code.

    >>> country("TD").name
    'Chad'
    """
    return _countries().get(code.upper())


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name without case, dots, accents, or a leading "the".

    >>> fold("the Côte d’Ivoire"), fold("U.S.")
    ("cote d'ivoire", 'us')
    """
    return _joined(_plain(name))


def _plain(text: str) -> str:
    """A name, or many at once, without case, dots and accents."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ʼ", "'").replace("‘", "'"))
        for accent in filter(unicodedata.combining, set(text)):
            text = text.replace(accent, "")
    return text.casefold().replace(".", "")


def _joined(plain: str) -> str:
    return " ".join(plain.split()).removeprefix("the ")


@lru_cache(maxsize=50_000)
def _key(name: str) -> str:
    """The folded name, or "" where the writing shows that it is none ("us", "turkey")."""
    bare = name.strip().removesuffix("'s").removesuffix("’s")
    key = fold(bare)
    letters = bare.replace(".", "")
    if bare == bare.lower() or (len(letters) <= 4 and key in _abbreviations() and letters != letters.upper()):
        return ""
    return key


def _forms(cell: str) -> tuple[str, ...]:
    """The demonyms of a table's cell, regular plurals added."""
    forms: list[str] = []
    for form in filter(None, cell.split(";")):
        forms.append(form)
        if not form.endswith(IRREGULAR):
            forms.append(form + "s")
    return tuple(dict.fromkeys(forms))


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(
        fold(other) for row in table("places_forms") for other in row["also"].split(";") if other.isupper() and other
    )


@cache
def _lines() -> tuple[str, ...]:
    text = files("dateline.lexicon").joinpath("places.tsv").read_text(encoding="utf-8")
    return tuple(line for line in text.split("\n")[1:] if line and line[0] != "#" and not line.startswith("name\t"))


@cache
def _countries() -> dict[str, Place]:
    forms = {row["code"]: row for row in table("places_forms")}
    found = {}
    for line in _lines():
        name, kind, code, lat, lon, people = line.split("\t")
        if kind != "c":
            break
        row = forms.get(code)
        label = row["name"] if row else name
        found[code] = Place(
            label, "country", code, float(lat), float(lon), _forms(row["forms"]) if row else (), int(people)
        )
    return found


@cache
def _towns() -> dict[str, str]:
    """Folded name to its line; lines are taken apart only when asked for."""
    lines = _lines()[len(_countries()) :]
    names = _plain("\n".join(line[: line.index("\t")] for line in lines)).split("\n")  # all at once: in half the time
    found = {_joined(name): line for name, line in zip(names, lines, strict=True)}
    for row in table("places_spellings"):
        line = found.get(fold(row["name"]))
        if row["kind"]:
            line = "\t".join((row["name"], "t", row["code"], row["lat"], row["lon"], row["population"]))
        for name in (row["name"], *row["also"].split(";")):
            if line and name:
                found[fold(name)] = line
    return found


def _town(line: str) -> Place:
    name, kind, code, lat, lon, people = line.split("\t")
    inside = _countries().get(code)
    return Place(name, KINDS[kind], code, float(lat), float(lon), (), int(people), inside.name if inside else None)


def _region(row: Row) -> Place:
    inside = _countries().get(row["code"])
    kind: PlaceKind = "continent" if row["kind"] == "continent" else "region"
    return Place(
        row["name"], kind, row["code"] or None, float(row["lat"]), float(row["lon"]), _forms(row["forms"]), 0,
        inside.name if inside else None,
    )  # fmt: skip


@cache
def _named() -> dict[str, Place]:
    """Countries, regions and continents under every name; a country wins over a region of its name."""
    found: dict[str, Place] = {}
    for row in table("places_regions"):
        for name in filter(None, (row["name"], *row["also"].split(";"))):
            found[fold(name)] = _region(row)
    forms = {row["code"]: row for row in table("places_forms")}
    for code, land in _countries().items():
        names = [land.name, *(forms[code]["also"].split(";") if code in forms else ())]
        found.update({fold(name): land for name in names if name})
    return found


@cache
def _demonyms() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for land in (*map(_region, table("places_regions")), *_countries().values()):
        for form in land.demonyms:
            found.setdefault(fold(form), land) if form != land.name else None
    # "Congolese", "Dominican" name two countries: the larger is meant
    for land in sorted(_countries().values(), key=lambda p: p.population):
        found.update({fold(form): land for form in land.demonyms if form != land.name})
    return found
