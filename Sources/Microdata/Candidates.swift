/// The nodes that may still be the optimum, ordered by the least loss they could have.
struct Candidates: Sendable {
  /// The levels of each node, packed.
  private(set) var nodes: [UInt64] = []
  /// The least score each can have without suppressing anything, ascending.
  private(set) var starts: [Double] = []
  /// The least score each can have by all that is known.
  private(set) var bounds: [Double] = []
  /// How finely each node divides the records, in nats if quasi-identifiers were independent.
  private(set) var entropies: [Float] = []
  /// How often coarser nodes have been counted for each in vain.
  private(set) var attempts: [UInt8] = []

  /// The number of nodes left.
  var count: Int { nodes.count }

  /// Takes all nodes.
  ///
  /// - Parameters:
  ///   - nodes: The nodes, packed.
  ///   - scores: The least score of each.
  ///   - entropies: The entropy of each.
  init(_ nodes: [UInt64], scores: [Double], entropies: [Float]) {
    let order = nodes.indices.sorted {
      (scores[$0], entropies[$0], nodes[$0]) < (scores[$1], entropies[$1], nodes[$1])
    }
    self.nodes = order.map { nodes[$0] }
    starts = order.map { scores[$0] }
    bounds = starts
    self.entropies = order.map { entropies[$0] }
    attempts = [UInt8](repeating: 0, count: order.count)
  }

  /// Raises bounds by what counts have shown, and leaves out the nodes that are out of the race.
  ///
  /// - Parameter rulings: What has been learnt.
  mutating func apply(_ rulings: [Ruling]) {
    var kept = 0
    for place in nodes.indices {
      guard let value = Candidates.bound(rulings, nodes[place], bounds[place]) else { continue }
      bounds[kept] = value
      if kept < place {
        nodes[kept] = nodes[place]
        starts[kept] = starts[place]
        entropies[kept] = entropies[place]
        attempts[kept] = attempts[place]
      }
      kept += 1
    }
    nodes.removeLast(nodes.count - kept)
    starts.removeLast(starts.count - kept)
    bounds.removeLast(bounds.count - kept)
    entropies.removeLast(entropies.count - kept)
    attempts.removeLast(attempts.count - kept)
  }

  private static func bound(_ rulings: [Ruling], _ node: UInt64, _ known: Double) -> Double? {
    var bound = known
    for ruling in rulings {
      guard let value = ruling.bound(of: node, known: bound) else { return nil }
      bound = value
    }
    return bound
  }

  /// Notes that coarser nodes have been counted for a node in vain.
  mutating func noteAttempt(_ place: Int) {
    if attempts[place] < 255 { attempts[place] += 1 }
  }

  /// The first node that divides the records no finer than so.
  func first(entropy: Float, where isFree: (UInt64) -> Bool) -> Int? {
    nodes.indices.first { entropies[$0] <= entropy && isFree(nodes[$0]) }
  }
}
