internal import Benchmark

/// The numbers of the section `thresholds`.
struct Limits {
  /// Those that travel with the definition.
  var thresholds = Definition.Thresholds()
  /// Whether fewer than 10 answers may give a figure.
  var allowSmallCounts = false
  /// After how many lines a quoted cell counts as unclosed.
  var unclosedQuoteLines = 200
}

extension Decoding {
  /// Reads the thresholds; those not given keep their defaults.
  ///
  /// - Parameter node: The node.
  /// - Returns: The numbers.
  mutating func limits(_ node: YAMLNode) -> Limits {
    var limits = Limits()
    guard let section = section(node, ConfigurationKeys.thresholds) else { return limits }
    if let truth = section["allow_small_counts"].flatMap({ boolean($0.value) }) {
      limits.allowSmallCounts = truth
    }
    let counts: [(key: String, path: WritableKeyPath<Definition.Thresholds, Int>)] = [
      ("minimum_answers", \.minimumAnswers), ("minimum_for_reading", \.minimumForReading),
      ("minimum_peers_for_reading", \.minimumPeersForReading), ("minimum_peers", \.minimumPeers),
      ("minimum_change", \.minimumChange),
    ]
    for (key, path) in counts {
      guard let number = section[key].flatMap({ whole($0.value, in: 1...1_000_000) }) else {
        continue
      }
      limits.thresholds[keyPath: path] = number
    }
    let shares: [(key: String, path: WritableKeyPath<Definition.Thresholds, Double>)] = [
      ("minimum_reliability", \.minimumReliability),
      ("false_discovery_rate", \.falseDiscoveryRate), ("warn_rejected", \.warnRejected),
      ("stop_rejected", \.stopRejected),
    ]
    for (key, path) in shares {
      guard let number = section[key].flatMap({ share($0.value) }) else { continue }
      limits.thresholds[keyPath: path] = number
    }
    if let lines = section["unclosed_quote_lines"].flatMap({ whole($0.value, in: 1...1_000_000) }) {
      limits.unclosedQuoteLines = lines
    }
    if let entry = section["minimum_answers"], limits.thresholds.minimumAnswers < 10,
      !limits.allowSmallCounts
    {
      report(.smallCounts(), at: entry.value.place)
    }
    return limits
  }
}
