#!/bin/sh
# Renders the sample's pages and photographs them: screens of 1400, 1000 and 360 pixels, and A4 paper.
# For developers; needs chromium, and pdftoppm (poppler-utils) for the paper pages.
#   scripts/screenshots.sh [FOLDER]
set -eu
folder=${1:-.build/screenshots}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
cd "$(dirname "$0")/.."
ECHOLOT_PREVIEW=$folder swift test --filter ReportsTests.PreviewTests

shoot() { # PAGE NAME
  for size in 1400,2600 1000,2800 360,5200; do
    # Headless windows have a least width of 500 pixels, so a phone is a frame of 360.
    width=${size%,*}
    page=file://$folder/$1
    if [ "$width" -lt 500 ]; then
      printf '<body style="margin:0"><iframe src="%s" style="border:0;width:%spx;height:%spx"></iframe>' \
        "$page" "$width" "${size#*,}" >"$folder/frame.html"
      page=file://$folder/frame.html
      size=500,${size#*,}
    fi
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size="$size" \
      --screenshot="$folder/$2-$width.png" "$page" 2>/dev/null
  done
  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
    --print-to-pdf="$folder/$2.pdf" "file://$folder/$1" 2>/dev/null
  if command -v pdftoppm >/dev/null; then pdftoppm -r 70 -png "$folder/$2.pdf" "$folder/$2-a4"; fi
}

shoot organisations/E01/org.de.html org
shoot organisations/E12/org.de.html hidden
shoot funder/funder.de.html funder
shoot run-summary.html summary
shoot index.html index
echo "$folder"
