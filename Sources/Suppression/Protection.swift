/// How far from the truth an attacker's interval for a hidden cell must reach.
///
/// With the value x of the cell, the interval [lo, hi] that follows from everything published
/// protects the cell if lo <= max(0, x - lower), hi >= x + upper and hi - lo >= sliding.
///
/// Source: Fischetti & Salazar (2001), Solving the cell suppression problem on tabular data with
/// linear constraints, Management Science 47; Hundepool et al., Handbook on Statistical Disclosure
/// Control, chapter 4.
public struct Protection: Sendable, Hashable, Codable {
  /// How far below the value the interval must begin, not negative.
  public var lower: Int
  /// How far above the value the interval must end, not negative.
  public var upper: Int
  /// How wide the interval must be, not negative.
  public var sliding: Int

  /// Makes a protection.
  ///
  /// - Parameters:
  ///   - lower: How far below the value the interval must begin.
  ///   - upper: How far above the value the interval must end.
  ///   - sliding: How wide the interval must be.
  public init(lower: Int, upper: Int, sliding: Int = 0) {
    precondition(lower >= 0 && upper >= 0 && sliding >= 0, "protection is not negative")
    self.lower = lower
    self.upper = upper
    self.sliding = sliding
  }
}
