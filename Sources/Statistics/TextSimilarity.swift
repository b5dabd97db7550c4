/// How much texts overlap in their sequences of characters.
///
/// Source: Jaccard (1901) over the sets of all character sequences of one length in the normalised
/// texts: those in both over those in either. A text shorter than that has no sequence and takes no
/// part.
public struct TextSimilarity: Sendable, Equatable {
  /// Two texts and how similar they are.
  public struct Pair: Sendable, Equatable {
    /// The place of the earlier text.
    public let first: Int
    /// The place of the later text.
    public let second: Int
    /// From 0 to 1.
    public let similarity: Double
  }

  /// Per text, its sequences as sorted numbers, rare ones first; empty if it is too short.
  private let sequences: [[Int]]

  /// Takes texts.
  ///
  /// - Parameters:
  ///   - texts: The texts, nil for missing ones.
  ///   - length: The length of the sequences in characters, at least 1; otherwise there are none.
  public init(_ texts: [String?], length: Int = 5) {
    var numbers: [Substring: Int] = [:]
    var frequencies: [Int] = []
    var found: [[Int]] = []
    let normalised = texts.map { $0.map(DuplicateTexts.normalised) ?? "" }
    for text in normalised {
      var own: Set<Int> = []
      var start = text.startIndex
      while length > 0,
        let end = text.index(start, offsetBy: length, limitedBy: text.endIndex)
      {
        let sequence = text[start..<end]
        let number = numbers[sequence] ?? frequencies.count
        if number == frequencies.count {
          numbers[sequence] = number
          frequencies.append(0)
        }
        if own.insert(number).inserted { frequencies[number] += 1 }
        guard end < text.endIndex else { break }
        start = text.index(after: start)
      }
      found.append(Array(own))
    }
    // Renumbered by frequency, so that the first of each text are its rarest.
    let order = frequencies.indices.sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
    var ranks = [Int](repeating: 0, count: frequencies.count)
    for (rank, number) in order.enumerated() { ranks[number] = rank }
    sequences = found.map { $0.map { ranks[$0] }.sorted() }
  }

  /// The similarity of two texts.
  ///
  /// - Parameters:
  ///   - first: The place of a text.
  ///   - second: The place of another.
  /// - Returns: From 0 to 1, or nil where one of them is too short.
  public func similarity(_ first: Int, _ second: Int) -> Double? {
    guard sequences.indices.contains(first), sequences.indices.contains(second) else { return nil }
    let (a, b) = (sequences[first], sequences[second])
    guard !a.isEmpty, !b.isEmpty else { return nil }
    var (i, j, shared) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        shared += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(shared) / Double(a.count + b.count - shared)
  }

  /// All pairs that are at least so similar, without comparing each with each.
  ///
  /// Two texts that share a part t of their sequences share one among the rarest of each: only those
  /// are looked up (prefix filter; Chaudhuri, Ganti & Kaushik 2006).
  ///
  /// - Parameter threshold: Above 0 and at most 1; otherwise there are none.
  /// - Returns: The pairs by place.
  public func pairs(atLeast threshold: Double) -> [Pair] {
    guard threshold > 0, threshold <= 1 else { return [] }
    var holders: [Int: [Int]] = [:]
    var pairs: [Pair] = []
    for later in sequences.indices where !sequences[later].isEmpty {
      let own = sequences[later]
      // A little is taken off, so that no pair exactly at the threshold is lost by rounding.
      let needed = max(1, Int((Double(own.count) * threshold - 1e-9).rounded(.up)))
      var candidates: Set<Int> = []
      for sequence in own.prefix(own.count - needed + 1) {
        candidates.formUnion(holders[sequence] ?? [])
        holders[sequence, default: []].append(later)
      }
      for earlier in candidates.sorted() {
        if let similarity = similarity(earlier, later), similarity >= threshold {
          pairs.append(Pair(first: earlier, second: later, similarity: similarity))
        }
      }
    }
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}
