internal import Glibc

/// All criteria of a release together, as they are put to one class after the other.
struct Demands: Sendable {
  /// What a class says about itself and its parts on finer nodes.
  enum Verdict {
    case passes
    /// It fails, but a part of it could pass.
    case fails
    /// It fails, and so does every part of it.
    case isLost
  }

  /// The smallest allowed class.
  let smallest: Int
  /// The smallest allowed class of the population; 0 where none is demanded.
  let smallestPopulation: Int
  private let presence: ClosedRange<Double>?
  private let sensitive: [Sensitive]

  /// One criterion on sensitive values, with what it needs to know.
  private enum Sensitive {
    case distinct(Int)
    case entropy(least: Double, distinct: Int)
    case recursive(c: Double, l: Int)
    case equal(t: Double)
    case ordered(t: Double)
    case hierarchical(t: Double, SensitiveTree)
  }

  /// The shares of the sensitive values in the whole sample.
  private let shares: [Double]
  /// Whether sensitive values matter.
  var needsSensitive: Bool { !sensitive.isEmpty }
  /// Whether nothing but the size of a class matters.
  let isSimple: Bool

  /// Takes criteria together.
  ///
  /// - Parameters:
  ///   - criteria: The criteria.
  ///   - shares: The shares of the sensitive values in the whole sample.
  init(_ criteria: [Criterion], shares: [Double]) {
    var (smallest, smallestPopulation) = (1, 0)
    var presence: ClosedRange<Double>?
    var sensitive: [Sensitive] = []
    for criterion in criteria {
      switch criterion {
      case .anonymity(let k): smallest = max(smallest, k)
      case .map(let k): smallestPopulation = max(smallestPopulation, k)
      case .presence(let range): presence = range
      case .distinct(let l): sensitive.append(.distinct(l))
      case .entropy(let l):
        let distinct = Int((l - Criterion.tolerance).rounded(.up))
        sensitive.append(.entropy(least: log(l) - Criterion.tolerance, distinct: distinct))
      case .recursive(let c, let l): sensitive.append(.recursive(c: c, l: l))
      case .closeness(let t, .equal): sensitive.append(.equal(t: t + Criterion.tolerance))
      case .closeness(let t, .ordered): sensitive.append(.ordered(t: t + Criterion.tolerance))
      case .closeness(let t, .hierarchical(let hierarchy)):
        sensitive.append(
          .hierarchical(t: t + Criterion.tolerance, SensitiveTree(hierarchy, shares: shares)))
      }
    }
    // A class of l different values has at least l records.
    for case .distinct(let l) in sensitive { smallest = max(smallest, l) }
    self.smallest = smallest
    self.smallestPopulation = smallestPopulation
    self.presence = presence
    self.sensitive = sensitive
    self.shares = shares
    isSimple = sensitive.isEmpty && smallestPopulation == 0 && presence == nil
  }

  /// Judges one class.
  ///
  /// - Parameters:
  ///   - size: Its records.
  ///   - population: Its records in the population.
  ///   - values: Its records of each sensitive value; empty if they do not matter.
  /// - Returns: The verdict.
  func verdict(size: Int, population: Int, values: Span<UInt32>) -> Verdict {
    if size < smallest || population < smallestPopulation { return .isLost }
    var verdict = Verdict.passes
    if let presence {
      let share = Double(size) / Double(max(population, size))
      if !presence.contains(share) { verdict = .fails }
    }
    for demand in sensitive {
      switch judge(demand, size, values) {
      case .passes: continue
      case .fails: verdict = .fails
      case .isLost: return .isLost
      }
    }
    return verdict
  }

  private func judge(_ demand: Sensitive, _ size: Int, _ values: Span<UInt32>) -> Verdict {
    switch demand {
    case .distinct(let l): return Demands.distinct(values) >= l ? .passes : .isLost
    case .entropy(let least, let distinct):
      if Demands.distinct(values) < distinct { return .isLost }
      return Demands.entropy(values, size) >= least ? .passes : .fails
    case .recursive(let c, let l):
      let sorted = Demands.descending(values)
      if sorted.count < l { return .isLost }
      let rest = sorted[(l - 1)...].reduce(0, +)
      return Double(sorted[0]) < c * Double(rest) ? .passes : .fails
    case .equal(let t):
      var (difference, absent) = (0.0, 0.0)
      for value in 0..<values.count {
        difference += abs(Double(values[value]) / Double(size) - shares[value])
        if values[value] == 0 { absent += shares[value] }
      }
      // Values that a class lacks, its parts lack, too.
      return absent > t ? .isLost : difference / 2 <= t ? .passes : .fails
    case .ordered(let t):
      guard values.count > 1 else { return .passes }
      var (sum, distance) = (0.0, 0.0)
      for value in 0..<values.count {
        sum += Double(values[value]) / Double(size) - shares[value]
        distance += abs(sum)
      }
      return distance / Double(values.count - 1) <= t ? .passes : .fails
    case .hierarchical(let t, let tree):
      return tree.distance(values, size: size) <= t ? .passes : .fails
    }
  }

  private static func distinct(_ values: Span<UInt32>) -> Int {
    var distinct = 0
    for value in 0..<values.count where values[value] > 0 { distinct += 1 }
    return distinct
  }

  private static func entropy(_ values: Span<UInt32>, _ size: Int) -> Double {
    var entropy = 0.0
    for value in 0..<values.count where values[value] > 0 {
      let share = Double(values[value]) / Double(size)
      entropy -= share * log(share)
    }
    return entropy
  }

  private static func descending(_ values: Span<UInt32>) -> [Int] {
    var numbers: [Int] = []
    for value in 0..<values.count where values[value] > 0 { numbers.append(Int(values[value])) }
    return numbers.sorted(by: >)
  }
}

/// A hierarchy of sensitive values along which shares are moved.
struct SensitiveTree: Sendable {
  private let hierarchy: Hierarchy
  private let shares: [Double]

  init(_ hierarchy: Hierarchy, shares: [Double]) {
    precondition(hierarchy.leafCount >= shares.count, "every sensitive value is a leaf")
    self.hierarchy = hierarchy
    self.shares = shares
  }

  /// The hierarchical distance of a class from the whole sample.
  ///
  /// On every level above the leaves, what its children have too much and too little is balanced at the
  /// cost of that level's height; the rest moves up.
  ///
  /// - Parameters:
  ///   - values: The records of each leaf.
  ///   - size: The records of the class.
  /// - Returns: From 0 to 1.
  func distance(_ values: Span<UInt32>, size: Int) -> Double {
    let height = hierarchy.levelCount - 1
    guard height > 0 else { return 0 }
    var extra = [Double](repeating: 0, count: hierarchy.leafCount)
    for value in 0..<values.count {
      extra[value] = Double(values[value]) / Double(size) - shares[value]
    }
    var distance = 0.0
    for level in 1...height {
      let above = hierarchy.labels[level].count
      var (more, less) = (
        [Double](repeating: 0, count: above), [Double](repeating: 0, count: above)
      )
      for (child, parent) in hierarchy.parents[level - 1].enumerated() {
        if extra[child] > 0 { more[parent] += extra[child] } else { less[parent] -= extra[child] }
      }
      for parent in 0..<above {
        distance += Double(level) / Double(height) * min(more[parent], less[parent])
      }
      extra = zip(more, less).map { $0 - $1 }
    }
    return distance
  }
}
