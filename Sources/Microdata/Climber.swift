internal import Glibc

/// From a candidate to a coarser node that may rule it out together with many others.
struct Climber: Sendable {
  /// How finely each level of each quasi-identifier divides the records, in nats.
  private let entropies: [[Double]]
  /// How finely a node has to divide the records to suppress too many, as learnt so far.
  private(set) var threshold: Double
  private var known: (tops: [Int], count: Int) = ([], 0)

  init(_ entropies: [[Double]], smallest: Int, records: Int) {
    self.entropies = entropies
    threshold = log(Double(records)) - log(Double(max(1, smallest)))
  }

  /// How finely a node divides the records if quasi-identifiers were independent.
  func entropy(_ node: [Int]) -> Float {
    node.indices.reduce(Float(0)) { $0 + Float(entropies[$1][node[$1]]) }
  }

  /// Learns whether the last coarser node has ruled out its candidate.
  mutating func note(success: Bool) {
    threshold += success ? -0.1 : 0.2
  }

  /// Levels that no candidate is above, looked up again when a tenth of the candidates has gone.
  mutating func tops(of nodes: [UInt64], _ lattice: Lattice) -> [Int] {
    guard known.count == 0 || nodes.count * 10 < known.count * 9 else { return known.tops }
    var tops = [Int](repeating: 0, count: entropies.count)
    for node in nodes {
      for index in tops.indices { tops[index] = max(tops[index], lattice.level(node, index)) }
    }
    known = (tops, nodes.count)
    return tops
  }

  /// A coarser node, or the node itself.
  ///
  /// Each step raises the quasi-identifier that loses the fewest nats for the nodes it covers more.
  ///
  /// - Parameters:
  ///   - node: The candidate.
  ///   - tops: Levels that no candidate is above.
  ///   - attempts: How often this candidate has been climbed from in vain.
  ///   - isFree: Whether a node has not been counted yet.
  /// - Returns: A node that is free, unless the candidate itself is not.
  func climb(_ node: [Int], tops: [Int], attempts: Int, isFree: ([Int]) -> Bool) -> [Int] {
    guard attempts < 2 else { return node }
    let start = Double(entropy(node))
    var entropy = start
    let floor = attempts == 0 ? threshold : (start + threshold) / 2
    var (current, free) = (node, node)
    while entropy > floor {
      var (best, least, next) = (-1, Double.infinity, 0.0)
      for index in current.indices where current[index] < tops[index] {
        let level = current[index]
        let lost = entropies[index][level] - entropies[index][level + 1]
        let cost = lost / log(Double(level + 2) / Double(level + 1))
        if cost < least, entropy - lost > floor { (best, least, next) = (index, cost, lost) }
      }
      guard best >= 0 else { break }
      current[best] += 1
      entropy -= next
      if isFree(current) { free = current }
    }
    return free
  }
}

/// The first rounds, which look for a good node at different degrees of coarseness.
struct Opening: Sendable {
  private let most: Float
  private var rounds = 0

  init(most: Float) { self.most = most }

  /// Whether the first rounds are over.
  var isOver: Bool { rounds >= 3 }

  /// The degrees of coarseness to look at in the next round: all, then closer round the best.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - best: The best node's.
  /// - Returns: Entropies, ascending.
  mutating func next(_ count: Int, round best: Float?) -> [Float] {
    var (low, high) = (Float(0), most)
    if rounds > 0, let best {
      let reach = most / Float(1 << (2 * rounds + 1))
      (low, high) = (max(0, best - reach), min(most, best + reach))
    }
    rounds += 1
    return (0..<count).map { low + (high - low) * Float($0) / Float(count - 1) }
  }
}
