internal import Glibc

/// How often intervals of a share contain it, by adding up all outcomes instead of drawing some.
public struct ShareCoverage: Sendable, Equatable {
  /// The coverage of Wilson's 95 % interval.
  public let wilson: Double
  /// The coverage of the mid-p 95 % interval.
  public let midP: Double
  /// Whether any choice of neighbouring counts has between 93 and 97 %, for one true share.
  ///
  /// nil where the share differs between organisations. If false, no interval without a random element
  /// can have that coverage at this share and number of answers: counts are too coarse.
  public let isAttainable: Bool?

  /// Computes coverage of the share of the highest levels.
  ///
  /// - Parameters:
  ///   - population: The organisations; coverage is averaged over them.
  ///   - answers: Per organisation, the number of answers, at least 1.
  ///   - levels: How many of the highest levels count.
  public init(population: AnswerPopulation, answers: Int, highest levels: Int = 2) {
    let intervals = (0...max(1, answers)).map { wilsonInterval(successes: $0, of: max(1, answers)) }
    func share(_ shift: Double) -> Double {
      population.shares(at: shift).suffix(levels).reduce(0, +)
    }
    func coverage(_ isInside: @escaping (Double, Int, [Double]) -> Bool) -> Double {
      population.average(panels: 400) { shift in
        let p = share(shift)
        let chances = ShareCoverage.chances(p, answers)
        return chances.indices.reduce(0) { isInside(p, $1, chances) ? $0 + chances[$1] : $0 }
      }
    }
    wilson = coverage { p, count, _ in
      intervals[count].map { $0.lower <= p && p <= $0.upper } ?? false
    }
    midP = coverage { _, count, chances in
      let (below, above) = (
        chances[..<count].reduce(0, +), chances[(count + 1)...].reduce(0, +)
      )
      return min(below, above) + chances[count] / 2 > 0.025
    }
    isAttainable =
      population.correlation > 0
      ? nil : ShareCoverage.isAttainable(ShareCoverage.chances(share(0), answers))
  }

  /// The chances of 0 to `count` successes.
  private static func chances(_ p: Double, _ count: Int) -> [Double] {
    guard p > 0, p < 1 else {
      return (0...count).map { $0 == (p > 0 ? count : 0) ? 1 : 0 }
    }
    let size = Double(count)
    var (logarithm, chances) = (size * log1p(-p), [Double]())
    for number in 0...count {
      chances.append(exp(logarithm))
      let x = Double(number)
      if number < count { logarithm += log((size - x) / (x + 1)) + log(p) - log1p(-p) }
    }
    return chances
  }

  private static func isAttainable(_ chances: [Double]) -> Bool {
    chances.indices.contains { start in
      var sum = 0.0
      for chance in chances[start...] {
        sum += chance
        if sum >= 0.93 { return sum <= 0.97 }
      }
      return false
    }
  }
}
