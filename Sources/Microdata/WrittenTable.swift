/// A written CSV file, read to the byte: nothing is trimmed, nothing is made alike.
///
/// It is the verifier's own reader and shares nothing with the one that reads exports.
struct WrittenTable {
  /// The headings.
  let headings: [[UInt8]]
  /// The cells of each record.
  let rows: [[[UInt8]]]

  /// Reads comma-separated records that end with LF or CRLF.
  ///
  /// - Parameter bytes: The file.
  init(_ bytes: [UInt8]) {
    var (rows, row, cell) = ([[[UInt8]]](), [[UInt8]](), [UInt8]())
    var (isQuoted, wasQuoted) = (false, false)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && bytes.dropFirst(index + 1).first == byte:
        cell.append(byte)
        index += 1
      case UInt8(ascii: "\"") where isQuoted || cell.isEmpty && !wasQuoted:
        isQuoted.toggle()
        wasQuoted = true
      case UInt8(ascii: ",") where !isQuoted:
        row.append(cell)
        (cell, wasQuoted) = ([], false)
      case 0x0A where !isQuoted:
        if cell.last == 0x0D { cell.removeLast() }
        rows.append(row + [cell])
        (row, cell, wasQuoted) = ([], [], false)
      default: cell.append(byte)
      }
      index += 1
    }
    if !row.isEmpty || !cell.isEmpty { rows.append(row + [cell]) }
    headings = rows.first ?? []
    self.rows = Array(rows.dropFirst())
  }
}
