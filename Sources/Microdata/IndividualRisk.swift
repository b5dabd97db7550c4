internal import Glibc

/// The risk that a record of a sample is re-identified, from sampling weights.
///
/// The frequency F of a combination in the population, given its frequency f in the sample, follows a
/// negative binomial distribution with p = f / (sum of the weights); the risk is the mean of 1/F.
/// Sources: Franconi and Polettini (2004); the closed forms for f of 1 and 2 and the approximation for
/// larger f are those of sdcMicro.
///
/// Limits: a sum of weights not above f means that the whole population is in the sample; the risk is
/// 1/f then.
public enum IndividualRisk {
  /// The risk of the records of one combination.
  ///
  /// - Parameters:
  ///   - frequency: How many records of the sample have it, at least 1.
  ///   - weight: The sum of their weights.
  /// - Returns: From 0 to 1.
  public static func risk(frequency: Int, weight: Double) -> Double {
    let share = Double(frequency) / weight
    guard share < 1 else { return 1 / Double(frequency) }
    let odds = share / (1 - share)
    switch frequency {
    case 1: return odds * log(1 / share)
    case 2: return odds - odds * odds * log(1 / share)
    default: return share / (Double(frequency) - (1 - share))
    }
  }

  /// The frequencies and risks of all records of a sample.
  public struct Sample: Sendable, Equatable {
    /// How many records have the record's combination.
    public let frequencies: [Int]
    /// The sum of the weights of those.
    public let weights: [Double]
    /// The risk of each record.
    public let risks: [Double]

    /// The expected number of re-identified records.
    public var expected: Double { risks.reduce(0, +) }
  }

  /// Works out the risks of a sample.
  ///
  /// A missing value is a value of its own.
  ///
  /// - Parameters:
  ///   - columns: The quasi-identifiers, one number per record each.
  ///   - weights: One sampling weight per record.
  /// - Returns: One entry per record.
  public static func sample(_ columns: [[UInt32]], weights: [Double]) -> Sample {
    let classes = RecordClasses(columns, count: weights.count)
    var sums = [Double](repeating: 0, count: classes.sizes.count)
    for (record, group) in classes.classOfRecord.enumerated() { sums[group] += weights[record] }
    let risks = zip(classes.sizes, sums).map { risk(frequency: $0, weight: $1) }
    return Sample(
      frequencies: classes.classOfRecord.map { classes.sizes[$0] },
      weights: classes.classOfRecord.map { sums[$0] },
      risks: classes.classOfRecord.map { risks[$0] })
  }

  /// The frequencies when a missing value may stand for any value.
  ///
  /// That is sdcMicro's convention; it is no protection, since whoever reads the file sees the gap.
  ///
  /// - Parameters:
  ///   - columns: The quasi-identifiers; `nil` where a value is missing.
  ///   - weights: One sampling weight per record.
  ///   - alpha: What another record counts whose missing values would have to fit, from 0 to 1.
  /// - Returns: Frequency and sum of weights per record.
  public static func withWildcards(
    _ columns: [[UInt32?]], weights: [Double], alpha: Double
  ) -> (frequencies: [Double], weights: [Double]) {
    var (frequencies, sums) = ([Double](), [Double]())
    for record in weights.indices {
      var (frequency, sum) = (0.0, 0.0)
      for other in weights.indices {
        var factor = 1.0
        for column in columns where column[record] != column[other] {
          let isGap = column[record] == nil || column[other] == nil
          factor = isGap ? min(factor, column[other] == nil ? alpha : 1) : 0
          if factor == 0 { break }
        }
        frequency += factor
        sum += factor * weights[other]
      }
      frequencies.append(frequency)
      sums.append(sum)
    }
    return (frequencies, sums)
  }
}

/// Records by combination of values, combinations in the order of their first record.
struct RecordClasses: Sendable {
  /// The class of each record.
  let classOfRecord: [Int]
  /// The number of records of each class.
  let sizes: [Int]

  /// Finds the classes, column by column.
  ///
  /// - Parameters:
  ///   - columns: One number per record each.
  ///   - count: The number of records.
  init(_ columns: [[UInt32]], count: Int) {
    var classes = [Int](repeating: 0, count: count)
    var number = count > 0 ? 1 : 0
    for column in columns {
      var places: [UInt64: Int] = [:]
      for record in 0..<count {
        let key = UInt64(classes[record]) << 32 | UInt64(column[record])
        let place = places[key] ?? places.count
        places[key] = place
        classes[record] = place
      }
      number = places.count
    }
    var sizes = [Int](repeating: 0, count: number)
    for group in classes { sizes[group] += 1 }
    (classOfRecord, self.sizes) = (classes, sizes)
  }
}
