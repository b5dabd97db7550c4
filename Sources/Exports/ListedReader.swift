/// Finds listed values, and listed numbers also where a spreadsheet rewrote them.
struct ListedReader: Sendable {
  private var table = ByteTable()
  /// Listed numbers without the zeros at their start, where only one listed number is left so.
  private var withoutZeros = ByteTable()

  /// Prepares a list.
  ///
  /// - Parameter values: Text to code.
  init(_ values: [String: Int32]) {
    var stripped: [String: [Int32]] = [:]
    for (text, code) in values.sorted(by: { $0.key < $1.key }) {
      table.add(text, value: code)
      if text.utf8.first == UInt8(ascii: "0"), text.utf8.allSatisfy(isDigit) {
        stripped[String(text.drop { $0 == "0" }), default: []].append(code)
      }
    }
    for (text, codes) in stripped.sorted(by: { $0.key < $1.key }) {
      if !text.isEmpty, codes.count == 1 { withoutZeros.add(text, value: codes[0]) }
    }
    table.add("", value: -1)
  }

  /// The number of listed values, the blank one included.
  var count: Int { table.count }

  /// The code of a cell.
  ///
  /// - Parameters:
  ///   - bytes: What holds the cell.
  ///   - range: Where it stands, trimmed.
  ///   - repairs: Where rewritten numbers are counted.
  /// - Returns: Its code, -1 if it is blank, -2 if it is not listed, -3 if it is a number with an
  ///   exponent that is not listed as it stands: its last digits may have been rounded away.
  func code(_ bytes: Span<UInt8>, _ range: Range<Int>, _ repairs: inout Repairs) -> Int32 {
    if let code = table.value(of: bytes, range) { return code }
    guard let number = WrittenNumber(bytes, range) else { return -2 }
    if number.isExponential { return -3 }
    let digits = number.digits.span
    let all = 0..<digits.count
    if number.isFloat, let code = table.value(of: digits, all) {
      repairs.idsAsFloats += 1
      return code
    }
    guard let code = withoutZeros.value(of: digits, all) else { return -2 }
    repairs.lostZeros += 1
    if number.isFloat { repairs.idsAsFloats += 1 }
    return code
  }
}

/// A whole number as digits, also where it is written as `17.0`, `17,00` or `4,687E+11`.
struct WrittenNumber {
  /// Its digits, at most 18.
  let digits: [UInt8]
  /// Whether it has a decimal mark or an exponent.
  let isFloat: Bool
  /// Whether it has an exponent: then digits may have been rounded away, and others share its text.
  private(set) var isExponential = false

  /// Reads a number.
  ///
  /// Without an exponent at most two decimals are allowed, since `1.000` may be a thousand, and they
  /// must be zeros; with one the digits must suffice: `4,687E+11` is 468700000000.
  ///
  /// - Parameters:
  ///   - bytes: What holds the number.
  ///   - range: Where it stands, trimmed.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var digits: [UInt8] = []
    var index = range.lowerBound
    func isMore() -> Bool { index < range.upperBound }
    while isMore(), isDigit(bytes[index]) {
      digits.append(bytes[index])
      index += 1
    }
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    isFloat = isMore()
    var decimals = 0
    if isMore(), bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") {
      index += 1
      while isMore(), isDigit(bytes[index]) {
        digits.append(bytes[index])
        decimals += 1
        index += 1
      }
      guard decimals > 0, digits.count <= 36 else { return nil }
    }
    if isMore() {
      guard bytes[index] | 0x20 == UInt8(ascii: "e") else { return nil }
      isExponential = true
      index += 1
      guard isMore(), bytes[index] == UInt8(ascii: "+") else { return nil }
      index += 1
      var exponent = 0
      let start = index
      while isMore(), index < start + 3, isDigit(bytes[index]) {
        exponent = exponent * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      guard index > start, !isMore(), exponent <= 17, exponent >= decimals else { return nil }
      digits += [UInt8](repeating: UInt8(ascii: "0"), count: exponent - decimals)
    } else if decimals > 0 {
      guard decimals <= 2, digits.suffix(decimals).allSatisfy({ $0 == UInt8(ascii: "0") }) else {
        return nil
      }
      digits.removeLast(decimals)
    }
    guard digits.count <= 18 else { return nil }
    self.digits = digits
  }
}

/// Whether a byte is one of the digits of ASCII.
func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
