/// How far a result is from what is expected.
struct OracleComparison {
  /// The largest deviation of a number: relative, or absolute where 0 is expected.
  private(set) var largest = 0.0
  /// The first thing that does not fit: where it stands, and what was found.
  private(set) var mismatch: String?

  private let tolerance: Double

  init(_ actual: JSONValue, expected: JSONValue, tolerance: Double) {
    self.tolerance = tolerance
    compare(actual, expected, at: [])
  }

  private mutating func compare(_ actual: JSONValue, _ expected: JSONValue, at path: [String]) {
    switch (actual, expected) {
    case (.number(let actual), .number(let expected)):
      let distance = (actual - expected).magnitude
      let deviation = expected == 0 ? distance : distance / expected.magnitude
      largest = max(largest, deviation.isNaN ? .infinity : deviation)
      if !(deviation <= tolerance) { complain("\(actual) instead of \(expected)", at: path) }
    case (.list(let actual), .list(let expected)):
      guard actual.count == expected.count else {
        complain("\(actual.count) elements instead of \(expected.count)", at: path)
        return
      }
      for (place, pair) in zip(actual, expected).enumerated() {
        compare(pair.0, pair.1, at: path + ["\(place)"])
      }
    case (.object(let actual), .object(let expected)):
      // Of objects, the named parts only.
      for (name, part) in expected.sorted(by: { $0.key < $1.key }) {
        if let found = actual[name] {
          compare(found, part, at: path + [name])
        } else {
          complain("missing", at: path + [name])
        }
      }
    default:
      if actual != expected {
        largest = .infinity
        complain("another value", at: path)
      }
    }
  }

  private mutating func complain(_ text: String, at path: [String]) {
    if mismatch == nil {
      mismatch = path.isEmpty ? text : "\(path.joined(separator: ".")): \(text)"
    }
  }
}
