/// All nodes: one level per quasi-identifier, packed into one number so that comparing is one step.
struct Lattice: Sendable {
  /// The number of levels of each quasi-identifier.
  let levels: [Int]
  /// Where each level stands in a packed node.
  private let shifts: [Int]
  private let widths: [Int]
  /// One free bit above each level.
  private let guards: UInt64
  /// The number of nodes.
  let count: Int

  /// The most nodes that are held at once.
  static let mostNodes = 1 << 24

  /// Makes the lattice.
  ///
  /// - Parameter levels: The number of levels of each quasi-identifier.
  /// - Throws: When there are too many nodes.
  init(levels: [Int]) throws(Microdata.Failure) {
    var count = 1
    var next = 0
    var shifts: [Int] = []
    var widths: [Int] = []
    var guards: UInt64 = 0
    for number in levels {
      let (product, overflows) = count.multipliedReportingOverflow(by: number)
      let width = PathCode.width(number)
      guard !overflows, product <= Lattice.mostNodes, next + width + 1 <= 64 else {
        throw .tooManyNodes
      }
      count = product
      shifts.append(next)
      widths.append(width)
      guards |= 1 << UInt64(next + width)
      next += width + 1
    }
    self.levels = levels
    self.shifts = shifts
    self.widths = widths
    self.guards = guards
    self.count = count
  }

  /// The levels of a node as one number.
  func packed(_ node: [Int]) -> UInt64 {
    var packed: UInt64 = 0
    for (index, level) in node.enumerated() { packed |= UInt64(level) << UInt64(shifts[index]) }
    return packed
  }

  /// The levels of a packed node.
  func node(_ packed: UInt64) -> [Int] {
    shifts.indices.map { level(packed, $0) }
  }

  /// One level of a packed node.
  @inline(__always)
  func level(_ packed: UInt64, _ index: Int) -> Int {
    Int(truncatingIfNeeded: packed >> UInt64(shifts[index])) & ((1 << widths[index]) - 1)
  }

  /// Whether no level of a node is above that of another.
  @inline(__always)
  func isBelow(_ lower: UInt64, _ upper: UInt64) -> Bool {
    ((upper | guards) &- lower) & guards == guards
  }

  /// All packed nodes, the last quasi-identifier counting fastest.
  var nodes: [UInt64] {
    var nodes: [UInt64] = [0]
    nodes.reserveCapacity(count)
    for (index, number) in levels.enumerated() {
      var longer: [UInt64] = []
      longer.reserveCapacity(nodes.count * number)
      for node in nodes {
        for level in 0..<number { longer.append(node | UInt64(level) << UInt64(shifts[index])) }
      }
      nodes = longer
    }
    return nodes
  }
}
