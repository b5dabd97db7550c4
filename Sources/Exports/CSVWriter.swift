internal import CLibCSV

/// Writes records as CSV in UTF-8, with quotes only where they are needed.
///
/// A cell is quoted if it holds a separator, quote, CR or LF, or begins or ends with a blank; so is
/// the only cell of a record if it is empty, since readers would take it for a blank line. The
/// quoting itself is libcsv's.
public struct CSVWriter: Sendable {
  /// Whom the table is for.
  public enum Style: Sendable, Equatable {
    /// Programs: separator `,`, line end LF, no byte order mark, every cell as it is.
    case machine
    /// People who open it with a double click in a German Excel: byte order mark, separator `;`,
    /// line end CRLF.
    ///
    /// A cell that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`,
    /// a tab or a line break, gets a `'` before it.
    case spreadsheet
  }

  private let style: Style
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []

  /// Makes an empty writer.
  ///
  /// - Parameter style: Whom the table is for.
  public init(_ style: Style = .machine) {
    self.style = style
    if style == .spreadsheet { bytes = [0xEF, 0xBB, 0xBF] }
  }

  /// Appends one record.
  ///
  /// - Parameter cells: Its cells, at least one.
  public mutating func append(_ cells: [String]) {
    precondition(!cells.isEmpty, "a record has at least one cell")
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(separator) }
      var text = Array(cell.utf8)
      if style == .spreadsheet, Self.looksLikeFormula(text) {
        text.insert(UInt8(ascii: "'"), at: 0)
      }
      if needsQuotes(text, isOnly: cells.count == 1) {
        appendQuoted(text)
      } else {
        bytes.append(contentsOf: text)
      }
    }
    if style == .spreadsheet { bytes.append(carriageReturn) }
    bytes.append(lineFeed)
  }

  private var separator: UInt8 { UInt8(ascii: style == .spreadsheet ? ";" : ",") }

  /// Whether a spreadsheet would compute the cell.
  private static func looksLikeFormula(_ cell: [UInt8]) -> Bool {
    switch cell.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09,
      lineFeed, carriageReturn:
      true
    default: false
    }
  }

  private func needsQuotes(_ cell: [UInt8], isOnly: Bool) -> Bool {
    guard let first = cell.first, let last = cell.last else { return isOnly }
    if first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09 { return true }
    return cell.contains {
      $0 == separator || $0 == quote || $0 == lineFeed || $0 == carriageReturn
    }
  }

  private mutating func appendQuoted(_ cell: [UInt8]) {
    let start = bytes.count
    // At worst every byte is a quote and doubled.
    bytes.append(contentsOf: repeatElement(0, count: cell.count * 2 + 2))
    let room = bytes.count - start
    let written = unsafe bytes.withUnsafeMutableBytes { target in
      unsafe cell.withUnsafeBytes { source in
        unsafe csv_write2(
          target.baseAddress?.advanced(by: start), room, source.baseAddress, source.count, quote)
      }
    }
    bytes.removeLast(room - written)
  }
}
