/// Counts, means and standard deviations of units, given as they are or as values in groups.
struct MeanSample {
  /// The names of the units, if groups were given.
  let labels: [String]
  /// Per unit, the number of values.
  let counts: [Int]
  /// Per unit, the mean.
  let means: [Double]
  /// Per unit, the standard deviation (n - 1), or nil for a single value.
  let deviations: [Double?]

  /// Reads `values`, `groups` and `minimum_count`, or `counts`, `means` and `sds`.
  init(_ input: FunctionInput) throws(FunctionInput.Failure) {
    let minimum = try input.integer("minimum_count", else: 1)
    guard input.has("values") else {
      let counts = try input.integers("counts")
      let (means, deviations) = (try input.numbers("means"), try input.optionalNumbers("sds"))
      guard counts.count == means.count, counts.count == deviations.count else {
        throw .noResult("different-lengths")
      }
      let kept = counts.indices.filter { counts[$0] >= minimum }
      guard kept.count == counts.count else {
        throw .wrongKind(name: "minimum_count", expected: "given with values and groups only")
      }
      labels = []
      self.counts = counts
      self.means = means
      self.deviations = deviations
      return
    }
    let (values, groups) = (try input.optionalNumbers("values"), try input.labels("groups"))
    guard values.count == groups.count else { throw .noResult("different-lengths") }
    let grouped = GroupedValues(values, by: groups)
    let kept = grouped.labels.indices.filter { grouped.values[$0].count >= minimum }
    let found = kept.map { moments(grouped.values[$0]) }
    labels = kept.map { grouped.labels[$0] }
    counts = kept.map { grouped.values[$0].count }
    means = found.map(\.mean)
    deviations = found.map(\.deviation)
  }
}
