import Microdata
import Testing

@Suite struct OptimalSearchTests {
  static let measures: [LossMeasure] = [
    .loss(.mean), .loss(.geometric), .loss(.max), .loss(.sum), .discernibility, .averageClassSize,
    .entropy(.mean), .precision(.mean), .precision(.geometric),
  ]
  static let demands: [[Criterion]] = [
    [.anonymity(k: 1)], [.anonymity(k: 3)], [.anonymity(k: 8)],
    [.anonymity(k: 2), .distinct(l: 3)], [.anonymity(k: 2), .entropy(l: 2)],
    [.anonymity(k: 2), .recursive(c: 2, l: 2)], [.anonymity(k: 2), .closeness(t: 0.2, .equal)],
    [.anonymity(k: 2), .closeness(t: 0.15, .ordered)],
  ]

  @Test(arguments: measures, demands)
  func `finds what trying every node finds`(_ measure: LossMeasure, _ criteria: [Criterion]) throws
  {
    for (seed, limit) in [(1, 0.0), (2, 0.05), (3, 0.2), (4, 1.0)] {
      let table = RandomTable(seed: UInt64(seed), records: 90)
      let twin = SlowTwin(table: table, criteria: criteria, measure: measure, limit: limit)
      let best = twin.nodes().map(\.loss).min()
      var search = try OptimalSearch(
        table.microdata(), criteria: criteria, measure: measure, suppressionLimit: limit)
      let found = search.finish()
      guard let best, let found else {
        #expect(best == nil && found == nil)
        continue
      }
      #expect(abs(found.loss - best) <= 1e-8 * max(1, best), "\(measure) \(criteria) \(limit)")
      let (loss, suppressed) = twin.outcome(found.node)
      #expect(abs(found.loss - loss) <= 1e-8 * max(1, loss))
      #expect(found.suppressed == suppressed)
      #expect(found.gap == 0)
    }
  }

  @Test(arguments: measures)
  func `is the same with any number of workers`(_ measure: LossMeasure) throws {
    let data = try RandomTable(seed: 5, records: 300).microdata()
    let found = try [1, 2, 3, 7].map { workers in
      var search = try OptimalSearch(
        data, criteria: [.anonymity(k: 4)], measure: measure, suppressionLimit: 0.1,
        workers: workers)
      return search.finish(workers: workers)
    }
    #expect(found.allSatisfy { $0 == found[0] && $0 != nil })
  }

  @Test(arguments: measures)
  func `does not depend on the order of the records`(_ measure: LossMeasure) throws {
    let table = RandomTable(seed: 6, records: 300)
    var shuffled = table
    var draws = Draws(seed: 1)
    let order = table.sensitive.indices.shuffled(using: &draws)
    shuffled.columns = table.columns.map { column in order.map { column[$0] } }
    shuffled.sensitive = order.map { table.sensitive[$0] }
    #expect(try optimum(table, measure) == optimum(shuffled, measure))
  }

  @Test(arguments: measures)
  func `does not depend on the order of the columns`(_ measure: LossMeasure) throws {
    let table = RandomTable(seed: 7, records: 300)
    var turned = table
    turned.hierarchies = [table.hierarchies[2], table.hierarchies[0], table.hierarchies[1]]
    turned.columns = [table.columns[2], table.columns[0], table.columns[1]]
    let (one, other) = try (optimum(table, measure), optimum(turned, measure))
    #expect(abs((one?.loss ?? 0) - (other?.loss ?? 1)) < 1e-12 * max(1, one?.loss ?? 0))
  }

  @Test(arguments: measures)
  func `does not depend on names`(_ measure: LossMeasure) throws {
    let table = RandomTable(seed: 8, records: 300)
    var renamed = table
    renamed.hierarchies = table.hierarchies.map { rows in
      rows.map { row in row.map { $0 == "*" ? "all" : "x" + $0.uppercased() + "y" } }
    }
    // Upper case must not make two values one.
    renamed.hierarchies[0] = renamed.hierarchies[0].map { [$0[0] + "l", $0[1], $0[2]] }
    #expect(try optimum(table, measure) == optimum(renamed, measure))
  }

  @Test func `a quasi-identifier given twice changes neither classes nor suppressed records`()
    throws
  {
    let table = RandomTable(seed: 9, records: 300)
    var twice = table
    twice.hierarchies.append(table.hierarchies[0])
    twice.columns.append(table.columns[0])
    let one = try optimum(table, .discernibility)
    let other = try optimum(twice, .discernibility)
    #expect(one?.loss == other?.loss && one?.suppressed == other?.suppressed)
  }

  @Test func `generalising never suppresses more`() throws {
    let table = RandomTable(seed: 10, records: 120)
    let twin = SlowTwin(
      table: table, criteria: [.anonymity(k: 4), .distinct(l: 2)], measure: .loss(.mean), limit: 1)
    let data = try table.microdata()
    let search = try OptimalSearch(data, criteria: twin.criteria, suppressionLimit: 1)
    let suppressed = twin.lattice().map { ($0, search.release(data, node: $0).suppressed) }
    for (node, number) in suppressed {
      #expect(number == twin.outcome(node).suppressed)
      for (finer, more) in suppressed where zip(finer, node).allSatisfy({ $0 <= $1 }) {
        #expect(number <= more)
      }
    }
  }

  @Test func `counts of parts add up in any order`() throws {
    let table = RandomTable(seed: 11, records: 240)
    let parts = try (0..<3).map { part in
      var piece = table
      piece.columns = table.columns.map { Array($0[(part * 80)..<(part * 80 + 80)]) }
      piece.sensitive = Array(table.sensitive[(part * 80)..<(part * 80 + 80)])
      return try CombinationCounts(piece.microdata(), withSensitive: true)
    }
    let whole = try CombinationCounts(table.microdata(), withSensitive: true)
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
      var sum = parts[order[0]]
      try sum.merge(parts[order[1]])
      try sum.merge(parts[order[2]])
      #expect(sum == whole)
    }
    #expect(whole.records == 240)
    var search = try OptimalSearch(whole, criteria: [.anonymity(k: 4)], suppressionLimit: 0.1)
    #expect(try search.finish()?.loss == optimum(table, .loss(.mean))?.loss)
  }

  @Test func `wide combinations give what narrow ones give`() throws {
    // Twenty copies of one quasi-identifier need more than 64 bits but have the same classes.
    let table = RandomTable(seed: 12, records: 60)
    var wide = table
    wide.hierarchies = Array(repeating: (0..<16).map { ["v\($0)"] + ["*"] }, count: 17)
    wide.columns = Array(repeating: table.columns[1], count: 17)
    var narrow = wide
    narrow.hierarchies = [wide.hierarchies[0]]
    narrow.columns = [table.columns[1]]
    let criteria: [Criterion] = [.anonymity(k: 3)]
    let one = try OptimalSearch(
      narrow.microdata(), criteria: criteria, measure: .discernibility, suppressionLimit: 1)
    let other = try OptimalSearch(
      wide.microdata(), criteria: criteria, measure: .discernibility, suppressionLimit: 1)
    let (first, second) = try (
      one.release(narrow.microdata(), node: [0]),
      other.release(wide.microdata(), node: Array(repeating: 0, count: 17))
    )
    #expect(first.suppressed == second.suppressed && first.classes.count == second.classes.count)
  }

  @Test func `k-map counts the population`() throws {
    let hierarchy = try Hierarchy(rows: [["a", "*"], ["b", "*"]])
    let sample = try Microdata(hierarchies: [hierarchy], leaves: [[0, 1, 1]])
    let population = try Microdata(hierarchies: [hierarchy], leaves: [[0, 0, 0, 1, 1]])
    var three = try OptimalSearch(
      sample, criteria: [.map(k: 3)], suppressionLimit: 1, population: population)
    // On leaves a has three in the population, b two: by hand, two of three records are suppressed.
    #expect(three.release(sample, node: [0]).suppressed == 2)
    #expect(three.finish()?.node == [0])
    var two = try OptimalSearch(
      sample, criteria: [.map(k: 2)], suppressionLimit: 0, population: population)
    #expect(two.finish()?.suppressed == 0)
    let presence = try OptimalSearch(
      sample, criteria: [.presence(0...0.5)], suppressionLimit: 1, population: population)
    // a: 1 of 3 in the sample, b: 2 of 2.
    #expect(presence.release(sample, node: [0]).suppressed == 2)
  }

  @Test func `an unfinished search bounds what it has not seen`() throws {
    let data = try RandomTable(seed: 13, records: 300).microdata()
    var search = try OptimalSearch(data, criteria: [.anonymity(k: 4)], suppressionLimit: 0.05)
    var bounds: [Double] = []
    while !search.isFinished {
      search.advance()
      if let optimum = search.optimum { bounds.append(optimum.lowerBound) }
    }
    let loss = search.optimum?.loss ?? 0
    #expect(bounds.allSatisfy { $0 <= loss } && search.optimum?.lowerBound == loss)
  }

  @Test func `says why it cannot search`() throws {
    let hierarchy = try Hierarchy(rows: [["a", "*"]])
    let data = try Microdata(hierarchies: [hierarchy], leaves: [[0]])
    #expect(throws: Microdata.Failure.noSensitive) {
      try OptimalSearch(data, criteria: [.distinct(l: 2)], suppressionLimit: 0)
    }
    #expect(throws: Microdata.Failure.noPopulation) {
      try OptimalSearch(data, criteria: [.map(k: 2)], suppressionLimit: 0)
    }
    #expect(throws: Microdata.Failure.empty) {
      try Microdata(hierarchies: [hierarchy], leaves: [[]])
    }
    #expect(throws: Microdata.Failure.noQuasiIdentifier) {
      try Microdata(hierarchies: [], leaves: [])
    }
  }

  private func optimum(_ table: RandomTable, _ measure: LossMeasure) throws -> Optimum? {
    var search = try OptimalSearch(
      table.microdata(), criteria: [.anonymity(k: 4)], measure: measure, suppressionLimit: 0.1)
    return search.finish()
  }
}
