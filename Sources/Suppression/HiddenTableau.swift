/// The relations of a region solved for some of its cells, to see quickly how hidden cells can move.
///
/// Every row says d_b + sum of m_j d_j = 0 for a basic cell b and the other cells j. Cells that are
/// published do not move; a published cell is basic only where no hidden cell stands in its row.
/// No movement at all is always possible, so the simplex method starts there from any basis.
/// Pivots of 1 and -1 are preferred, which keeps whole numbers whole.
struct HiddenTableau {
  private let frame: Frame
  private let region: [Int]
  private var localOf: [Int: Int] = [:]
  private let width: Int
  private var height = 0
  private var cells: [Double] = []
  private var basicOf: [Int] = []
  /// By local cell, its row, or -1.
  private var rowOf: [Int]
  private var isHidden: [Bool]
  private var state: [Double]
  private var list: [Int] = []
  private static let tiny = 1e-9

  init(_ frame: Frame, region: [Int], isHidden: (Int) -> Bool) {
    self.frame = frame
    self.region = region
    width = region.count
    for (local, cell) in region.enumerated() { localOf[cell] = local }
    rowOf = [Int](repeating: -1, count: width)
    self.isHidden = region.map(isHidden)
    state = [Double](repeating: 0, count: width)
    renew()
  }

  /// The number of exchanges since the rows were set up.
  private(set) var pivots = 0

  /// Sets the rows up anew, so that rounding does not add up.
  mutating func renew() {
    let relations = Set(region.flatMap { frame.relationsOf[$0] }).sorted()
    height = relations.count
    cells = [Double](repeating: 0, count: height * width)
    basicOf = [Int](repeating: -1, count: height)
    for local in 0..<width { rowOf[local] = -1 }
    for (row, relation) in relations.enumerated() {
      for member in frame.relations[relation] {
        if let local = localOf[member.cell] {
          cells[row * width + local] = Double(member.sign)
        }
      }
    }
    reduce()
    pivots = 0
  }

  /// Gives each row a basic cell, a published one if possible not, and drops rows that say nothing.
  private mutating func reduce() {
    var kept = 0
    for row in 0..<height {
      var best = -1
      for local in 0..<width where abs(cells[row * width + local]) > HiddenTableau.tiny {
        let isBetter =
          best < 0
          || score(row, local) > score(row, best)
        if isBetter { best = local }
      }
      guard best >= 0 else { continue }
      if kept != row {
        for local in 0..<width {
          cells[kept * width + local] = cells[row * width + local]
          cells[row * width + local] = 0
        }
      }
      pivot(kept, best, rows: height)
      kept += 1
    }
    height = kept
    cells.removeLast((basicOf.count - kept) * width)
    basicOf.removeLast(basicOf.count - kept)
  }

  private func score(_ row: Int, _ local: Int) -> Int {
    (isHidden[local] ? 2 : 0) + (abs(abs(cells[row * width + local]) - 1) < 1e-12 ? 1 : 0)
  }

  private mutating func pivot(_ row: Int, _ column: Int, rows: Int? = nil) {
    pivots += 1
    let start = row * width
    let factor = 1 / cells[start + column]
    list.removeAll(keepingCapacity: true)
    for local in 0..<width {
      let value = cells[start + local]
      guard value != 0 else { continue }
      let scaled = value * factor
      cells[start + local] = abs(scaled) < HiddenTableau.tiny ? 0 : scaled
      if cells[start + local] != 0 { list.append(local) }
    }
    cells[start + column] = 1
    let (count, width) = (rows ?? height, width)
    unsafe cells.withUnsafeMutableBufferPointer { cells in
      for other in 0..<count where other != row {
        let times = unsafe cells[other * width + column]
        guard times != 0 else { continue }
        let base = other * width
        for local in list {
          let value = unsafe cells[base + local] - times * cells[start + local]
          unsafe cells[base + local] = abs(value) < HiddenTableau.tiny ? 0 : value
        }
        unsafe cells[base + column] = 0
      }
    }
    if basicOf[row] >= 0 { rowOf[basicOf[row]] = -1 }
    basicOf[row] = column
    rowOf[column] = row
  }

  /// Says that a cell of the region is hidden or not.
  mutating func set(_ cell: Int, hidden: Bool) {
    guard let local = localOf[cell], isHidden[local] != hidden else { return }
    isHidden[local] = hidden
    if hidden {
      guard rowOf[local] < 0 else { return }
      // A published basic cell must not stand in a row with a hidden one.
      var best = -1
      for row in 0..<height where !isHidden[basicOf[row]] {
        let value = abs(cells[row * width + local])
        guard value > HiddenTableau.tiny else { continue }
        if best < 0 || abs(value - 1) < abs(abs(cells[best * width + local]) - 1) { best = row }
      }
      if best >= 0 { pivot(best, local) }
    } else {
      let row = rowOf[local]
      guard row >= 0 else { return }
      var best = -1
      for other in 0..<width where isHidden[other] && rowOf[other] < 0 {
        let value = abs(cells[row * width + other])
        guard value > HiddenTableau.tiny else { continue }
        if best < 0 || abs(value - 1) < abs(abs(cells[row * width + best]) - 1) { best = other }
      }
      if best >= 0 { pivot(row, best) }
    }
  }

  /// How a search for a movement ended.
  enum Outcome {
    case met(Movement)
    case unmet
    case unclear
  }

  /// Moves the cell of a target as far as required, if hidden cells allow it.
  mutating func move(_ target: Frame.Target) -> Outcome {
    guard let own = localOf[target.cell], isHidden[own] else { return .unmet }
    for local in 0..<width { state[local] = 0 }
    let (direction, required) = (target.grows ? 1.0 : -1.0, Double(target.required))
    if rowOf[own] < 0 {
      if step(own, direction, own: own, direction, required) { return .met(movement) }
      guard rowOf[own] >= 0 else { return .unmet }
    }
    for round in 0..<400 {
      let base = rowOf[own] * width
      var (best, gain, sign) = (-1, HiddenTableau.tiny, 0.0)
      for local in 0..<width where rowOf[local] < 0 && isHidden[local] {
        let slope = -cells[base + local] * direction
        guard abs(slope) > gain else { continue }
        let isAtBound = slope < 0 && state[local] <= -room(local) + HiddenTableau.tiny
        guard !isAtBound else { continue }
        (best, sign) = (local, slope > 0 ? 1 : -1)
        if round > 150 { break }
        gain = abs(slope)
      }
      guard best >= 0 else { return .unmet }
      if step(best, sign, own: own, direction, required) { return .met(movement) }
      guard rowOf[own] >= 0 else { return .unmet }
    }
    return .unclear
  }

  private func room(_ local: Int) -> Double { Double(frame.values[region[local]]) }

  /// Moves a cell that is not basic until something stops it.
  ///
  /// - Returns: Whether the own cell moved as far as required.
  private mutating func step(
    _ entering: Int, _ sign: Double, own: Int, _ direction: Double, _ required: Double
  ) -> Bool {
    var length = sign < 0 ? state[entering] + room(entering) : .infinity
    var leaving = -1
    for row in 0..<height {
      let rate = -cells[row * width + entering] * sign
      guard rate < -HiddenTableau.tiny else { continue }
      let local = basicOf[row]
      let most = max(0, state[local] + room(local)) / -rate
      let isBetter =
        most < length - 1e-12
        || (most <= length + 1e-12 && leaving >= 0
          && abs(rate + 1) < abs(abs(cells[leaving * width + entering]) - 1))
      if isBetter { (length, leaving) = (min(length, most), row) }
    }
    let ownRate =
      entering == own ? sign : -cells[rowOf[own] * width + entering] * sign
    let left = required - state[own] * direction
    let needed = ownRate * direction > 0 ? left / (ownRate * direction) : .infinity
    let isMet = needed <= length + 1e-9
    let moved = isMet ? needed : length
    guard moved.isFinite else { return false }
    state[entering] += sign * moved
    for row in 0..<height {
      let rate = cells[row * width + entering]
      if rate != 0 { state[basicOf[row]] -= rate * sign * moved }
    }
    if isMet { return true }
    if leaving >= 0 { pivot(leaving, entering) }
    return false
  }

  private var movement: Movement {
    var movement = Movement()
    for local in 0..<width where abs(state[local]) > 1e-7 {
      let whole = state[local].rounded()
      movement.cells.append(region[local])
      movement.amounts.append(abs(state[local] - whole) < 1e-7 ? whole : state[local])
    }
    return movement
  }
}
