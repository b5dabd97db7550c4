internal import Benchmark
internal import Exports
internal import Microdata

/// What `microdata` and `risk` say; places only, never what stands in a cell.
enum MicrodataWords {
  /// A data file that cannot be read.
  static func failure(_ reason: CategoryTable.Failure, path: String) -> Failure {
    switch reason {
    case .file(let failure): return ExportWords.failure(failure, path: path)
    case .ragged(let line, let fields, let expected):
      return rejected(
        "EL-E-0941", path, line: line, de: "Die Zeile hat \(fields) statt \(expected) Felder",
        en: "The record has \(fields) fields instead of \(expected)",
        wayOut: ("Berichtigen Sie die Zeile", "Correct the line"))
    case .malformed(let line):
      return rejected(
        "EL-E-0941", path, line: line, de: "Ein Anführungszeichen steht an falscher Stelle",
        en: "A quote stands in a wrong place",
        wayOut: ("Berichtigen Sie die Zeile", "Correct the line"))
    }
  }

  /// A hierarchy file that is no table.
  static func failure(_ reason: PlainTable.Failure, path: String) -> Failure {
    let (line, de, en): (Int?, String, String) =
      switch reason {
      case .notUTF8: (nil, "Die Hierarchie ist nicht in UTF-8", "The hierarchy is not in UTF-8")
      case .malformed(let line):
        (line, "Ein Anführungszeichen steht an falscher Stelle", "A quote stands in a wrong place")
      case .ragged(let line, let fields, let expected):
        (
          line, "Die Zeile hat \(fields) statt \(expected) Ebenen",
          "The row has \(fields) levels instead of \(expected)"
        )
      case .empty: (nil, "Die Hierarchie ist leer", "The hierarchy is empty")
      }
    return rejected("EL-E-0942", path, line: line, de: de, en: en, wayOut: format)
  }

  private static let format = (
    "Je Zeile stehen Wert, Stufe 1, Stufe 2 … und zuletzt überall dasselbe, etwa *",
    "Each row holds value, level 1, level 2 … and last the same everywhere, for example *"
  )

  /// A table that is no hierarchy.
  static func failure(_ reason: Hierarchy.Failure, path: String, isTable: Bool) -> Failure {
    let (row, name, de, en): (Int?, String, String, String) =
      switch reason {
      case .empty: (nil, "empty", "Die Hierarchie ist leer", "The hierarchy is empty")
      case .ragged(let row, let levels, let expected):
        (
          row, "ragged", "Die Zeile hat \(levels) statt \(expected) Ebenen",
          "The row has \(levels) levels instead of \(expected)"
        )
      case .duplicate(let row, let earlier):
        (
          row, "duplicate",
          "Der Wert steht schon in Zeile \(earlier), vielleicht anders geschrieben",
          "The value stands in row \(earlier) already, perhaps in another spelling"
        )
      case .twoParents(let level, let row, let earlier):
        (
          row, "two-parents",
          "Der Wert der Stufe \(level) steht in Zeile \(earlier) unter einem anderen",
          "The value of level \(level) stands below another one in row \(earlier)"
        )
      case .twoRoots(let row):
        (
          row, "two-roots", "Die letzte Stufe hat mehr als einen Wert",
          "The last level has more than one value"
        )
      }
    return rejected(
      "EL-E-0943", path, line: isTable ? row : nil, de: "\(de) [\(name)]", en: "\(en) [\(name)]",
      wayOut: format)
  }

  /// A value that its hierarchy lacks.
  static func missingLeaf(file: String, column: String, record: Int) -> Failure {
    rejected(
      "EL-E-0944", file, line: nil,
      de: "Datensatz \(record), Spalte \(column): der Wert fehlt in der Hierarchie [missing-leaf]",
      en: "Record \(record), column \(column): the hierarchy lacks the value [missing-leaf]",
      wayOut: (
        "Ergänzen Sie die Hierarchie; auch ein leeres Feld ist ein Wert",
        "Add it to the hierarchy; an empty field is a value, too"
      ))
  }

  /// A value that a built-in hierarchy does not know.
  static func unfit(
    _ kind: BuiltInHierarchy, file: String, column: String, record: Int?
  ) -> Failure {
    let place = record.map { ("Datensatz \($0), ", "Record \($0), ") } ?? ("", "")
    return rejected(
      "EL-E-0945", file, line: nil,
      de: "\(place.0)Spalte \(column): der Wert passt nicht zur Hierarchie \(kind.rawValue)",
      en: "\(place.1)column \(column): the value does not fit the hierarchy \(kind.rawValue)",
      wayOut: ("Geben Sie eine Hierarchie als Tabelle", "Give a hierarchy as a table"))
  }

  /// A weight that is no number above 0.
  static func badWeight(file: String, column: String, record: Int) -> Failure {
    rejected(
      "EL-E-0950", file, line: nil,
      de: "Datensatz \(record), Spalte \(column): das Gewicht ist keine Zahl über 0",
      en: "Record \(record), column \(column): the weight is no number above 0",
      wayOut: ("Schreiben Sie Gewichte wie 12.5", "Write weights like 12.5"))
  }

  /// Records that cannot be generalised.
  static func failure(_ reason: Microdata.Failure, path: String) -> Failure {
    let (de, en): (String, String) =
      switch reason {
      case .empty: ("Die Datei hat keinen Datensatz", "The file has no record")
      case .noQuasiIdentifier: ("Es gibt kein Quasi-Merkmal", "There is no quasi-identifier")
      case .tooWide(let bits):
        (
          "Eine Kombination braucht \(bits) statt 128 Bit",
          "A combination needs \(bits) of 128 bits"
        )
      case .tooManyNodes:
        ("Es gibt mehr als 16 Millionen Knoten", "There are more than 16 million nodes")
      case .differentHierarchies:
        ("Die Zählungen haben verschiedene Hierarchien", "The counts have different hierarchies")
      case .noSensitive: ("Es fehlt die sensible Spalte", "The sensitive column is missing")
      case .noPopulation: ("Es fehlt die Grundgesamtheit", "The population is missing")
      }
    return rejected(
      "EL-E-0946", path, line: nil, de: de, en: en,
      wayOut: (
        "Nennen Sie mit --quasi weniger Spalten oder kürzen Sie Hierarchien",
        "Name fewer columns with --quasi or shorten hierarchies"
      ))
  }

  /// No node is allowed.
  static func noNode(_ path: String) -> Failure {
    rejected(
      "EL-E-0947", path, line: nil, de: "Kein Knoten erfüllt die Bedingungen",
      en: "No node fulfils the criteria",
      wayOut: ("Erhöhen Sie --suppression oder senken Sie --k", "Raise --suppression or lower --k"))
  }

  /// The search was cut off before any node was found.
  static func unfinished(gap: Double) -> Notice {
    let share = String(gap)
    return Notice(
      .warning, code: "EL-W-0948",
      problem: LocalisedText(
        de: "Die Zeit ist um; das Optimum liegt höchstens um den Anteil \(share) darunter",
        en: "Time is up; the optimum is lower by a share of \(share) at most"),
      wayOut: LocalisedText(
        de: "Geben Sie mit --time-limit mehr Zeit", en: "Give more time with --time-limit"))
  }

  /// A written file that is not what it claims to be.
  static func unverified(_ findings: [ReleaseVerifier.Finding], path: String) -> Failure {
    Failure(.internalError, findings.map { notice($0, path) })
  }

  /// One finding of the verifier.
  static func notice(_ finding: ReleaseVerifier.Finding, _ path: String) -> Notice {
    let (line, de, en): (Int?, String, String) =
      switch finding {
      case .missingColumn(let name):
        (nil, "Die Spalte \(name) fehlt", "The column \(name) is missing")
      case .ragged(let line):
        (
          line, "Die Zeile hat zu viele oder zu wenige Felder",
          "The record has too many or too few fields"
        )
      case .failingClass(let line, let size):
        (
          line, "Eine Klasse von \(size) Datensätzen verletzt eine Bedingung",
          "A class of \(size) records fails a criterion"
        )
      case .unknownValue(let line, let column):
        (
          line, "Spalte \(column): der Wert steht nicht auf der Ebene der Hierarchie",
          "Column \(column): the hierarchy does not have the value on its level"
        )
      case .twoSpellings(let line, let column):
        (
          line, "Spalte \(column): der Wert kommt in zwei Schreibweisen vor",
          "Column \(column): the value occurs in two spellings"
        )
      case .suppressed(let found, let claimed):
        (
          nil, "\(found) statt \(claimed) Datensätze sind unterdrückt",
          "\(found) records are suppressed, not \(claimed)"
        )
      case .tooManySuppressed(let found, let allowed):
        (
          nil, "\(found) Datensätze sind unterdrückt, erlaubt sind \(allowed)",
          "\(found) records are suppressed, \(allowed) are allowed"
        )
      case .classes(let found, let claimed):
        (
          nil, "Es sind \(found) statt \(claimed) Klassen",
          "There are \(found) classes, not \(claimed)"
        )
      case .loss(let found, let claimed):
        (nil, "Der Verlust ist \(found) statt \(claimed)", "The loss is \(found), not \(claimed)")
      }
    return Notice(
      code: "EL-E-0949", place: Notice.Place(file: path, line: line),
      problem: LocalisedText(de: de, en: en),
      wayOut: LocalisedText(
        de: "Veröffentlichen Sie die Datei nicht", en: "Do not publish the file"))
  }

  private static func rejected(
    _ code: String, _ path: String, line: Int?, de: String, en: String, wayOut: (String, String)
  ) -> Failure {
    Failure(
      .dataRejected,
      Notice(
        code: code, place: Notice.Place(file: path, line: line),
        problem: LocalisedText(de: de, en: en),
        wayOut: LocalisedText(de: wayOut.0, en: wayOut.1)))
  }
}
