#!/bin/sh
# Reads the sample situation and shows what Dateline makes of it.
set -eu
out=${1:-demo}
rm -rf "$out"
mkdir -p "$out"
record="$out/suez.dateline"
step() { printf '\n\033[1m$ %s\033[0m\n' "$*"; "$@"; }
step dateline add "$record" examples/suez
step dateline timeline "$record" --top 16
step dateline inforce "$record" --on 2021-03-26 --known-by 2021-03-26
step dateline figures "$record"
step dateline disputes "$record"
step dateline brief "$record" --out brief.html --title "The Ever Given in the Suez Canal"
cat <<TEXT

Open brief.html in a browser: every line leads to the exact words. Then try:
  .venv/bin/dateline why $record ID                                  the whole trail of any line above
  .venv/bin/dateline timeline $record --known-by 2021-03-26          what one could know on that day
  .venv/bin/dateline changes $record --since 2021-04-03 --until 2021-05-26
  .venv/bin/dateline add my.dateline PATH...                         your own reports
TEXT
