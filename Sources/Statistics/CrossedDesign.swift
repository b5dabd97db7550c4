/// The sums that a model with several crossed random intercepts needs of its rows.
///
/// The factor with most levels is eliminated level by level: its block of Z'Z is diagonal, because
/// a row has one level of it. The levels of all other factors and the fixed effects are the dense
/// part, numbered factor after factor.
struct CrossedDesign: Sendable {
  /// What one level of the eliminated factor shares with the dense part.
  struct Coupling: Sendable {
    var places: [Int] = []
    var values: [Double] = []
  }

  let rows: Int
  let fixed: [[Double]]
  /// y, freed of its least squares fit on the fixed effects.
  let residuals: [Double]
  /// The least squares coefficients.
  let start: [Double]
  /// Per factor, the level of each row.
  let codes: [[Int]]
  /// Per factor, the number of levels.
  let levels: [Int]
  /// The eliminated factor.
  let eliminated: Int
  /// Per factor, the place of its first level in the dense part; not used for the eliminated one.
  let offsets: [Int]
  /// The size of the dense part, fixed effects last.
  let size: Int
  /// Per level of the eliminated factor, the number of its rows.
  let counts: [Double]
  /// Per level of the eliminated factor, its sums with the dense part.
  let couplings: [Coupling]
  /// The lower triangle of the dense part's cross products: places and values.
  let crossProducts: [(row: Int, column: Int, value: Double)]

  var fixedStart: Int { size - fixed.count }
  var freedom: Double { Double(rows - fixed.count) }

  /// Sums up rows; nil if a fixed effect is a combination of others.
  init?(outcome: [Double], fixed: [[Double]], codes: [[Int]], levels: [Int]) {
    let matrix = fixed.flatMap { row in fixed.map { dot(row, $0) } }
    guard let factor = CholeskyFactor(matrix, size: fixed.count),
      let eliminated = levels.indices.max(by: { levels[$0] < levels[$1] })
    else { return nil }
    let start = factor.solve(fixed.map { dot($0, outcome) })
    var residuals = outcome
    for (column, coefficient) in zip(fixed, start) {
      for row in residuals.indices { residuals[row] -= coefficient * column[row] }
    }
    var (offsets, place) = ([Int](repeating: 0, count: levels.count), 0)
    for k in levels.indices where k != eliminated {
      offsets[k] = place
      place += levels[k]
    }
    rows = outcome.count
    self.fixed = fixed
    self.residuals = residuals
    self.start = start
    self.codes = codes
    self.levels = levels
    self.eliminated = eliminated
    self.offsets = offsets
    size = place + fixed.count
    (counts, couplings) = Self.couplings(
      fixed: fixed, codes: codes, levels: levels, eliminated: eliminated, offsets: offsets,
      fixedStart: place)
    crossProducts = Self.crossProducts(
      fixed: fixed, codes: codes, levels: levels, eliminated: eliminated, offsets: offsets,
      fixedStart: place)
  }

  private static func couplings(
    fixed: [[Double]], codes: [[Int]], levels: [Int], eliminated: Int, offsets: [Int],
    fixedStart: Int
  ) -> ([Double], [Coupling]) {
    let members = Self.members(codes[eliminated], levels: levels[eliminated])
    let others = levels.indices.filter { $0 != eliminated }
    var sums = [Double](repeating: 0, count: fixedStart + fixed.count)
    let couplings = members.map { rows in
      var places: [Int] = []
      for k in others {
        for row in rows {
          let place = offsets[k] + codes[k][row]
          if sums[place] == 0 { places.append(place) }
          sums[place] += 1
        }
      }
      var coupling = Coupling(places: places.sorted())
      coupling.values = coupling.places.map { sums[$0] }
      for place in places { sums[place] = 0 }
      for (column, values) in fixed.enumerated() {
        coupling.places.append(fixedStart + column)
        coupling.values.append(rows.reduce(0) { $0 + values[$1] })
      }
      return coupling
    }
    return (members.map { Double($0.count) }, couplings)
  }

  /// Per level, its rows.
  private static func members(_ codes: [Int], levels: Int) -> [[Int]] {
    var members = [[Int]](repeating: [], count: levels)
    for (row, code) in codes.enumerated() { members[code].append(row) }
    return members
  }

  private static func crossProducts(
    fixed: [[Double]], codes: [[Int]], levels: [Int], eliminated: Int, offsets: [Int],
    fixedStart: Int
  ) -> [(row: Int, column: Int, value: Double)] {
    var entries: [(row: Int, column: Int, value: Double)] = []
    let others = levels.indices.filter { $0 != eliminated }
    for (place, k) in others.enumerated() {
      for level in 0..<levels[k] { entries.append((offsets[k] + level, offsets[k] + level, 0)) }
      let first = entries.count - levels[k]
      for code in codes[k] { entries[first + code].value += 1 }
      for other in others.prefix(place) {
        var counts: [Int: Double] = [:]
        for (a, b) in zip(codes[k], codes[other]) { counts[a * levels[other] + b, default: 0] += 1 }
        for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
          let (a, b) = key.quotientAndRemainder(dividingBy: levels[other])
          entries.append((offsets[k] + a, offsets[other] + b, count))
        }
      }
      for (column, values) in fixed.enumerated() {
        var sums = [Double](repeating: 0, count: levels[k])
        for (code, value) in zip(codes[k], values) { sums[code] += value }
        for (level, sum) in sums.enumerated() {
          entries.append((fixedStart + column, offsets[k] + level, sum))
        }
      }
    }
    for row in fixed.indices {
      for column in 0...row {
        entries.append((fixedStart + row, fixedStart + column, dot(fixed[row], fixed[column])))
      }
    }
    return entries
  }

  /// The sums of a vector of rows over the levels of a factor.
  func sums(of vector: [Double], over factor: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: levels[factor])
    for (code, value) in zip(codes[factor], vector) { sums[code] += value }
    return sums
  }

  /// The sums of a vector of rows with the dense part, and over the eliminated factor.
  func sums(of vector: [Double]) -> (dense: [Double], eliminated: [Double]) {
    var dense: [Double] = []
    dense.reserveCapacity(size)
    for k in levels.indices where k != eliminated { dense += sums(of: vector, over: k) }
    dense += fixed.map { dot($0, vector) }
    return (dense, sums(of: vector, over: eliminated))
  }
}
