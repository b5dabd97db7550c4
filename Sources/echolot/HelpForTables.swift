import Benchmark

extension Help {
  static let protect = LocalisedText(
    de: """
      Aufruf: echolot protect TABELLE.json [--out MUSTER.json] [--time-limit SEKUNDEN] [--json]

      Wählt die Zellen, die außer den primären verborgen werden müssen, damit aus der veröffentlichten Tabelle
      keine primäre folgt. Nennt die sekundären Zellen, den bewiesenen Mindestverlust, die Lücke und die Zeit.
      Nach SEKUNDEN (Vorgabe 60) endet das Verbessern; geschützt wird immer. Ohne --time-limit und Zeitnot hängt
      das Ergebnis nur von der Tabelle ab. Formate: docs/suppression.md.

      """,
    en: """
      Usage: echolot protect TABLE.json [--out PATTERN.json] [--time-limit SECONDS] [--json]

      Chooses the cells that must be hidden besides the primary ones so that none of these follows from the
      published table. Prints the secondary cells, the proved least loss, the gap and the time. Improving ends
      after SECONDS (60 unless given); protection is always completed. Unless time runs out the result depends
      on the table alone. Formats: docs/suppression.md.

      """)

  static let auditTable = LocalisedText(
    de: """
      Aufruf: echolot audit-table TABELLE.json MUSTER.json [--json]

      Spielt den Angreifer: druckt je verborgener Zelle das genaue Intervall, das aus allem Veröffentlichten
      folgt, und was über eine primäre Zelle mehr folgt, als die Regel erlaubt. Endet mit 3, wenn etwas leckt.

      """,
    en: """
      Usage: echolot audit-table TABLE.json PATTERN.json [--json]

      Plays the attacker: prints for each hidden cell the exact interval that follows from everything published,
      and what follows about a primary cell beyond what the rule allows. Ends with 3 if anything leaks.

      """)

  static let derived = LocalisedText(
    de: """
      Aufruf: echolot derived DATEI.json [--json]

      Geht alle Verteilungen durch, die zu den gemeinsam gedruckten Zahlen einer Einheit passen (n, Mittelwert,
      Standardabweichung, Anteile, Intervall), und nennt, was daraus folgt. Endet mit 3, wenn etwas folgt.

      """,
    en: """
      Usage: echolot derived FILE.json [--json]

      Goes through all distributions that fit the figures of a unit printed together (n, mean, standard
      deviation, shares, interval) and says what follows. Ends with 3 if anything does.

      """)
}
