#!/bin/sh
# Photographs the two pages that the README shows, from runs into a temporary folder.
# For developers; needs chromium. With ImageMagick the pictures are cropped and kept small.
#   scripts/readme-screenshots.sh [FOLDER]
set -eu
cd "$(dirname "$0")/.."
mkdir -p "${1:-docs/screenshots}"
folder=$(cd "${1:-docs/screenshots}" && pwd)
swift build -c release --product echolot
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for pipeline in jugendhilfe leadership; do
  code=0
  .build/release/echolot run "pipelines/$pipeline.yaml" --out "$work" --quiet || code=$?
  [ "$code" -eq 0 ] || [ "$code" -eq 3 ] || exit "$code"
done

shoot() { # PAGE FROM HEIGHT NAME: a strip of a page, 1000 pixels wide, FROM pixels below its top
  # A frame moved upwards shows any part of a page without a script.
  printf '<body style="margin:0;overflow:hidden"><iframe src="file://%s" style="border:0;width:1000px;height:%spx;margin-top:-%spx"></iframe>' \
    "$1" "$(($2 + $3))" "$2" >"$work/frame.html"
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size="1000,$3" \
    --screenshot="$folder/$4.png" "file://$work/frame.html" 2>/dev/null
  if command -v convert >/dev/null; then
    convert "$folder/$4.png" -dither None -colors 64 -strip "PNG8:$folder/$4.png"
  fi
  echo "$folder/$4.png"
}

# A home with two readings well below the range; then the first funnel of the leadership data.
shoot "$work/jugendhilfe/latest/organisations/E07/org.de.html" 75 1640 organisation
shoot "$work/leadership/latest/funder/funder.en.html" 1306 828 funder
