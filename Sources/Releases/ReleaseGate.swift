public import Tally

/// Decides, group by group, which counts a release may rest on, given what the release before rested on.
///
/// Who subtracts tonight's figures from last night's must not learn what one person answered. So counts
/// of a group change only if enough answers were added and none or enough were taken away, and if the
/// added ones are not all the same; else the counts published before stand. All figures of a release,
/// totals of peers too, are then computed from these counts alone, so that no figure can change by less.
///
/// Dimensions that share no item are decided by themselves. What one release says of itself alone is not
/// the matter of this gate but of the disclosure rules.
///
/// Source: Fung, Wang, Fu & Pei 2008 and Xiao & Tao 2007 on releases in sequence; the gate by added and
/// removed records is our own.
public struct ReleaseGate: Sendable {
  /// The fewest answers by which counts may change, and the fewest that may be taken away.
  public let minimumChange: Int

  /// Makes a gate.
  ///
  /// - Parameter minimumChange: The fewest answers, at least 1; 1 lets everything pass.
  public init(minimumChange: Int) {
    precondition(minimumChange >= 1, "a change is at least one answer")
    self.minimumChange = minimumChange
  }

  /// What became of the counts of one group and part.
  public enum Outcome: Sendable, Equatable {
    /// Nothing was answered since.
    case unchanged
    /// The new counts are published.
    case updated
    /// Too little changed: the counts published before stand.
    case held
  }

  /// What a release rests on.
  public struct Release: Sendable, Equatable {
    /// The counts to publish figures from.
    public var tally: Tally
    /// Per group, the outcome of each part, in the order of `Parts`.
    public var outcomes: [GroupKey: [Outcome]]

    /// How many groups and parts had an outcome.
    ///
    /// - Parameter outcome: The outcome.
    /// - Returns: The number.
    public func count(of outcome: Outcome) -> Int {
      outcomes.values.reduce(0) { $0 + $1.count { $0 == outcome } }
    }
  }

  /// Decides which counts to publish.
  ///
  /// - Parameters:
  ///   - counted: What was counted tonight.
  ///   - published: What the release before rested on; its schema must be the same.
  /// - Returns: The counts to publish from.
  public func release(_ counted: Tally, after published: Tally) -> Release {
    precondition(counted.schema == published.schema, "releases of one schema follow each other")
    let schema = counted.schema
    let parts = Parts(schema)
    let none = GroupCounts(schema: schema)
    var release = Release(tally: Tally(schema: schema), outcomes: [:])
    for key in Set(counted.groups.keys).union(published.groups.keys) {
      let (new, old) = (counted.groups[key] ?? none, published.groups[key] ?? none)
      var (kept, outcomes) = (old, [Outcome]())
      if isEnough(new.respondents - old.respondents) { kept.respondents = new.respondents }
      for part in parts.all {
        let outcome = outcome(of: part, from: old, to: new)
        outcomes.append(outcome)
        guard outcome == .updated else { continue }
        for item in part.items { kept.items[item] = new.items[item] }
        for dimension in part.dimensions { kept.dimensions[dimension] = new.dimensions[dimension] }
      }
      release.outcomes[key] = outcomes
      if kept != none { release.tally.add(kept, to: key) }
    }
    return release
  }

  private func outcome(of part: Parts.Part, from old: GroupCounts, to new: GroupCounts) -> Outcome {
    let items = part.items.map { LevelChange(from: old.items[$0], to: new.items[$0]) }
    let sums = part.dimensions.map { (old.dimensions[$0], new.dimensions[$0]) }
    let isUnchanged = items.allSatisfy(\.isNone) && sums.allSatisfy { $0 == $1 }
    if isUnchanged {
      return part.items.allSatisfy { old.items[$0] == new.items[$0] } ? .unchanged : .updated
    }
    let isFirst = part.items.allSatisfy { old.items[$0].answered == 0 }
    let areItemsSafe = items.allSatisfy { change in
      isEnough(change.added) && isEnough(change.removed)
        && (minimumChange == 1 || isFirst || change.isMixed)
    }
    let areSumsSafe = sums.allSatisfy { old, new in
      isEnough(new.scored - old.scored) && isEnough(new.complete - old.complete)
    }
    return areItemsSafe && areSumsSafe ? .updated : .held
  }

  private func isEnough(_ change: Int) -> Bool { change == 0 || abs(change) >= minimumChange }
}

/// How the answers to one item changed from one release to the next, as far as counts can tell.
struct LevelChange: Sendable, Equatable {
  /// The fewest answers that were added, and that were taken away.
  let added: Int
  let removed: Int
  /// Whether neither the added nor the removed answers are all the same.
  let isMixed: Bool

  /// Compares counts.
  ///
  /// - Parameters:
  ///   - old: The counts before.
  ///   - new: The counts now.
  init(from old: ItemCounts, to new: ItemCounts) {
    let changes = zip(old.levels, new.levels).map { $1 - $0 }
    let (more, less) = (changes.filter { $0 > 0 }, changes.filter { $0 < 0 })
    added = more.reduce(0, +)
    removed = -less.reduce(0, +)
    isMixed = more.count != 1 && less.count != 1
  }

  /// Whether nothing changed.
  var isNone: Bool { added == 0 && removed == 0 }
}
