/// Correlations of drivers and outcome within organisations and between them, apart.
///
/// Within: deviations of respondents from their organisation's means, pooled. Between: the means of
/// organisations, each counting alike or by its respondents. What distinguishes the answers of two
/// people is not what distinguishes two organisations, so each has its own drivers.
///
/// Limits: means of few respondents carry much of the variation within; the between correlations are
/// those of the observed means, not freed of it.
public struct DriverSplit: Sendable, Equatable {
  /// The number of respondents.
  public let count: Int
  /// The number of organisations.
  public let organisations: Int
  /// Pooled covariances within organisations, divisor N - G; by rows, nil without any spare row.
  public let within: [Double]?
  /// Covariances of the organisations' means; by rows, nil for fewer than two organisations.
  public let between: [Double]?

  /// Splits columns.
  ///
  /// Fails for columns that differ in length, are empty or not finite.
  ///
  /// - Parameters:
  ///   - columns: The drivers and, last, the outcome, n values each.
  ///   - groups: Per respondent, the organisation, from 0.
  ///   - groupCount: The number of organisations.
  ///   - weighted: Whether an organisation counts by its respondents in the between part.
  public init?(_ columns: [[Double]], groups: [Int], groupCount: Int, weighted: Bool = false) {
    guard let outcome = columns.last, groups.allSatisfy({ (0..<groupCount).contains($0) }),
      let moments = Self.moments(outcome, Array(columns.dropLast()), groups, groupCount)
    else { return nil }
    let size = columns.count
    count = moments.count
    organisations = moments.counts.count
    let spare = Double(count - organisations)
    within = spare > 0 ? moments.within.map { $0 / spare } : nil
    let weights = moments.counts.map { weighted ? Double($0) : 1 }
    let whole = weights.reduce(0, +)
    guard organisations > 1 else {
      between = nil
      return
    }
    let centres = (0..<size).map { column in
      zip(weights, moments.means).reduce(0) { $0 + $1.0 * $1.1[column] } / whole
    }
    var sums = [Double](repeating: 0, count: size * size)
    for (weight, means) in zip(weights, moments.means) {
      for row in 0..<size {
        for column in 0..<size {
          sums[row * size + column] +=
            weight * (means[row] - centres[row]) * (means[column] - centres[column])
        }
      }
    }
    let divisor = whole * Double(organisations - 1) / Double(organisations)
    between = sums.map { $0 / divisor }
  }

  private static func moments(
    _ outcome: [Double], _ fixed: [[Double]], _ groups: [Int], _ groupCount: Int
  ) -> GroupMoments? {
    do throws(GroupMoments.Failure) {
      return try GroupMoments(
        outcome: outcome, fixed: fixed, groups: groups, groupCount: groupCount)
    } catch {
      return nil
    }
  }
}
