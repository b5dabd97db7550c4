import Benchmark

extension Help {
  static let stats = LocalisedText(
    de: """
      Aufruf: echolot stats [FUNKTION] < input.json

      Rechnet eine statistische Funktion, damit sich jede ohne Swift nachprüfen lässt. Ohne FUNKTION erscheint
      die Liste aller; „echolot stats FUNKTION --help“ nennt ihre Werte. Eingabe ist ein JSON-Objekt, Ausgabe
      JSON mit sortierten Schlüsseln und Zahlen, die sich genau zurücklesen lassen. Gibt es kein Ergebnis, so
      steht {"reason": …} in der Ausgabe, und der Befehl endet mit 3.

      """,
    en: """
      Usage: echolot stats [FUNCTION] < input.json

      Computes a statistical function, so that any of them can be checked without writing Swift. Without
      FUNCTION all are listed; “echolot stats FUNCTION --help” names what one takes. The input is a JSON object,
      the output JSON with sorted keys and numbers that can be read back exactly. Where there is no result,
      the output is {"reason": …}, and the command ends with 3.

      """)

  static let verify = LocalisedText(
    de: """
      Aufruf: echolot verify --oracles [ORDNER]

      Rechnet alle Vergleichsfälle in ORDNER/cases (Vorgabe: fixtures/oracles) mit den Daten in
      ORDNER/../open-data und nennt je Datei die Zahl der Fälle, die größte Abweichung und die Toleranz.
      Endet mit 0, wenn alle eingehalten sind, sonst mit 70.

      """,
    en: """
      Usage: echolot verify --oracles [DIR]

      Computes all reference cases in DIR/cases (DIR is fixtures/oracles unless given) with the data in
      DIR/../open-data and prints per file the number of cases, the largest deviation and the tolerance.
      Ends with 0 if all are met, else with 70.

      """)
}
