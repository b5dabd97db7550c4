/// Decides which organisations' figures may be shown beside the total over their peer group.
///
/// A figure resting on fewer than k answers is hidden. The total minus the shown figures would give
/// the hidden ones away if there were only one, or if together they held fewer than k answers; then
/// the smallest shown organisation is hidden as well.
public enum Disclosure {
  /// What becomes of one organisation's figure.
  public enum Decision: String, Sendable, Hashable, CaseIterable {
    /// It may be shown.
    case shown
    /// It rests on fewer than k answers.
    case tooFew
    /// It rests on enough answers, but another organisation's could be worked out from it.
    case protected
    /// The organisation was not asked.
    case notAsked
  }

  /// One organisation's number of answers.
  public struct Entry: Sendable, Equatable {
    /// The organisation's key, which breaks ties.
    public var key: String
    /// The number of answers, or nil if the organisation was not asked.
    public var count: Int?

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - key: The organisation's key.
    ///   - count: The number of answers, or nil if it was not asked.
    public init(key: String, count: Int?) {
      self.key = key
      self.count = count
    }
  }

  /// What becomes of the figures of a peer group.
  public struct Outcome: Sendable, Equatable {
    /// One decision per entry, in the order of the entries.
    public var decisions: [Decision]
    /// Whether the total over all organisations may be shown as well.
    public var mayShowTotal: Bool
  }

  /// Decides for one peer group, period, perspective and measure.
  ///
  /// The decisions do not depend on the order of the entries. Where two organisations are equally
  /// small, the one whose key comes first (by bytes) is hidden.
  ///
  /// - Parameters:
  ///   - entries: One per organisation; keys must differ.
  ///   - minimum: The fewest answers for a figure, k.
  /// - Returns: The decisions, and whether the total may be shown.
  public static func decide(_ entries: [Entry], minimum: Int) -> Outcome {
    var decisions = entries.map { entry in
      entry.count.map { $0 < max(1, minimum) ? Decision.tooFew : .shown } ?? .notAsked
    }
    var hidden = entries.indices.filter { decisions[$0] == .tooFew }
      .map { entries[$0].count ?? 0 }
    var candidates = entries.indices.filter { decisions[$0] == .shown }
      .sorted { left, right in
        let (a, b) = (entries[left], entries[right])
        if a.count != b.count { return (a.count ?? 0) < (b.count ?? 0) }
        return a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
      }[...]
    while !mayShowTotal(besidesHidden: hidden, minimum: minimum) {
      guard let next = candidates.popFirst() else {
        return Outcome(decisions: decisions, mayShowTotal: false)
      }
      decisions[next] = .protected
      hidden.append(entries[next].count ?? 0)
    }
    return Outcome(decisions: decisions, mayShowTotal: true)
  }

  /// Whether a total may stand beside all shown figures, given the answers behind the hidden ones.
  ///
  /// - Parameters:
  ///   - counts: The numbers of answers of the hidden organisations.
  ///   - minimum: The fewest answers for a figure, k.
  /// - Returns: Whether no answers are hidden, or those of at least two organisations and k answers.
  public static func mayShowTotal(besidesHidden counts: [Int], minimum: Int) -> Bool {
    let answered = counts.filter { $0 > 0 }
    return answered.isEmpty || (answered.count > 1 && answered.reduce(0, +) >= minimum)
  }
}
