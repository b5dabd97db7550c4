/// A figure as decimal digits, at most thirteen of them significant: the one form it is written in.
///
/// Rounding happens on decimal digits, half away from zero, so that a last-bit difference between
/// two processors never shows.
struct FigureText: Equatable {
  /// Whether the figure is below zero.
  private var negative: Bool
  /// The significant digits as a whole number without trailing zeros; 0 for zero.
  private var digits: UInt64
  /// The power of ten that `digits` is multiplied by.
  private var exponent: Int
  /// The name of a value that is no figure (`nan`, `inf`), or `nil`.
  private var oddity: String?

  /// Takes the digits of a figure.
  ///
  /// - Parameter value: The figure.
  init(_ value: Double) {
    negative = value < 0
    digits = 0
    exponent = 0
    oddity = nil
    guard value.isFinite else {
      oddity = value.isNaN ? "nan" : "inf"
      return
    }
    if value.magnitude < 1e12, value.magnitude == value.magnitude.rounded() {
      digits = UInt64(value.magnitude)
    } else {
      read(value.description)
      keep(significant: 13)
    }
    dropTrailingZeros()
  }

  /// Takes the digits of Swift's shortest form that reads back as the same value.
  private mutating func read(_ description: String) {
    var afterPoint = false
    var exponentSign = 0
    var written = 0
    for byte in description.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int(byte - UInt8(ascii: "0"))
        if exponentSign != 0 {
          written = written * 10 + digit
        } else {
          digits = digits * 10 + UInt64(digit)
          if afterPoint { exponent -= 1 }
        }
      case UInt8(ascii: "."): afterPoint = true
      case UInt8(ascii: "e"): exponentSign = 1
      case UInt8(ascii: "-") where exponentSign != 0: exponentSign = -1
      default: break
      }
    }
    exponent += exponentSign * written
  }

  private mutating func keep(significant count: Int) {
    let excess = Self.count(of: digits) - count
    if excess > 0 { drop(excess) }
  }

  /// Rounds the last `count` digits away, half away from zero.
  private mutating func drop(_ count: Int) {
    exponent += count
    guard count <= 19 else {
      digits = 0
      return
    }
    let divisor = Self.power(count)
    let rest = digits % divisor
    digits = digits / divisor + (rest >= divisor - rest ? 1 : 0)
  }

  private mutating func dropTrailingZeros() {
    guard digits != 0 else {
      exponent = 0
      negative = false
      return
    }
    while digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
  }

  private static func power(_ exponent: Int) -> UInt64 {
    var result: UInt64 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  private static func count(of digits: UInt64) -> Int {
    var count = 0
    var rest = digits
    while rest > 0 {
      rest /= 10
      count += 1
    }
    return count
  }

  /// Appends the shortest plain form with `.` as decimal mark, for attributes and tables of figures.
  ///
  /// - Parameter bytes: What it is appended to.
  func write(to bytes: inout [UInt8]) {
    if let oddity {
      bytes.append(contentsOf: ((negative ? "-" : "") + oddity).utf8)
      return
    }
    if negative { bytes.append(UInt8(ascii: "-")) }
    let places = max(0, -exponent)
    if places > 20 || exponent > 0 && exponent + Self.count(of: digits) > 15 {
      Self.append(digits, to: &bytes)
      bytes.append(contentsOf: "e\(exponent)".utf8)
      return
    }
    let whole = exponent > 0 ? digits * Self.power(exponent) : digits
    Self.append(whole, places: places, mark: [UInt8(ascii: ".")], group: [], to: &bytes)
  }

  /// The shortest plain form with `.` as decimal mark.
  var plain: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the figure rounded for readers.
  ///
  /// - Parameters:
  ///   - places: Digits after the decimal mark.
  ///   - shift: The power of ten to multiply by first; 2 turns a share into per cent.
  ///   - signed: Whether figures above zero carry a plus sign.
  ///   - conventions: The marks of the language.
  ///   - bytes: What it is appended to.
  func write(
    places: Int, shift: Int = 0, signed: Bool = false, conventions: NumberConventions,
    to bytes: inout [UInt8]
  ) {
    guard oddity == nil else {
      bytes.append(contentsOf: "–".utf8)
      return
    }
    var shown = self
    shown.exponent += shift
    if shown.exponent < -places {
      shown.drop(-places - shown.exponent)
    }
    while shown.exponent > -places, shown.digits != 0, shown.digits < UInt64.max / 10 {
      shown.digits *= 10
      shown.exponent -= 1
    }
    if shown.digits != 0 {
      if negative {
        bytes.append(contentsOf: "−".utf8)
      } else if signed {
        bytes.append(UInt8(ascii: "+"))
      }
    }
    Self.append(
      shown.digits, places: places, mark: conventions.decimalMark,
      group: conventions.thousandsMark, to: &bytes)
  }

  private static func append(_ digits: UInt64, to bytes: inout [UInt8]) {
    append(digits, places: 0, mark: [], group: [], to: &bytes)
  }

  private static func append(
    _ digits: UInt64, places: Int, mark: [UInt8], group: [UInt8], to bytes: inout [UInt8]
  ) {
    var backwards: [UInt8] = []
    var rest = digits
    var position = 0
    while rest > 0 || position <= places {
      if position == places, places > 0 { backwards.append(contentsOf: mark.reversed()) }
      if position > places, (position - places) % 3 == 0 {
        backwards.append(contentsOf: group.reversed())
      }
      backwards.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      position += 1
    }
    bytes.append(contentsOf: backwards.reversed())
  }
}

/// The marks that a language writes numbers with.
struct NumberConventions {
  /// What stands before the digits after the point.
  var decimalMark: [UInt8]
  /// What stands between groups of three digits.
  var thousandsMark: [UInt8]
  /// What stands before the per cent sign.
  var beforePercent: [UInt8]

  /// German: decimal comma, narrow no-break space between thousands and before the per cent sign.
  static let german = NumberConventions(
    decimalMark: Array(",".utf8), thousandsMark: Array("\u{202F}".utf8),
    beforePercent: Array("\u{202F}".utf8))
  /// English: decimal point, comma between thousands, no blank before the per cent sign.
  static let english = NumberConventions(
    decimalMark: Array(".".utf8), thousandsMark: Array(",".utf8), beforePercent: [])
}
