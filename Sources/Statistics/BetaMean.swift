internal import CGSL
internal import Glibc

/// The distribution of the mean of independent beta variables, without drawing random numbers.
///
/// The variables are convolved one after another, the widest first:
/// F(x) = ∫ F(of the others)(x - t) dF(t). Each integral is taken by the double-exponential rule
/// (Takahasi & Mori 1974), split where the others' distribution is not smooth, and each sum's
/// distribution is kept on nodes of the same rule. Against closed forms (sums of uniform and of arcsine
/// variables) it is exact to 1e-11. Limit: with shapes of a million the tails of single variables that
/// it starts from are good to 1e-8.
public struct BetaMean: Sendable, Equatable {
  /// The variables.
  public let parts: [BetaDistribution]
  private let last: Part
  private let others: SumDistribution?

  /// Takes the variables.
  ///
  /// - Parameter parts: At least one. Of several, every shape from 0.25 to 1e7: below, too much of a
  ///   variable lies too close to an end of the scale for the integrals; above, digits are lost.
  public init?(_ parts: [BetaDistribution]) {
    let shapes = parts.flatMap { [$0.a, $0.b] }
    guard parts.count < 2 || shapes.allSatisfy((0.25...1e7).contains) else { return nil }
    let ordered = parts.map(Part.init).sorted {
      ($0.variance, $0.shape.a, $0.shape.b) > ($1.variance, $1.shape.a, $1.shape.b)
    }
    guard let narrowest = ordered.last, let widest = ordered.first else { return nil }
    self.parts = parts
    last = narrowest
    guard ordered.count > 1 else {
      others = nil
      return
    }
    var sum = SumDistribution(widest)
    for part in ordered.dropFirst().dropLast() { sum = SumDistribution(sum, adding: part) }
    others = sum
  }

  /// The mean.
  public var mean: Double {
    parts.reduce(0) { $0 + $1.a / ($1.a + $1.b) } / Double(parts.count)
  }

  /// The variance.
  public var variance: Double {
    let size = Double(parts.count)
    return parts.reduce(0) { $0 + Part($1).variance } / (size * size)
  }

  /// The probability of a value of at most `x`.
  ///
  /// - Parameter x: Any finite number.
  /// - Returns: From 0 to 1, or nil if `x` is not finite.
  public func lowerTail(_ x: Double) -> Double? {
    guard x.isFinite else { return nil }
    guard let others else { return last.shape.lowerTail(x) }
    return min(1, max(0, last.convolved(with: others, at: x * Double(parts.count))))
  }

  /// The value below which a share of `p` lies.
  ///
  /// - Parameter p: Above 0 and below 1.
  /// - Returns: The quantile, or nil outside that range.
  public func quantile(_ p: Double) -> Double? {
    guard p > 0, p < 1 else { return nil }
    guard others != nil else { return last.shape.quantile(p) }
    var (low, high) = (0.0, 1.0)
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high || high - low < 1e-15 { break }
      guard let tail = lowerTail(middle) else { return nil }
      if tail < p { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  /// The expected amount by which the value falls short of a bound: E max(0, bound - value).
  ///
  /// - Parameter bound: From 0 to 1.
  /// - Returns: From 0 to 1, or nil outside that range.
  public func expectedShortfall(below bound: Double) -> Double? {
    guard bound >= 0, bound <= 1 else { return nil }
    let size = Double(parts.count)
    let start = ((others?.start ?? 0) + last.start) / size
    let end = min(bound, ((others?.end ?? 0) + last.end) / size)
    guard bound > start else { return 0 }
    // Beyond `end` the value is surely below the bound.
    return DoubleExponential.nodes.reduce(bound - end) { sum, node in
      let x = start + (end - start) * node.place
      return sum + (lowerTail(x) ?? 0) * node.weight * (end - start)
    }
  }
}

/// One beta variable with what its integrals need.
private struct Part: Sendable, Equatable {
  let shape: BetaDistribution
  let variance: Double
  /// Where all but 1e-17 of it lies at either end; ends of the scale where it reaches them.
  let start: Double
  let end: Double
  private let logBeta: Double

  init(_ shape: BetaDistribution) {
    let total = shape.a + shape.b
    self.shape = shape
    variance = shape.a * shape.b / (total * total * (total + 1))
    let low = shape.quantile(1e-17) ?? 0
    // The upper end is that of the mirrored variable, for which quantiles near 0 are exact.
    let high = BetaDistribution(a: shape.b, b: shape.a)?.quantile(1e-17) ?? 0
    let (from, to) = (low < 1e-4 ? 0 : low, high < 1e-4 ? 1 : 1 - high)
    (start, end) = (from, to)
    // Of large shapes the beta function keeps few digits; the rule itself says what is missing.
    let rough = gsl_sf_lnbeta(shape.a, shape.b)
    let width = to - from
    let mass = DoubleExponential.nodes.reduce(0.0) { sum, node in
      let value = from + width * node.place
      let rest = (1 - to) + width * node.rest
      guard value > 0, rest > 0 else { return sum }
      let exponent: Double = (shape.a - 1) * log(value) + (shape.b - 1) * log(rest)
      return sum + width * node.weight * exp(exponent - rough)
    }
    logBeta = mass > 0 ? rough + log(mass) : rough
  }

  /// P(this + others ≤ x).
  func convolved(with others: SumDistribution, at x: Double) -> Double {
    // Below `from` the others are surely small enough, above `to` surely not.
    let (from, to) = (max(start, x - others.end), min(end, x - others.start))
    var sum = x - others.end > 0 ? shape.lowerTail(min(1, x - others.end)) ?? 0 : 0
    guard from < to else { return sum }
    let cut = x - x.rounded(.down)
    let bounds = cut > from && cut < to ? [from, cut, to] : [from, to]
    for (low, high) in zip(bounds, bounds.dropFirst()) {
      sum += integral(from: low, to: high, others: others, at: x)
    }
    return sum
  }

  private func integral(
    from low: Double, to high: Double, others: SumDistribution, at x: Double
  ) -> Double {
    let width = high - low
    return DoubleExponential.nodes.reduce(0) { sum, node in
      // Each end by its own distance, so that a steep density there keeps its digits.
      let value = low + width * node.place
      let rest = (1 - high) + width * node.rest
      guard value > 0, rest > 0 else { return sum }
      let exponent: Double = (shape.a - 1) * log(value) + (shape.b - 1) * log(rest)
      return sum + exp(exponent - logBeta) * others.lowerTail(x - value) * node.weight * width
    }
  }
}

/// The distribution of a sum of beta variables, exact for one and on nodes for more.
private struct SumDistribution: Sendable, Equatable {
  /// Where all but 1e-17 per variable lies.
  let start: Double
  let end: Double
  private let single: BetaDistribution?
  private let pieces: [Piece]

  init(_ part: Part) {
    start = part.start
    end = part.end
    single = part.shape
    pieces = []
  }

  init(_ sum: SumDistribution, adding part: Part) {
    start = sum.start + part.start
    end = sum.end + part.end
    single = nil
    // Where the sum passes a whole number its distribution is not smooth.
    let inner = stride(from: start.rounded(.down) + 1, to: end, by: 1)
    let bounds = [start] + inner.filter { [start] in $0 > start } + [end]
    pieces = zip(bounds, bounds.dropFirst()).map { low, high in
      Piece(start: low, end: high) { part.convolved(with: sum, at: $0) }
    }
  }

  func lowerTail(_ x: Double) -> Double {
    guard x > start else { return 0 }
    guard x < end else { return 1 }
    if let single { return single.lowerTail(x) ?? 0 }
    guard let piece = pieces.first(where: { x <= $0.end }) else { return 1 }
    return piece.value(at: x)
  }
}

/// A function on an interval, kept on double-exponential nodes and interpolated between them.
private struct Piece: Sendable, Equatable {
  let start: Double
  let end: Double
  private let values: [Double]

  private static let reach = 3.1
  private static let count = 400
  private static let step = 2 * reach / Double(count)

  init(start: Double, end: Double, _ function: (Double) -> Double) {
    self.start = start
    self.end = end
    values = (0...Piece.count).map { number in
      let u = -Piece.reach + Double(number) * Piece.step
      return function(start + (end - start) / (1 + exp(-.pi * sinh(u))))
    }
  }

  func value(at x: Double) -> Double {
    let (left, right) = (x - start, end - x)
    guard left > 0 else { return values[0] }
    guard right > 0 else { return values[Piece.count] }
    let u = asinh(log(left / right) / .pi)
    let place = (u + Piece.reach) / Piece.step
    guard place > 0 else { return values[0] }
    guard place < Double(Piece.count) else { return values[Piece.count] }
    // Ten neighbours, with the barycentric weights of evenly spaced nodes.
    let first = min(max(0, Int(place) - 4), Piece.count - 9)
    var (sum, total) = (0.0, 0.0)
    for number in 0..<10 {
      let distance = place - Double(first + number)
      if distance == 0 { return values[first + number] }
      let weight = Piece.weights[number] / distance
      sum += weight * values[first + number]
      total += weight
    }
    return sum / total
  }

  private static let weights: [Double] = [1, -9, 36, -84, 126, -126, 84, -36, 9, -1]
}

/// The double-exponential rule on 0...1.
private enum DoubleExponential {
  struct Node {
    /// The place, as a distance from 0.
    let place: Double
    /// The same as a distance from 1.
    let rest: Double
    let weight: Double
  }

  // Out to ±4.2, so that a density with a root in the denominator keeps its mass at the end.
  static let nodes: [Node] = (-105...105).map { number in
    let step = 0.04
    let u = Double(number) * step
    let place = 1 / (1 + exp(-.pi * sinh(u)))
    let rest = 1 / (1 + exp(.pi * sinh(u)))
    return Node(place: place, rest: rest, weight: place * rest * .pi * cosh(u) * step)
  }
}
