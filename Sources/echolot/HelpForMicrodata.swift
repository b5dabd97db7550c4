import Benchmark

extension Help {
  static let microdata = LocalisedText(
    de: """
      Aufruf: echolot microdata DATEN.csv --hierarchies ORDNER --k K [--suppression ANTEIL] [OPTIONEN]

      Sucht die Generalisierung mit dem nachweislich kleinsten Verlust, bei der jede Klasse die Bedingungen
      erfüllt; die übrigen Datensätze werden unterdrückt. Quasi-Merkmale sind die Spalten mit Hierarchie.

        --hierarchies ORDNER    Tabellen Wert;Stufe 1;Stufe 2;…, benannt …hierarchy_SPALTE.csv oder SPALTE.csv
        --hierarchy SPALTE=ART  eingebaut: age, interval, postcode, date, nationality, flat (age:5,10,20)
        --quasi A,B,C           nur diese Quasi-Merkmale, in dieser Ordnung
        --k K                   mindestens K Datensätze je Klasse
        --suppression ANTEIL    höchstens dieser Anteil wird unterdrückt, 0 bis 1 (Vorgabe 0)
        --loss MASS             mean (Vorgabe), geometric, max, sum, dm, aecs, entropy, precision
        --sensitive SPALTE      die sensible Spalte, für --l und --t
        --l L --diversity ART   distinct (Vorgabe), entropy oder recursive mit --c C
        --t T --distance ART    equal (Vorgabe), ordered oder hierarchical
        --population DATEI      die Grundgesamtheit, für --map-k K und --presence VON,BIS
        --local ART             recode oder suppress: unterdrückte Datensätze für sich weiter generalisieren
        --keep A,B              diese Spalten unverändert mitschreiben; sonst nur Quasi- und sensible
        --out DATEI             die Daten schreiben, Reihenfolge nach Inhalt
        --verify                das Geschriebene auf eigenem Weg streng nachprüfen
        --time-limit SEKUNDEN   dann den besten Knoten und den größten möglichen Abstand nennen
        --json                  alle Zahlen als JSON

      """,
    en: """
      Usage: echolot microdata DATA.csv --hierarchies DIR --k K [--suppression SHARE] [OPTIONS]

      Finds the generalisation with provably the smallest loss in which every class fulfils the criteria;
      the other records are suppressed. Quasi-identifiers are the columns that have a hierarchy.

        --hierarchies DIR       tables value;level 1;level 2;…, named …hierarchy_COLUMN.csv or COLUMN.csv
        --hierarchy COLUMN=KIND built in: age, interval, postcode, date, nationality, flat (age:5,10,20)
        --quasi A,B,C           these quasi-identifiers only, in this order
        --k K                   at least K records in every class
        --suppression SHARE     at most this share is suppressed, 0 to 1 (0 unless given)
        --loss MEASURE          mean (unless given), geometric, max, sum, dm, aecs, entropy, precision
        --sensitive COLUMN      the sensitive column, for --l and --t
        --l L --diversity KIND  distinct (unless given), entropy, or recursive with --c C
        --t T --distance KIND   equal (unless given), ordered or hierarchical
        --population FILE       the population, for --map-k K and --presence FROM,TO
        --local KIND            recode or suppress: generalise suppressed records among themselves
        --keep A,B              write these columns as they are; otherwise only quasi and sensitive ones
        --out FILE              write the data, ordered by what they hold
        --verify                check what is written strictly and on another way
        --time-limit SECONDS    then name the best node and the largest gap there can be
        --json                  all figures as JSON

      """)

  static let risk = LocalisedText(
    de: """
      Aufruf: echolot risk DATEN.csv --quasi A,B,C [--weights SPALTE] [--fraction ANTEIL] [--out DATEI] [--json]

      Risiken von Einzeldaten: Häufigkeiten der Kombinationen, Ankläger- und Vermarkterrisiko, mit Gewichten das
      individuelle Risiko nach Franconi und Polettini, und SUDA2. Fehlende Werte sind eigene Werte. --out
      schreibt je Datensatz fk, Fk, risk, suda_score und dis_suda_score, ohne die Merkmale.

      """,
    en: """
      Usage: echolot risk DATA.csv --quasi A,B,C [--weights COLUMN] [--fraction SHARE] [--out FILE] [--json]

      Risks of microdata: frequencies of combinations, prosecutor's and marketer's risk, with weights the
      individual risk of Franconi and Polettini, and SUDA2. Missing values are values of their own. --out
      writes per record fk, Fk, risk, suda_score and dis_suda_score, without the quasi-identifiers.

      """)
}
