internal import Parallel

/// How sure the shares of drivers are, by drawing persons or whole organisations again and again.
///
/// Each replication draws as many persons as there are (or organisations, with all their persons) and
/// computes all shares anew. Draws depend on the key, the replication and the place of the draw alone:
/// results are the same for any number of workers. Organisations are to be drawn where answers of one
/// organisation are alike; with few of them intervals are too narrow.
///
/// Source: Efron & Tibshirani (1993); Grömping (2006, `relaimpo`) for shares of drivers.
public struct DriverBootstrap: Sendable, Equatable {
  /// Why there are no intervals.
  public enum Failure: Error, Sendable, Equatable {
    /// Columns differ in length, are empty or not finite, or a group is not among those counted.
    case badInput
    /// Fewer than two persons, or organisations, to draw from.
    case tooFewUnits
    /// More than one replication in twenty gave no shares, as without spread or with drivers that are
    /// combinations of others.
    case tooManyWithoutShares
    /// A confidence not between 0 and 1.
    case outOfRange
  }

  /// What the replications say about one figure.
  public struct Figure: Sendable, Equatable {
    /// The standard deviation of the replications, divisor one less than their number.
    public let standardError: Double
    /// Between two quantiles (type 7) of the replications.
    public let interval: Interval
  }

  /// The intervals of all drivers.
  public struct Outcome: Sendable, Equatable {
    /// The number of persons or organisations drawn in each replication.
    public let units: Int
    /// The number of replications with shares.
    public let replications: Int
    /// Of the explained variance.
    public let rSquared: Figure
    /// Per driver, of its relative weight.
    public let relativeWeights: [Figure]
    /// Per driver, of Shapley's share; nil for more than `DriverShares.largestExact` drivers.
    public let shapley: [Figure]?
    /// Per driver, of the standardised coefficient.
    public let standardised: [Figure]
    /// Per driver, the share of replications in which its relative weight was the largest.
    public let largest: [Double]
  }

  /// What all draws depend on.
  public let key: UInt64
  /// The number of replications, from 20.
  public let replications: Int

  /// Makes a bootstrap.
  ///
  /// - Parameters:
  ///   - key: What all draws depend on.
  ///   - replications: From 20 to 100,000; the nearest of these is taken.
  public init(key: UInt64 = 1, replications: Int = 1_000) {
    self.key = key
    self.replications = min(max(20, replications), 100_000)
  }

  /// Draws and computes.
  ///
  /// - Parameters:
  ///   - columns: The drivers and, last, the outcome, n values each.
  ///   - groups: Per person, the organisation, from 0; nil to draw persons.
  ///   - confidence: Above 0 and below 1.
  ///   - workers: The most workers to use; all processors if not given.
  /// - Returns: The intervals.
  /// - Throws: Why there are none.
  public func outcome(
    of columns: [[Double]], groups: [Int]? = nil, confidence: Double = 0.95, workers: Int? = nil
  ) throws(Failure) -> Outcome {
    guard confidence > 0, confidence < 1 else { throw .outOfRange }
    guard let units = DriverUnits(columns, groups: groups) else { throw .badInput }
    guard units.count > 1 else { throw .tooFewUnits }
    let found = Parallel.map(count: replications, workers: workers) { replication in
      units.shares(of: RandomDraws(key: key, stream: UInt64(replication)))
    }.compactMap(\.self)
    guard found.count * 20 >= replications * 19 else { throw .tooManyWithoutShares }
    func figure(_ value: (DriverShares) -> Double) throws(Failure) -> Figure {
      guard let figure = Figure(found.map(value), confidence: confidence) else { throw .badInput }
      return figure
    }
    func figures(_ values: (DriverShares) -> [Double]) throws(Failure) -> [Figure] {
      var figures: [Figure] = []
      for driver in 0..<(columns.count - 1) { figures.append(try figure { values($0)[driver] }) }
      return figures
    }
    var wins = [Double](repeating: 0, count: columns.count - 1)
    for shares in found {
      let best = shares.relativeWeights.max() ?? 0
      if let place = shares.relativeWeights.firstIndex(of: best) { wins[place] += 1 }
    }
    let isExact = columns.count - 1 <= DriverShares.largestExact
    return Outcome(
      units: units.count, replications: found.count, rSquared: try figure(\.rSquared),
      relativeWeights: try figures(\.relativeWeights),
      shapley: isExact ? try figures { $0.shapley ?? [] } : nil,
      standardised: try figures(\.standardised), largest: wins.map { $0 / Double(found.count) })
  }
}

extension DriverBootstrap.Figure {
  fileprivate init?(_ values: [Double], confidence: Double) {
    let sorted = values.sorted()
    let tail = (1 - confidence) / 2
    guard let sd = SampleMoments(values)?.standardDeviation,
      let lower = quantile(ofSorted: sorted, at: tail),
      let upper = quantile(ofSorted: sorted, at: 1 - tail)
    else { return nil }
    standardError = sd
    interval = Interval(lower: lower, upper: upper)
  }
}

/// What can be drawn: per person or organisation, the number of rows and sums of products.
private struct DriverUnits {
  /// The number of units.
  let count: Int
  private let width: Int
  /// Per unit: rows, sums of the columns, upper triangle of the products.
  private let sums: [Double]

  init?(_ columns: [[Double]], groups: [Int]?) {
    guard let rows = columns.first?.count, columns.count > 1, rows > 1,
      columns.allSatisfy({ $0.count == rows && $0.allSatisfy(\.isFinite) }),
      groups?.count ?? rows == rows, groups?.allSatisfy({ (0..<rows).contains($0) }) ?? true
    else { return nil }
    // Around the mean, so that products do not lose digits.
    let centred = columns.map { column in
      let mean = column.reduce(0, +) / Double(rows)
      return column.map { $0 - mean }
    }
    let size = columns.count
    width = 1 + size + size * (size + 1) / 2
    var places: [Int: Int] = [:]
    var sums: [Double] = []
    for row in 0..<rows {
      let group = groups?[row] ?? row
      let unit = places[group] ?? places.count
      if unit == places.count {
        places[group] = unit
        sums += [Double](repeating: 0, count: width)
      }
      let start = unit * width
      sums[start] += 1
      var place = start + 1 + size
      for first in 0..<size {
        sums[start + 1 + first] += centred[first][row]
        for second in first..<size {
          sums[place] += centred[first][row] * centred[second][row]
          place += 1
        }
      }
    }
    count = places.count
    self.sums = sums
    guard sums.allSatisfy(\.isFinite) else { return nil }
  }

  /// The shares of one replication, or nil if it has none.
  func shares(of draws: RandomDraws) -> DriverShares? {
    var total = [Double](repeating: 0, count: width)
    for place in 0..<count {
      let start = draws.choice(of: count, UInt64(place)) * width
      for part in 0..<width { total[part] += sums[start + part] }
    }
    var size = 1
    while 1 + size + size * (size + 1) / 2 < width { size += 1 }
    var matrix = [Double](repeating: 0, count: size * size)
    var place = 1 + size
    for first in 0..<size {
      for second in first..<size {
        let value = total[place] - total[1 + first] * total[1 + second] / total[0]
        // What rounding leaves of a column without spread is no variance.
        matrix[first * size + second] = first == second && value < 1e-12 * total[place] ? 0 : value
        matrix[second * size + first] = matrix[first * size + second]
        place += 1
      }
    }
    do throws(DriverShares.Failure) {
      return try DriverShares(matrix: matrix, workers: 1)
    } catch {
      return nil
    }
  }
}
