internal import Benchmark
internal import Exports

/// Compares the headings that a source names with those of one of its files.
struct HeadingCheck {
  let source: Source
  /// The name of the file without its folder.
  let file: String
  /// The path of the pipeline file.
  let pipeline: String
  let matcher: HeadingMatcher

  /// Everything that is wrong, told at the place where the pipeline names the heading.
  var problems: [Notice] {
    let declared = source.declaredHeadings
    let isOther =
      declared.count > 2 && declared.allSatisfy { place(of: $0) == nil && isMissing($0) }
    return isOther ? [noneFound] : declared.compactMap(problem) + readAgainstWill
  }

  private func isMissing(_ declared: DeclaredHeading) -> Bool {
    if case .missing = matcher.match(declared.heading.text) { return true }
    return false
  }

  /// One message instead of one for each column: it is another file, or none with headings.
  private var noneFound: Notice {
    let count = source.declaredHeadings.count
    return notice(
      "EL-E-0212", source.declaredHeadings[0].heading,
      de: "Keine der \(count) Spalten, die die Quelle „\(source.name)“ nennt, steht in \(file)"
        + " [missing-label]",
      en: "None of the \(count) columns that the source “\(source.name)” names is in \(file)"
        + " [missing-label]",
      wayOut: LocalisedText(
        de:
          "Prüfen Sie, ob es der richtige Export ist und ob seine erste Zeile die Spalten benennt",
        en: "Check that it is the right export and that its first line names the columns"))
  }

  /// Whether the file's first row names columns, so that its texts may be shown.
  private var isBelieved: Bool {
    matcher.namesColumns(source.declaredHeadings.map(\.heading.text))
  }

  private func problem(_ declared: DeclaredHeading) -> Notice? {
    let heading = declared.heading
    switch matcher.match(heading.text) {
    case .column: return nil
    case .ambiguous(let columns):
      // A column that is never read may well exist several times.
      guard !declared.role.isNeverRead else { return nil }
      let numbers = columns.map { "\($0 + 1)" }.joined(separator: ", ")
      return notice(
        "EL-E-0213", heading,
        de: "In \(file) heißen mehrere Spalten „\(heading.text)“ (\(numbers)) [duplicate-label]",
        en:
          "In \(file) several columns are called “\(heading.text)” (\(numbers)) [duplicate-label]",
        wayOut: LocalisedText(
          de: "Benennen Sie die gemeinte Spalte im Export eindeutig",
          en: "Give the column that is meant a name of its own in the export"))
    case .missing(let nearest):
      return notice(
        "EL-E-0212", heading,
        de: "Die Spalte „\(heading.text)“ fehlt in \(file) [missing-label]",
        en: "The column “\(heading.text)” is missing in \(file) [missing-label]",
        wayOut: (isBelieved ? nearest : nil).map {
          LocalisedText(de: "Meinten Sie „\($0)“?", en: "Did you mean “\($0)”?")
        }
          ?? LocalisedText(
            de: "Schreiben Sie den Namen so, wie er im Export steht",
            en: "Write the name as it stands in the export"))
    }
  }

  /// Columns that are declared as never read but are read under another spelling of their heading.
  private var readAgainstWill: [Notice] {
    let hidden = source.declaredHeadings.filter(\.role.isNeverRead)
    return source.declaredHeadings.filter { !$0.role.isNeverRead }.flatMap { used in
      hidden.filter { place(of: $0) == place(of: used) && place(of: used) != nil }.map { secret in
        notice(
          "EL-E-0214", used.heading,
          de: "In \(file) ist „\(used.heading.text)“ dieselbe Spalte wie"
            + " „\(secret.heading.text)“, die nie gelesen werden soll",
          en: "In \(file) “\(used.heading.text)” is the same column as"
            + " “\(secret.heading.text)”, which shall never be read",
          wayOut: LocalisedText(
            de: "Nennen Sie die Spalte nur einmal, und so, wie sie im Export heißt",
            en: "Name the column once only, as it stands in the export"))
      }
    }
  }

  private func place(of declared: DeclaredHeading) -> Int? {
    guard case .column(let column) = matcher.match(declared.heading.text) else { return nil }
    return column
  }

  private func notice(
    _ code: String, _ heading: Heading, de: String, en: String, wayOut: LocalisedText
  ) -> Notice {
    Notice(
      code: code,
      place: Notice.Place(
        file: pipeline, line: heading.place.line, column: heading.place.column),
      problem: LocalisedText(de: de, en: en), wayOut: wayOut)
  }
}
