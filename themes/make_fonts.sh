#!/usr/bin/env bash
# make_fonts.sh - makes the web fonts of the theme `default` from PT Sans and PT Serif.
#
#   themes/make_fonts.sh [FOLDER WITH THE .ttf FILES]
#
# Needs pyftsubset (Debian: fonttools, python3-brotli) and the fonts (Debian: fonts-paratype).
# The subsets hold Russian and the other Cyrillic letters of Russia's languages that the fonts
# have, Latin with diacritics of Western Europe, and the marks that official texts use.
# The licence forbids a changed font to keep its name: the subsets are called «Reglament Sans»
# and «Reglament Serif», and the licence stays inside each file and beside them.
set -euo pipefail

fonts=${1:-/usr/share/fonts/truetype/paratype}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=$here/default/static/fonts
characters='U+0020-007E,U+00A0,U+00A7,U+00A9,U+00AB,U+00AD,U+00B0,U+00B1,U+00B2,U+00B3,U+00B7'
characters+=',U+00B9,U+00BB,U+00C0-00FF,U+0400-045F,U+0490-0493,U+0496-049B,U+04A2,U+04A3'
characters+=',U+04AE-04B3,U+04BA,U+04BB,U+04D8,U+04D9,U+04E8,U+04E9,U+2010-2015,U+2018-201E'
characters+=',U+2020-2022,U+2026,U+2030,U+2032,U+2033,U+2039,U+203A,U+20BD,U+2116,U+2122'
characters+=',U+2190-2193,U+2212,U+2215,U+2248,U+2260,U+2264,U+2265'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$target"

make_font() { # source name, family, style, name of the result
  pyftsubset "$fonts/$1.ttf" --output-file="$work/$4.ttf" --unicodes="$characters" \
    --layout-features=kern,liga,locl,tnum,lnum,mark,mkmk --name-IDs='0,1,2,3,4,5,6,13,14' \
    --name-languages='0x409' --no-hinting --desubroutinize
  /usr/bin/python3 - "$work/$4.ttf" "$target/$4.woff2" "$2" "$3" <<'PY'
import sys
from fontTools.ttLib import TTFont

source, target, family, style = sys.argv[1:]
font = TTFont(source, recalcTimestamp=False)
names = {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}",
         6: f"{family}-{style}".replace(" ", "")}
for record in font["name"].names:
    if record.nameID in names:
        record.string = names[record.nameID]
font.flavor = "woff2"
font.save(target)
PY
}

make_font PTS55F 'Reglament Sans' Regular sans
make_font PTS75F 'Reglament Sans' Bold sans-bold
make_font PTF55F 'Reglament Serif' Regular serif
make_font PTF75F 'Reglament Serif' Bold serif-bold
make_font PTF56F 'Reglament Serif' Italic serif-italic
ls -l "$target"
