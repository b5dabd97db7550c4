internal import Benchmark

/// What commands say when all goes well.
enum Words {
  static let checking = LocalisedText(
    de: "Konfiguration und Spaltenköpfe prüfen", en: "Check configuration and headings")
  static let reading = LocalisedText(
    de: "Exporte lesen, bereinigen, anonymisieren, zählen",
    en: "Read, clean, anonymise and count exports")
  static let comparing = LocalisedText(
    de: "Einrichtungen vergleichen", en: "Compare organisations")
  static let readingTallies = LocalisedText(de: "Zähldatei lesen", en: "Read the tally file")
  static let identifying = LocalisedText(
    de: "Zusammenfassen, Kennung berechnen", en: "Sum up, compute the run's id")
  static let swapping = LocalisedText(
    de: "Auf die Platte warten, austauschen", en: "Wait for the disk, swap in")
  static let reporting = LocalisedText(de: "Berichte schreiben", en: "Write reports")

  /// The answer of `check`.
  static func checked(_ plan: Plan) -> LocalisedText {
    let files = plan.fileCount
    let items = plan.definition.items.count
    let dimensions = plan.definition.dimensions.count
    return LocalisedText(
      de: "In Ordnung: \(count(files, "Datei", "Dateien")), \(count(items, "Frage", "Fragen")),"
        + " \(count(dimensions, "Merkmal", "Merkmale")). Ein Lauf kann beginnen.",
      en: "All right: \(count(files, "file", "files")), \(count(items, "item", "items")),"
        + " \(count(dimensions, "dimension", "dimensions")). A run can start.")
  }

  /// The answer of `init`.
  static func proposed(_ file: String, _ items: InitItems, doubts: Int) -> LocalisedText {
    let (questions, dimensions) = (items.items.count, items.dimensions.count)
    return LocalisedText(
      de: "\(file): \(count(questions, "Frage", "Fragen")),"
        + " \(count(dimensions, "Merkmal", "Merkmale")),"
        + " \(count(doubts, "Hinweis", "Hinweise")) am Anfang der Datei.\n"
        + "Weiter: echolot check \(file)\n",
      en: "\(file): \(count(questions, "item", "items")),"
        + " \(count(dimensions, "dimension", "dimensions")),"
        + " \(count(doubts, "note", "notes")) at the top of the file.\n"
        + "Next: echolot check \(file)\n")
  }

  /// A number with its noun.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// The answer of `run` and `report`.
  static func published(_ published: Published) -> LocalisedText {
    let law = LedgerLines.law(published.ledger)
    let held =
      published.held == 0
      ? LocalisedText(de: "", en: "")
      : LocalisedText(
        de: "Seit dem letzten Lauf zu wenig verändert, bleibt stehen: \(published.held)"
          + " (neu veröffentlicht: \(published.updated))\n",
        en: "Too little changed since the last run, left as published: \(published.held)"
          + " (published anew: \(published.updated))\n")
    return LocalisedText(
      de: "\(law.de)\n\(held.de)\(count(published.organisations, "Einrichtung", "Einrichtungen")),"
        + " \(published.files) Dateien:"
        + " \(published.folder)\nBitte öffnen: \(published.latest)/index.html",
      en: "\(law.en)\n\(held.en)\(count(published.organisations, "organisation", "organisations")),"
        + " \(published.files) files:"
        + " \(published.folder)\nOpen: \(published.latest)/index.html")
  }
}
