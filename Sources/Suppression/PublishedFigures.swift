/// What is published together about the answers of one unit to one item with levels 1, 2, 3, ...
///
/// Every figure is rounded to whole multiples of its step; figures that are not published are nil.
public struct PublishedFigures: Sendable, Equatable {
  /// How halves are rounded.
  public enum Rounding: String, Sendable, Codable {
    /// Halves go away from zero.
    case up = "half_up"
    /// Halves go to the even neighbour.
    case even = "half_even"
  }

  /// A figure as it is printed.
  public struct Figure: Sendable, Hashable {
    /// The figure in steps.
    public var units: Int
    /// The number of decimals: a step is `multiple` in the last of them.
    public var decimals: Int
    /// How many units of the last decimal a step has, for example 5 for rounding to 5 per cent.
    public var multiple: Int

    /// Makes a figure.
    ///
    /// - Parameters:
    ///   - units: The figure in steps.
    ///   - decimals: The number of decimals, from 0 to 6.
    ///   - multiple: How many units of the last decimal a step has.
    public init(units: Int, decimals: Int, multiple: Int = 1) {
      precondition((0...6).contains(decimals) && multiple > 0, "a step is a size above 0")
      self.units = units
      self.decimals = decimals
      self.multiple = multiple
    }

    var scale: Int { (0..<decimals).reduce(1) { product, _ in product * 10 } }
  }

  /// A share of the answers in per cent.
  public struct Share: Sendable, Equatable {
    /// The levels that are counted, from 1.
    public var levels: Set<Int>
    /// Per cent.
    public var percent: Figure

    /// Makes a share.
    ///
    /// - Parameters:
    ///   - levels: The levels that are counted, from 1.
    ///   - percent: Per cent.
    public init(levels: Set<Int>, percent: Figure) {
      self.levels = levels
      self.percent = percent
    }
  }

  /// An interval, the mean plus and minus a multiple of the standard deviation.
  public struct MeanInterval: Sendable, Equatable {
    /// The lower end.
    public var lower: Figure
    /// The upper end.
    public var upper: Figure
    /// The multiple, for example t / sqrt(n).
    public var factor: Double

    /// Makes an interval.
    ///
    /// - Parameters:
    ///   - lower: The lower end.
    ///   - upper: The upper end.
    ///   - factor: The multiple of the standard deviation.
    public init(lower: Figure, upper: Figure, factor: Double) {
      self.lower = lower
      self.upper = upper
      self.factor = factor
    }
  }

  /// The number of levels.
  public var levels: Int
  /// The number of answers, or what is known of it where it is not published.
  public var n: ClosedRange<Int>
  /// The mean.
  public var mean: Figure?
  /// The standard deviation with n - 1.
  public var deviation: Figure?
  /// Shares of levels.
  public var shares: [Share] = []
  /// An interval of the mean.
  public var interval: MeanInterval?
  /// How halves are rounded.
  public var rounding: Rounding

  /// Makes what is published.
  ///
  /// - Parameters:
  ///   - levels: The number of levels, from 2 to 11.
  ///   - n: The number of answers, or what is known of it.
  ///   - rounding: How halves are rounded.
  public init(levels: Int, n: ClosedRange<Int>, rounding: Rounding = .up) {
    precondition((2...11).contains(levels) && n.lowerBound >= 0, "levels from 2 to 11")
    self.levels = levels
    self.n = n
    self.rounding = rounding
  }

  /// Whether a histogram would give these figures.
  ///
  /// - Parameter histogram: The number of answers by level.
  /// - Returns: Whether everything printed fits.
  public func fits(_ histogram: [Int]) -> Bool {
    let sums = HistogramSums(histogram)
    guard n.contains(sums.n) else { return false }
    guard sums.n > 0 else { return mean == nil && deviation == nil && shares.isEmpty }
    if let mean, sums.mean(like: mean, rounding) != mean { return false }
    if let deviation, sums.deviation(like: deviation, rounding) != deviation { return false }
    for share in shares {
      let count = share.levels.reduce(0) { $0 + histogram[$1 - 1] }
      if sums.share(count, like: share.percent, rounding) != share.percent { return false }
    }
    guard let interval else { return true }
    let (centre, half) = (sums.mean, interval.factor * sums.deviation)
    return sums.isRounded(centre - half, to: interval.lower)
      && sums.isRounded(centre + half, to: interval.upper)
  }
}

/// The exact sums behind figures.
struct HistogramSums {
  var n = 0
  var sum = 0
  var squares = 0

  init(_ histogram: [Int]) {
    for (place, count) in histogram.enumerated() {
      n += count
      sum += (place + 1) * count
      squares += (place + 1) * (place + 1) * count
    }
  }

  var mean: Double { Double(sum) / Double(n) }

  var deviation: Double {
    n > 1 ? (Double(n * squares - sum * sum) / Double(n * (n - 1))).squareRoot() : 0
  }

  private func quotient(_ number: Int, _ divisor: Int, _ rounding: PublishedFigures.Rounding) -> Int
  {
    let (whole, rest) = number.quotientAndRemainder(dividingBy: divisor)
    if 2 * rest != divisor { return 2 * rest > divisor ? whole + 1 : whole }
    return rounding == .up || whole % 2 == 1 ? whole + 1 : whole
  }

  func mean(
    like figure: PublishedFigures.Figure, _ rounding: PublishedFigures.Rounding
  ) -> PublishedFigures.Figure {
    var figure = figure
    figure.units = quotient(sum * figure.scale, n * figure.multiple, rounding)
    return figure
  }

  func share(
    _ count: Int, like figure: PublishedFigures.Figure, _ rounding: PublishedFigures.Rounding
  ) -> PublishedFigures.Figure {
    var figure = figure
    figure.units = quotient(100 * count * figure.scale, n * figure.multiple, rounding)
    return figure
  }

  func deviation(
    like figure: PublishedFigures.Figure, _ rounding: PublishedFigures.Rounding
  ) -> PublishedFigures.Figure {
    var figure = figure
    guard n > 1 else {
      figure.units = 0
      return figure
    }
    // The whole u with (2 u - 1)^2 n (n - 1) m^2 <= 4 s^2 (n q - q1^2), compared in whole numbers.
    let scaled = Int128(4 * figure.scale * figure.scale) * Int128(n * squares - sum * sum)
    let divisor = Int128(n * (n - 1) * figure.multiple * figure.multiple)
    var units = Int((deviation * Double(figure.scale) / Double(figure.multiple)).rounded())
    func square(_ odd: Int) -> Int128 { Int128(odd) * Int128(odd) * divisor }
    while units > 0, square(2 * units - 1) > scaled { units -= 1 }
    while square(2 * units + 1) <= scaled { units += 1 }
    if rounding == .even, units % 2 == 1, square(2 * units - 1) == scaled { units -= 1 }
    figure.units = units
    return figure
  }

  func isRounded(_ value: Double, to figure: PublishedFigures.Figure) -> Bool {
    let step = Double(figure.multiple) / Double(figure.scale)
    return abs(value - Double(figure.units) * step) <= step / 2 * (1 + 1e-9)
  }
}
