/// What a one-way mixed model needs to know of its data: sums over groups, whatever the rows.
///
/// Columns are the fixed effects x (the intercept among them) and, last, the outcome y.
public struct GroupMoments: Sendable, Equatable {
  /// Why data allow no moments.
  public enum Failure: Error, Sendable, Equatable {
    /// Columns or groups differ in length, or there is no row.
    case differentLengths
    /// A value is not finite.
    case notFinite
  }

  /// Per group, the number of its rows, at least 1.
  public let counts: [Int]
  /// Per group, the means of x and y.
  public let means: [[Double]]
  /// The sums of products of deviations from the group means, over all groups; by rows.
  public let within: [Double]

  /// The number of columns, y included.
  public var columns: Int { means.first?.count ?? 0 }
  /// The number of rows.
  public var count: Int { counts.reduce(0, +) }

  /// Sums up rows.
  ///
  /// - Parameters:
  ///   - outcome: y, n values.
  ///   - fixed: Columns of n values each; a column of ones is the intercept.
  ///   - groups: Per row, its group, 0 to `groupCount` - 1; groups without rows are left out.
  ///   - groupCount: The number of groups.
  /// - Throws: What is wrong with the data.
  public init(
    outcome: [Double], fixed: [[Double]], groups: [Int], groupCount: Int
  ) throws(Failure) {
    let columns = fixed + [outcome]
    guard !outcome.isEmpty, columns.allSatisfy({ $0.count == groups.count }),
      groups.allSatisfy({ (0..<groupCount).contains($0) })
    else { throw .differentLengths }
    guard columns.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { throw .notFinite }
    var counts = [Int](repeating: 0, count: groupCount)
    for group in groups { counts[group] += 1 }
    let means = columns.map { column in
      var sums = [Double](repeating: 0, count: groupCount)
      for (row, group) in groups.enumerated() { sums[group] += column[row] }
      return zip(sums, counts).map { $1 > 0 ? $0 / Double($1) : 0 }
    }
    let size = columns.count
    var within = [Double](repeating: 0, count: size * size)
    let centred = zip(columns, means).map { column, means in
      zip(column, groups).map { $0 - means[$1] }
    }
    for row in 0..<size {
      for column in 0...row {
        let value = dot(centred[row], centred[column])
        within[row * size + column] = value
        within[column * size + row] = value
      }
    }
    let used = counts.indices.filter { counts[$0] > 0 }
    self.counts = used.map { counts[$0] }
    self.means = used.map { group in means.map { $0[group] } }
    self.within = within
  }

  /// Takes sums.
  ///
  /// Differences of large sums lose digits: about as many as the squared mean is larger than the
  /// variance. Subtract a constant near the mean from every column but the intercept before summing.
  ///
  /// - Parameters:
  ///   - counts: Per group, the number of its rows; groups without rows are left out.
  ///   - sums: Per group, the sums of x and y.
  ///   - crossProducts: The sums of products of x and y over all rows; by rows.
  /// - Throws: What is wrong with the data.
  public init(
    counts: [Int], sums: [[Double]], crossProducts: [Double]
  ) throws(Failure) {
    let used = counts.indices.filter { counts[$0] > 0 }
    guard counts.count == sums.count, let first = used.first,
      sums.allSatisfy({ $0.count == sums[first].count }), !sums[first].isEmpty,
      crossProducts.count == sums[first].count * sums[first].count
    else { throw .differentLengths }
    guard sums.allSatisfy({ $0.allSatisfy(\.isFinite) }), crossProducts.allSatisfy(\.isFinite)
    else { throw .notFinite }
    let size = sums[first].count
    var within = crossProducts
    for group in used {
      for row in 0..<size {
        for column in 0..<size {
          within[row * size + column] -=
            sums[group][row] * sums[group][column] / Double(counts[group])
        }
      }
    }
    for place in 0..<size { within[place * size + place] = max(0, within[place * size + place]) }
    self.counts = used.map { counts[$0] }
    means = used.map { group in sums[group].map { $0 / Double(counts[group]) } }
    self.within = within
  }

  /// Takes samples of whole numbers, with the intercept as the only fixed effect.
  ///
  /// - Parameter samples: One per group; empty ones are left out.
  /// - Throws: That there is none.
  public init(samples: [SampleSums]) throws(Failure) {
    let used = samples.filter { $0.count > 0 }
    guard !used.isEmpty else { throw .differentLengths }
    counts = used.map(\.count)
    means = used.map { [1, $0.mean ?? 0] }
    within = [0, 0, 0, used.reduce(0) { $0 + $1.sumOfSquaredDeviations }]
  }
}
