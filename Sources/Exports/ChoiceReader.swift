/// One option of a question of which several options may be chosen, all in one cell.
public struct ChoiceFormat: Sendable, Equatable {
  /// The option that the column is about.
  public var option: String
  /// All options of the question; an option may hold the separator.
  public var options: [String]
  /// What stands between the options in a cell, for example `, ` or `;`.
  public var separator: String
  /// Cell texts (trimmed, exact) that stand for a missing state.
  public var missing: [String: Answer]

  /// Makes a format.
  ///
  /// - Parameters:
  ///   - option: The option that the column is about.
  ///   - options: All options of the question, this one among them.
  ///   - separator: What stands between the options in a cell.
  ///   - missing: Cell texts that stand for a missing state.
  public init(
    option: String, options: [String], separator: String, missing: [String: Answer] = [:]
  ) {
    self.option = option
    self.options = options
    self.separator = separator
    self.missing = missing
  }
}

/// Tells whether an option is among those of a cell.
///
/// At each place the longest option counts that ends at a separator or at the end of the cell, so
/// that an option may hold the separator itself. What is no option is passed over up to the next
/// separator and counted.
struct ChoiceReader: Sendable {
  private let option: Int?
  /// The options as bytes, longest first.
  private let options: [[UInt8]]
  private let separator: [UInt8]
  private let missing: [String: Answer]
  /// Whether this option's column counts what is no option, so that it is counted once.
  private let isFirst: Bool

  init(_ format: ChoiceFormat) {
    let sorted = format.options.sorted { left, right in
      left.utf8.count == right.utf8.count
        ? left < right : left.utf8.count > right.utf8.count
    }
    options = sorted.map { Array($0.utf8) }
    option = sorted.firstIndex(of: format.option)
    let bytes = Array(format.separator.utf8)
    // Blanks around separators differ between tools and versions; a blank alone is a separator.
    let trimmed = bytes.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()
    separator = trimmed.isEmpty ? [0x20] : Array(trimmed)
    missing = format.missing
    isFirst = format.options.first == format.option
  }

  /// The answer of one cell: 1 if the option is chosen, 0 if only others are, or a missing state.
  func answer(_ bytes: Span<UInt8>, _ range: Range<Int>, _ repairs: inout Repairs) -> Answer {
    if !missing.isEmpty {
      var text: [UInt8] = []
      for index in range { text.append(bytes[index]) }
      if let state = missing[String(decoding: text, as: UTF8.self)] { return state }
    }
    guard !range.isEmpty else { return .empty }
    var isChosen = false
    var unknown = 0
    var index = range.lowerBound
    while index < range.upperBound {
      index = skipBlanks(bytes, index, range.upperBound)
      if index == range.upperBound { break }
      if let end = separatorEnd(bytes, index, range.upperBound) {
        index = end  // a separator with nothing before it, as at the end of `a;b;`
        continue
      }
      if let (match, end) = longestOption(bytes, index, range.upperBound) {
        if match == option { isChosen = true }
        index = end
      } else {
        unknown += 1
        while index < range.upperBound, separatorEnd(bytes, index, range.upperBound) == nil {
          index += 1
        }
      }
    }
    if isFirst { repairs.unknownOptions += unknown }
    return Answer(value: isChosen ? 1 : 0)
  }

  private func longestOption(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (option: Int, end: Int)? {
    for (place, option) in options.enumerated() where matches(bytes, start, end, option) {
      let after = skipBlanks(bytes, start + option.count, end)
      if after == end { return (place, end) }
      if let next = separatorEnd(bytes, after, end) { return (place, next) }
      if separator == [0x20], after > start + option.count { return (place, after) }
    }
    return nil
  }

  private func separatorEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    matches(bytes, start, end, separator) ? start + separator.count : nil
  }

  private func matches(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ wanted: [UInt8]
  ) -> Bool {
    guard !wanted.isEmpty, start + wanted.count <= end else { return false }
    for (offset, byte) in wanted.enumerated() where bytes[start + offset] != byte { return false }
    return true
  }

  private func skipBlanks(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, bytes[index] == 0x20 { index += 1 }
    return index
  }
}
