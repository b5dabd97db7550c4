internal import Benchmark
internal import Suppression

/// What `protect`, `audit-table` and `derived` say.
enum TableWords {
  static func summary(
    _ pattern: CellSuppression.Pattern, cells: Int, seconds: Double, processor: Double
  ) -> LocalisedText {
    let (loss, bound) = (pattern.loss, pattern.bound)
    let gap = loss > 0 ? 100 * Double(loss - bound) / Double(loss) : 0
    let numbers = "\((gap * 10).rounded() / 10) %"
    let time = "\((seconds * 100).rounded() / 100) s (CPU \((processor * 100).rounded() / 100) s)"
    return LocalisedText(
      de: "Zellen \(cells), primär \(pattern.primary.count), sekundär \(pattern.secondary.count), "
        + "Verlust \(loss), bewiesen mindestens \(bound) (Lücke \(numbers)), "
        + "ungeschützt \(pattern.unprotected.count), \(time)\n",
      en: "cells \(cells), primary \(pattern.primary.count), secondary \(pattern.secondary.count), "
        + "loss \(loss), proved at least \(bound) (gap \(numbers)), "
        + "unprotected \(pattern.unprotected.count), \(time)\n")
  }

  static func unprotected(_ count: Int, file: String) -> Notice {
    Notice(
      .warning, code: "EL-W-0960", place: Notice.Place(file: file),
      problem: LocalisedText(
        de: "\(count) Zellen lassen sich durch keine Sperrung schützen",
        en: "\(count) cells cannot be protected by hiding others"),
      wayOut: LocalisedText(
        de: "Fassen Sie Kategorien zusammen oder veröffentlichen Sie die Tabelle nicht",
        en: "Merge categories or do not publish the table"))
  }

  static func leaks(_ count: Int, file: String) -> Notice {
    Notice(
      .warning, code: "EL-W-0961", place: Notice.Place(file: file),
      problem: LocalisedText(
        de: "\(count) Zellen sind nicht geschützt", en: "\(count) cells are not protected"),
      wayOut: LocalisedText(
        de: "Ein sicheres Muster gibt: echolot protect", en: "For a safe pattern: echolot protect")
    )
  }

  static func givenAway(_ count: Int, file: String) -> Notice {
    Notice(
      .warning, code: "EL-W-0962", place: Notice.Place(file: file),
      problem: LocalisedText(
        de: "Die Zahlen von \(count) Einheiten verraten Antworten",
        en: "The figures of \(count) units give answers away"),
      wayOut: LocalisedText(
        de: "Runden Sie gröber oder lassen Sie Zahlen weg; mit counts nennt derived einen Weg",
        en: "Round more coarsely or leave figures out; with counts, derived names a way"))
  }

  static func failure(_ reason: TableDocument.Failure, file: String) -> Failure {
    let problem: LocalisedText =
      switch reason {
      case .notJSON:
        LocalisedText(de: "Die Datei ist kein JSON in UTF-8", en: "The file is not JSON in UTF-8")
      case .unreadable(let path):
        LocalisedText(
          de: "\(path) fehlt oder ist von anderer Art", en: "\(path) is missing or of another kind")
      case .unknownLabel(let place):
        LocalisedText(
          de: "inner.\(place): eine Bezeichnung ist keine unterste der Hierarchie",
          en: "inner.\(place): a label is none of the lowest in its hierarchy")
      case .repeatedInner(let place):
        LocalisedText(
          de: "inner.\(place): die Zelle steht schon da", en: "inner.\(place): the cell is repeated"
        )
      case .circle(let name):
        LocalisedText(
          de: "Die Hierarchie von \(name) läuft im Kreis oder nennt einen Teil doppelt",
          en: "The hierarchy of \(name) runs in a circle or repeats a part")
      case .tooLarge:
        LocalisedText(
          de: "Die Tabelle hat mehr als zwei Millionen Zellen",
          en: "The table has more than two million cells")
      case .unknownCell(let path):
        LocalisedText(de: "\(path) nennt keine Zelle", en: "\(path) names no cell")
      case .problem(let reason): problem(reason)
      }
    return notATable(problem, "EL-E-0960", file)
  }

  private static func problem(_ reason: TableProblem.Failure) -> LocalisedText {
    switch reason {
    case .repeatedCell(let place):
      LocalisedText(
        de: "Zelle \(place + 1) heißt wie eine andere", en: "cell \(place + 1) repeats a name")
    case .impossibleCell(let place):
      LocalisedText(
        de: "Zelle \(place + 1) hat einen unmöglichen Wert oder ein unmögliches Gewicht",
        en: "cell \(place + 1) has an impossible value or weight")
    case .impossibleRelation(let place):
      LocalisedText(
        de: "Beziehung \(place + 1) nennt eine Zelle doppelt",
        en: "relation \(place + 1) names a cell twice")
    case .wrongTotal(let place):
      LocalisedText(
        de: "Beziehung \(place + 1): die Summe stimmt nicht",
        en: "relation \(place + 1): the total is not the sum of its parts")
    case .impossibleInsider(let place):
      LocalisedText(
        de: "Mitwisser \(place + 1) besitzt mehr, als in der Zelle ist",
        en: "insider \(place + 1) owns more than the cell holds")
    }
  }

  static func failure(_ reason: PatternDocument.Failure, file: String) -> Failure {
    let problem =
      switch reason {
      case .notJSON:
        LocalisedText(de: "Die Datei ist kein JSON in UTF-8", en: "The file is not JSON in UTF-8")
      case .unreadable(let path):
        LocalisedText(
          de: "\(path) fehlt oder ist von anderer Art", en: "\(path) is missing or of another kind")
      case .unknownCell(let place):
        LocalisedText(
          de: "pattern.\(place) nennt keine Zelle der Tabelle",
          en: "pattern.\(place) names no cell of the table")
      }
    return notATable(problem, "EL-E-0961", file)
  }

  static func failure(_ reason: DerivedDocument.Failure, file: String) -> Failure {
    let problem =
      switch reason {
      case .notJSON:
        LocalisedText(de: "Die Datei ist kein JSON in UTF-8", en: "The file is not JSON in UTF-8")
      case .unreadable(let path):
        LocalisedText(
          de: "\(path) fehlt, ist von anderer Art oder unmöglich",
          en: "\(path) is missing, of another kind or impossible")
      }
    return notATable(problem, "EL-E-0962", file)
  }

  private static func notATable(
    _ problem: LocalisedText, _ code: String, _ file: String
  )
    -> Failure
  {
    Failure(
      .dataRejected,
      Notice(
        code: code, place: Notice.Place(file: file), problem: problem,
        wayOut: LocalisedText(
          de: "Das Format steht in docs/suppression.md",
          en: "The format is described in docs/suppression.md")))
  }
}
