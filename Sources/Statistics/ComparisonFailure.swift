/// Why samples cannot be compared or related.
public enum ComparisonFailure: Error, Sendable, Equatable {
  /// Fewer than two groups hold values.
  case tooFewGroups
  /// A sample holds too few values for the figure.
  case tooFewValues
  /// What would be divided by is 0, because values do not differ.
  case noSpread
  /// A value is not finite, or too large to be squared.
  case notFinite
  /// Arrays that belong together differ in length.
  case differentLengths
  /// A row or a column of a table holds nothing.
  case emptyRow
  /// A count is negative.
  case negativeCount
}
