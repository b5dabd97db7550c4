internal import Glibc

/// How many signals chance alone would give among independent tests.
public struct ChanceSignals: Sendable, Equatable {
  /// The number of tests.
  public let tests: Int
  /// The level of each test.
  public let level: Double
  /// The number to be expected if nothing at all were going on: level · tests.
  public let expected: Double
  /// The chance of at least one.
  public let anyProbability: Double
  /// The number that chance alone stays at or below in 95 of 100 cases.
  public let usualMost: Int

  /// Computes what chance alone gives.
  ///
  /// - Parameters:
  ///   - tests: The number of tests, at least 1 and at most 1e9; otherwise there is no answer.
  ///   - level: The chance of a false signal in one of them, above 0 and below 1.
  public init?(tests: Int, level: Double) {
    guard (1...1_000_000_000).contains(tests), level > 0, level < 1,
      let most = CountTail.binomial(trials: tests, probability: level).quantile(0.95)
    else { return nil }
    self.tests = tests
    self.level = level
    expected = level * Double(tests)
    anyProbability = -expm1(Double(tests) * log1p(-level))
    usualMost = most
  }

  /// The chance of at least as many signals if nothing at all were going on.
  ///
  /// - Parameter signals: The number of signals seen, not negative.
  /// - Returns: From 0 to 1, or nil where the input allows none.
  public func probability(ofAtLeast signals: Int) -> Double? {
    CountTail.binomial(trials: tests, probability: level).atLeast(signals)
  }
}
