#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A straight or logarithmic axis: from figures to places in a drawing.
struct Axis: Equatable {
  /// How figures are spread along the axis.
  enum Spread: Equatable {
    /// Equal distances for equal differences.
    case linear
    /// Equal distances for equal multiples; figures must be above zero.
    case logarithmic
  }

  /// The figure at the start.
  var lower: Double
  /// The figure at the end.
  var upper: Double
  /// Where the axis starts, in units of the drawing.
  var start: Double
  /// Where it ends; may lie before `start` for an axis that points up.
  var end: Double
  /// How figures are spread.
  var spread = Spread.linear

  /// The place of a figure, held within the axis.
  ///
  /// - Parameter value: The figure.
  /// - Returns: Units of the drawing.
  func position(_ value: Double) -> Double {
    let held = min(max(value, lower), upper)
    let share =
      switch spread {
      case .linear: (held - lower) / (upper - lower)
      case .logarithmic: (log(held) - log(lower)) / (log(upper) - log(lower))
      }
    return start + (end - start) * share
  }

  /// The points axis of a report's strips: whole tens around all figures, at least 40 points long.
  ///
  /// - Parameter figures: All values and limits that the strips show, 0 to 100.
  /// - Returns: An axis whose middle is a whole ten as well.
  static func strip(over figures: [Double]) -> Axis {
    var low = max(0, ((figures.min() ?? 0) / 10).rounded(.down) * 10)
    var high = min(100, ((figures.max() ?? 100) / 10).rounded(.up) * 10)
    while high - low < 40 || (high - low).truncatingRemainder(dividingBy: 20) != 0 {
      if high < 100 { high += 10 } else { low -= 10 }
    }
    return Axis(
      lower: low, upper: high, start: Strip.margin, end: Strip.width - Strip.margin)
  }

  /// Round figures to label a linear axis with, about `count` of them.
  ///
  /// - Parameter count: How many labels are wanted.
  /// - Returns: Figures within the axis, rising.
  func ticks(about count: Int) -> [Double] {
    let span = upper - lower
    var step = 1.0
    outer: while true {
      for factor in [1.0, 2, 5] where span / (step * factor) <= Double(count) {
        step *= factor
        break outer
      }
      step *= 10
    }
    return Array(stride(from: (lower / step).rounded(.up) * step, through: upper, by: step))
  }

  /// Round figures to label a logarithmic axis with: 1, 2 and 5 times powers of ten.
  ///
  /// - Returns: Figures within the axis, rising.
  func multipleTicks() -> [Double] {
    var ticks: [Double] = []
    var power = 1.0
    while power <= upper {
      for factor in [1.0, 2, 5] where (lower...upper).contains(power * factor) {
        ticks.append(power * factor)
      }
      power *= 10
    }
    return ticks
  }
}
