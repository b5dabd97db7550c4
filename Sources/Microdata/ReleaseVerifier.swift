/// Checks a written release against what is claimed of it, on a way of its own.
///
/// It reads the file again byte by byte, counts classes strictly (a missing or suppressed value is a
/// value of its own and stands for nothing else, two spellings are two values), looks every value up in
/// the hierarchies, and works the loss out anew. It shares neither reader nor counting with the search.
public struct ReleaseVerifier: Sendable {
  /// What is wrong with a release; lines count from 1, the heading included.
  public enum Finding: Sendable, Equatable {
    /// A column is missing.
    case missingColumn(String)
    /// A record has more or fewer cells than the heading.
    case ragged(line: Int)
    /// A class, here one record of it, fails a criterion.
    case failingClass(line: Int, size: Int)
    /// A cell holds what its hierarchy does not have on the claimed level.
    case unknownValue(line: Int, column: String)
    /// Two spellings of one value: blanks at the ends, or another Unicode form.
    case twoSpellings(line: Int, column: String)
    /// There are not as many suppressed records as claimed.
    case suppressed(found: Int, claimed: Int)
    /// More records are suppressed than allowed.
    case tooManySuppressed(found: Int, allowed: Int)
    /// The number of classes is not as claimed.
    case classes(found: Int, claimed: Int)
    /// The loss is not as claimed.
    case loss(found: Double, claimed: Double)
  }

  private let claim: Claim
  private let domains: [WrittenDomain]

  /// Prepares a check.
  ///
  /// - Parameter claim: What is claimed.
  public init(_ claim: Claim) {
    self.claim = claim
    domains = claim.hierarchies.enumerated().map { index, hierarchy in
      WrittenDomain(hierarchy, level: claim.node.map { $0[index] }, at: index)
    }
  }

  /// Checks a written file.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: What is wrong, nothing if all is right; of each kind the first twenty.
  public func findings(in bytes: [UInt8]) -> [Finding] {
    let table = WrittenTable(bytes)
    var places: [Int] = []
    for name in claim.quasiIdentifiers + (claim.sensitive.map { [$0] } ?? []) {
      guard let place = table.headings.firstIndex(of: Array(name.utf8)) else {
        return [.missingColumn(name)]
      }
      places.append(place)
    }
    if let row = table.rows.firstIndex(where: { $0.count != table.headings.count }) {
      return [.ragged(line: row + 2)]
    }
    let width = claim.quasiIdentifiers.count
    let (quasi, sensitive) = (Array(places[..<width]), places.dropFirst(width).first)
    let groups = Dictionary(grouping: table.rows.indices) { row in
      quasi.map { table.rows[row][$0] }
    }
    return values(table, quasi) + classes(table, groups, sensitive) + totals(table, groups, quasi)
  }

  private func values(_ table: WrittenTable, _ quasi: [Int]) -> [Finding] {
    var findings: [Finding] = []
    for (index, place) in quasi.enumerated() {
      let name = claim.quasiIdentifiers[index]
      var firstLines: [[UInt8]: Int] = [:]
      for (row, cells) in table.rows.enumerated() where firstLines[cells[place]] == nil {
        firstLines[cells[place]] = row + 2
      }
      var seen: Set<String> = []
      for (cell, line) in firstLines.sorted(by: { $0.value < $1.value }) {
        let text = String(decoding: cell, as: UTF8.self)
        if !seen.insert(Hierarchy.trimmed(text)).inserted {
          findings.append(.twoSpellings(line: line, column: name))
        }
        if domains[index].leaves[cell] == nil {
          findings.append(.unknownValue(line: line, column: name))
        }
      }
    }
    return Array(findings.prefix(20))
  }

  private func classes(
    _ table: WrittenTable, _ groups: [[[UInt8]]: [Int]], _ sensitive: Int?
  ) -> [Finding] {
    let numbers = Dictionary(
      claim.sensitiveShares.enumerated().map { (Array($1.text.utf8), $0) },
      uniquingKeysWith: { first, _ in first })
    let check = StrictCriteria(claim.criteria, shares: claim.sensitiveShares.map(\.share))
    let failing = groups.values.compactMap { rows -> Finding? in
      let counts = sensitive.map { place in
        var counts = [Int](repeating: 0, count: claim.sensitiveShares.count)
        for row in rows {
          if let number = numbers[table.rows[row][place]] { counts[number] += 1 }
        }
        return counts
      }
      guard !check.holds(size: rows.count, counts: counts ?? []) else { return nil }
      return .failingClass(line: rows[0] + 2, size: rows.count)
    }
    return Array(failing.sorted { $0.line < $1.line }.prefix(20))
  }

  private func totals(
    _ table: WrittenTable, _ groups: [[[UInt8]]: [Int]], _ quasi: [Int]
  ) -> [Finding] {
    var findings: [Finding] = []
    let suppressed = claim.records - table.rows.count
    if suppressed != claim.suppressed {
      findings.append(.suppressed(found: suppressed, claimed: claim.suppressed))
    }
    if suppressed > claim.mostSuppressed {
      findings.append(.tooManySuppressed(found: suppressed, allowed: claim.mostSuppressed))
    }
    if groups.count != claim.classes {
      findings.append(.classes(found: groups.count, claimed: claim.classes))
    }
    if let (measure, value) = claim.loss,
      let found = loss(measure, groups, suppressed: suppressed),
      !(abs(found - value) <= 1e-9 * max(1, abs(value)))
    {
      findings.append(.loss(found: found, claimed: value))
    }
    return findings
  }

  /// The loss by the textbook, from the cells as they stand.
  private func loss(
    _ measure: LossMeasure, _ groups: [[[UInt8]]: [Int]], suppressed: Int
  ) -> Double? {
    let records = Double(claim.records)
    switch measure {
    case .discernibility:
      return groups.values.reduce(records * Double(suppressed)) {
        $0 + Double($1.count) * Double($1.count)
      }
    case .averageClassSize: return records / Double(max(1, groups.count + (suppressed > 0 ? 1 : 0)))
    case .entropy: return nil
    case .loss(let aggregate):
      let losses = domains.map { domain -> Double in
        let leaves = Double(domain.size)
        guard leaves > 1 else { return 0 }
        let sum = groups.reduce(Double(suppressed)) { sum, group in
          sum + Double(group.value.count) * Double(domain.leaves[group.key[domain.index]] ?? 0)
            / leaves
        }
        return (sum - records / leaves) / (records - records / leaves)
      }
      return WrittenDomain.together(losses, aggregate)
    case .precision(let aggregate):
      guard let node = claim.node else { return nil }
      let losses = domains.map { domain -> Double in
        guard domain.height > 0 else { return 0 }
        let share = Double(node[domain.index]) / Double(domain.height)
        return (share * (records - Double(suppressed)) + Double(suppressed)) / records
      }
      return WrittenDomain.together(losses, aggregate)
    }
  }
}

extension ReleaseVerifier.Finding {
  fileprivate var line: Int {
    if case .failingClass(let line, _) = self { return line }
    return 0
  }
}
