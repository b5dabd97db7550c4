/// How much of the personal data known to be in texts was found, counted text by text.
///
/// A true span counts as found when every letter and digit of it is covered by spans of any kind: what leaks counts,
/// not what it was called. Whether the kind was right is counted beside.
public struct RedactionScore: Sendable, Equatable {
  /// What is known to be in a text.
  public struct Truth: Sendable, Equatable {
    /// The code of the kind, as `Kind.code` has it.
    public var code: String
    /// The origin of a name, if it is known.
    public var origin: String?
    /// Where it stands, in code points.
    public var range: Range<Int>

    /// Makes a truth.
    ///
    /// - Parameters:
    ///   - code: The code of the kind.
    ///   - origin: The origin of a name, if it is known.
    ///   - range: Where it stands, in code points.
    public init(code: String, origin: String?, range: Range<Int>) {
      self.code = code
      self.origin = origin
      self.range = range
    }
  }

  /// How many there were, and how many of them were found.
  public struct Count: Sendable, Equatable {
    /// How many there were.
    public internal(set) var all = 0
    /// How many were found.
    public internal(set) var found = 0
    /// How many were found and called what they are.
    public internal(set) var named = 0

    /// The share found; 1 where there were none.
    public var recall: Double { all == 0 ? 1 : Double(found) / Double(all) }

    mutating func add(_ isFound: Bool, _ isNamed: Bool) {
      all += 1
      if isFound { found += 1 }
      if isNamed { named += 1 }
    }
  }

  /// All true spans.
  public private(set) var overall = Count()
  /// By code of the kind.
  public private(set) var kinds: [String: Count] = [:]
  /// Names, by origin.
  public private(set) var origins: [String: Count] = [:]
  /// Texts without personal data.
  public private(set) var harmless = 0
  /// Texts without personal data in which something was masked.
  public private(set) var alarms = 0

  /// Makes a score without texts.
  public init() {}

  /// Adds a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - truths: What is known to be in it.
  ///   - redaction: What became of it.
  /// - Returns: The places in `truths` of what was not found.
  @discardableResult
  public mutating func add(_ text: [UInt8], _ truths: [Truth], _ redaction: Redaction) -> [Int] {
    if truths.isEmpty {
      harmless += 1
      if !redaction.spans.isEmpty { alarms += 1 }
      return []
    }
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    var codes = [Kind?](repeating: nil, count: scalars.count)
    for (span, range) in zip(redaction.spans, redaction.codePointRanges(in: text)) {
      for place in range where place < codes.count { codes[place] = span.kind }
    }
    var missed: [Int] = []
    for (index, truth) in truths.enumerated() {
      let places = truth.range.filter {
        $0 < scalars.count && scalars[$0].properties.isAlphanumeric
      }
      let isFound = places.allSatisfy { codes[$0] != nil }
      let isNamed = isFound && places.allSatisfy { codes[$0]?.code == truth.code }
      overall.add(isFound, isNamed)
      kinds[truth.code, default: Count()].add(isFound, isNamed)
      if let origin = truth.origin { origins[origin, default: Count()].add(isFound, isNamed) }
      if !isFound { missed.append(index) }
    }
    return missed
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType != nil }
}
