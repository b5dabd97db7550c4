#!/usr/bin/env python3
"""Makes the word lists in Sources/Redaction/Words from their sources.

    python3 scripts/gazetteer/make.py FAKER MIMESIS CENSUS

FAKER and MIMESIS are folders with the unpacked Python packages Faker 40.63.0 and mimesis 22.2.0 (both MIT),
CENSUS is the folder `names` of the unpacked package names 0.3.0 (MIT; US Census 1990, public domain). The
dictionaries come from the Debian packages wngerman and wamerican. Sources and licences: docs/redaction.md.
"""
import importlib, json, os, re, sys, unicodedata
from pathlib import Path

faker, mimesis, census = sys.argv[1:4]
here = Path(__file__).resolve().parent
out = here.parent.parent / "Sources/Redaction/Words"
out.mkdir(parents=True, exist_ok=True)
sys.path.insert(0, faker)

CYR = dict(zip("абвгдезийклмнопрстуфхцчшщъыьэюяёіїєґўј", "a b w g d e s i j k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja jo i ji je g u j".split()))
CYR["ж"] = "sch"; CYR["в"] = "w"
CYE = dict(CYR, **{"в": "v", "з": "z", "й": "y", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ё": "yo", "ї": "yi", "є": "ye", "ы": "y"})
CYR["з"] = "s"
GRE = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split()))
GEO = dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", "a b g d e v z t i k l m n o p zh r s t u p k gh k sh ch ts dz ts ch kh j h".split()))
ARM = dict(zip("աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքևօֆ", "a b g d e z e e t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k ev o f".split()))

def scripts(word):
    low = unicodedata.normalize("NFD", word.lower())
    low = "".join(c for c in low if not unicodedata.combining(c)) if re.search("[\u0370-\u03ff]", low) else unicodedata.normalize("NFC", low)
    low = low.replace("ου", "u") if re.search("[\u0370-\u03ff]", low) else low
    tables = []
    if re.search("[\u0400-\u04ff]", low): tables = [CYR, CYE]
    elif re.search("[\u0370-\u03ff]", low): tables = [GRE]
    elif re.search("[\u10a0-\u10ff]", low): tables = [GEO]
    elif re.search("[\u0530-\u058f]", low): tables = [ARM]
    found = [word]
    for table in tables:
        latin = "".join(table.get(c, c) for c in low).replace("-", "")
        found.append(latin[:1].upper() + latin[1:])
    return found

def flat(x):
    if isinstance(x, dict): return [z for y in x.values() for z in flat(y)]
    return [x] if isinstance(x, str) else [z for y in x for z in flat(y)]

first, last = set(), set()
def take(into, values):
    for value in values:
        if not isinstance(value, str): continue
        for word in re.split(r"[\s\-]+", value.strip()):
            word = unicodedata.normalize("NFC", word.strip(".'’()\u200c"))
            for form in scripts(word):
                if len(form) >= 2 and all(c.isalpha() or c in "'’" for c in form) and form[0] == form[0].upper():
                    into.add(form.replace("’", "'"))

for folder in sorted(Path(faker, "faker/providers/person").iterdir()):
    if not folder.is_dir() or folder.name.startswith("__") or folder.name[:2] in ("zh", "ja", "ko", "th", "is", "or", "ta", "si", "mr", "ne", "hi", "gu", "bn", "he", "id"): continue
    provider = importlib.import_module("faker.providers.person." + folder.name).Provider
    for key in dir(provider):
        value = getattr(provider, key)
        if not isinstance(value, (tuple, list, set, dict)): continue
        if "first_name" in key: take(first, list(value))
        elif "last_name" in key: take(last, list(value))
for folder in sorted(Path(mimesis, "mimesis/datasets").iterdir()):
    path = folder / "person.json"
    if not path.exists() or folder.name[:2] in ("is", "zh", "ja", "ko"): continue
    data = json.load(open(path, encoding="utf8"))
    take(first, flat(data.get("names", []))); take(last, flat(data.get("surnames", [])))
def own(name):
    return [l for l in open(here / name, encoding="utf8") if not l.startswith(("#", "["))]
def words(name): return set(" ".join(own(name)).split())
take(first, words("own-first-names.txt")); take(last, words("own-last-names.txt"))
handFirst, handLast = words("own-first-names.txt"), words("own-last-names.txt")

german = {l.strip() for l in open("/usr/share/dict/ngerman", encoding="utf8")}
english = {l.strip() for l in open("/usr/share/dict/american-english", encoding="utf8")}
german = {w for w in german if re.fullmatch(r"[A-Za-zÄÖÜäöüßéèêàâçñô]{2,}", w)} | {w for w in words("own-german-words.txt")}
english = {w for w in english if re.fullmatch(r"[a-z]{2,}", w)} | {w for w in words("own-english-words.txt")} | set("aio")

never = words("never-names.txt")
first = {w for w in first if w.lower() not in never}
last = {w for w in last if w.lower() not in never}
ordinary = words("homographs.txt") | words("own-german-words.txt")
kept = words("names-in-dictionary.txt")

def declined(w):
    if w.lower() in german: return True
    # The dictionary lists a word only once, small if it exists small.
    if any(w + s in german or w.lower() + s in german for s in ("e", "en", "n", "es", "er", "se", "in", "innen", "ern", "nen")): return True
    for a, b in (("a", "ä"), ("o", "ö"), ("u", "ü")):
        i = w.rfind(a)
        if i > 0:
            v = w[:i] + b + w[i + 1:]
            if any(x in german or x.lower() in german for x in (v, v + "e", v + "er")): return True
    return False

# A capitalised word of the dictionary that is a name and is not inflected like a noun is only a name.
names = {w for w in first | last if w in german and w not in ordinary and (w in kept or not declined(w))}
names |= {w for w in kept}
genitives = {w + "s" for w in names if w + "s" in german and w + "s" not in ordinary}
german -= names | genitives
last |= {w for w in kept if w not in first}

lower = {w.lower() for w in german | english}
rare = set()
for line in open(Path(census, "dist.all.last")):
    w = line.split()[0].capitalize()
    if len(w) >= 4 and w.lower() not in lower and w not in first and w not in last: rare.add(w)
for f in ("dist.female.first", "dist.male.first"):
    for line in open(Path(census, f)):
        w = line.split()[0].capitalize()
        if len(w) >= 3 and w.lower() not in never: first.add(w)

# Short names look like too much else: unless written down by hand, they need a second signal.
hand = handFirst | handLast
short = {w for w in first | last if len(w) <= 3 and w not in hand}
first -= short; last -= short
rare |= {w for w in short if len(w) == 3 and w.lower() not in lower}

places = set()
for loc in ("de_DE", "de_AT", "de_CH"):
    places |= set(importlib.import_module("faker.providers.address." + loc).Provider.cities)
for loc in ("de", "de-at", "de-ch"):
    path = Path(mimesis, "mimesis/datasets", loc, "address.json")
    if path.exists(): places |= set(json.load(open(path, encoding="utf8")).get("city", []))
places |= {l.strip() for l in own("own-places.txt") if l.strip()}
single = set()
for place in places:
    for word in re.split(r"[\s\-/()]+", place):
        if len(word) >= 3 and word[0].isupper() and "." not in word and word.lower() not in never: single.add(word)
districts = set(importlib.import_module("faker.providers.automotive.de_DE").Provider.license_plate_prefix) | words("own-districts.txt")

def coded(items):
    made, before = [], ""
    for word in sorted(items):
        common = os.path.commonprefix([word, before])
        while len(common.encode()) > 15: common = common[:-1]
        made.append(chr(0x30 + len(common.encode())) + word[len(common):]); before = word
    return "".join(made)

def write(name, summary, items):
    items = {unicodedata.normalize("NFC", w) for w in items}
    text = coded(items)
    lines = [text[i:i + 92] for i in range(0, len(text), 92)]
    kind = name[0].lower() + name[1:]
    body = "".join("    " + l + "\n" for l in lines)
    (out / f"Words+{name}.swift").write_text(
        f"extension Words {{\n  /// {summary}\n  ///\n  /// {len(items)} words, front-coded (`Words`). Made by `scripts/gazetteer/make.py`.\n"
        f"  static let {kind}: StaticString = #\"\"\"\n{body}    \"\"\"#\n}}\n", encoding="utf8")
    print(name, len(items), len(text.encode()))

write("German", "Ordinary German words, without words that are names only.", german)
write("English", "Ordinary English words.", english)
write("FirstNames", "First names of all origins.", first)
write("LastNames", "Surnames of all origins.", last)
write("RareLastNames", "Surnames from the US census that are no ordinary words.", rare)
write("SureNames", "Names that are taken for names although ordinary words are spelled the same.", kept)
write("Places", "Words of names of towns in Germany, Austria and Switzerland.", single)
write("Districts", "Unterscheidungszeichen of German number plates.", districts)
if "--debug" in sys.argv:
    print("ordinary first:", " ".join(sorted(w for w in first if w in german)))
    pass
    print("english:", " ".join(sorted(w for w in handFirst if w.lower() in english)))
    print("lower de:", " ".join(sorted(w for w in first if w.lower() in german)))
