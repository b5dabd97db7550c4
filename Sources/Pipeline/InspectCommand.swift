internal import Benchmark
internal import Exports

extension Commands {
  /// Prints what the columns of an export seem to be, without the texts of their cells.
  ///
  /// Only options of items that stand in the file ten times or more are shown.
  ///
  /// - Parameter export: The file.
  /// - Returns: Done, or done with warnings.
  /// - Throws: Why it cannot be read.
  public func inspect(export: String) throws(Failure) -> ExitCode {
    let sketch: ExportSketch
    do throws(ExportFailure) {
      sketch = try ExportSketch.read(path: export)
    } catch {
      throw ExportWords.failure(error, path: export)
    }
    let notices = try TextNotices(lookingAt: export, sketch, jobs: options.jobs)
    Output.print(Inspection(sketch: sketch, language: options.language).text)
    options.log.tell(notices.warnings, remarks: notices.others)
    return notices.warnings.isEmpty ? .done : .warnings
  }
}

/// The table that `inspect` prints.
struct Inspection {
  let sketch: ExportSketch
  let language: Language

  var text: String {
    let columns = sketch.judgedColumns
    var lines = head
    lines.append("")
    let titles = [
      LocalisedText(de: "Nr", en: "no"), LocalisedText(de: "Rolle", en: "role"),
      LocalisedText(de: "gefüllt", en: "filled"), LocalisedText(de: "versch.", en: "distinct"),
      LocalisedText(de: "Skala", en: "scale"), LocalisedText(de: "Spalte", en: "column"),
    ]
    var rows = [titles.map { $0[language] }]
    var options: [[String]] = [[]]
    for (index, column) in columns.enumerated() {
      let share = Double(column.sketch.filled) * 100 / Double(max(1, column.sketch.records))
      let isScored = [.item, .twoLevels].contains(column.role)
      rows.append([
        "\(index + 1)", Self.word(column.role)[language], "\(Int(share.rounded())) %",
        "\(column.sketch.distinctCount)" + (column.sketch.hasMore ? "+" : ""),
        isScored ? column.scale.map(Self.scale) ?? "" : "", Self.line(column.sketch.heading),
      ])
      options.append(isScored ? column.frequentLabels : [])
    }
    let widths = (0..<5).map { place in rows.map { $0[place].count }.max() ?? 0 }
    for (row, options) in zip(rows, options) {
      var line = ""
      for (place, width) in widths.enumerated() {
        let gap = String(repeating: " ", count: width - row[place].count)
        line += ([0, 2, 3].contains(place) ? gap + row[place] : row[place] + gap) + "  "
      }
      lines.append(line + row[5])
      if !options.isEmpty {
        let indent = String(repeating: " ", count: widths.reduce(0) { $0 + $1 + 2 })
        lines.append(indent + "  " + options.joined(separator: " · "))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    let separator =
      sketch.separator == 9 ? "tab" : String(decoding: [sketch.separator], as: UTF8.self)
    let tool = sketch.candidates.first.map { candidate in
      let evidence = candidate.evidence.prefix(4).map(Self.line).joined(separator: ", ")
      return
        "\(Adapter.adapter(for: candidate.tool).name) (\(candidate.tool.rawValue): \(evidence))"
    }
    let texts = [
      LocalisedText(de: "Datei: \(sketch.fileName)", en: "File: \(sketch.fileName)"),
      LocalisedText(de: "Werkzeug: \(tool ?? "unbekannt")", en: "Tool: \(tool ?? "unknown")"),
      LocalisedText(
        de: "Kodierung: \(sketch.encoding.rawValue), Trennzeichen: \(separator), Kopfzeilen:"
          + " \(sketch.headerRows)",
        en: "Encoding: \(sketch.encoding.rawValue), separator: \(separator), heading rows:"
          + " \(sketch.headerRows)"),
      LocalisedText(
        de: "Datensätze: \(sketch.records), davon mit falscher Zellenzahl:"
          + " \(sketch.irregularRecords)" + (sketch.isPart ? " (nur der Anfang der Datei)" : ""),
        en: "Records: \(sketch.records), with a wrong number of cells: \(sketch.irregularRecords)"
          + (sketch.isPart ? " (only the beginning of the file)" : "")),
    ]
    return texts.map { $0[language] }
  }

  private static func scale(_ scale: ScaleGuess) -> String {
    let step = scale.stepInTenths == 10 ? "" : " (0.\(scale.stepInTenths))"
    return "\(scale.minimum)-\(scale.maximum)\(step)" + (scale.isReversed ? " ↓" : "")
      + (scale.doubts.isEmpty ? "" : " ?")
  }

  /// A heading on one line, cut where it is too long for a table.
  private static func line(_ heading: String) -> String {
    let plain = InitText.plain(heading)
    let scalars = plain.unicodeScalars
    let printable = scalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    guard printable.count > 70 else { return String(String.UnicodeScalarView(printable)) }
    // Long questions differ at their ends.
    return String(String.UnicodeScalarView(printable.prefix(33))) + " … "
      + String(String.UnicodeScalarView(printable.suffix(34)))
  }

  private static func word(_ role: ExportSketch.Role) -> LocalisedText {
    switch role {
    case .item: LocalisedText(de: "Frage", en: "item")
    case .twoLevels: LocalisedText(de: "ja/nein", en: "yes/no")
    case .option: LocalisedText(de: "Ankreuzfeld", en: "tick box")
    case .organisation: LocalisedText(de: "Einrichtung", en: "organisation")
    case .date: LocalisedText(de: "Datum", en: "date")
    case .completed: LocalisedText(de: "vollständig", en: "completed")
    case .test: LocalisedText(de: "Testzeilen", en: "test rows")
    case .identifier: LocalisedText(de: "identifizierend", en: "identifier")
    case .text: LocalisedText(de: "Freitext", en: "free text")
    case .quasiIdentifier: LocalisedText(de: "Personenmerkmal", en: "quasi-identifier")
    case .technical: LocalisedText(de: "technisch", en: "technical")
    case .number: LocalisedText(de: "Zahl", en: "number")
    case .category: LocalisedText(de: "Kategorie", en: "category")
    case .empty: LocalisedText(de: "leer", en: "empty")
    case .unnamed: LocalisedText(de: "ohne eigenen Namen", en: "no own name")
    }
  }
}
