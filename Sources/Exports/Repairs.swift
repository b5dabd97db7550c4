/// How many cells of a chunk were understood although they are not written as expected.
public struct Repairs: Sendable, Equatable {
  /// Numbers that name something and were written as `17.0`.
  public var idsAsFloats = 0
  /// Numbers that name something and lost zeros at their start.
  public var lostZeros = 0
  /// Labels and missing texts in another case, with other blanks, dashes, quotes or end marks.
  public var driftedLabels = 0
  /// Parts of cells of several choices that are none of the listed options; they were passed over.
  public var unknownOptions = 0

  /// Makes zero counts.
  public init() {}

  /// Adds counts.
  ///
  /// - Parameters:
  ///   - left: The sum so far.
  ///   - right: What is added.
  static func += (left: inout Repairs, right: Repairs) {
    left.idsAsFloats += right.idsAsFloats
    left.lostZeros += right.lostZeros
    left.driftedLabels += right.driftedLabels
    left.unknownOptions += right.unknownOptions
  }

  /// The counts that are not zero, by their stable codes.
  public var byCode: [String: Int] {
    [
      "id-as-float": idsAsFloats, "leading-zero-lost": lostZeros, "label-drift": driftedLabels,
      "unknown-option": unknownOptions,
    ].filter { $0.value > 0 }
  }
}
