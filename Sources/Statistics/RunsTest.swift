/// The test of whether values above and below their median follow one another by chance.
///
/// Source: Wald & Wolfowitz (1940) with the normal approximation, no continuity correction. Values
/// equal to the median are left out. Few runs speak for shifts or trends, many for alternation.
public struct RunsTest: Sendable, Equatable {
  /// Why there is no test.
  public enum Failure: String, Error, Sendable, Equatable {
    /// A value that is no finite number.
    case notFinite = "not-finite"
    /// No value above or none below the median, or just one of each.
    case noVariation = "no-variation"
  }

  /// The median.
  public let median: Double
  /// The number of values above it.
  public let above: Int
  /// The number of values below it.
  public let below: Int
  /// The number of runs.
  public let runs: Int
  /// The number of runs to be expected by chance.
  public let expected: Double
  /// The normal score.
  public let z: Double
  /// The two-sided p-value.
  public let probability: Double
  /// The length of the longest run.
  public let longest: Int

  /// Tests a series.
  ///
  /// - Parameter values: In order of time.
  /// - Throws: Why there is no test.
  public init(values: [Double]) throws(Failure) {
    guard values.allSatisfy(\.isFinite) else { throw .notFinite }
    guard let median = quantile(of: values, at: 0.5) else { throw .noVariation }
    let sides = values.filter { $0 != median }.map { $0 > median }
    let above = sides.count(where: \.self)
    let below = sides.count - above
    let (a, b) = (Double(above), Double(below))
    let size = a + b
    let product = 2 * a * b
    guard above > 0, below > 0, size > 2 else { throw .noVariation }
    var (runs, longest, length) = (0, 0, 0)
    for place in sides.indices {
      if place == 0 || sides[place] != sides[place - 1] {
        runs += 1
        length = 0
      }
      length += 1
      longest = max(longest, length)
    }
    let expected = product / size + 1
    let variance = product * (product - size) / (size * size * (size - 1))
    guard variance > 0 else { throw .noVariation }
    self.median = median
    self.above = above
    self.below = below
    self.runs = runs
    self.longest = longest
    self.expected = expected
    z = (Double(runs) - expected) / variance.squareRoot()
    probability = Normal.twoSided(z) ?? 1
  }
}
