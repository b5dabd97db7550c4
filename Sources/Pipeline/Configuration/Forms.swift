internal import Benchmark
internal import Exports

/// The forms that keys and periods must have; all compare bytes.
enum Forms {
  /// Whether a text is a key: 1 to 64 of `a-z 0-9 - _`, first a letter or digit.
  ///
  /// - Parameter text: The text.
  /// - Returns: Whether it has the form.
  static func isKey(_ text: String) -> Bool {
    guard let first = text.utf8.first, (1...64).contains(text.utf8.count) else { return false }
    return (isLower(first) || isDigit(first))
      && text.utf8.allSatisfy { isLower($0) || isDigit($0) || isDashOrUnderscore($0) }
  }

  /// Whether a text is the key of an organisation: 1 to 64 of `A-Z a-z 0-9 . _ -`, first no dot.
  ///
  /// - Parameter text: The text.
  /// - Returns: Whether it has the form.
  static func isOrganisationKey(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: ".")
      && text.utf8.allSatisfy {
        isLetter($0) || isDigit($0) || isDashOrUnderscore($0) || $0 == UInt8(ascii: ".")
      }
  }

  /// Whether a text has the form of organisations that are taken from exports.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - form: The form.
  /// - Returns: Whether it has the form.
  static func has(_ text: String, form: CodeForm) -> Bool {
    switch form {
    case .number: (1...18).contains(text.utf8.count) && text.utf8.allSatisfy(isDigit)
    case .code:
      (1...32).contains(text.utf8.count) && text.utf8.contains(where: isDigit)
        && text.utf8.allSatisfy { isLetter($0) || isDigit($0) || isDashOrUnderscore($0) }
    }
  }

  /// Whether a text names a slice of time: `all`, `2026`, `2026-Q1` or `2026-03`.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - period: How the pipeline slices time.
  /// - Returns: Whether it has the form.
  static func isPeriod(_ text: String, of period: Definition.Period) -> Bool {
    let bytes = Array(text.utf8)
    let year = bytes.prefix(4)
    let rest = String(decoding: bytes.dropFirst(4), as: UTF8.self)
    guard period != .all else { return text == "all" }
    guard year.count == 4, year.allSatisfy(isDigit) else { return false }
    return switch period {
    case .all: false
    case .year: rest.isEmpty
    case .quarter: ["-Q1", "-Q2", "-Q3", "-Q4"].contains(rest)
    case .month: (1...12).contains { rest == ($0 < 10 ? "-0\($0)" : "-\($0)") }
    }
  }

  private static func isLower(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    isLower(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isDashOrUnderscore(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
