/// Turns the cells of an item column into answers.
struct AnswerReader: Sendable {
  /// Missing texts and labels to the raw value of their answer.
  private var table = ByteTable()
  /// Missing codes that are numbers, so that `-9.0` is found like `-9`: value and raw answer.
  private var missingValues: [(value: Int32, raw: Int32)] = []
  private let decimals: Int
  private let mark: UInt8

  /// Prepares a format.
  ///
  /// - Parameter format: The format; a text that is both missing and a label is missing.
  init(_ format: AnswerFormat) {
    precondition((0...3).contains(format.decimals), "0 to 3 decimals")
    decimals = format.decimals
    mark = format.decimalMark
    for (text, answer) in format.missing.sorted(by: { $0.key < $1.key }) {
      table.add(text, value: answer.raw)
      let bytes = Array(text.utf8)
      let range = Blanks.trim(bytes.span, 0..<bytes.count)
      if let value = fixedPoint(bytes.span, range, decimals: decimals, mark: mark) {
        missingValues.append((value, answer.raw))
      }
    }
    for (text, value) in format.labels.sorted(by: { $0.key < $1.key }) {
      table.add(text, value: Answer(value: value).raw)
    }
    table.add("", value: Answer.empty.raw)
  }

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - bytes: What holds the cell.
  ///   - range: Where it stands, trimmed.
  /// - Returns: Its answer.
  func answer(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Answer {
    if let raw = table.value(of: bytes, range) { return Answer(raw: raw) }
    guard let value = fixedPoint(bytes, range, decimals: decimals, mark: mark) else {
      return .unreadable
    }
    for code in missingValues where code.value == value { return Answer(raw: code.raw) }
    return Answer(value: value)
  }
}

/// Reads a number in units of 10^-`decimals`.
///
/// A sign, digits, and a decimal mark with digits, nothing else; digits beyond `decimals` must be 0.
///
/// - Parameters:
///   - bytes: What holds the number.
///   - range: Where it stands.
///   - decimals: Digits kept after the mark.
///   - mark: The decimal mark.
/// - Returns: The value, or `nil` if it is no such number or too large for an answer.
func fixedPoint(
  _ bytes: Span<UInt8>, _ range: Range<Int>, decimals: Int, mark: UInt8
) -> Int32? {
  var index = range.lowerBound
  let end = range.upperBound
  guard index < end else { return nil }
  let isNegative = bytes[index] == UInt8(ascii: "-")
  if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
  var value: Int64 = 0
  var digits = 0
  var kept = -1  // digits after the mark, -1 before it
  while index < end {
    let byte = bytes[index]
    index += 1
    if byte == mark, kept < 0 {
      guard index < end else { return nil }
      kept = 0
      continue
    }
    guard byte >= 0x30, byte <= 0x39 else { return nil }
    digits += 1
    if kept >= decimals {
      guard byte == 0x30 else { return nil }
      continue
    }
    if kept >= 0 { kept += 1 }
    value = value * 10 + Int64(byte - 0x30)
    if value > Int64(Int32.max) { return nil }
  }
  guard digits > 0 else { return nil }
  for _ in max(kept, 0)..<decimals { value *= 10 }
  if isNegative { value = -value }
  guard value > Int64(Int32.min) + 8, value <= Int64(Int32.max) else { return nil }
  return Int32(value)
}
