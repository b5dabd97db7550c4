internal import Glibc

/// A made-up population of organisations whose users answer one item, for simulations.
///
/// An answer is a normal variable cut into levels; an organisation shifts it by √r · u with a standard
/// normal u. r is chosen so that the answers, not the variable behind them, have the wanted intraclass
/// correlation. Over all organisations the levels have the given shares.
public struct AnswerPopulation: Sendable, Equatable {
  /// The shares of the levels over all organisations, lowest first.
  public let shares: [Double]
  /// The intraclass correlation of answers.
  public let correlation: Double
  private let cuts: [Double]
  private let latent: Double

  /// Makes a population.
  ///
  /// - Parameters:
  ///   - shares: Above 0, at least two, adding up to 1; otherwise there is none.
  ///   - correlation: From 0 to at most what is reached at r = 0.99; otherwise there is none.
  public init?(shares: [Double], correlation: Double) {
    guard shares.count > 1, shares.allSatisfy({ $0 > 0 }),
      (shares.reduce(0, +) - 1).magnitude < 1e-9, correlation >= 0
    else { return nil }
    var (cuts, reached) = ([Double](), 0.0)
    for share in shares.dropLast() {
      reached += share
      guard let cut = Normal.quantile(reached) else { return nil }
      cuts.append(cut)
    }
    self.shares = shares
    self.cuts = cuts
    self.correlation = correlation
    guard correlation > 0 else {
      latent = 0
      return
    }
    func reaches(_ latent: Double) -> Bool {
      AnswerPopulation.correlation(cuts, latent) >= correlation
    }
    var (low, high) = (0.0, 0.99)
    guard reaches(high) else { return nil }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if reaches(middle) { high = middle } else { low = middle }
    }
    latent = high
  }

  /// The shares of the levels in an organisation.
  ///
  /// - Parameter shift: u, its place among organisations as a normal score.
  /// - Returns: One share per level.
  public func shares(at shift: Double) -> [Double] {
    AnswerPopulation.shares(cuts, latent, at: shift)
  }

  /// The mean level, from 0, of organisations at a shift.
  ///
  /// - Parameter shift: u.
  /// - Returns: The mean.
  public func mean(at shift: Double) -> Double {
    shares(at: shift).enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
  }

  /// The mean level, from 0, over all organisations.
  public var mean: Double {
    shares.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
  }

  /// The mean of a figure over all organisations.
  ///
  /// - Parameters:
  ///   - panels: How finely it is looked at; more where it jumps.
  ///   - figure: The figure of organisations at a shift.
  /// - Returns: Its mean.
  public func average(panels: Int = 20, _ figure: (Double) -> Double) -> Double {
    latent > 0 ? AnswerPopulation.average(panels: panels, figure) : figure(0)
  }

  private static func shares(_ cuts: [Double], _ latent: Double, at shift: Double) -> [Double] {
    let (middle, spread) = (latent.squareRoot() * shift, (1 - latent).squareRoot())
    let tails = [0] + cuts.map { Normal.lowerTail(($0 - middle) / spread) ?? 0 } + [1]
    return zip(tails.dropFirst(), tails).map { $0 - $1 }
  }

  private static func correlation(_ cuts: [Double], _ latent: Double) -> Double {
    func moment(_ shift: Double, _ power: Double) -> Double {
      shares(cuts, latent, at: shift).enumerated()
        .reduce(0) { $0 + pow(Double($1.offset), power) * $1.element }
    }
    let mean = average { moment($0, 1) }
    let total = average { moment($0, 2) } - mean * mean
    let between = average { moment($0, 1) * moment($0, 1) } - mean * mean
    return between / total
  }

  private static func average(panels: Int = 20, _ figure: (Double) -> Double) -> Double {
    let width = 17 / Double(panels)
    return (0..<panels).reduce(0) { sum, panel in
      let middle = -8.5 + (Double(panel) + 0.5) * width
      return GaussLegendre.eight.reduce(sum) { sum, point in
        let shift = middle + point.node * width / 2
        return sum + point.weight * width / 2 * Normal.density(shift) * figure(shift)
      }
    }
  }
}
