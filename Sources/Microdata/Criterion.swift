/// A demand on every equivalence class of a release; records of classes that fail are suppressed.
///
/// Sources: Sweeney (2002) for k-anonymity; Machanavajjhala et al. (2007) for l-diversity; Li, Li and
/// Venkatasubramanian (2007) for t-closeness; El Emam and Dankar (2008) for k-map; Nergiz, Atzori and
/// Clifton (2007) for delta-presence.
public enum Criterion: Sendable, Equatable {
  /// At least k records of the sample.
  case anonymity(k: Int)
  /// At least k records of the population.
  case map(k: Int)
  /// Between two shares of the population's class are in the sample.
  case presence(ClosedRange<Double>)
  /// At least l different sensitive values.
  case distinct(l: Int)
  /// An entropy of the sensitive values of at least the logarithm of l; a class that has exactly it
  /// passes, in spite of rounding.
  case entropy(l: Double)
  /// The most frequent sensitive value occurs less than c times as often as the l-th and all rarer
  /// ones together.
  case recursive(c: Double, l: Int)
  /// The sensitive values of the class are at most t away from those of the whole sample.
  case closeness(t: Double, Distance)

  /// How far apart two distributions of sensitive values are.
  public enum Distance: Sendable, Equatable {
    /// All values are equally far apart: half the sum of the differences.
    case equal
    /// The values have an order: the mean of the differences of the cumulated shares.
    case ordered
    /// The values have a hierarchy: moving costs the height of the lowest common value.
    case hierarchical(Hierarchy)
  }

  /// Whether the sensitive values matter.
  var needsSensitive: Bool {
    switch self {
    case .anonymity, .map, .presence: false
    case .distinct, .entropy, .recursive, .closeness: true
    }
  }

  /// Whether the population matters.
  var needsPopulation: Bool {
    switch self {
    case .map, .presence: true
    default: false
    }
  }

  /// What two results may differ by in the last places and still be the same.
  static let tolerance = 1e-9
}
