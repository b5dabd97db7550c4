/// What leaving some answers out does to a mean: an indicator's effect on the result.
///
/// Never an accusation: it says whether the result rests on the answers in question, from sums alone.
public struct RemovalEffect: Sendable, Equatable {
  /// Why there is none.
  public enum Failure: String, Error, Sendable, Equatable {
    /// More is taken out than there is.
    case notAPart = "not-a-part"
    /// There is nothing at all.
    case nothing = "no-values"
    /// Nothing is left.
    case nothingLeft = "nothing-left"
  }

  /// The mean of all.
  public let meanWith: Double
  /// The mean of those that are left.
  public let meanWithout: Double
  /// The mean of those taken out, or nil if there are none.
  public let meanOfRemoved: Double?
  /// The share taken out.
  public let share: Double
  /// The difference without - with.
  public var difference: Double { meanWithout - meanWith }
  /// The difference in standard deviations of one value (n - 1, of all), or nil without spread.
  public let standardisedDifference: Double?

  /// Compares.
  ///
  /// - Parameters:
  ///   - all: The sums of all values.
  ///   - removed: The sums of those taken out, in the same unit.
  /// - Throws: Why that cannot be.
  public init(all: SampleSums, removed: SampleSums) throws(Failure) {
    guard let with = all.mean else { throw .nothing }
    guard (0...all.count).contains(removed.count), removed.sumOfSquares >= 0,
      removed.sumOfSquares <= all.sumOfSquares
    else { throw .notAPart }
    let left = SampleSums(
      count: all.count - removed.count, sum: all.sum - removed.sum,
      sumOfSquares: all.sumOfSquares - removed.sumOfSquares)
    guard let without = left.mean else { throw .nothingLeft }
    meanWith = with
    meanWithout = without
    meanOfRemoved = removed.mean
    share = Double(removed.count) / Double(all.count)
    standardisedDifference = all.standardDeviation.flatMap { $0 > 0 ? (without - with) / $0 : nil }
  }

  /// Compares single values.
  ///
  /// - Parameters:
  ///   - values: All values.
  ///   - removed: Per value, whether it is taken out.
  /// - Throws: Why that cannot be.
  public init(values: [Double], removed: [Bool]) throws(Failure) {
    guard values.count == removed.count, values.allSatisfy(\.isFinite) else { throw .notAPart }
    guard !values.isEmpty else { throw .nothing }
    func mean(_ chosen: [Double]) -> Double? {
      chosen.isEmpty ? nil : NeumaierSum(chosen).value / Double(chosen.count)
    }
    let taken = zip(values, removed).filter { $0.1 }.map { $0.0 }
    let left = zip(values, removed).filter { !$0.1 }.map { $0.0 }
    guard let with = mean(values), let without = mean(left) else { throw .nothingLeft }
    let squares = NeumaierSum(values.map { ($0 - with) * ($0 - with) }).value
    meanWith = with
    meanWithout = without
    meanOfRemoved = mean(taken)
    share = Double(taken.count) / Double(values.count)
    let deviation = (squares / Double(max(1, values.count - 1))).squareRoot()
    standardisedDifference = deviation > 0 ? (without - with) / deviation : nil
  }
}
