/// The respondents seen so far; decides for each row whether it is the first of its respondent.
///
/// The first record in the order of files and rows counts, later ones are left out. Because rows
/// are asked in that order, the decision does not depend on chunks or workers.
public struct Duplicates: Sendable {
  private var seen: Set<UInt64> = []
  /// Those of them that were met in chunks since they were last taken.
  private var newcomers: [UInt64] = []

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
      if fingerprint == 0 { return false }
      let isRepeated = !seen.insert(fingerprint).inserted
      if isRepeated { any = true } else { newcomers.append(fingerprint) }
      return isRepeated
    }
    return any ? repeated : []
  }

  /// Takes note of respondents that were met elsewhere.
  ///
  /// - Parameter fingerprints: Their fingerprints.
  public mutating func note(_ fingerprints: [UInt64]) { seen.formUnion(fingerprints) }

  /// Takes the respondents that were met in chunks for the first time since this was last called.
  ///
  /// - Returns: Their fingerprints, rising.
  public mutating func takeNewcomers() -> [UInt64] {
    defer { newcomers = [] }
    return newcomers.sorted()
  }

  /// All fingerprints seen, in rising order.
  public var fingerprints: [UInt64] { seen.sorted() }
}
