/// Records of organisations to be compared: answers to one item or several, and adjusters.
public struct CaseMixData: Sendable, Equatable {
  /// Per record, its organisation, from 0.
  public var organisations: [Int]
  /// The number of organisations.
  public var organisationCount: Int
  /// Per item, the answers of all records, nil for missing ones; several items make a composite.
  public var items: [[Double?]]
  /// Per adjuster, the values of all records, nil for missing ones.
  public var adjusters: [[Double?]]
  /// Per record, its weight in the regression and the variance, from 0; all alike if nil.
  ///
  /// The program's `wgtresp`. A record without a weight, or with 0, is not usable.
  public var weights: [Double?]?
  /// Per record, its weight in the means without adjustment, from 0; all alike if nil.
  ///
  /// The program's `wgtmean`.
  public var meanWeights: [Double?]?

  /// Collects records.
  ///
  /// - Parameters:
  ///   - organisations: Per record, its organisation, from 0.
  ///   - organisationCount: The number of organisations.
  ///   - items: Per item, the answers of all records.
  ///   - adjusters: Per adjuster, the values of all records.
  ///   - weights: Per record, its weight in regression and variance.
  ///   - meanWeights: Per record, its weight in the means.
  public init(
    organisations: [Int], organisationCount: Int, items: [[Double?]], adjusters: [[Double?]],
    weights: [Double?]? = nil, meanWeights: [Double?]? = nil
  ) {
    self.organisations = organisations
    self.organisationCount = organisationCount
    self.items = items
    self.adjusters = adjusters
    self.weights = weights
    self.meanWeights = meanWeights
  }
}

/// What a case-mix adjustment is to do where the CAHPS program lets one choose, or where the program
/// and its manual differ.
public struct CaseMixOptions: Sendable, Equatable {
  /// How the items of a composite are weighted.
  public enum ItemWeights: Sendable, Equatable {
    /// All alike, but an item with fewer than K answers in an organisation by its answers.
    case equal(minimumAnswers: Int)
    /// By the answers to each item over all organisations.
    case byAnswers
  }

  /// What is taken where the program (4.1c) and its manual differ.
  public enum Source: Sendable {
    /// As the program computes.
    case program
    /// As the manual says.
    case manual
  }

  /// What weights of records add up to in an organisation, for the regression (the program's
  /// `wt_type`, 5.0).
  public enum WeightTotals: Sendable, Equatable {
    /// The number of its answers.
    case answers
    /// The same for all organisations.
    case equal
    /// What they add up to.
    case given
  }

  /// Whether a missing adjuster is replaced by its organisation's mean; otherwise the record is left
  /// out.
  public var imputes = true
  /// How the items of a composite are weighted.
  public var itemWeights = ItemWeights.equal(minimumAnswers: 1)
  /// The variance of an organisation's mean: the manual multiplies it by n / (n - 1).
  public var variance = Source.program
  /// Degrees of freedom: N - P - k for all tests in the program; N / P for F and n - 1 for t in the
  /// manual.
  public var freedom = Source.program
  /// How many answers the pooled variance counts for in each organisation; officially 0.
  public var smoothing = 0.0
  /// The pooled variance: that of means in the program, that of an answer over n in the manual.
  public var smoothingRule = Source.program
  /// The p-value below which a difference gives one or three stars.
  public var significance = 0.05
  /// The share of the distance from the overall mean to the nearer end of the scale that a
  /// difference must reach as well.
  public var change = 0.0
  /// What a difference must reach as well, in points.
  public var meanDifference = 0.0
  /// What weights add up to in an organisation, for the regression.
  public var weightTotals = WeightTotals.answers
  /// The ends of the scale; nil if there are none.
  public var scale: ClosedRange<Double>?

  /// The choices of the program's authors.
  public init() {}
}

/// Why there is no case-mix adjustment.
public enum CaseMixFailure: Error, Sendable, Equatable {
  /// Columns differ in length, or there is no item.
  case differentLengths
  /// A value is not finite, or an option out of range.
  case badNumber
  /// Fewer than two organisations with two usable records.
  case tooFewOrganisations
  /// Not more usable records than organisations and adjusters.
  case tooFewRows
  /// Nobody answered the item.
  case itemWithoutAnswers(item: Int)
  /// The adjusters do not vary within organisations, or are combinations of each other.
  case singularAdjusters(item: Int)
  /// No organisation has any spread.
  case noSpread
}

/// Records that can be used, with adjusters filled in.
struct CaseMixRecords {
  /// Per usable record, its organisation among those kept.
  var organisations: [Int] = []
  /// Per organisation kept, its number in the data.
  var kept: [Int]
  /// Per organisation of the data, the number of records, and of usable ones.
  var all: [Int]
  var usable: [Int]
  var items: [[Double?]]
  var adjusters: [[Double]]
  /// Per usable record, its weight in regression and variance, and in means; nil if all are alike.
  var weights: [Double]?
  var meanWeights: [Double]?
  let totals: CaseMixOptions.WeightTotals

  init(_ data: CaseMixData, options: CaseMixOptions) throws(CaseMixFailure) {
    let count = data.organisations.count
    let weightings = [data.weights, data.meanWeights].compactMap(\.self)
    let columns = data.items + data.adjusters + weightings
    guard !data.items.isEmpty, columns.allSatisfy({ $0.count == count }),
      data.organisations.allSatisfy({ (0..<data.organisationCount).contains($0) })
    else { throw .differentLengths }
    guard columns.allSatisfy({ $0.allSatisfy { $0?.isFinite ?? true } }) else { throw .badNumber }
    guard weightings.allSatisfy({ $0.allSatisfy { ($0 ?? 0) >= 0 } }) else { throw .badNumber }
    let filled = options.imputes ? data.adjusters.map { Self.imputed($0, data) } : data.adjusters
    let isUsable = (0..<count).map { record in
      data.items.contains { $0[record] != nil } && filled.allSatisfy { $0[record] != nil }
        && weightings.allSatisfy { ($0[record] ?? 0) > 0 }
    }
    all = [Int](repeating: 0, count: data.organisationCount)
    usable = all
    for (record, organisation) in data.organisations.enumerated() {
      all[organisation] += 1
      if isUsable[record] { usable[organisation] += 1 }
    }
    let sizes = usable
    kept = sizes.indices.filter { sizes[$0] > 1 }
    guard kept.count > 1 else { throw .tooFewOrganisations }
    var places = [Int?](repeating: nil, count: data.organisationCount)
    for (place, organisation) in kept.enumerated() { places[organisation] = place }
    let records = (0..<count).filter { isUsable[$0] && places[data.organisations[$0]] != nil }
    organisations = records.map { places[data.organisations[$0]] ?? 0 }
    items = data.items.map { item in records.map { item[$0] } }
    adjusters = filled.map { adjuster in records.map { adjuster[$0] ?? 0 } }
    weights = data.weights.map { weights in records.map { weights[$0] ?? 0 } }
    meanWeights = data.meanWeights.map { weights in records.map { weights[$0] ?? 0 } }
    totals = options.weightTotals
  }

  /// Missing values replaced by the mean over all records of the organisation.
  private static func imputed(_ adjuster: [Double?], _ data: CaseMixData) -> [Double?] {
    var sums = [Double](repeating: 0, count: data.organisationCount)
    var counts = sums
    for (value, organisation) in zip(adjuster, data.organisations) {
      guard let value else { continue }
      sums[organisation] += value
      counts[organisation] += 1
    }
    return zip(adjuster, data.organisations).map { value, organisation in
      value ?? (counts[organisation] > 0 ? sums[organisation] / counts[organisation] : nil)
    }
  }
}
