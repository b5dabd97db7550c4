import Microdata
import Testing

@Suite struct ReleaseVerifierTests {
  /// Two towns below one region; five records, two classes of two and one suppressed record.
  private static func claim(
    towns: [String] = ["Köln", "Bonn", "Trier"], node: [Int]? = [0, 1],
    criteria: [Criterion] = [.anonymity(k: 2)], loss: Double? = nil
  ) throws -> ReleaseVerifier.Claim {
    let town = try Hierarchy(rows: towns.map { [$0, "*"] })
    let sex = try Hierarchy(rows: [["f", "*"], ["m", "*"], ["", "*"]])
    return ReleaseVerifier.Claim(
      quasiIdentifiers: ["town", "sex"], hierarchies: [town, sex], node: node, criteria: criteria,
      sensitive: "answer", sensitiveShares: [("1", 0.6), ("2", 0.4)], records: 5, suppressed: 1,
      mostSuppressed: 1, classes: 2, loss: loss.map { (.loss(.mean), $0) })
  }

  private static func file(_ rows: [String]) -> [UInt8] {
    Array((["town,sex,answer"] + rows).map { $0 + "\n" }.joined().utf8)
  }

  private static let good = ["Köln,*,1", "Köln,*,2", "Bonn,*,1", "Bonn,*,2"]

  @Test func `passes what is right`() throws {
    // Towns: 4 records at 1/3 and one suppressed: (4/3 + 1 - 5/3) / (5 - 5/3) = 0.2; sex 1.
    let claim = try Self.claim(loss: 0.6)
    #expect(ReleaseVerifier(claim).findings(in: Self.file(Self.good)) == [])
  }

  @Test func `finds a wrong loss`() throws {
    let findings = try ReleaseVerifier(Self.claim(loss: 0.59)).findings(in: Self.file(Self.good))
    guard case .loss(let found, 0.59) = findings.first else {
      Issue.record("no finding about the loss")
      return
    }
    #expect(abs(found - 0.6) < 1e-12)
  }

  @Test func `finds a class that is one record short`() throws {
    let rows = ["Köln,*,1", "Köln,*,2", "Köln,*,2", "Bonn,*,1"]
    let findings = try ReleaseVerifier(Self.claim()).findings(in: Self.file(rows))
    #expect(findings == [.failingClass(line: 5, size: 1)])
  }

  @Test func `takes a missing value for a value of its own`() throws {
    // As wildcards, the two empty cells would join the other two records; strictly each is alone.
    let rows = ["Köln,f,1", "Köln,,2", "Bonn,f,1", "Bonn,,2"]
    let findings = try ReleaseVerifier(Self.claim(node: [0, 0])).findings(in: Self.file(rows))
    #expect(findings.count { if case .failingClass(_, 1) = $0 { true } else { false } } == 4)
    #expect(findings.contains(.classes(found: 4, claimed: 2)))
  }

  @Test func `finds blanks at the end of a cell`() throws {
    let rows = ["Köln,*,1", "Köln ,*,2", "Bonn,*,1", "Bonn,*,2"]
    let findings = try ReleaseVerifier(Self.claim()).findings(in: Self.file(rows))
    #expect(findings.contains(.twoSpellings(line: 3, column: "town")))
    #expect(findings.contains(.unknownValue(line: 3, column: "town")))
    #expect(findings.contains(.failingClass(line: 3, size: 1)))
  }

  @Test func `finds another Unicode form`() throws {
    let rows = ["K\u{F6}ln,*,1", "Ko\u{308}ln,*,2", "Bonn,*,1", "Bonn,*,2"]
    let findings = try ReleaseVerifier(Self.claim()).findings(in: Self.file(rows))
    #expect(findings.contains(.twoSpellings(line: 3, column: "town")))
    #expect(findings.contains(.failingClass(line: 3, size: 1)))
  }

  @Test func `finds a value of another level`() throws {
    let rows = ["Köln,*,1", "Köln,*,2", "*,*,1", "*,*,2"]
    let findings = try ReleaseVerifier(Self.claim()).findings(in: Self.file(rows))
    #expect(findings == [.unknownValue(line: 4, column: "town")])
  }

  @Test func `counts suppressed records`() throws {
    let rows = ["Köln,*,1", "Köln,*,2", "Köln,*,1"]
    let findings = try ReleaseVerifier(Self.claim()).findings(in: Self.file(rows))
    #expect(
      findings == [
        .suppressed(found: 2, claimed: 1), .tooManySuppressed(found: 2, allowed: 1),
        .classes(found: 1, claimed: 2),
      ])
  }

  @Test func `finds a class without diversity`() throws {
    let rows = ["Köln,*,1", "Köln,*,1", "Bonn,*,1", "Bonn,*,2"]
    let claim = try Self.claim(criteria: [.anonymity(k: 2), .distinct(l: 2)])
    #expect(
      ReleaseVerifier(claim).findings(in: Self.file(rows)) == [.failingClass(line: 2, size: 2)])
  }

  @Test func `finds missing columns and ragged lines`() throws {
    let claim = try Self.claim()
    #expect(
      ReleaseVerifier(claim).findings(in: Array("town,answer\nBonn,1\n".utf8)) == [
        .missingColumn("sex")
      ])
    #expect(
      ReleaseVerifier(claim).findings(in: Self.file(["Köln,*,1", "Bonn,*"])) == [.ragged(line: 3)])
  }

  @Test func `agrees with the search on every criterion`() throws {
    let tree = try Hierarchy(
      rows: [["0", "low", "*"], ["1", "low", "*"], ["2", "high", "*"], ["3", "high", "*"]])
    let demands: [[Criterion]] = [
      [.anonymity(k: 3)], [.distinct(l: 3)], [.entropy(l: 2)], [.recursive(c: 2, l: 2)],
      [.closeness(t: 0.2, .equal)], [.closeness(t: 0.15, .ordered)],
      [.closeness(t: 0.2, .hierarchical(tree))],
    ]
    for criteria in demands {
      let table = RandomTable(seed: 21, records: 200)
      let data = try table.microdata()
      var search = try OptimalSearch(data, criteria: criteria, suppressionLimit: 0.3)
      let proved = search.finish()
      let optimum = try #require(proved)
      let release = search.release(data, node: optimum.node)
      #expect(release.suppressed == optimum.suppressed)
      let rows = release.order(by: [data.sensitive]).map { record in
        (release.labels(ofClass: Int(release.classOfRecord[record])) + ["\(data.sensitive[record])"])
          .joined(separator: ",")
      }
      let claim = ReleaseVerifier.Claim(
        quasiIdentifiers: ["a", "b", "c"], hierarchies: data.hierarchies, node: optimum.node,
        criteria: criteria, sensitive: "s",
        sensitiveShares: data.sensitiveShares.enumerated().map { ("\($0)", $1) },
        records: 200, suppressed: optimum.suppressed, mostSuppressed: 60, classes: optimum.classes,
        loss: (.loss(.mean), optimum.loss))
      let file = Array((["a,b,c,s"] + rows).map { $0 + "\n" }.joined().utf8)
      #expect(ReleaseVerifier(claim).findings(in: file) == [], "\(criteria)")
    }
  }
}
