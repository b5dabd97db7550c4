/// A tally with all that is needed to make reports from it alone: what is stored in a tally file.
public struct TallyDocument: Sendable, Equatable {
  /// Why two documents cannot be merged.
  public enum MergeFailure: Error, Equatable {
    /// They belong to different pipelines, or to different versions of one.
    case differentDefinitions
    /// The same file is counted in both.
    case sameInput(source: String, file: String)
    /// Some respondents are counted in both; only reading the exports together can tell which
    /// record to leave out.
    case sharedRespondents(count: Int)
  }

  /// The pipeline's definition as canonical JSON.
  public let definition: [UInt8]
  /// The counts.
  public private(set) var tally: Tally
  /// The files counted, ordered by source, name and digest.
  public private(set) var inputs: [InputRecord]
  /// The keyed fingerprints of the respondents counted, rising; they serve to notice respondents
  /// that another tally counts as well.
  public private(set) var fingerprints: [UInt64]

  /// Makes a document.
  ///
  /// - Parameters:
  ///   - definition: The pipeline's definition as canonical JSON.
  ///   - tally: The counts.
  ///   - inputs: The files counted, in any order.
  ///   - fingerprints: The fingerprints of the respondents, rising.
  public init(
    definition: [UInt8], tally: Tally, inputs: [InputRecord], fingerprints: [UInt64]
  ) {
    self.definition = definition
    self.tally = tally
    self.inputs = inputs.sorted(by: TallyDocument.precedes)
    self.fingerprints = fingerprints
  }

  /// Adds another document; the order of merging does not matter.
  ///
  /// - Parameter other: A document of the same pipeline over other files and respondents.
  /// - Throws: Why the two do not add up; this document is unchanged then.
  public mutating func merge(_ other: TallyDocument) throws(MergeFailure) {
    guard definition == other.definition, tally.schema == other.tally.schema else {
      throw .differentDefinitions
    }
    for input in other.inputs {
      if inputs.contains(where: { $0.sha256 == input.sha256 }) {
        throw .sameInput(source: input.source, file: input.file)
      }
    }
    let (union, shared) = merged(fingerprints, other.fingerprints)
    guard shared == 0 else { throw .sharedRespondents(count: shared) }
    tally += other.tally
    inputs = (inputs + other.inputs).sorted(by: TallyDocument.precedes)
    fingerprints = union
  }

  private static func precedes(_ left: InputRecord, _ right: InputRecord) -> Bool {
    (left.source, left.file, left.sha256) < (right.source, right.file, right.sha256)
  }
}

/// The union of two rising lists, and how many elements both have.
private func merged(_ left: [UInt64], _ right: [UInt64]) -> (union: [UInt64], shared: Int) {
  var union: [UInt64] = []
  union.reserveCapacity(left.count + right.count)
  var shared = 0
  var (i, j) = (0, 0)
  while i < left.count && j < right.count {
    if left[i] == right[j] { shared += 1 }
    if left[i] <= right[j] {
      if left[i] == right[j] { j += 1 }
      union.append(left[i])
      i += 1
    } else {
      union.append(right[j])
      j += 1
    }
  }
  union.append(contentsOf: left[i...])
  union.append(contentsOf: right[j...])
  return (union, shared)
}
