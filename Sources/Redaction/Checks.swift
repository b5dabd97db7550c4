/// The checks that identifiers carry, on upper-case ASCII letters and digits without separators.
///
/// Every function takes bytes `0`–`9`, `A`–`Z` and says whether they form a valid number of its kind.
public enum IdentifierCheck {
  static func digit(_ byte: UInt8) -> Int? { byte >= 0x30 && byte <= 0x39 ? Int(byte) - 0x30 : nil }

  private static func digits(_ bytes: some Sequence<UInt8>) -> [Int]? {
    var digits: [Int] = []
    for byte in bytes {
      guard let digit = digit(byte) else { return nil }
      digits.append(digit)
    }
    return digits
  }

  private static func letter(_ byte: UInt8) -> Int? {
    byte >= 0x41 && byte <= 0x5A ? Int(byte) - 0x40 : nil
  }

  /// Digits count as themselves, A as 10, …, Z as 35.
  static func value(_ byte: UInt8) -> Int? {
    digit(byte) ?? letter(byte).map { $0 + 9 }
  }

  /// Whether the bytes are an IBAN: country, length and the remainder 1 modulo 97.
  ///
  /// Source: ISO 13616-1; lengths: the IBAN registry of SWIFT.
  public static func iban(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 4, let length = ibanLength(bytes[0], bytes[1]), length == bytes.count,
      digit(bytes[2]) != nil, digit(bytes[3]) != nil
    else { return false }
    var remainder = 0
    for byte in bytes[4...] + bytes[..<4] {
      guard let value = value(byte) else { return false }
      remainder = (value < 10 ? remainder * 10 + value : remainder * 100 + value) % 97
    }
    return remainder == 1
  }

  /// The length of a country's IBANs, or `nil` if it has none.
  static func ibanLength(_ first: UInt8, _ second: UInt8) -> Int? {
    lengths[UInt16(first) << 8 | UInt16(second)]
  }

  private static let lengths: [UInt16: Int] = {
    let table = """
      AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29
      ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20
      LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25
      QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20
      """
    var lengths: [UInt16: Int] = [:]
    for word in table.split(whereSeparator: \.isWhitespace) {
      let bytes = Array(word.utf8)
      lengths[UInt16(bytes[0]) << 8 | UInt16(bytes[1])] = Int(word.dropFirst(2))
    }
    return lengths
  }()

  /// Whether the digits end with their check digit by ISO 7064, MOD 11,10.
  static func mod1110(_ digits: some Collection<Int>) -> Bool {
    var product = 10
    for digit in digits.dropLast() {
      var sum = (digit + product) % 10
      if sum == 0 { sum = 10 }
      product = sum * 2 % 11
    }
    let check = (11 - product) % 10
    return Array(digits.suffix(1)) == [check]
  }

  /// Whether the bytes are a Steuer-Identifikationsnummer.
  ///
  /// Source: § 139b AO; Bundeszentralamt für Steuern: among the first ten digits exactly one occurs twice or
  /// three times, in the latter case never three in a row, and the others at most once.
  public static func taxID(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 11, let digits = digits(bytes), digits[0] != 0 else { return false }
    var counts = [Int](repeating: 0, count: 10)
    for digit in digits[..<10] { counts[digit] += 1 }
    let repeated = counts.filter { $0 > 1 }
    guard repeated.count == 1, repeated[0] <= 3 else { return false }
    if repeated[0] == 3 {
      for index in 2..<10
      where digits[index] == digits[index - 1] && digits[index] == digits[index - 2] {
        return false
      }
    }
    return mod1110(digits)
  }

  /// Whether the bytes are a German value added tax number: DE and nine digits.
  ///
  /// Source: § 27a UStG; the check is ISO 7064, MOD 11,10.
  public static func vatID(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 11, bytes[0] == UInt8(ascii: "D"), bytes[1] == UInt8(ascii: "E"),
      let digits = digits(bytes[2...]), digits[0] != 0
    else { return false }
    return mod1110(digits)
  }

  private static func crossSum(_ value: Int) -> Int { value / 10 + value % 10 }

  /// Whether the bytes are a Rentenversicherungsnummer.
  ///
  /// The date of birth may be unproven: day 00 or month 00, or a day raised so that numbers stay apart.
  ///
  /// Source: VKVV § 2; § 147 SGB VI.
  public static func pension(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 12, let name = letter(bytes[8]), let head = digits(bytes[..<8]),
      let tail = digits(bytes[9...])
    else { return false }
    let day = head[2] * 10 + head[3]
    let month = head[4] * 10 + head[5]
    guard month <= 12, day <= 31 || (33...95).contains(day) else { return false }
    let area = head[0] * 10 + head[1]
    guard area >= 2 else { return false }
    let all = head + [name / 10, name % 10] + tail[..<2]
    let weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]
    let sum = zip(all, weights).reduce(0) { $0 + crossSum($1.0 * $1.1) }
    return sum % 10 == tail[2]
  }

  /// Whether the bytes are a Krankenversichertennummer.
  ///
  /// Source: § 290 SGB V; GKV-Spitzenverband, Richtlinie zum Aufbau der Krankenversichertennummer.
  public static func health(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 10, let name = letter(bytes[0]), let rest = digits(bytes[1...]) else {
      return false
    }
    let all = [name / 10, name % 10] + rest[..<8]
    let sum = all.enumerated().reduce(0) {
      $0 + crossSum($1.element * ($1.offset % 2 == 0 ? 1 : 2))
    }
    return sum % 10 == rest[8]
  }

  private static let serials = Set("CFGHJKLMNPRTVWXYZ0123456789".utf8)

  /// Whether the bytes have the form of a serial number of identity cards and passports.
  ///
  /// Nine characters without vowels and without those that look like others; the first is a letter.
  ///
  /// Source: PAuswV and PassV, annexes; Bundesdruckerei.
  public static func serial(_ bytes: [UInt8]) -> Bool {
    bytes.count == 9 && digit(bytes[0]) == nil && bytes.allSatisfy(serials.contains)
      && bytes.contains { digit($0) != nil }
  }

  /// Whether the bytes are such a serial number and its check digit, as the machine-readable zone has it.
  ///
  /// Source: ICAO Doc 9303, part 3: weights 7, 3, 1.
  public static func serialWithCheck(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 10, serial(Array(bytes[..<9])), let check = digit(bytes[9]) else {
      return false
    }
    var sum = 0
    for (index, byte) in bytes[..<9].enumerated() {
      sum += (value(byte) ?? 0) * [7, 3, 1][index % 3]
    }
    return sum % 10 == check
  }

  /// Whether the bytes are the number of a German driving licence in card form.
  ///
  /// Source: FeV, annex 8, number 5: sum of the first nine characters by weights 9 to 1, modulo 11, 10 as X.
  public static func driver(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 11, let first = letter(bytes[0]), first <= 25,
      digits(bytes[1..<3]) != nil, value(bytes[3]) != nil, value(bytes[10]) != nil
    else { return false }
    var sum = 0
    for index in 0..<9 {
      guard let value = value(bytes[index]) else { return false }
      sum += value * (9 - index)
    }
    let check = sum % 11
    return check == 10 ? bytes[9] == UInt8(ascii: "X") : digit(bytes[9]) == check
  }

  /// Whether the bytes are a doctor's number (LANR): seven digits with check, two for the field.
  ///
  /// Source: § 293 SGB V; Kassenärztliche Bundesvereinigung.
  public static func doctor(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 9, let digits = digits(bytes) else { return false }
    let sum = (0..<6).reduce(0) { $0 + digits[$1] * ($1 % 2 == 0 ? 4 : 9) }
    return (10 - sum % 10) % 10 == digits[6]
  }

  /// Whether the bytes are an Institutionskennzeichen.
  ///
  /// Source: § 293 SGB V; Arbeitsgemeinschaft Institutionskennzeichen.
  public static func institution(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 9, let digits = digits(bytes) else { return false }
    let sum = (2..<8).reduce(0) { $0 + crossSum(digits[$1] * ($1 % 2 == 0 ? 2 : 1)) }
    return sum % 10 == digits[8]
  }

  /// Whether the bytes are the number of a payment card: 13 to 19 digits by Luhn's check.
  ///
  /// Source: ISO/IEC 7812-1.
  public static func card(_ bytes: [UInt8]) -> Bool {
    guard (13...19).contains(bytes.count), let digits = digits(bytes),
      (3...6).contains(digits[0]) || digits[0] == 2
    else { return false }
    let sum = digits.reversed().enumerated().reduce(0) { sum, next in
      let doubled = next.offset % 2 == 0 ? next.element : next.element * 2
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum % 10 == 0
  }

  /// Whether the bytes are a Steuernummer in the uniform form of thirteen digits.
  ///
  /// Source: Bundeseinheitliches Steuernummernformat (ELSTER): the beginning names the state, the fifth digit is 0.
  public static func uniformTaxNumber(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 13, let digits = digits(bytes), digits[4] == 0 else { return false }
    let two = digits[0] * 10 + digits[1]
    return [28, 11, 30, 24, 22, 26, 40, 23, 27, 10, 32, 31, 21, 41].contains(two) || digits[0] == 9
      || digits[0] == 5
  }
}
