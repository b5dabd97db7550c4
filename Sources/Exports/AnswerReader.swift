/// Turns the cells of an item column into answers.
struct AnswerReader: Sendable {
  /// Missing texts and labels to the raw value of their answer.
  private var table = ByteTable()
  /// Missing codes that are numbers, so that `-9.0` is found like `-9`: value and raw answer.
  private var missingValues: [(value: Int32, raw: Int32)] = []
  /// Labels and missing texts, folded, to the raw value of their answer; none that is ambiguous.
  private var folded: [String: Int32] = [:]
  private let decimals: Int
  private let mark: UInt8
  /// The thousands mark, where the column decided the decimal mark.
  private let thousands: UInt8?
  private let bounds: ClosedRange<Int32>?

  /// Prepares a format.
  ///
  /// - Parameter format: The format; a text that is both missing and a label is missing.
  init(_ format: AnswerFormat) {
    precondition((0...3).contains(format.decimals), "0 to 3 decimals")
    decimals = format.decimals
    mark = format.decimalMark
    let comma = UInt8(ascii: ",")
    thousands = format.isMarkDecided ? (mark == comma ? UInt8(ascii: ".") : comma) : nil
    bounds = format.bounds
    var folds: [String: Set<Int32>] = [:]
    for (text, answer) in format.missing.sorted(by: { $0.key < $1.key }) {
      table.add(text, value: answer.raw)
      folds[LabelFold.fold(text), default: []].insert(answer.raw)
      let bytes = Array(text.utf8)
      let range = Blanks.trim(bytes.span, 0..<bytes.count)
      if let value = fixedPoint(bytes.span, range, decimals: decimals, mark: mark) {
        missingValues.append((value, answer.raw))
      }
    }
    for (text, value) in format.labels.sorted(by: { $0.key < $1.key }) {
      table.add(text, value: Answer(value: value).raw)
      if format.missing[text] == nil { folds[LabelFold.fold(text), default: []].insert(value) }
    }
    table.add("", value: Answer.empty.raw)
    for (text, answers) in folds where answers.count == 1 && !text.isEmpty {
      folded[text] = answers.first
    }
  }

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - bytes: What holds the cell.
  ///   - range: Where it stands, trimmed.
  ///   - repairs: Where labels are counted that differ from the listed ones.
  /// - Returns: Its answer.
  func answer(_ bytes: Span<UInt8>, _ range: Range<Int>, _ repairs: inout Repairs) -> Answer {
    if let raw = table.value(of: bytes, range) { return Answer(raw: raw) }
    let number = fixedPoint(bytes, range, decimals: decimals, mark: mark, thousands: thousands)
    guard let value = number else { return answerInWords(bytes, range, &repairs) }
    for code in missingValues where code.value == value { return Answer(raw: code.raw) }
    if let bounds, value > bounds.upperBound, DateForm.serial.day(bytes, range) != nil {
      return .excelDate
    }
    return Answer(value: value)
  }

  /// Whether a cell reads as a missing state or as a value of the scale.
  ///
  /// - Parameter answer: What reading made of it.
  /// - Returns: Whether it does.
  func isPlausible(_ answer: Answer) -> Bool {
    answer.isValue
      ? bounds?.contains(answer.raw) ?? true : answer != .unreadable && answer != .excelDate
  }

  private func answerInWords(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ repairs: inout Repairs
  ) -> Answer {
    if !folded.isEmpty, range.count <= 1000 {
      var text: [UInt8] = []
      for index in range { text.append(bytes[index]) }
      if let raw = folded[LabelFold.fold(String(decoding: text, as: UTF8.self))] {
        repairs.driftedLabels += 1
        return Answer(raw: raw)
      }
    }
    return ExcelDamage.looksLikeDate(bytes, range) ? .excelDate : .unreadable
  }
}

/// Reads a number in units of 10^-`decimals`.
///
/// A sign, digits, and a decimal mark with digits, nothing else; digits beyond `decimals` must be 0.
/// With a thousands mark, the digits before the decimal mark may stand in groups of three.
///
/// - Parameters:
///   - bytes: What holds the number.
///   - range: Where it stands.
///   - decimals: Digits kept after the mark.
///   - mark: The decimal mark.
///   - thousands: The mark between groups of three digits, `nil` if there is none.
/// - Returns: The value, or `nil` if it is no such number or too large for an answer.
func fixedPoint(
  _ bytes: Span<UInt8>, _ range: Range<Int>, decimals: Int, mark: UInt8, thousands: UInt8? = nil
) -> Int32? {
  var index = range.lowerBound
  let end = range.upperBound
  guard index < end else { return nil }
  let isNegative = bytes[index] == UInt8(ascii: "-")
  if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
  var value: Int64 = 0
  var digits = 0
  var kept = -1  // digits after the mark, -1 before it
  var group = -1  // digits after the last thousands mark, -1 before the first
  while index < end {
    let byte = bytes[index]
    index += 1
    if byte == mark, kept < 0 {
      guard index < end, group < 0 || group == 3 else { return nil }
      kept = 0
      continue
    }
    if byte == thousands, kept < 0 {
      guard group < 0 ? (1...3).contains(digits) : group == 3 else { return nil }
      group = 0
      continue
    }
    guard byte >= 0x30, byte <= 0x39 else { return nil }
    digits += 1
    if kept < 0, group >= 0 { group += 1 }
    if kept >= decimals {
      guard byte == 0x30 else { return nil }
      continue
    }
    if kept >= 0 { kept += 1 }
    value = value * 10 + Int64(byte - 0x30)
    if value > Int64(Int32.max) { return nil }
  }
  guard digits > 0, group < 0 || group == 3 else { return nil }
  for _ in max(kept, 0)..<decimals { value *= 10 }
  if isNegative { value = -value }
  guard value > Int64(Int32.min) + 8, value <= Int64(Int32.max) else { return nil }
  return Int32(value)
}
