/// What a release still says: losses, classes, suppressed records, cells without a value.
public struct UtilityReport: Sendable, Equatable {
  /// The loss of each quasi-identifier by Iyengar: 0 untouched, 1 all suppressed.
  public let losses: [Double]
  /// The mean of those.
  public let loss: Double
  /// The precision lost, as the mean height of cells over the height of their hierarchy.
  public let precision: Double
  /// The discernibility measure.
  public let discernibility: Double
  /// The average class size measure.
  public let averageClassSize: Double
  /// By quasi-identifier, how many records stand on each level; suppressed ones on none.
  public let levels: [[Int]]
  /// By quasi-identifier, how many cells of kept records say nothing, since they stand for all values.
  public let suppressedCells: [Int]
  /// The number of records, suppressed ones included.
  public let records: Int
  /// How many records are suppressed.
  public let suppressed: Int
  /// How many classes are kept.
  public let classes: Int
  /// The sizes of the classes: least, mean, most; zero without classes.
  public let classSizes: (least: Int, mean: Double, most: Int)

  /// Reports on a release.
  ///
  /// - Parameter release: The release.
  public init(_ release: Release) {
    let suppressed = release.suppressed
    let records = release.classOfRecord.count
    let hierarchies = release.hierarchies
    var levels = hierarchies.map { [Int](repeating: 0, count: $0.levelCount) }
    var cells = [Int](repeating: 0, count: hierarchies.count)
    var leaves = [Int](repeating: 0, count: hierarchies.count)
    var squares = 0.0
    for group in release.classes {
      squares += Double(group.size) * Double(group.size)
      for (index, hierarchy) in hierarchies.enumerated() {
        let level = group.node[index]
        let count = hierarchy.leafCounts[level][group.values[index]]
        levels[index][level] += group.size
        leaves[index] += count * group.size
        if level > 0, level == hierarchy.levelCount - 1 { cells[index] += group.size }
      }
    }
    losses = hierarchies.indices.map { index in
      let domain = hierarchies[index].leafCount
      guard domain > 1 else { return 0 }
      let cost = leaves[index] + suppressed * domain
      return Double(cost - records) / Double(records * domain - records)
    }
    loss = losses.reduce(0, +) / Double(losses.count)
    let heights = hierarchies.indices.map { index in
      let height = hierarchies[index].levelCount - 1
      guard height > 0 else { return 0.0 }
      let sum = levels[index].enumerated().reduce(suppressed * height) {
        $0 + $1.offset * $1.element
      }
      return Double(sum) / Double(records * height)
    }
    precision = heights.reduce(0, +) / Double(heights.count)
    discernibility = squares + Double(records) * Double(suppressed)
    averageClassSize =
      Double(records) / Double(max(1, release.classes.count + (suppressed > 0 ? 1 : 0)))
    self.levels = levels
    suppressedCells = cells
    self.records = records
    self.suppressed = suppressed
    classes = release.classes.count
    let sizes = release.classes.map(\.size)
    classSizes = (
      sizes.min() ?? 0, Double(records - suppressed) / Double(max(1, sizes.count)), sizes.max() ?? 0
    )
  }

  /// Whether two reports say the same.
  public static func == (left: UtilityReport, right: UtilityReport) -> Bool {
    left.losses == right.losses && left.levels == right.levels
      && left.discernibility == right.discernibility && left.suppressed == right.suppressed
      && left.classes == right.classes && left.suppressedCells == right.suppressedCells
  }
}
