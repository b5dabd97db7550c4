/// What must become of a record.
enum Fate: Equatable {
  case header
  case blank
  case accepted
  case rejected(String)
  case skipped(String)
}

/// One record as it stands in the file, without its line end.
struct Line {
  var text: String
  var fate: Fate
  /// Whose answers count, if the record is accepted.
  var person: Person?
}

/// An export under construction: headings, dialect and records.
struct Sheet {
  let headings: [String]
  let separator: String
  let quotesEverything: Bool
  let lineEnd: String
  /// Lines before the headings, such as `sep=;`; they count as heading rows.
  var preamble: [String] = []
  var lines: [Line] = []

  /// The place of a column.
  func column(_ heading: String) -> Int {
    guard let index = headings.firstIndex(of: heading) else {
      preconditionFailure("a heading of this sheet")
    }
    return index
  }

  /// A record's text from its cells.
  func text(_ cells: some Sequence<String>) -> String {
    cells.map { cell in
      let isPlain = !cell.unicodeScalars.contains { $0 == "\"" || $0 == "\r" || $0 == "\n" }
      if isPlain && !quotesEverything && !cell.contains(separator) { return cell }
      return "\""
        + cell.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    }.joined(separator: separator)
  }

  /// A record of cells.
  ///
  /// - Parameters:
  ///   - cells: The cells.
  ///   - fate: What must become of it.
  ///   - changes: Cells to put elsewhere, by heading.
  ///   - person: Whose answers count, if it is accepted.
  /// - Returns: The record.
  func line(
    _ cells: [String], _ fate: Fate, changing changes: [(String, String)] = [],
    person: Person? = nil
  ) -> Line {
    var cells = cells
    for (heading, cell) in changes { cells[column(heading)] = cell }
    return Line(text: text(cells), fate: fate, person: person)
  }

  /// Puts records between others; the positions count the records there were before.
  mutating func insert(_ added: [(at: Int, line: Line)]) {
    var result: [Line] = []
    var sorted = added.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }[...]
    for index in 0...lines.count {
      while let next = sorted.first, next.element.at <= index || index == lines.count {
        result.append(next.element.line)
        sorted.removeFirst()
      }
      if index < lines.count { result.append(lines[index]) }
    }
    lines = result
  }

  /// The text of the whole file.
  var content: String {
    preamble.map { $0 + lineEnd }.joined() + lines.map { $0.text + lineEnd }.joined()
  }
}
