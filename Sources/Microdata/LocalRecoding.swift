/// Recoding of the records that one node would suppress: they are generalised again, among themselves,
/// to a node of their own, until none is left or nothing helps any more.
///
/// Each round is an optimal search over the records left, so classes of every round fulfil all criteria
/// on their own. Restricted to the levels of values and root it is local suppression: a cell is either
/// as it was or gone. Everything is strict: a suppressed cell is a value of its own.
/// Source of the idea: Prasser, Bild and Kuhn (2016), ARX's local transformation.
///
/// Limits: a heuristic; the loss of the whole is not proved to be the least.
public enum LocalRecoding {
  /// The levels that rounds may use.
  public enum Levels: Sendable, Equatable {
    /// All levels of the hierarchies.
    case all
    /// Values as they are, and the root.
    case suppressionOnly
  }

  /// Recodes records.
  ///
  /// - Parameters:
  ///   - data: The records.
  ///   - criteria: What every class must fulfil; t-closeness is taken to the records of its round.
  ///   - measure: What each round makes as small as possible.
  ///   - levels: The levels that rounds may use.
  ///   - rounds: The most rounds.
  ///   - workers: The most workers; the result does not depend on it.
  /// - Returns: The release.
  /// - Throws: Why the records cannot be generalised.
  public static func release(
    _ data: Microdata, criteria: [Criterion], measure: LossMeasure, levels: Levels = .all,
    rounds: Int = 100, workers: Int? = nil
  ) throws(Microdata.Failure) -> Release {
    let allowed = data.hierarchies.map { hierarchy in
      switch levels {
      case .all: Array(0..<hierarchy.levelCount)
      case .suppressionOnly: hierarchy.levelCount > 1 ? [0, hierarchy.levelCount - 1] : [0]
      }
    }
    var classes: [Release.Class] = []
    var classOfRecord = [Int32](repeating: -1, count: data.count)
    var left = Array(0..<data.count)
    for _ in 0..<rounds where !left.isEmpty {
      let part = try data.restricted(to: allowed).keeping(left)
      var search = try OptimalSearch(
        part, criteria: criteria, measure: measure, suppressionLimit: 1, workers: workers)
      guard let optimum = search.finish(workers: workers), optimum.suppressed < left.count else {
        break
      }
      let round = search.release(part, node: optimum.node)
      let first = Int32(classes.count)
      for group in round.classes {
        classes.append(
          Release.Class(
            node: group.node.indices.map { allowed[$0][group.node[$0]] }, values: group.values,
            size: group.size, population: group.population))
      }
      for (place, number) in round.classOfRecord.enumerated() where number >= 0 {
        classOfRecord[left[place]] = first + number
      }
      left = left.filter { classOfRecord[$0] < 0 }
    }
    return Release(hierarchies: data.hierarchies, classes: classes, classOfRecord: classOfRecord)
      .merged()
  }
}

extension Microdata {
  /// The same records with some levels only.
  func restricted(to levels: [[Int]]) throws(Failure) -> Microdata {
    try Microdata(
      hierarchies: hierarchies.indices.map { hierarchies[$0].keeping(levels: levels[$0]) },
      leaves: leaves, sensitive: sensitive, sensitiveValues: sensitiveValues)
  }
}

extension Release {
  /// The same release with classes that look the same made one, in the order of their labels.
  func merged() -> Release {
    let labels = classes.indices.map { self.labels(ofClass: $0) }
    let order = classes.indices.sorted { labels[$0].lexicographicallyPrecedes(labels[$1]) }
    var (merged, number) = ([Class](), [Int32](repeating: 0, count: classes.count))
    var last: [String]?
    for place in order {
      let group = classes[place]
      if labels[place] == last, let before = merged.popLast() {
        merged.append(
          Class(
            node: before.node, values: before.values, size: before.size + group.size,
            population: before.population + group.population))
      } else {
        merged.append(group)
      }
      last = labels[place]
      number[place] = Int32(merged.count - 1)
    }
    return Release(
      hierarchies: hierarchies, classes: merged,
      classOfRecord: classOfRecord.map { $0 < 0 ? -1 : number[Int($0)] })
  }
}
