internal import CLibCSV

/// Writes records as CSV: separator `,`, line end LF, UTF-8, quotes only where they are needed.
///
/// A cell is quoted if it holds a separator, quote, CR or LF, or begins or ends with a blank; so is
/// the only cell of a record if it is empty, since readers would take it for a blank line. The
/// quoting itself is libcsv's.
public struct CSVWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []

  /// Makes an empty writer.
  public init() {}

  /// Appends one record.
  ///
  /// - Parameter cells: Its cells, at least one.
  public mutating func append(_ cells: [String]) {
    precondition(!cells.isEmpty, "a record has at least one cell")
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      let text = Array(cell.utf8)
      if Self.needsQuotes(text, isOnly: cells.count == 1) {
        appendQuoted(text)
      } else {
        bytes.append(contentsOf: text)
      }
    }
    bytes.append(lineFeed)
  }

  private static func needsQuotes(_ cell: [UInt8], isOnly: Bool) -> Bool {
    guard let first = cell.first, let last = cell.last else { return isOnly }
    if first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09 { return true }
    return cell.contains {
      $0 == UInt8(ascii: ",") || $0 == quote || $0 == lineFeed || $0 == carriageReturn
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
