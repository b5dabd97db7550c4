import Benchmark

/// The texts of `--help`.
enum Help {
  /// The help of the program or of one command.
  ///
  /// - Parameters:
  ///   - command: The command, or `nil` for the program.
  ///   - language: The language.
  /// - Returns: Several lines.
  static func text(_ command: Arguments.Command?, _ language: Language) -> String {
    guard let command else { return program[language] }
    return usage(command)[language] + common[language]
  }

  private static let program = LocalisedText(
    de: """
      Echolot macht aus exportierten Befragungen und Bewertungen ehrliche Vergleichsberichte.

      Aufruf: echolot BEFEHL … [OPTIONEN]

        run PIPELINE [--out ORDNER]      Exporte lesen, zählen, Berichte schreiben
        check PIPELINE                   Konfiguration und Exporte prüfen, ohne zu zählen
        init EXPORT… [--out DATEI]       Exporte ansehen und eine Pipeline vorschlagen
        inspect EXPORT                   zeigen, was in den Spalten eines Exports steht
        tally PIPELINE --out DATEI       nur lesen und zählen
        merge DATEI… --out DATEI         Zählungen zusammenführen
        report DATEI [--out ORDNER]      Berichte aus einer Zählung schreiben
        explain ZELLE --run ORDNER       sagen, wie eine gedruckte Zahl zustande kam
        stats [FUNKTION] < input.json    eine statistische Funktion von außen rechnen
        verify --oracles [ORDNER]        alle Funktionen an Vergleichszahlen messen
        microdata DATEN.csv …            Einzeldaten mit kleinstem Verlust generalisieren
        risk DATEN.csv --quasi SPALTEN   Risiken von Einzeldaten
        redact [DATEI]                   personenbezogene Angaben in Texten maskieren
        protect TABELLE [--out DATEI]    Zellen einer Tabelle sperren, sodass nichts folgt
        audit-table TABELLE MUSTER       zeigen, was aus einem Sperrmuster folgt
        derived DATEI                    zeigen, was gemeinsam gedruckte Zahlen verraten

      Mit „echolot BEFEHL --help“ lesen Sie mehr. Der erste Weg:

        echolot check pipelines/leadership.yaml
        echolot run pipelines/leadership.yaml --out reports

      """,
    en: """
      Echolot turns exported surveys and reviews into honest comparative reports.

      Usage: echolot COMMAND … [OPTIONS]

        run PIPELINE [--out DIR]         read exports, count, write reports
        check PIPELINE                   check configuration and exports without counting
        init EXPORT… [--out FILE]        look at exports and propose a pipeline
        inspect EXPORT                   show what the columns of an export hold
        tally PIPELINE --out FILE        read and count only
        merge FILE… --out FILE           add up tallies
        report FILE [--out DIR]          write reports from a tally
        explain CELL --run DIR           say how a printed number came about
        stats [FUNCTION] < input.json    compute a statistical function from outside
        verify --oracles [DIR]           measure all functions against reference numbers
        microdata DATA.csv …             generalise microdata with the smallest loss
        risk DATA.csv --quasi COLUMNS    risks of microdata
        redact [FILE]                    mask personal data in texts
        protect TABLE [--out FILE]       hide cells of a table so that nothing follows
        audit-table TABLE PATTERN        show what follows from a pattern of hidden cells
        derived FILE                     show what figures printed together give away

      “echolot COMMAND --help” says more. The first steps:

        echolot check pipelines/leadership.yaml
        echolot run pipelines/leadership.yaml --out reports

      """)

  private static func usage(_ command: Arguments.Command) -> LocalisedText {
    switch command {
    case .run:
      LocalisedText(
        de: """
          Aufruf: echolot run PIPELINE [--out ORDNER] [--input QUELLE=DATEI]…

          Liest alle Exporte der Pipeline, bereinigt und anonymisiert sie, vergleicht die Einrichtungen und
          schreibt die Berichte nach ORDNER/<Pipeline>/<Lauf>/ (Vorgabe für ORDNER: reports). Erst wenn alles
          fertig ist, zeigt ORDNER/<Pipeline>/latest auf den neuen Lauf; bis dahin stehen die alten Berichte.

          """,
        en: """
          Usage: echolot run PIPELINE [--out DIR] [--input SOURCE=FILE]…

          Reads all exports of the pipeline, cleans and anonymises them, compares the organisations and writes
          the reports to DIR/<pipeline>/<run>/ (DIR is reports unless given). Only when all is done does
          DIR/<pipeline>/latest point to the new run; until then the old reports stand.

          """)
    case .check:
      LocalisedText(
        de: """
          Aufruf: echolot check PIPELINE

          Liest die Konfiguration und die Spaltenköpfe der Exporte und nennt alle Fehler mit Datei, Zeile
          und Spalte. Dann liest der Befehl die Exporte bis zum Ende, ohne zu zählen: Spalten mit „auto“
          müssen ihre Schreibweise entscheiden; Zeilen, die schon ihrer Form wegen abgewiesen würden, und
          auffällige Texte (Kodierung, Abgeschnittenes) werden genannt. Endet mit 0, wenn ein Lauf beginnen
          kann, mit 3, wenn er beginnen kann, aber warnen wird.

          """,
        en: """
          Usage: echolot check PIPELINE

          Reads the configuration and the headings of the exports and names all errors with file, line
          and column. Then it reads the exports to their ends without counting: columns with “auto” must
          decide how they are written; records that would be rejected for their shape alone, and odd texts
          (encoding, what was cut off), are named. Ends with 0 if a run can start, with 3 if it can but
          will warn.

          """)
    case .initialise:
      LocalisedText(
        de: """
          Aufruf: echolot init EXPORT… [--out DATEI]

          Sieht sich Exporte an und schreibt eine kommentierte Pipeline, die so läuft, wie sie ist: Werkzeug,
          Kopfzeilen, Fragen mit geschätzter Skala, Merkmale, Einrichtungen, Spalten, die nie gelesen werden,
          und eine Liste dessen, was unsicher ist. Ohne --out erscheint sie auf der Standardausgabe. Texte
          aus Freitext- und Namensspalten stehen nie darin.

          """,
        en: """
          Usage: echolot init EXPORT… [--out FILE]

          Looks at exports and writes a commented pipeline that runs as it stands: tool, heading rows, items
          with a guessed scale, dimensions, organisations, columns that are never read, and a list of what is
          unsure. Without --out it goes to standard output. Texts of columns with free text or names never
          stand in it.

          """)
    case .inspect:
      LocalisedText(
        de: """
          Aufruf: echolot inspect EXPORT

          Zeigt Werkzeug, Kodierung und Trennzeichen und je Spalte Rolle, Füllung, Zahl verschiedener Texte und
          Skala. Von den Zellen erscheinen nur Antworttexte von Fragen, die mindestens zehnmal vorkommen.
          Zweifel an der Kodierung und abgeschnittene Texte stehen darunter; mit solchen Zweifeln endet der
          Befehl mit 3.

          """,
        en: """
          Usage: echolot inspect EXPORT

          Shows tool, encoding and separator, and per column its role, how far it is filled, the number of
          distinct texts and the scale. Of the cells only answer texts of items appear that occur ten times
          or more. Doubts about the encoding, and texts that were cut off, stand below; with such doubts the
          command ends with 3.

          """)
    case .tally:
      LocalisedText(
        de: """
          Aufruf: echolot tally PIPELINE --out DATEI [--input QUELLE=DATEI]…

          Liest und zählt wie run, schreibt aber nur die Zählung (vertraulich, Rechte 0600). Mit --input liest
          der Befehl statt der Dateien der Pipeline nur die genannten: so zählt man Teile getrennt, auch auf
          mehreren Rechnern, und führt sie mit merge zusammen.

          """,
        en: """
          Usage: echolot tally PIPELINE --out FILE [--input SOURCE=FILE]…

          Reads and counts like run, but writes only the tally (confidential, mode 0600). With --input the
          command reads the named files instead of the pipeline's: so parts can be counted apart, on several
          machines too, and added up with merge.

          """)
    case .merge:
      LocalisedText(
        de: """
          Aufruf: echolot merge DATEI… --out DATEI

          Führt Zählungen derselben Pipeline zusammen. Das Ergebnis gleicht Bit für Bit der Zählung aller
          Exporte auf einmal. Dieselbe Datei oder dieselben Antwortenden zweimal zu zählen, wird abgelehnt.

          """,
        en: """
          Usage: echolot merge FILE… --out FILE

          Adds up tallies of the same pipeline. The result equals the tally of all exports at once, bit for
          bit. Counting the same file or the same respondents twice is refused.

          """)
    case .report:
      LocalisedText(
        de: """
          Aufruf: echolot report DATEI [--out ORDNER]

          Schreibt die Berichte aus einer Zählung, ohne die Exporte zu brauchen.

          """,
        en: """
          Usage: echolot report FILE [--out DIR]

          Writes the reports from a tally, without needing the exports.

          """)
    case .explain:
      LocalisedText(
        de: """
          Aufruf: echolot explain ZELLE --run ORDNER

          Sagt, wie eine Zahl zustande kam: Wert, Regel, Formel mit eingesetzten Zahlen, Schwellen und was
          ausgeschlossen wurde. Die Kennung der Zelle steht in cells.csv und im HTML als data-cell, etwa
          org.E04/2026/user/respect/reading. ORDNER ist der Ordner eines Laufs, etwa reports/leadership/latest.

          """,
        en: """
          Usage: echolot explain CELL --run DIR

          Says how a number came about: value, rule, formula with the numbers put in, thresholds and what was
          left out. The id of a cell stands in cells.csv and in the HTML as data-cell, for example
          org.E04/2026/user/respect/reading. DIR is the folder of a run, for example reports/leadership/latest.

          """)
    case .stats: stats
    case .protect: protect
    case .auditTable: auditTable
    case .derived: derived
    case .verify: verify
    case .microdata: microdata
    case .risk: risk
    case .redact: redact
    }
  }

  private static let common = LocalisedText(
    de: """
      Optionen
        --jobs N, -j N          höchstens N Kerne benutzen (das Ergebnis hängt nicht davon ab)
        --quiet, -q             nur Warnungen und Fehler melden
        --log-format text|json  Meldungen für Menschen oder als JSON-Zeilen
        --lang de|en            Sprache der Meldungen (Vorgabe nach LANG)
        --key-file DATEI        Schlüssel für Pseudonyme (Vorgabe: ~/.local/share/echolot/pseudonym.key)
        --piece-bytes N         Bytes je Arbeitsstück (das Ergebnis hängt nicht davon ab)
        --reader stream|plain   Lesen in Stücken oder ganz durch libcsv (dasselbe Ergebnis)
        --timings               am Ende sagen, was wie lange gedauert hat
        --cache ORDNER          Zählungen einzelner Dateien dort behalten (run: beim Ergebnis; tally: nur so)
        --no-cache              alles neu lesen und nichts behalten
        --release-anew          veröffentlichen, als gäbe es keine früheren Berichte
        --help, -h   --version

      Rückgabewerte: 0 fertig, 3 fertig mit Warnungen, 20 Datenschutz, 64 Aufruf, 65 Daten abgelehnt,
      66 Eingabe fehlt, 70 interner Fehler, 73 nicht anlegbar, 74 nicht schreibbar, 75 gesperrt, 78 Konfiguration,
      130/143 abgebrochen. Was eine Meldung EL-… bedeutet, steht in docs/messages.md.

      """,
    en: """
      Options
        --jobs N, -j N          use at most N cores (the result does not depend on it)
        --quiet, -q             tell warnings and errors only
        --log-format text|json  messages for people or as lines of JSON
        --lang de|en            language of messages (by LANG unless given)
        --key-file FILE         key for pseudonyms (~/.local/share/echolot/pseudonym.key unless given)
        --piece-bytes N         bytes per piece of work (the result does not depend on it)
        --reader stream|plain   read in pieces, or all of it by libcsv (the same result)
        --timings               tell at the end how long what took
        --cache DIR             keep counts of single files there (run: beside its runs; tally: only so)
        --no-cache              read everything anew and keep nothing
        --release-anew          publish as if there were no earlier reports
        --help, -h   --version

      Exit status: 0 done, 3 done with warnings, 20 privacy gate, 64 usage, 65 data rejected,
      66 input missing, 70 internal error, 73 cannot create, 74 cannot write, 75 locked, 78 configuration,
      130/143 interrupted. What a message EL-… means stands in docs/messages.md.

      """)
}
