internal import CLibCSV

/// Writes CSV records: comma, LF, quotes by libcsv where a field needs them.
public struct CSVWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private let separator: UInt8

  /// Makes a writer.
  ///
  /// - Parameter separator: What stands between fields, an ASCII byte.
  public init(separator: UInt8 = UInt8(ascii: ",")) { self.separator = separator }

  /// Appends a record.
  ///
  /// - Parameter fields: The fields; one that holds the separator, a quote, a line end or a blank
  ///   at either end is quoted.
  public mutating func append(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(separator) }
      append(field)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ field: String) {
    let content = Array(field.utf8)
    guard needsQuotes(content) else {
      bytes.append(contentsOf: content)
      return
    }
    var quoted = [UInt8](repeating: 0, count: 2 * content.count + 2)
    let count = unsafe csv_write(&quoted, quoted.count, content, content.count)
    bytes.append(contentsOf: quoted[..<count])
  }

  private func needsQuotes(_ content: [UInt8]) -> Bool {
    guard let first = content.first, let last = content.last else { return false }
    if first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09 { return true }
    return content.contains {
      $0 == separator || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
    }
  }
}
