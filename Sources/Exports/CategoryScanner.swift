/// Where a field stands, without the quotes round it.
struct CategoryField {
  var range: Range<Int>
  /// Whether quotes inside it are doubled.
  var hasQuotes = false
}

/// Walks over records, strictly: a quote stands round a whole field or doubled inside one.
struct CategoryScanner {
  let separator: UInt8
  var position: Int
  var line: Int

  /// The fields of the next record that is not blank, `nil` at the end.
  mutating func next(in bytes: Span<UInt8>) throws(CategoryTable.Failure) -> [CategoryField]? {
    var fields: [CategoryField] = []
    return try next(in: bytes, bytes.count, &fields) ? fields : nil
  }

  /// Finds the fields of the next record that is not blank.
  mutating func next(
    in bytes: Span<UInt8>, _ end: Int, _ fields: inout [CategoryField]
  ) throws(CategoryTable.Failure) -> Bool {
    fields.removeAll(keepingCapacity: true)
    while position < end {
      let byte = bytes[position]
      if byte == quote {
        fields.append(try quoted(bytes, end))
      } else {
        let start = position
        while position < end {
          let byte = unsafe bytes[unchecked: position]
          if byte == separator || byte == lineFeed || byte == carriageReturn { break }
          if byte == quote { throw .malformed(line: line) }
          position += 1
        }
        fields.append(CategoryField(range: start..<position))
      }
      guard position < end else { break }
      if bytes[position] == separator {
        position += 1
        // A separator at the very end opens one more field.
        if position == end { fields.append(CategoryField(range: position..<position)) }
        continue
      }
      stepOverLineEnd(bytes, end)
      if fields.count == 1, Blanks.trim(bytes, fields[0].range).isEmpty {
        fields.removeAll(keepingCapacity: true)
        continue
      }
      return true
    }
    return fields.count > 1 || fields.count == 1 && !Blanks.trim(bytes, fields[0].range).isEmpty
  }

  private mutating func stepOverLineEnd(_ bytes: Span<UInt8>, _ end: Int) {
    if bytes[position] == carriageReturn, position + 1 < end, bytes[position + 1] == lineFeed {
      position += 1
    }
    position += 1
    line += 1
  }

  private mutating func quoted(
    _ bytes: Span<UInt8>, _ end: Int
  ) throws(CategoryTable.Failure) -> CategoryField {
    let first = line
    position += 1
    var field = CategoryField(range: position..<position)
    while position < end {
      let byte = bytes[position]
      if byte == quote {
        guard position + 1 < end, bytes[position + 1] == quote else { break }
        field.hasQuotes = true
        position += 1
      } else if byte == lineFeed {
        line += 1
      }
      position += 1
    }
    guard position < end else { throw .malformed(line: first) }
    field.range = field.range.lowerBound..<position
    position += 1
    while position < end, bytes[position] == 0x20 { position += 1 }
    guard position < end else { return field }
    let next = bytes[position]
    guard next == separator || next == lineFeed || next == carriageReturn else {
      throw .malformed(line: line)
    }
    return field
  }
}
