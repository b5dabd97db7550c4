#!/usr/bin/env python3
"""Turns texts with {KIND|…} marks into JSON lines with spans in code points: marked-texts.py IN OUT.gz"""
import gzip, json, re, sys, unicodedata

lines = []
for line in open(sys.argv[1], encoding="utf8"):
    line = line.rstrip("\n")
    if not line or line.startswith("#"): continue
    text, spans, at = "", [], 0
    nfd = "(in NFD)" in line
    for mark in re.finditer(r"\{([A-Z_]+)(?::(\w+))?\|(.*?)\}", line):
        text += line[at:mark.start()].replace("\\n", "\n")
        value = mark[3].replace("\\n", "\n")
        # The form of address belongs to the context, not to the name.
        lead = re.match(r"(?:(?:Frau|FRAU|Fr\.|Herrn?|Mrs?|Dr\.?|dr\.|Dott\.ssa|Fam\.|Familie) )+", value) if mark[1] == "NAME" else None
        if lead: text, value = text + lead[0], value[lead.end():]
        if nfd: text, value = unicodedata.normalize("NFD", text), unicodedata.normalize("NFD", value)
        span = {"start": len(text), "end": len(text) + len(value), "type": mark[1], "value": value}
        if mark[2]: span["origin"] = mark[2]
        spans.append(span)
        text += value
        at = mark.end()
    text += line[at:].replace("\\n", "\n")
    lines.append({"id": len(lines), "text": text, "spans": spans, "source": "pos" if spans else "neg"})
data = "".join(json.dumps(l, ensure_ascii=False) + "\n" for l in lines).encode()
open(sys.argv[2], "wb").write(gzip.compress(data, 9, mtime=0) if sys.argv[2].endswith(".gz") else data)
print(len(lines), sum(bool(l["spans"]) for l in lines))
