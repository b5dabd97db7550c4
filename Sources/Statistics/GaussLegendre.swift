internal import Glibc

/// Nodes and weights on -1...1 that integrate polynomials exactly.
enum GaussLegendre {
  /// Eight points: exact up to degree 15.
  static let eight = points(8)

  /// The zeros of the Legendre polynomial of a degree by Newton's method, with their weights.
  static func points(_ degree: Int) -> [(node: Double, weight: Double)] {
    (0..<degree).map { place in
      var x = cos(.pi * (Double(place) + 0.75) / (Double(degree) + 0.5))
      var slope = 1.0
      for _ in 0..<100 {
        var (value, before) = (1.0, 0.0)
        for k in 0..<degree {
          let n = Double(k)
          (value, before) = (((2 * n + 1) * x * value - n * before) / (n + 1), value)
        }
        slope = Double(degree) * (x * value - before) / (x * x - 1)
        let step = value / slope
        x -= step
        if step.magnitude < 1e-16 { break }
      }
      return (x, 2 / ((1 - x * x) * slope * slope))
    }
  }
}

extension Normal {
  /// The density of the standard normal distribution.
  static func density(_ x: Double) -> Double { exp(-x * x / 2) / (2 * Double.pi).squareRoot() }
}
