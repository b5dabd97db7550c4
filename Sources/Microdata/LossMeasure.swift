/// What a release has lost; the optimum is the node that loses least.
///
/// Sources: Iyengar (2002) for loss; Bayardo and Agrawal (2005) for discernibility; LeFevre, DeWitt and
/// Ramakrishnan (2006) for the average class size; Gionis and Tassa (2009) for non-uniform entropy;
/// Sweeney (2002) for precision.
public enum LossMeasure: Sendable, Equatable, Hashable {
  /// For each quasi-identifier the share of the leaves that a cell may stand for, summed over all
  /// records (1 for suppressed ones) and scaled: 0 untouched, 1 all suppressed.
  case loss(Aggregate)
  /// The sum of the squared sizes of the kept classes, and n for every suppressed record.
  case discernibility
  /// n divided by the number of classes, all suppressed records being one more.
  case averageClassSize
  /// How many bits of each cell are lost, -log2(records of the leaf / records of the value), scaled
  /// by what suppressing everything would lose.
  case entropy(Aggregate)
  /// The height of each cell's level divided by that of its hierarchy, 1 for suppressed records.
  case precision(Aggregate)

  /// How the losses of the quasi-identifiers become one number.
  public enum Aggregate: String, Sendable, Equatable, Hashable, CaseIterable {
    /// The sum divided by their number.
    case mean
    /// The geometric mean of (loss + 1), less 1.
    case geometric
    /// The largest.
    case max
    /// The sum.
    case sum
  }

  /// The aggregate of losses that are taken apart by quasi-identifier, or `nil`.
  var aggregate: Aggregate? {
    switch self {
    case .loss(let aggregate), .entropy(let aggregate), .precision(let aggregate): aggregate
    case .discernibility, .averageClassSize: nil
    }
  }
}

extension LossMeasure.Aggregate {
  /// A number that grows with the losses, for comparing.
  func score(_ losses: [Double]) -> Double {
    switch self {
    case .mean, .sum: losses.reduce(0, +)
    case .geometric: losses.reduce(1) { $0 * ($1 + 1) }
    case .max: losses.reduce(0, Swift.max)
    }
  }
}
