/// Rounds to a number of significant decimal digits, the same on every machine.
///
/// Only multiplication and division by powers of ten are used, which every processor rounds alike;
/// halves go away from 0. The result is the floating-point number closest to that decimal.
///
/// - Parameters:
///   - value: A finite number.
///   - digits: From 1 to 15.
/// - Returns: The rounded number (never -0), or nil if the input is out of range.
public func rounded(_ value: Double, toSignificantDigits digits: Int) -> Double? {
  guard value.isFinite, (1...15).contains(digits) else { return nil }
  if value == 0 { return 0 }
  let magnitude = value.magnitude
  // Outside the powers of ten that a Double holds exactly, a decimal text does the last step.
  guard magnitude >= 1e-7, magnitude < 1e22 else {
    return roundedFar(value, digits: digits)
  }
  // The number of digits before the decimal mark, 0 or less for small numbers.
  let before =
    magnitude >= 1
    ? (powersOfTen.firstIndex { $0 > magnitude } ?? powersOfTen.count)
    : 1 - (powersOfTen.firstIndex { magnitude * $0 >= 1 } ?? 0)
  let shift = digits - before
  let result: Double
  if shift >= 0 {
    guard shift < powersOfTen.count else { return roundedFar(value, digits: digits) }
    result = (magnitude * powersOfTen[shift]).rounded() / powersOfTen[shift]
  } else {
    result = (magnitude / powersOfTen[-shift]).rounded() * powersOfTen[-shift]
  }
  return value < 0 ? -result : result
}

/// 10^0 to 10^22, each exact.
private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
  1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]

/// The same for very large and very small numbers, by way of the shortest decimal text.
private func roundedFar(_ value: Double, digits: Int) -> Double? {
  let text = "\(value.magnitude)"
  let parts = text.split(separator: "e", omittingEmptySubsequences: false)
  guard let mantissa = parts.first else { return nil }
  var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
  var kept: [UInt8] = []
  var hasMark = false
  for byte in mantissa.utf8 {
    if byte == UInt8(ascii: ".") {
      hasMark = true
    } else {
      if hasMark { exponent -= 1 }
      if !kept.isEmpty || byte != UInt8(ascii: "0") { kept.append(byte - UInt8(ascii: "0")) }
    }
  }
  guard kept.count > digits else { return value }
  let isUp = kept[digits] >= 5
  exponent += kept.count - digits
  var whole = kept.prefix(digits).reduce(0) { $0 * 10 + Int($1) }
  if isUp { whole += 1 }
  guard let result = Double("\(whole)e\(exponent)"), result.isFinite else { return nil }
  return value < 0 ? -result : result
}
