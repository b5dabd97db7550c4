#!/usr/bin/env bash
# Rules of the house that the compiler does not check. Prints what breaks them; ends with 1 if anything does.
set -u
cd "$(dirname "$0")/.."
failed=0

forbid() { # title, pattern, paths...
  local title=$1 pattern=$2
  shift 2
  local hits
  hits=$(grep -rnE "$pattern" "$@" 2>/dev/null)
  if [ -n "$hits" ]; then
    printf '%s:\n%s\n\n' "$title" "$hits"
    failed=1
  fi
}

forbid 'Escapes from the compiler' '@unchecked|nonisolated\(unsafe\)|@testable|\btry!|\bas!|fatalError\(' Sources Tests
forbid 'Swallowed errors' '\btry\?|catch *\{ *\}' Sources Tests
forbid 'Left open' 'TODO|FIXME|XXX|HACK' Sources Tests
forbid 'Tests that do not run' '\.disabled\(|XCTSkip|withKnownIssue' Tests

# Dispatch has one caller, each C library one importer, and secrets one reader.
only() { # what, pattern, folder that may
  local hits
  hits=$(grep -rlE "$2" Sources --include='*.swift' | grep -v "^Sources/$3/")
  if [ -n "$hits" ]; then
    printf '%s outside Sources/%s:\n%s\n\n' "$1" "$3" "$hits"
    failed=1
  fi
}
only Dispatch 'import Dispatch' Parallel
only libcsv 'import CLibCSV' Exports
only zlib 'import CZlib' Exports
only ISA-L 'import CISAL' Exports
only libyaml 'import CYAML' Pipeline
only OpenSSL 'import CCrypto' Anonymising
only libsodium 'import CSodium' Anonymising
only GSL 'import CGSL' Statistics
only GLPK 'import CGLPK' Suppression
hits=$(grep -rl '@_spi(Secrets)' Sources --include='*.swift' | grep -vE '^Sources/(Exports/SecretColumn|Anonymising/(PseudonymKey|Anonymiser)|Pipeline/KeyStore)\.swift$')
if [ -n "$hits" ]; then
  printf 'Secrets read where they must not be:\n%s\n\n' "$hits"
  failed=1
fi
[ $failed = 0 ] && echo 'House rules: kept.'
exit $failed
