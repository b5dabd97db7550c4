/// Which byte separates the cells, decided from the first records.
struct Dialect {
  /// The separator.
  let separator: UInt8
  /// The offset of the heading row: after a line such as `sep=;`, if there is one.
  let offset: Int
  /// The physical line of the heading row.
  let line: Int32

  /// The separators that are tried, in order of preference when all else is equal.
  static let candidates: [UInt8] = [
    UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]

  private static let sampleRecords = 200
  private static let sampleBytes = 1 << 18

  /// Decides.
  ///
  /// A separator that the pipeline gives counts, then one that a line `sep=` gives, then the only
  /// one under which all requested headings exist, then the one under which most records have as
  /// many cells as the heading row.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - layout: What is asked for.
  ///   - limits: The limits of reading.
  /// - Throws: That only one column would be found where more are asked for.
  init(_ text: Span<UInt8>, layout: SourceLayout, limits: ReadingLimits) throws(ExportFailure) {
    let announced = Dialect.announcement(text)
    offset = announced?.offset ?? 0
    line = announced == nil ? 1 : 2
    let start = (offset: offset, line: line)
    let tries = Dialect.candidates.map {
      Dialect.sample(text, separator: $0, from: start, layout: layout, limits: limits)
    }
    let wanted = Set(layout.columns.map { normalisedHeading($0.heading) }).count
    if let given = layout.separator ?? announced?.separator {
      let own = Dialect.sample(text, separator: given, from: start, layout: layout, limits: limits)
      if own.columns == 1, wanted > 1 {
        let better = Dialect.candidates.indices.first { tries[$0].columns > 1 }
        throw .singleColumn(separator: given, better: better.map { Dialect.candidates[$0] })
      }
      separator = given
      return
    }
    let complete = tries.indices.filter { wanted > 1 && tries[$0].found == layout.columns.count }
    if complete.count == 1 {
      separator = Dialect.candidates[complete[0]]
      return
    }
    let best = tries.indices.filter { tries[$0].columns > 1 }.max { left, right in
      let (a, b) = (tries[left], tries[right])
      // max keeps the later of equals: compare so that the earlier candidate is the greater one.
      return (a.share, a.columns, -left) < (b.share, b.columns, -right)
    }
    if best == nil, wanted > 1 {
      throw .singleColumn(separator: UInt8(ascii: ","), better: nil)
    }
    separator = best.map { Dialect.candidates[$0] } ?? UInt8(ascii: ",")
  }

  /// What the first records look like under a separator.
  private struct Sample {
    var columns = 0
    var share = 0.0
    var found = 0
  }

  private static func sample(
    _ text: Span<UInt8>, separator: UInt8, from start: (offset: Int, line: Int32),
    layout: SourceLayout, limits: ReadingLimits
  ) -> Sample {
    let part = text.extracting(0..<min(text.count, start.offset + sampleBytes))
    var splitter = RecordSplitter(
      separator: separator, limits: limits, offset: start.offset, line: start.line)
    let parser = FieldParser(separator: separator)
    var sample = Sample()
    var records = 0
    var fitting = 0
    while records < sampleRecords, let record = splitter.next(in: part) {
      guard record.end > record.start else { continue }
      guard record.shape == .regular || record.shape == .blanksAroundQuotes,
        parser.parse(part, record)
      else { continue }
      if sample.columns == 0 {
        let headings = Headings(names: parser.fields.headings())
        sample.columns = headings.names.count
        sample.found = headings.count(of: layout.columns)
        continue
      }
      records += 1
      if parser.fields.count == sample.columns { fitting += 1 }
    }
    sample.share = records == 0 ? 0 : Double(fitting) / Double(records)
    return sample
  }

  /// The separator that a first line such as `sep=;` names, as Excel writes and reads it.
  private static func announcement(_ text: Span<UInt8>) -> (separator: UInt8, offset: Int)? {
    let key = Array("sep=".utf8)
    var start = 0
    let isQuoted = text.count > 0 && text[0] == UInt8(ascii: "\"")
    if isQuoted { start = 1 }
    guard text.count > start + key.count else { return nil }
    for (index, byte) in key.enumerated() where text[start + index] | 0x20 != byte | 0x20 {
      return nil
    }
    let separator = text[start + key.count]
    var end = start + key.count + 1 + (isQuoted ? 1 : 0)
    guard end < text.count, separator != 0x0A, separator != 0x0D else { return nil }
    guard text[end] == 0x0A || text[end] == 0x0D else { return nil }
    if text[end] == 0x0D, end + 1 < text.count, text[end + 1] == 0x0A { end += 1 }
    return (separator, end + 1)
  }
}

extension Fields {
  /// The fields as headings.
  func headings() -> [String] {
    (0..<count).map { normalisedHeading(String(decoding: bytes[range($0)], as: UTF8.self)) }
  }

  /// Whether no field holds anything but blanks.
  var areBlank: Bool {
    let span = bytes.span
    return (0..<count).allSatisfy { Trimming.trim(span, range($0)).isEmpty }
  }
}
