"""Makes the fonts of the statement's PDF from the console's.

    pip install fonttools brotli && python tools/paper-fonts.py

The console has variable fonts in two parts, packed for browsers; a PDF wants a plain TrueType font per
weight. Digits become the tabular ones, since a statement is a table, and what the layout needs of the
kerning is kept in the old form that the PDF library reads.
"""
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.misc.timeTools import timestampFromString
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.varLib.instancer import instantiateVariableFont

RESOURCES = Path(__file__).resolve().parents[1] / "server/src/main/resources"
PAPER = RESOURCES / "io/innkeeper/statement/paper"
KERNED = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzĄĆĘŁŃÓŚŹŻąćęłńóśźż.,:;-–()„”’/")
# Enough to see on paper, in thousandths of the size.
VISIBLE = 8


def main():
    make("figtree", 400, "Figtree-Regular", tabular=True)
    make("figtree", 600, "Figtree-SemiBold", tabular=True)
    make("atkinson-mono", 400, "AtkinsonHyperlegibleMono-Regular", tabular=False)
    for licence in ("figtree-OFL.txt", "atkinson-mono-OFL.txt"):
        (PAPER / licence).write_bytes((RESOURCES / "static/fonts" / licence).read_bytes())


def make(name, weight, result, tabular):
    parts, kerning = [], {}
    for part in ("latin", "latin-ext"):
        font = TTFont(RESOURCES / f"static/fonts/{name}-{part}.woff2")
        font = instantiateVariableFont(font, {"wght": weight})
        if tabular and part == "latin":
            use_tabular_digits(font)
        kerning |= kerning_of(font)
        for table in ("GSUB", "GPOS", "GDEF", "STAT", "gasp", "prep", "MVAR", "avar"):
            if table in font:
                del font[table]
        font.flavor = None
        parts.append(font)
    merged = merge(parts)
    name_it(merged, result, weight)
    keep_kerning(merged, kerning)
    if "DSIG" in merged:
        del merged["DSIG"]
    merged["head"].created = merged["head"].modified = timestampFromString("Thu Jan  1 00:00:00 2026")
    merged.recalcTimestamp = False
    PAPER.mkdir(parents=True, exist_ok=True)
    merged.save(PAPER / f"{result}.ttf")
    print(result, (PAPER / f"{result}.ttf").stat().st_size, "bytes,", len(merged.getBestCmap()), "letters,", len(kerning), "pairs")


def merge(fonts):
    with TemporaryDirectory() as folder:
        files = []
        for number, font in enumerate(fonts):
            files.append(f"{folder}/{number}.ttf")
            font.save(files[-1])
        return Merger().merge(files)


def use_tabular_digits(font):
    gsub = font["GSUB"].table
    lookups = {i for f in gsub.FeatureList.FeatureRecord if f.FeatureTag == "tnum" for i in f.Feature.LookupListIndex}
    for index in lookups:
        for sub in gsub.LookupList.Lookup[index].SubTable:
            mapping = getattr(sub, "ExtSubTable", sub).mapping
            for table in font["cmap"].tables:
                for code, glyph in table.cmap.items():
                    table.cmap[code] = mapping.get(glyph, glyph)


def kerning_of(font):
    """What pairs of letters are moved by, as in {("T", "o"): -60}."""
    gpos, cmap = font["GPOS"].table, font.getBestCmap()
    letters = {cmap[ord(c)]: c for c in KERNED if ord(c) in cmap}
    found = {}
    indices = sorted({i for f in gpos.FeatureList.FeatureRecord if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex})
    for index in indices:
        for sub in gpos.LookupList.Lookup[index].SubTable:
            sub = getattr(sub, "ExtSubTable", sub)
            if sub.LookupType != 2:
                continue
            first = [g for g in sub.Coverage.glyphs if g in letters]
            for left in first:
                for right in letters:
                    value = pair(sub, left, right)
                    if value is not None:
                        found.setdefault((letters[left], letters[right]), value)
    return {key: value for key, value in found.items() if abs(value) >= VISIBLE}


def pair(sub, left, right):
    if sub.Format == 1:
        records = sub.PairSet[sub.Coverage.glyphs.index(left)].PairValueRecord
        return next((advance(r.Value1) for r in records if r.SecondGlyph == right), None)
    record = sub.Class1Record[sub.ClassDef1.classDefs.get(left, 0)].Class2Record[sub.ClassDef2.classDefs.get(right, 0)]
    return advance(record.Value1)


def advance(value):
    return getattr(value, "XAdvance", 0) if value else 0


def keep_kerning(font, kerning):
    if not kerning:
        return
    cmap = font.getBestCmap()
    table = KernTable_format_0()
    table.coverage, table.version, table.tupleIndex = 1, 0, None
    table.apple = False
    table.kernTable = {(cmap[ord(a)], cmap[ord(b)]): value for (a, b), value in kerning.items()}
    font["kern"] = newTable("kern")
    font["kern"].version = 0
    font["kern"].kernTables = [table]


def name_it(font, result, weight):
    family, style = result.split("-")
    font["OS/2"].usWeightClass = weight
    for record in list(font["name"].names):
        if record.nameID in (3, 16, 17, 21, 22, 25):
            font["name"].removeNames(nameID=record.nameID)
    for id, text in ((1, family), (2, style), (4, f"{family} {style}"), (6, result)):
        font["name"].setName(text, id, 3, 1, 0x409)


main()
