/// A record as the slow twin finds it.
struct TwinRecord: Equatable {
  var offset: Int
  var count: Int
  var line: Int
  var lastLine: Int
  /// The fields without blanks at their ends, or `nil` if the quotes are not in order.
  var fields: [[UInt8]]?
  var isUnclosed = false
}

/// The rules of splitting and parsing written for plainness instead of speed: cut into physical
/// lines, then for each record add lines until its quotes are closed.
struct SlowTwin {
  let separator: UInt8
  var quotedLines = 200
  var quotedBytes = 1 << 20

  func records(of bytes: [UInt8]) -> [TwinRecord] {
    let lines = physicalLines(of: bytes)
    var records: [TwinRecord] = []
    var first = 0
    while first < lines.count {
      let (record, used) = record(of: bytes, lines, from: first)
      records.append(record)
      first += used
    }
    return records
  }

  private func physicalLines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == 10 || bytes[index] == 13 {
        lines.append(start..<index)
        if bytes[index] == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { index += 1 }
        start = index + 1
      }
      index += 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }

  private func record(
    of bytes: [UInt8], _ lines: [Range<Int>], from first: Int
  ) -> (TwinRecord, used: Int) {
    let start = lines[first].lowerBound
    var rejected = TwinRecord(
      offset: start, count: lines[first].count, line: first + 1, lastLine: first + 1, fields: nil)
    for last in first..<lines.count {
      switch read(Array(bytes[start..<lines[last].upperBound])) {
      case .complete(let fields):
        let record = TwinRecord(
          offset: start, count: lines[last].upperBound - start, line: first + 1,
          lastLine: last + 1, fields: fields)
        return (record, last - first + 1)
      case .malformed:
        rejected.isUnclosed = last > first
        return (rejected, 1)
      case .tooLong:
        rejected.isUnclosed = true
        return (rejected, 1)
      case .open(let breaks):
        // The next line break would be inside the open field, too.
        if breaks + 1 >= quotedLines {
          rejected.isUnclosed = true
          return (rejected, 1)
        }
      }
    }
    rejected.isUnclosed = true
    return (rejected, 1)
  }

  private enum Outcome {
    case complete([[UInt8]]), malformed, tooLong
    case open(breaks: Int)
  }

  private func read(_ text: [UInt8]) -> Outcome {
    var fields: [[UInt8]] = []
    var index = 0
    func isBlank(_ byte: UInt8) -> Bool { byte != separator && (byte == 32 || byte == 9) }
    while true {
      var field: [UInt8] = []
      while index < text.count, isBlank(text[index]) { index += 1 }
      if index < text.count, text[index] == 34 {
        let opening = index
        index += 1
        while true {
          guard index < text.count else {
            let open = String(decoding: field, as: UTF8.self).replacing("\r\n", with: "\n")
            return .open(breaks: open.utf8.count { $0 == 10 || $0 == 13 })
          }
          if index - opening > quotedBytes { return .tooLong }
          if text[index] == 34 {
            index += 1
            guard index < text.count, text[index] == 34 else { break }
          }
          field.append(text[index])
          index += 1
        }
        while index < text.count, isBlank(text[index]) { index += 1 }
        if index < text.count, text[index] != separator { return .malformed }
      } else {
        while index < text.count, text[index] != separator {
          if text[index] == 34 { return .malformed }
          field.append(text[index])
          index += 1
        }
      }
      fields.append(trim(field))
      guard index < text.count else { return .complete(fields) }
      index += 1
    }
  }

  private func trim(_ field: [UInt8]) -> [UInt8] {
    let text = String(decoding: field, as: UTF8.self).unicodeScalars
    let inner = text.drop { $0.properties.isWhitespace }
    let reversed = inner.reversed().drop { $0.properties.isWhitespace }
    return Array(String(String.UnicodeScalarView(reversed.reversed())).utf8)
  }
}
