internal import Glibc

/// Minimal sample uniques: the smallest sets of quasi-identifiers by which a record is alone.
///
/// A record's score is the sum, over its minimal sample uniques of size s among d quasi-identifiers, of
/// (d - s)!; the smaller the set, the more it counts. Scores become risks by the file's risk (data
/// intrusion simulation). Sources: Elliot, Manning, Mayes, Gurd and Bane (2005); Manning, Haglin and
/// Keane (2008); Skinner and Elliot (2002). The scaling is that of sdcMicro's SUDA2.
///
/// Limits: at most 20 quasi-identifiers; time grows with 2 to the power of their number.
public struct SpecialUniques: Sendable, Equatable {
  /// The score of each record; 0 for a record that is not unique.
  public let scores: [Double]
  /// The risk of each record.
  public let risks: [Double]
  /// The minimal sample uniques by size, from 1.
  public let bySize: [Int]
  /// By quasi-identifier, the share of the sum of the scores that sets with it contribute.
  public let contributions: [Double]

  /// Finds the minimal sample uniques.
  ///
  /// - Parameters:
  ///   - columns: The quasi-identifiers, one number per record each; from 1 to 20 of them.
  ///   - fraction: The share of the population that is in the sample, above 0 and below 1.
  public init(_ columns: [[UInt32]], fraction: Double = 0.01) {
    precondition((1...20).contains(columns.count), "from 1 to 20 quasi-identifiers")
    precondition(fraction > 0 && fraction < 1, "a share is above 0 and below 1")
    let (width, count) = (columns.count, columns[0].count)
    var scores = [Double](repeating: 0, count: count)
    var bySize = [Int](repeating: 0, count: width)
    var contributions = [Double](repeating: 0, count: width)
    var unique: [Int: Set<Int>] = [:]
    for set in (1..<(1 << width)).sorted(by: { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    ) {
      let members = (0..<width).filter { set >> $0 & 1 == 1 }
      let alone = SpecialUniques.alone(members.map { columns[$0] }, count: count)
      unique[set] = alone
      let size = members.count
      let points = (1..<max(1, width - size + 1)).reduce(1.0) { $0 * Double($1) }
      for record in alone {
        let isMinimal = members.allSatisfy {
          unique[set & ~(1 << $0)]?.contains(record) != true
        }
        guard isMinimal else { continue }
        scores[record] += points
        bySize[size - 1] += 1
        for member in members { contributions[member] += points }
      }
    }
    let total = scores.reduce(0, +)
    self.scores = scores
    self.bySize = bySize
    self.contributions = contributions.map { total > 0 ? $0 / total : 0 }
    risks = SpecialUniques.risks(scores, columns, fraction: fraction)
  }

  /// The records that are alone with their combination.
  private static func alone(_ columns: [[UInt32]], count: Int) -> Set<Int> {
    let classes = RecordClasses(columns, count: count)
    var alone: Set<Int> = []
    for (record, group) in classes.classOfRecord.enumerated() where classes.sizes[group] == 1 {
      alone.insert(record)
    }
    return alone
  }

  /// The risks to the last digit as sdcMicro 5.8.1 gives them.
  ///
  /// sdcMicro works the file's risk out in single precision, and takes for the number of sample uniques
  /// those that are alone in a bucket of its 16-bit hash of the codes. That number cancels out but for
  /// rounding, which moves the risks in their eighth digit.
  ///
  /// - Parameters:
  ///   - codes: The quasi-identifiers as numbers in R: those of numeric columns, of others the places of
  ///     the sorted values from 1.
  ///   - fraction: The share of the population that is in the sample.
  /// - Returns: One risk per record.
  public func risksLikeSDCMicro(codes: [[Int]], fraction: Double = 0.01) -> [Double] {
    let buckets = scores.indices.map { record in
      codes.reduce(0) { hash, column in
        ((hash << 1 + column[record]) & 0xFFFF + hash >> 15) & 0xFFFF
      }
    }
    var sizes: [Int: Int] = [:]
    for bucket in buckets { sizes[bucket, default: 0] += 1 }
    let uniques = Float(sizes.values.count { $0 == 1 })
    let combinations = Dictionary(grouping: scores.indices) { record in codes.map { $0[record] } }
    let pairs = Float(2 * combinations.values.count { $0.count == 2 })
    let share = Float(fraction)
    let file = uniques * share / (uniques * share + pairs * (1 - share))
    guard file.isFinite, file > 0 else { return risks }
    return SpecialUniques.scaled(
      scores, excess: Double(uniques / file - uniques),
      power: Double(1 + (8 - Float(codes.count)) / 20))
  }

  private static func scaled(_ scores: [Double], excess: Double, power: Double) -> [Double] {
    let sum = scores.reduce(0) { $1 > 0 ? $0 + 1 / pow($1, power) : $0 }
    return scores.map { $0 > 0 ? 1 / (1 + excess / (pow($0, power) * sum)) : 0 }
  }

  private static func risks(
    _ scores: [Double], _ columns: [[UInt32]], fraction: Double
  ) -> [Double] {
    let classes = RecordClasses(columns, count: scores.count)
    let pairs = Double(2 * classes.sizes.count { $0 == 2 })
    // With u uniques the file's risk is uf/(uf + p(1 - f)), and u/risk - u is p(1 - f)/f.
    return scaled(
      scores, excess: pairs * (1 - fraction) / fraction,
      power: 1 + (8 - Double(columns.count)) / 20)
  }
}
