internal import Statistics

extension FunctionInput {
  /// The values that describe groups.
  static let groupParameters = [
    ReferenceFunction.Parameter("values", "list of numbers, null for missing"),
    ReferenceFunction.Parameter(
      "labels", "with values: the group of each, null for none",
      also: ["group", "g", "organisation", "org", "unit"]),
    ReferenceFunction.Parameter(
      "groups", "instead of both: list of lists of numbers and nulls", also: []),
  ]

  /// Values by group; missing ones and empty groups are left out.
  ///
  /// - Returns: Groups with their labels, in the order given or by label: numbers rising, else texts.
  /// - Throws: What is wrong with the input.
  func groupedValues() throws(Failure) -> [(label: String, values: [Double])] {
    // Groups beside values are labels, whatever they are called.
    if has("groups"), !has("values") { return try listedGroups() }
    let values = try optionalNumbers("values")
    let labels = try optionalLabels(has("labels") ? "labels" : "groups")
    guard values.count == labels.count else {
      throw .wrongKind(name: has("labels") ? "labels" : "groups", expected: "as many as values")
    }
    var groups: [String: [Double]] = [:]
    for case (let value?, let label?) in zip(values, labels) {
      groups[label, default: []].append(value)
    }
    return groups.map { (label: $0.key, values: $0.value) }
      .sorted { FunctionInput.precedes($0.label, $1.label) }
  }

  /// Numbers by worth before texts by their signs.
  static func precedes(_ left: String, _ right: String) -> Bool {
    switch (Double(left), Double(right)) {
    case (let a?, let b?): a == b ? left < right : a < b
    case (.some, nil): true
    case (nil, .some): false
    case (nil, nil): left < right
    }
  }

  private func listedGroups() throws(Failure) -> [(label: String, values: [Double])] {
    var groups: [(label: String, values: [Double])] = []
    for (place, group) in try lists("groups").enumerated() where !group.isEmpty {
      groups.append((label: "\(place + 1)", values: group))
    }
    return groups
  }

  /// Count, mean and squares by group; instead of values, `counts`, `means` and `sds` may be given.
  ///
  /// - Returns: Groups with their labels.
  /// - Throws: What is wrong with the input.
  func groupedMoments() throws(Failure) -> [(label: String, moments: SampleMoments)] {
    guard has("means") else {
      var groups: [(label: String, moments: SampleMoments)] = []
      for group in try groupedValues() {
        guard let moments = SampleMoments(group.values) else { throw .noResult("not-finite") }
        groups.append((group.label, moments))
      }
      return groups
    }
    let (counts, means) = (try integers("counts"), try numbers("means"))
    let sds = try numbers("sds")
    guard counts.count == means.count, counts.count == sds.count else {
      throw .wrongKind(name: "means", expected: "as many numbers as counts and sds")
    }
    var groups: [(label: String, moments: SampleMoments)] = []
    for place in counts.indices where counts[place] != 0 {
      guard
        let moments = SampleMoments(
          count: counts[place], mean: means[place], standardDeviation: sds[place])
      else { throw .noResult("impossible-group") }
      groups.append(("\(place + 1)", moments))
    }
    return groups
  }

  /// What `groupedMoments` reads.
  static let momentParameters =
    groupParameters + [
      ReferenceFunction.Parameter("counts", "instead of values: the size of each group"),
      ReferenceFunction.Parameter("means", "with counts: the mean of each group"),
      ReferenceFunction.Parameter(
        "sds", "with counts: the standard deviation of each, divisor n - 1"),
    ]

  /// Runs a comparison; its failure becomes a reason.
  static func comparing<Result>(
    _ body: () throws(ComparisonFailure) -> Result
  ) throws(Failure) -> Result {
    do throws(ComparisonFailure) {
      return try body()
    } catch {
      throw .noResult(reason(error))
    }
  }

  private static func reason(_ failure: ComparisonFailure) -> String {
    switch failure {
    case .tooFewGroups: "too-few-groups"
    case .tooFewValues: "too-few-values"
    case .noSpread: "no-spread"
    case .notFinite: "not-finite"
    case .differentLengths: "different-lengths"
    case .emptyRow: "empty-row"
    case .negativeCount: "negative-count"
    }
  }
}
