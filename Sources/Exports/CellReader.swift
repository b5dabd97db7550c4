/// Builds one typed column cell by cell.
struct CellReader {
  private let kind: ColumnKind
  private var answers: [Answer] = []
  private var codes: [Int32] = []
  private var names: [String] = []
  private var indexOfName: [String: Int32] = [:]
  private var presence: [Bool] = []
  private var secretBytes: [UInt8] = []
  private var secretEnds: [Int] = []
  private var cache = TokenCache()

  init(kind: ColumnKind) { self.kind = kind }

  /// Takes the next cell.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the record's fields.
  ///   - range: The place of the cell, already trimmed.
  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    switch kind {
    case .answer(let format):
      let raw = cache.value(of: bytes, range) { Self.answer(bytes, range, format).raw }
      answers.append(Answer(raw: raw))
    case .known(let values):
      codes.append(
        range.isEmpty
          ? -1 : cache.value(of: bytes, range) { values[Self.text(bytes, range)] ?? -2 })
    case .open(let form):
      codes.append(range.isEmpty ? -1 : openCode(bytes, range, form))
    case .date(let order):
      codes.append(
        range.isEmpty
          ? TypedColumn.missingDay
          : cache.value(of: bytes, range) {
            DateReader.day(bytes, range, order) ?? TypedColumn.unreadableDay
          })
    case .presence:
      presence.append(!range.isEmpty)
    case .secret:
      for index in range { secretBytes.append(bytes[index]) }
      secretEnds.append(secretBytes.count)
    }
  }

  /// The column built so far.
  var column: TypedColumn {
    switch kind {
    case .answer: .answers(answers)
    case .known: .codes(codes)
    case .open: .open(codes: codes, names: names)
    case .date: .days(codes)
    case .presence: .presence(presence)
    case .secret: .secret(SecretColumn(bytes: secretBytes, ends: secretEnds))
    }
  }

  private mutating func openCode(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ form: CodeForm
  ) -> Int32 {
    guard Self.hasForm(bytes, range, form) else { return -2 }
    let name = Self.text(bytes, range)
    if let known = indexOfName[name] { return known }
    names.append(name)
    indexOfName[name] = Int32(names.count - 1)
    return Int32(names.count - 1)
  }

  private static func hasForm(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ form: CodeForm
  ) -> Bool {
    var digits = 0
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        if form == .number { return false }
      default: return false
      }
    }
    return digits > 0 && range.count <= (form == .number ? 18 : 32)
  }

  private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    for index in range { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }

  /// An answer: a missing state, a label, or a number, in this order.
  private static func answer(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ format: AnswerFormat
  ) -> Answer {
    if !format.missing.isEmpty || !format.labels.isEmpty {
      let text = text(bytes, range)
      if let state = format.missing[text] { return state }
      if let value = format.labels[text] { return Answer(value: value) }
    }
    guard !range.isEmpty else { return .empty }
    return number(bytes, range, format).map(Answer.init(value:)) ?? .unreadable
  }

  /// A number in fixed-point units; zeros beyond the kept decimals are accepted, other digits not.
  private static func number(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ format: AnswerFormat
  ) -> Int32? {
    var index = range.lowerBound
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
    var value = 0
    var digits = 0
    var decimals = -1
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      if byte == format.decimalMark, decimals < 0, digits > 0 {
        decimals = 0
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      digits += 1
      if decimals >= 0 {
        decimals += 1
        if decimals > format.decimals {
          guard byte == UInt8(ascii: "0") else { return nil }
          continue
        }
      }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      guard value < 1_000_000_000 else { return nil }
    }
    guard digits > 0, decimals != 0 else { return nil }
    for _ in 0..<(format.decimals - min(max(decimals, 0), format.decimals)) { value *= 10 }
    guard value < 2_000_000_000 else { return nil }
    return Int32(isNegative ? -value : value)
  }
}

/// Remembers what the cells of a column mean, since most of them repeat a few texts.
private struct TokenCache {
  private var short: [UInt64: Int32] = [:]
  private static let most = 4096

  /// The meaning of a cell, worked out once per text of up to seven bytes.
  mutating func value(
    of bytes: Span<UInt8>, _ range: Range<Int>, compute: () -> Int32
  ) -> Int32 {
    guard range.count <= 7 else { return compute() }
    var key = UInt64(range.count)
    for index in range { key = key << 8 | UInt64(bytes[index]) }
    if let known = short[key] { return known }
    let value = compute()
    if short.count < Self.most { short[key] = value }
    return value
  }
}
