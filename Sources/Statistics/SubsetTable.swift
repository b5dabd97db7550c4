internal import Parallel

/// R² of every subset of drivers, by the bits of its number, and what each driver adds.
struct SubsetTable {
  private let drivers: Int
  private let values: [Double]

  /// Fits all subsets, in pieces on all cores.
  init(_ correlations: [Double], outcome: [Double], workers: Int?) {
    let drivers = outcome.count
    self.drivers = drivers
    let (count, piece) = (1 << drivers, 256)
    values = Parallel.map(count: (count + piece - 1) / piece, workers: workers) { number in
      (number * piece..<min(count, (number + 1) * piece)).map { subset -> Double in
        let places = (0..<drivers).filter { subset & (1 << $0) != 0 }
        let matrix = places.flatMap { row in places.map { correlations[row * drivers + $0] } }
        return CholeskyFactor(matrix, size: places.count)?
          .quadraticForm(places.map { outcome[$0] }) ?? 0
      }
    }.flatMap(\.self)
  }

  /// Per driver, its mean gain by the number of drivers that are there already.
  var dominance: [[Double]] {
    (0..<drivers).map { driver in
      var sums = [Double](repeating: 0, count: drivers)
      var counts = sums
      for subset in values.indices where subset & (1 << driver) == 0 {
        let size = subset.nonzeroBitCount
        sums[size] += values[subset | (1 << driver)] - values[subset]
        counts[size] += 1
      }
      return zip(sums, counts).map { $0 / $1 }
    }
  }
}
