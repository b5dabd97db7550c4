/// How a sample was drawn: weights, strata, one stage of clusters, and how many clusters there are.
///
/// Variances are those of Taylor linearisation: the totals of clusters of each record's influence,
/// as R's `survey::svydesign` with one stage. Without strata the sample is one stratum, without
/// clusters every record is its own.
public struct SurveyDesign: Sendable, Equatable {
  /// Why a design allows no variance.
  public enum Failure: Error, Sendable, Equatable {
    /// Columns differ in length, or there is no record.
    case differentLengths
    /// A weight is negative or not finite, all are 0, or a value is not finite.
    case badNumber
    /// A stratum has a single cluster, whose variance is unknown.
    case lonelyCluster(stratum: Int)
    /// A stratum has more clusters in the sample than in the population, or two sizes.
    case badPopulation(stratum: Int)
    /// The whole sample is one cluster.
    case tooFewClusters
    /// A share is not between 0 and 1, or has no spread.
    case noSpread
    /// A group has no record.
    case emptyGroup
  }

  /// Per record, its weight.
  public let weights: [Double]
  /// Margins that the weights were fitted to; they take part of the variance away.
  public let margins: [WeightingMargin]
  /// The weights before they were fitted to the margins.
  public let designWeights: [Double]
  private let clusterOf: [Int]
  private let strata: [Stratum]

  private struct Stratum: Equatable {
    var clusters: [Int] = []
    /// The share of clusters that is in the sample.
    var sampled = 0.0
  }

  /// Describes a design.
  ///
  /// - Parameters:
  ///   - weights: One per record.
  ///   - strata: Per record, its stratum, from 0; nil for one stratum.
  ///   - clusters: Per record, its cluster within the stratum; nil if each is its own.
  ///   - populations: Per record, the number of clusters in its stratum's population; nil for
  ///     drawing with replacement, or a population so large that it does not matter.
  ///   - margins: Margins that the weights were fitted to.
  ///   - designWeights: The weights before that; nil for the same.
  /// - Throws: What is wrong with the design.
  public init(
    weights: [Double], strata: [Int]? = nil, clusters: [Int]? = nil, populations: [Double]? = nil,
    margins: [WeightingMargin] = [], designWeights: [Double]? = nil
  ) throws(Failure) {
    let count = weights.count
    let lengths =
      [strata?.count, clusters?.count, populations?.count, designWeights?.count]
      + margins.map(\.cells.count)
    guard count > 0, lengths.allSatisfy({ $0 == nil || $0 == count }),
      margins.allSatisfy({ $0.cells.allSatisfy($0.targets.indices.contains) })
    else { throw .differentLengths }
    guard WeightSummary(weights) != nil, WeightSummary(designWeights ?? weights) != nil else {
      throw .badNumber
    }
    var (places, strataPlaces): ([[Int]: Int], [Int: Int]) = ([:], [:])
    var (found, clusterOf): ([Stratum], [Int]) = ([], [])
    var sizes: [Double] = []
    for record in 0..<count {
      let label = strata?[record] ?? 0
      let size = populations?[record] ?? .infinity
      let stratum = strataPlaces[label] ?? found.count
      if stratum == found.count {
        strataPlaces[label] = stratum
        found.append(Stratum())
        sizes.append(size)
      }
      guard sizes[stratum] == size, size > 0 else { throw .badPopulation(stratum: label) }
      let key = [label, clusters?[record] ?? record]
      let cluster = places[key] ?? places.count
      if cluster == places.count {
        places[key] = cluster
        found[stratum].clusters.append(cluster)
      }
      clusterOf.append(cluster)
    }
    let labels = strataPlaces.sorted { $0.value < $1.value }.map(\.key)
    for place in found.indices {
      let sampled = Double(found[place].clusters.count) / sizes[place]
      guard sampled <= 1 + 1e-12 else { throw .badPopulation(stratum: labels[place]) }
      guard found[place].clusters.count > 1 || sampled >= 1 - 1e-12 else {
        if found.count == 1 { throw .tooFewClusters }
        throw .lonelyCluster(stratum: labels[place])
      }
      found[place].sampled = min(1, sampled)
    }
    self.weights = weights
    self.margins = margins
    self.designWeights = designWeights ?? weights
    self.clusterOf = clusterOf
    self.strata = found
  }

  /// The number of clusters in the sample.
  public var clusterCount: Int { strata.reduce(0) { $0 + $1.clusters.count } }

  /// The degrees of freedom: clusters minus strata.
  public var degreesOfFreedom: Int { clusterCount - strata.count }

  /// The variance of a sum of influences.
  ///
  /// - Parameter influences: Per record, what it adds to the estimate, weight included.
  /// - Returns: The variance.
  func variance(of influences: [Double]) -> Double {
    var totals = [Double](repeating: 0, count: clusterCount)
    for (cluster, value) in zip(clusterOf, calibrated(influences)) { totals[cluster] += value }
    var variance = 0.0
    for stratum in strata where stratum.clusters.count > 1 {
      let n = Double(stratum.clusters.count)
      let values = stratum.clusters.map { totals[$0] }
      let mean = values.reduce(0, +) / n
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      variance += (1 - stratum.sampled) * n / (n - 1) * squares
    }
    return variance
  }

  /// Influences freed of what the margins explain.
  ///
  /// One margin: means with the design weights (post-stratification). Several: plain means of each
  /// margin in turn until nothing changes, as `survey` does after raking.
  private func calibrated(_ influences: [Double]) -> [Double] {
    guard !margins.isEmpty else { return influences }
    var values = zip(influences, weights).map { $1 > 0 ? $0 / $1 : 0 }
    let shares = margins.count == 1 ? designWeights : [Double](repeating: 1, count: weights.count)
    let size = values.reduce(0) { max($0, $1.magnitude) }
    for _ in 0..<10_000 {
      var largest = 0.0
      for margin in margins {
        let (sums, counts) = (
          margin.totals(of: zip(values, shares).map { $0 * $1 }), margin.totals(of: shares)
        )
        for (record, cell) in margin.cells.enumerated() where counts[cell] > 0 {
          let mean = sums[cell] / counts[cell]
          values[record] -= mean
          largest = max(largest, mean.magnitude)
        }
      }
      if margins.count == 1 || largest <= 1e-15 * size { break }
    }
    return zip(values, weights).map { $0 * $1 }
  }
}
