/// How far the members of one group agree in their answers to the items of a scale.
public struct WithinGroupAgreement: Sendable, Equatable {
  /// The number of members who answered all items.
  public let count: Int
  /// The number of items.
  public let items: Int
  /// The mean variance of an item within the group, divisor n - 1.
  public let meanVariance: Double
  /// The variance of answers at random, (A² - 1)/12 for A levels.
  public let randomVariance: Double
  /// The mean distance of an answer from its item's mean, averaged over items, in levels.
  ///
  /// Source: Burke, Finkelstein & Dusig (1999), AD_M(j).
  public let averageDeviation: Double

  /// Judges a group.
  ///
  /// - Parameters:
  ///   - rows: Per member one answer per item, nil for missing; incomplete members are left out.
  ///   - levels: The number of levels A of the answers, at least 2.
  /// - Throws: `tooFewValues` (fewer than two complete members, no item, fewer than two levels),
  ///   `differentLengths`, `notFinite`.
  public init(_ rows: [[Double?]], levels: Int) throws(ComparisonFailure) {
    guard let items = rows.first?.count, items > 0, levels > 1, levels < 1 << 20 else {
      throw .tooFewValues
    }
    guard rows.allSatisfy({ $0.count == items }) else { throw .differentLengths }
    let complete = rows.compactMap { row -> [Double]? in
      let values = row.compactMap(\.self)
      return values.count == items ? values : nil
    }
    guard complete.count > 1 else { throw .tooFewValues }
    var (variances, deviations) = ([Double](), [Double]())
    for item in 0..<items {
      let answers = complete.map { $0[item] }
      guard let moments = SampleMoments(answers), let variance = moments.variance else {
        throw .notFinite
      }
      variances.append(variance)
      deviations.append(
        compensatedSum(answers.lazy.map { ($0 - moments.mean).magnitude })
          / Double(answers.count))
    }
    count = complete.count
    self.items = items
    meanVariance = compensatedSum(variances) / Double(items)
    averageDeviation = compensatedSum(deviations) / Double(items)
    randomVariance = (Double(levels) * Double(levels) - 1) / 12
    guard meanVariance.isFinite, averageDeviation.isFinite else { throw .notFinite }
  }

  /// r_wg(j): agreement against answers at random, grown with the number of items; 0 where members
  /// differ more than at random.
  ///
  /// Source: James, Demaree & Wolf (1984), uniform null distribution.
  public var rwg: Double {
    let ratio = meanVariance / randomVariance
    guard ratio < 1 else { return 0 }
    let agreement = Double(items) * (1 - ratio)
    return agreement / (agreement + ratio)
  }

  /// r*_wg(j): the same without growing with the number of items; below 0 beyond random.
  ///
  /// Source: Lindell, Brandt & Whitney (1999).
  public var rStarWg: Double { 1 - meanVariance / randomVariance }
}
