internal import Benchmark
internal import Exports

/// What a proposed pipeline is unsure of, in words; headings are named, cells never.
struct InitDoubts {
  let sources: [InitSource]
  let items: InitItems
  let organisations: InitPipeline.Organisations

  /// All doubts, the gravest first.
  var all: [LocalisedText] {
    var all = sources.flatMap(persons) + unread + tools + organisation
    if items.hasTwoLevels {
      all.append(
        LocalisedText(
          de:
            "Nur Spalten mit zwei Antworten (ja, nein) gefunden; ob sie Qualität messen, wissen Sie",
          en: "Only columns of two answers (yes, no) were found; whether they measure quality,"
            + " you know"))
    }
    for doubt in [ScaleGuess.Doubt.ends, .direction, .slips] { all += list(doubt) }
    all += sources.flatMap { source in
      source.doubts.map { label(source, $0) } + named(source) + unused(source)
    }
    return all
  }

  /// Columns that should name organisations and look as if they named persons.
  private func persons(_ source: InitSource) -> [LocalisedText] {
    source.columns.filter(\.looksLikePersons).map { column in
      label(
        source,
        LocalisedText(
          de: "Nennt die Spalte „\(column.sketch.heading)“ Personen? Die meisten Texte sehen so aus"
            + " (zwei großgeschriebene Wörter, keines wie Haus oder Kita); sie steht daher unter"
            + " identifiers und wird nie gelesen. Sind es Einrichtungen, so nehmen Sie sie dort heraus"
            + " und nennen Sie sie unter organisation",
          en: "Does column “\(column.sketch.heading)” name persons? Most of its texts look so (two"
            + " capitalised words, none like house or centre); therefore it stands under identifiers"
            + " and is never read. If they are organisations, take it out there and name it under"
            + " organisation"))
    }
  }

  /// Columns that are never read because of their names although their answers look like a scale.
  private func named(_ source: InitSource) -> [LocalisedText] {
    let headings = source.columns.filter(\.looksLikeScale).map(\.sketch.heading)
    guard !headings.isEmpty else { return [] }
    let german = headings.prefix(8).map { "„\($0)“" }.joined(separator: ", ")
    let english = headings.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
    return [
      label(
        source,
        LocalisedText(
          de:
            "Nach ihren Namen nie gelesen, obwohl die Antworten nach einer Skala aussehen: \(german)",
          en: "Never read because of their names although the answers look like a scale: \(english)"
        ))
    ]
  }

  private var unread: [LocalisedText] {
    zip(sources, items.columns).filter { $1.isEmpty }.map { source, _ in
      LocalisedText(
        de: "\(source.sketch.fileName): keine Spalte sieht nach Bewertungen aus; die Datei fehlt"
          + " daher unten",
        en: "\(source.sketch.fileName): no column looks like ratings; so the file is left out below"
      )
    }
  }

  private var tools: [LocalisedText] {
    sources.compactMap { source in
      let candidates = source.sketch.candidates
      if candidates.isEmpty {
        return label(
          source,
          LocalisedText(
            de: "keines der bekannten Werkzeuge; Spalten nach Namen und Inhalt beurteilt",
            en: "none of the known tools; columns judged by name and content"))
      }
      guard candidates.count > 1, candidates[1].score >= candidates[0].score else { return nil }
      return label(
        source,
        LocalisedText(
          de: "könnte auch von \(candidates[1].tool.rawValue) stammen",
          en: "could also come from \(candidates[1].tool.rawValue)"))
    }
  }

  private var organisation: [LocalisedText] {
    switch organisations {
    case .open:
      return [
        LocalisedText(
          de: "Einrichtungen werden aus den Exporten übernommen; mit organisations: list geben Sie"
            + " ihnen Namen",
          en: "Organisations are taken over from the exports; with organisations: list you give"
            + " them names")
      ]
    case .listed:
      return [
        LocalisedText(
          de: "Einrichtungen stehen so, wie der Export sie nennt, in einer Vergleichsgruppe; so"
            + " stehen sie auch in den Berichten: prüfen Sie, dass keine Person darunter ist",
          en: "Organisations stand as the export names them, in one peer group; so they will stand"
            + " in the reports: make sure that no person is among them")
      ]
    case .single:
      return [
        LocalisedText(
          de: "Keine brauchbare Spalte mit Einrichtungen (gleiche Texte, jeder mindestens"
            + " \(ColumnSketch.leastCount)-mal): alle Zeilen zählen zu einer",
          en: "No usable column of organisations (equal texts, each at least"
            + " \(ColumnSketch.leastCount) times): all rows count for one")
      ]
    }
  }

  private func list(_ doubt: ScaleGuess.Doubt) -> [LocalisedText] {
    let keys = items.items.filter { $0.scale.doubts.contains(doubt) }.map(\.key)
    guard !keys.isEmpty else { return [] }
    let shown = keys.prefix(12).joined(separator: ", ")
    let more = keys.count > 12 ? ", … (\(keys.count))" : ""
    return switch doubt {
    case .ends:
      [
        LocalisedText(
          de: "Nicht alle Stufen kommen vor; stimmen Anfang und Ende der Skala? \(shown)\(more)",
          en: "Not every level occurs; are the ends of the scale right? \(shown)\(more)")
      ]
    case .slips:
      [
        LocalisedText(
          de:
            "Einzelne Zellen sind keine Antwort auf der Skala und werden geleert. \(shown)\(more)",
          en: "A few cells are no answer on the scale and will be blanked. \(shown)\(more)")
      ]
    default:
      [
        LocalisedText(
          de: "Ist eine hohe Antwort gut? Sonst reversed: true schreiben. \(shown)\(more)",
          en: "Is a high answer good? If not, write reversed: true. \(shown)\(more)")
      ]
    }
  }

  private func unused(_ source: InitSource) -> [LocalisedText] {
    func count(_ roles: Set<ExportSketch.Role>) -> Int {
      source.columns.count { roles.contains($0.role) && $0.sketch.filled > 0 }
    }
    let ticks = count(items.hasTwoLevels ? [.option] : [.option, .twoLevels])
    let others = count([.category, .number])
    guard ticks + others > 0 else { return [] }
    return [
      label(
        source,
        LocalisedText(
          de: "nicht benutzt: \(ticks) Spalten zum Ankreuzen oder mit ja und nein, \(others) mit"
            + " anderen Angaben (echolot inspect zeigt sie)",
          en: "not used: \(ticks) columns of ticks or of yes and no, \(others) with other facts"
            + " (echolot inspect shows them)"))
    ]
  }

  private func label(_ source: InitSource, _ text: LocalisedText) -> LocalisedText {
    guard sources.count > 1 else { return text }
    return LocalisedText(
      de: "\(source.sketch.fileName): \(text.de)", en: "\(source.sketch.fileName): \(text.en)")
  }
}
