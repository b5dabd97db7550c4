internal import Glibc
internal import Statistics

/// Figures of units in two waves with standard errors, however they are given.
struct WavePair {
  private(set) var labels: [String] = []
  private(set) var first: [Double] = []
  private(set) var firstErrors: [Double] = []
  private(set) var second: [Double] = []
  private(set) var secondErrors: [Double] = []
  /// The numbers of values, where single ones were given.
  private(set) var counts: (first: [Int], second: [Int])?

  /// Reads figures, counts or single values.
  init(_ input: FunctionInput) throws(FunctionInput.Failure) {
    if input.has("values") {
      try takeValues(input)
    } else if input.has("successes1") {
      (first, firstErrors) = try WavePair.angles(input, "successes1", "counts1")
      (second, secondErrors) = try WavePair.angles(input, "successes2", "counts2")
    } else {
      (first, firstErrors) = (try input.numbers("y1"), try input.numbers("s1"))
      (second, secondErrors) = (try input.numbers("y2"), try input.numbers("s2"))
    }
    if labels.isEmpty {
      labels =
        input.has("labels") ? try input.labels("labels") : first.indices.map { String($0 + 1) }
    }
    guard labels.count == first.count else { throw .noResult("different-lengths") }
  }

  private static func angles(
    _ input: FunctionInput, _ successes: String, _ counts: String
  ) throws(FunctionInput.Failure) -> ([Double], [Double]) {
    let (x, n) = (try input.integers(successes), try input.integers(counts))
    guard x.count == n.count else { throw .noResult("different-lengths") }
    guard zip(x, n).allSatisfy({ $1 > 0 && (0...$1).contains($0) }) else {
      throw .noResult("out-of-range")
    }
    return (
      zip(x, n).map { asin((Double($0) / Double($1)).squareRoot()) },
      n.map { ProportionRange.standardError(count: $0) }
    )
  }

  private mutating func takeValues(_ input: FunctionInput) throws(FunctionInput.Failure) {
    let values = try input.optionalNumbers("values")
    let (groups, waves) = (try input.labels("groups"), try input.labels("waves"))
    guard values.count == groups.count, values.count == waves.count else {
      throw .noResult("different-lengths")
    }
    let minimum = try input.integer("minimum_count", else: 1)
    let sides = [
      Set(try input.labels("first_waves")), Set(try input.labels("second_waves")),
    ].map { chosen in
      GroupedValues(
        values.indices.map { chosen.contains(waves[$0]) ? values[$0] : nil }, by: groups)
    }
    var byLabel: [[String: [Double]]] = []
    for side in sides {
      byLabel.append(Dictionary(uniqueKeysWithValues: zip(side.labels, side.values)))
    }
    labels = sides[0].labels.filter { label in
      byLabel.allSatisfy { ($0[label]?.count ?? 0) >= max(1, minimum) }
    }
    let chosen = byLabel.map { side in labels.map { side[$0] ?? [] } }
    (first, firstErrors) = try WavePair.means(chosen[0])
    (second, secondErrors) = try WavePair.means(chosen[1])
    counts = (chosen[0].map(\.count), chosen[1].map(\.count))
  }

  /// Means, with the standard deviation within all groups over √n.
  private static func means(
    _ groups: [[Double]]
  ) throws(FunctionInput.Failure) -> ([Double], [Double]) {
    let found = groups.map(moments)
    let freedom = groups.reduce(0) { $0 + Double($1.count - 1) }
    let squares = zip(groups, found).reduce(0.0) { sum, pair in
      let deviation = pair.1.deviation ?? 0
      return sum + Double(pair.0.count - 1) * deviation * deviation
    }
    guard freedom > 0, squares > 0 else { throw .noResult("no-spread") }
    let deviation = (squares / freedom).squareRoot()
    return (found.map(\.mean), groups.map { deviation / Double($0.count).squareRoot() })
  }
}
