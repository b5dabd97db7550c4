/// The respondents seen so far; decides for each row whether it is the first of its respondent.
///
/// The first record in the order of files and rows counts, later ones are left out. Because rows
/// are asked in that order, the decision does not depend on chunks or workers.
public struct Duplicates: Sendable {
  private var seen: Set<UInt64> = []

  /// Starts with nobody seen.
  public init() {}

  /// Decides for the rows of the next chunk.
  ///
  /// - Parameter chunk: The next chunk in order.
  /// - Returns: Per row, whether it repeats an earlier one; empty if none does.
  public mutating func repeats(in chunk: AnonymousChunk) -> [Bool] {
    guard !chunk.fingerprints.isEmpty else { return [] }
    var any = false
    let repeated = chunk.fingerprints.map { fingerprint in
      let isRepeated = fingerprint != 0 && !seen.insert(fingerprint).inserted
      any = any || isRepeated
      return isRepeated
    }
    return any ? repeated : []
  }

  /// All fingerprints seen, in rising order.
  public var fingerprints: [UInt64] { seen.sorted() }
}
