/// What follows about the answers of a unit from all figures published together.
///
/// All histograms are gone through that fit everything published; sums that can no longer be
/// reached are left out early.
public struct DerivedAudit: Sendable, Equatable {
  /// How many histograms fit; at most `most` are counted.
  public private(set) var histograms = 0
  /// The only histogram that fits, or nil if there are several or none.
  public private(set) var only: [Int]?
  /// By level, the fewest answers of any histogram that fits.
  public private(set) var fewest: [Int]
  /// By level, the most answers of any histogram that fits.
  public private(set) var largest: [Int]
  /// The smallest and greatest number of answers of any that fits.
  public private(set) var n: ClosedRange<Int>?
  /// Whether all histograms were gone through; if not, nothing is proved safe.
  public private(set) var isComplete = true
  private var steps = 0
  private let most: Int

  /// Goes through all histograms that fit.
  ///
  /// - Parameters:
  ///   - figures: What is published.
  ///   - most: The most steps.
  public init(_ figures: PublishedFigures, most: Int = 20_000_000) {
    self.most = most
    fewest = [Int](repeating: .max, count: figures.levels)
    largest = [Int](repeating: 0, count: figures.levels)
    for n in figures.n {
      var histogram = [Int](repeating: 0, count: figures.levels)
      let sums = DerivedAudit.sums(figures, n)
      guard !sums.isEmpty else { continue }
      walk(figures, &histogram, level: figures.levels, left: n, sums)
    }
    if histograms != 1 { only = nil }
  }

  /// The sums of answers that a published mean allows.
  private static func sums(_ figures: PublishedFigures, _ n: Int) -> ClosedRange<Int> {
    guard let mean = figures.mean else { return n...(n * figures.levels) }
    let step = Double(mean.multiple) / Double(mean.scale)
    let low = (Double(mean.units) - 0.5) * step * Double(n)
    let high = (Double(mean.units) + 0.5) * step * Double(n)
    let first = max(n, Int(low.rounded(.up)) - 1)
    return first...max(first, min(n * figures.levels, Int(high.rounded(.down)) + 1))
  }

  private mutating func walk(
    _ figures: PublishedFigures, _ histogram: inout [Int], level: Int, left: Int,
    _ sums: ClosedRange<Int>
  ) {
    guard isComplete else { return }
    steps += 1
    guard steps <= most else {
      isComplete = false
      return
    }
    guard sums.upperBound >= left, sums.lowerBound <= left * level else { return }
    if level == 1 {
      histogram[0] = left
      if figures.fits(histogram) { take(histogram) }
      return
    }
    for count in 0...left where level * count <= sums.upperBound {
      histogram[level - 1] = count
      let rest = (sums.lowerBound - level * count)...(sums.upperBound - level * count)
      walk(figures, &histogram, level: level - 1, left: left - count, rest)
    }
    histogram[level - 1] = 0
  }

  private mutating func take(_ histogram: [Int]) {
    histograms += 1
    only = histogram
    for (place, count) in histogram.enumerated() {
      fewest[place] = min(fewest[place], count)
      largest[place] = max(largest[place], count)
    }
    let total = histogram.reduce(0, +)
    n = min(n?.lowerBound ?? total, total)...max(n?.upperBound ?? total, total)
  }

  /// What is given away.
  public enum Finding: Sendable, Equatable {
    /// All answers follow.
    case unique
    /// Somebody certainly chose a sensitive level; the level.
    case proved(level: Int)
    /// Certainly nobody chose a sensitive level; the level.
    case excluded(level: Int)
    /// The exact number of answers of a sensitive level follows; the level.
    case known(level: Int)
    /// A number of answers that was not published follows.
    case pinnedCount
    /// Too many histograms to go through.
    case unclear
    /// No answers give these figures.
    case contradiction
  }

  /// What is given away about sensitive levels.
  ///
  /// - Parameters:
  ///   - figures: What is published.
  ///   - sensitive: The levels about which nothing may be proved.
  /// - Returns: Findings; none if nothing is given away.
  public func findings(_ figures: PublishedFigures, sensitive: Set<Int>) -> [Finding] {
    guard isComplete else { return [.unclear] }
    guard histograms > 0 else { return [.contradiction] }
    var findings: [Finding] = histograms == 1 ? [.unique] : []
    for level in sensitive.sorted() where (1...figures.levels).contains(level) {
      if fewest[level - 1] > 0 { findings.append(.proved(level: level)) }
      if largest[level - 1] == 0 { findings.append(.excluded(level: level)) }
      if fewest[level - 1] == largest[level - 1], largest[level - 1] > 0 {
        findings.append(.known(level: level))
      }
    }
    if figures.n.count > 1, let n, n.count == 1 { findings.append(.pinnedCount) }
    return findings
  }
}
