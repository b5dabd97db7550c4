/// Writes the parts of a tally file.
struct TallyWriter {
  var bytes: [UInt8] = []

  /// A whole number as LEB128: seven bits a byte, lowest first.
  mutating func number(_ value: some BinaryInteger) {
    precondition(value >= 0, "counts are not negative")
    var rest = UInt128(value)
    while rest >= 128 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Bytes with their length before them.
  mutating func block(_ content: [UInt8]) {
    number(content.count)
    bytes.append(contentsOf: content)
  }

  mutating func groups(of tally: Tally) {
    number(tally.groups.count)
    for key in tally.sortedKeys {
      guard let counts = tally.groups[key] else { preconditionFailure("sorted keys have counts") }
      block(Array(key.organisation.utf8))
      block(Array(key.period.utf8))
      number(key.perspective)
      number(counts.respondents)
      for item in counts.items {
        for count in item.levels { number(count) }
        for count in [item.empty, item.notShown, item.nonAnswer, item.blanked] { number(count) }
      }
      for sums in counts.dimensions {
        number(sums.scored)
        number(sums.sum)
        number(sums.sumOfSquares)
        number(sums.complete)
        for sum in sums.itemSums { number(sum) }
        for product in sums.crossProducts { number(product) }
      }
    }
  }

  /// Rising numbers as differences.
  mutating func fingerprints(_ values: [UInt64]) {
    number(values.count)
    var last: UInt64 = 0
    for value in values {
      number(value - last)
      last = value
    }
  }
}

/// Reads the parts of a tally file; anything that does not fit is damage.
struct TallyReader {
  let bytes: [UInt8]
  var offset: Int

  var isAtEnd: Bool { offset == bytes.count }

  mutating func wide() throws(TallyFile.Failure) -> UInt128 {
    var value: UInt128 = 0
    var shift = 0
    while offset < bytes.count, shift < 126 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt128(byte & 127) << UInt128(shift)
      if byte < 128 { return value }
      shift += 7
    }
    throw .damaged
  }

  mutating func number() throws(TallyFile.Failure) -> UInt64 {
    guard let value = UInt64(exactly: try wide()) else { throw .damaged }
    return value
  }

  mutating func count() throws(TallyFile.Failure) -> Int {
    guard let value = Int(exactly: try wide()) else { throw .damaged }
    return value
  }

  mutating func block() throws(TallyFile.Failure) -> [UInt8] {
    let length = try count()
    guard length <= bytes.count - offset else { throw .damaged }
    defer { offset += length }
    return Array(bytes[offset..<offset + length])
  }

  mutating func text() throws(TallyFile.Failure) -> String {
    guard let text = String(validating: try block(), as: UTF8.self) else { throw .damaged }
    return text
  }

  mutating func groups(schema: Schema) throws(TallyFile.Failure) -> Tally {
    var tally = Tally(schema: schema)
    for _ in 0..<(try count()) {
      let key = GroupKey(
        organisation: try text(), period: try text(), perspective: try count())
      guard key.perspective < schema.perspectives.count else { throw .damaged }
      tally.add(try group(schema: schema), to: key)
    }
    return tally
  }

  private mutating func group(schema: Schema) throws(TallyFile.Failure) -> GroupCounts {
    var counts = GroupCounts(schema: schema)
    counts.respondents = try count()
    for item in counts.items.indices {
      for level in counts.items[item].levels.indices {
        counts.items[item].levels[level] = try count()
      }
      counts.items[item].empty = try count()
      counts.items[item].notShown = try count()
      counts.items[item].nonAnswer = try count()
      counts.items[item].blanked = try count()
    }
    for dimension in counts.dimensions.indices {
      counts.dimensions[dimension].scored = try count()
      counts.dimensions[dimension].sum = Int128(try wide())
      counts.dimensions[dimension].sumOfSquares = Int128(try wide())
      counts.dimensions[dimension].complete = try count()
      for item in counts.dimensions[dimension].itemSums.indices {
        counts.dimensions[dimension].itemSums[item] = try count()
      }
      for pair in counts.dimensions[dimension].crossProducts.indices {
        counts.dimensions[dimension].crossProducts[pair] = try count()
      }
    }
    return counts
  }

  mutating func fingerprints() throws(TallyFile.Failure) -> [UInt64] {
    var values: [UInt64] = []
    var last: UInt64 = 0
    for _ in 0..<(try count()) {
      let (next, overflow) = last.addingReportingOverflow(try number())
      guard !overflow else { throw .damaged }
      values.append(next)
      last = next
    }
    return values
  }
}
