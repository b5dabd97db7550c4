/// A decimal number as it was written, kept exactly: `units` times 10^-`decimals`.
struct FixedPoint: Equatable {
  /// The digits as a whole number.
  let units: Int
  /// Digits after the decimal point, without trailing zeros.
  let decimals: Int

  /// Makes a whole number.
  ///
  /// - Parameter whole: The number.
  init(whole: Int) {
    units = whole
    decimals = 0
  }

  /// Reads a number of YAML 1.2's core schema: an optional sign, digits, and an optional point.
  ///
  /// Exponents, other bases, infinity and digit groups are no numbers here; nothing that people
  /// write into a pipeline needs them.
  ///
  /// - Parameter text: The text; at most 15 digits.
  init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    var fraction = parts.count == 2 ? parts[1] : []
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard
      whole.count + fraction.count > 0, whole.count + fraction.count <= 15,
      whole.allSatisfy(digits.contains), fraction.allSatisfy(digits.contains)
    else { return nil }
    while fraction.last == digits.lowerBound { fraction.removeLast() }
    let value = (whole + fraction).reduce(0) { $0 * 10 + Int($1 - digits.lowerBound) }
    units = isNegative ? -value : value
    decimals = fraction.count
  }

  /// The number as a binary fraction.
  var double: Double { Double(units) / Double(Self.power(decimals)) }

  /// The number in units of 10^-`decimals`.
  ///
  /// - Parameter decimals: Digits after the decimal point.
  /// - Returns: The units, or `nil` if the number has more decimals.
  func units(at decimals: Int) -> Int? {
    guard decimals >= self.decimals else { return nil }
    let (result, overflow) = units.multipliedReportingOverflow(
      by: Self.power(decimals - self.decimals))
    return overflow ? nil : result
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
  }
}
