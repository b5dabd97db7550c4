/// Numbers for the leaves of a hierarchy whose leading bits are the number of the value above.
///
/// A leaf's code is its path from the root: the place among the children of the root, then among
/// the children of that child, and so on, each with as many bits as the largest family of its level
/// needs. Generalising to a level means clearing the bits below it.
struct PathCode: Sendable {
  /// The bits of a whole code.
  let bits: Int
  /// How many of its last bits are cleared on each level; 0 on level 0, `bits` on the last.
  let cleared: [Int]
  /// The code of each leaf.
  let leafCodes: [UInt32]
  /// The value of each code on each level, without the cleared bits; -1 where there is none.
  let values: [[Int32]]

  /// Gives the leaves their codes.
  ///
  /// - Parameter hierarchy: The hierarchy.
  init(_ hierarchy: Hierarchy) {
    let levels = hierarchy.levelCount
    var places: [[Int]] = []
    var widths: [Int] = []
    for level in 0..<(levels - 1) {
      let parents = hierarchy.parents[level]
      var families = [Int](repeating: 0, count: hierarchy.labels[level + 1].count)
      places.append(
        parents.map { parent in
          families[parent] += 1
          return families[parent] - 1
        })
      widths.append(PathCode.width(families.max() ?? 1))
    }
    var cleared = [0]
    for width in widths { cleared.append((cleared.last ?? 0) + width) }
    let bits = cleared.last ?? 0
    (self.bits, self.cleared) = (bits, cleared)
    var codes = [[UInt32]](repeating: [], count: levels)
    codes[levels - 1] = [0]
    for level in stride(from: levels - 2, through: 0, by: -1) {
      codes[level] = hierarchy.parents[level].enumerated().map { value, parent in
        codes[level + 1][parent] << UInt32(widths[level]) | UInt32(places[level][value])
      }
    }
    leafCodes = codes[0]
    values = codes.enumerated().map { level, codes in
      var table = [Int32](repeating: -1, count: 1 << (bits - cleared[level]))
      for (value, code) in codes.enumerated() { table[Int(code)] = Int32(value) }
      return table
    }
  }

  /// The bits that tell so many things apart.
  static func width(_ count: Int) -> Int {
    count <= 1 ? 0 : Int.bitWidth - (count - 1).leadingZeroBitCount
  }
}
