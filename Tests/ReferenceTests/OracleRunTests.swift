import Exports
import FoundationEssentials
import Reference
import Testing

/// That a wrong expectation shows, and what references to data give.
struct OracleRunTests {
  private static let data = OpenData(
    folder: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "fixtures/open-data").path)

  private static func run(_ expected: String, input: String? = nil) throws -> OracleRun {
    let text = """
      {"source": "none", "cases": [{"name": "one", "function": "wilson-interval",
        "input": \(input ?? #"{"successes": 1, "count": 2}"#), "expected": \(expected),
        "tolerance": 1e-6}]}
      """
    let suite = try JSONDecoder().decode(OracleSuite.self, from: Data(text.utf8))
    return OracleRun(suite, data: data)
  }

  // 1/2 at 95 %: centre 0.5, half width z/2 · √(2 + z²)/(2 + z²), z = 1.959964: 0.405469.
  @Test(arguments: [
    (#"{"lower": 0.0945312}"#, nil), (#"{"lower": 0.0945312, "upper": 0.9054688}"#, nil),
    (#"{"lower": 0.0945}"#, "lower: 0.094531"), (#"{"middle": 0.5}"#, "middle: missing"),
    (#"[0.0945312]"#, "another value"), (#"{"lower": null}"#, "lower: another value"),
    (#"{"reason": "impossible-counts"}"#, "reason: missing"),
  ])
  func `of objects the named parts must fit`(expected: String, finding: String?) throws {
    let run = try Self.run(expected)
    #expect(run.isMet == (finding == nil))
    if let finding { #expect(run.mismatches.first?.finding.hasPrefix(finding) == true) }
  }

  @Test func `no result is a result`() throws {
    let input = #"{"successes": 3, "count": 2}"#
    #expect(try Self.run(#"{"reason": "impossible-counts"}"#, input: input).isMet)
    #expect(!(try Self.run(#"{"lower": 0}"#, input: input).isMet))
    #expect(!(try Self.run(#"{"reason": "impossible-counts"}"#, input: "{}").isMet))
  }

  private static func reference(_ text: String) throws(OpenData.Failure) -> JSONValue {
    let value: JSONValue
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    } catch {
      preconditionFailure("the tests write JSON: \(error)")
    }
    return try data.resolve(value)
  }

  // The first lines of bfi.csv: A1 2, 2, 5, 4, 2 and A2 4, 4, 4, 4, 3; gender 1, 2, 2, 2, 1;
  // education is empty in the first five.
  @Test(arguments: [
    (#""column": "A1", "first": 5"#, "[2, 2, 5, 4, 2]"),
    (#""column": "A1", "first": 2, "where": {"gender": "2"}"#, "[2, 5]"),
    (#""column": "A1", "first": 2, "where": {"gender": ["1", "2"]}"#, "[2, 2]"),
    (#""column": "gender", "as": "labels", "first": 2"#, #"["1", "2"]"#),
    (#""columns": ["A1", "A2"], "first": 1"#, "[[2, 4]]"),
    (#""columns": ["A1", "education"], "first": 1"#, "[[2, null]]"),
    (#""columns": ["A1", "education"], "first": 1, "complete": true"#, "[[6, 3]]"),
    (#""columns": ["A1", "A2"], "first": 1, "reflect": {"A1": 7}"#, "[[5, 4]]"),
    (#""columns": ["A1", "A2"], "first": 2, "mean": true"#, "[3, 3]"),
  ])
  func `references give columns and rows`(parts: String, values: String) throws {
    let expected = try JSONDecoder().decode(JSONValue.self, from: Data(values.utf8))
    #expect(try Self.reference(#"{"data": "bfi.csv.gz", \#(parts)}"#) == expected)
    #expect(
      try Self.reference(#"{"x": [{"data": "bfi.csv.gz", \#(parts)}]}"#)
        == .object(["x": .list([expected])]))
  }

  @Test(arguments: [
    (
      #"{"data": "bfi.csv.gz", "column": "Z9"}"#,
      OpenData.Failure.noColumn(file: "bfi.csv.gz", column: "Z9")
    ),
    (#"{"data": "no.csv", "column": "a"}"#, .unreadable(file: "no.csv", .unreadable(.notFound))),
    (#"{"data": "../x.csv", "column": "a"}"#, .badReference("data names a file of the folder")),
    (#"{"data": "bfi.csv.gz", "colum": "a"}"#, .badReference("colum is not known")),
  ])
  func `a reference that leads nowhere says why`(text: String, failure: OpenData.Failure) throws {
    #expect(throws: failure) { try Self.reference(text) }
  }
}
