import FoundationEssentials
import Reference
import Testing

/// Every function with its documented example, other names and missing rows.
struct ExampleTests {
  private static func function(_ name: String) throws -> ReferenceFunction {
    try #require(ReferenceFunction.all.first { $0.name == name })
  }

  private static func values(_ text: String) throws -> [String: JSONValue] {
    try JSONDecoder().decode([String: JSONValue].self, from: Data(text.utf8))
  }

  private static func result(_ name: String, _ text: String) throws -> JSONValue {
    try function(name)(FunctionInput(values(text)))
  }

  @Test(arguments: ReferenceFunction.all.map(\.name))
  func `the example of a function gives a result`(name: String) throws {
    let function = try Self.function(name)
    let input = try Self.values(function.example)
    #expect(!input.isEmpty)
    #expect(input.keys.allSatisfy { key in function.parameters.contains { $0.name == key } })
    let result = try function(FunctionInput(input))
    #expect(result != .object([:]) && result != .list([]))
    if case .object(let parts) = result { #expect(parts["reason"] == nil) }
  }

  @Test(arguments: ReferenceFunction.all.map(\.name))
  func `parameters are named once, and no other name is one of them twice`(name: String) throws {
    let function = try Self.function(name)
    #expect(Set(function.parameters.map(\.name)).count == function.parameters.count)
    for parameter in function.parameters {
      #expect(!parameter.meaning.isEmpty)
      #expect(Set(parameter.otherNames).count == parameter.otherNames.count)
      #expect(!parameter.otherNames.contains(parameter.name))
    }
  }

  @Test(arguments: [
    (
      "wilson-interval", #"{"x": 14, "n": 18, "conf.level": 0.9}"#,
      #"{"successes": 14, "count": 18, "confidence": 0.9}"#
    ),
    (
      "proportion-difference", #"{"x1": 56, "n1": 70, "x2": 48, "n2": 80}"#,
      #"{"successes1": 56, "count1": 70, "successes2": 48, "count2": 80}"#
    ),
    (
      "mid-p-test", #"{"o": 13, "n": 18, "t": 0.9}"#,
      #"{"successes": 13, "count": 18, "share": 0.9}"#
    ),
    (
      "rate-decision", #"{"o": 3, "n": 20, "R": 0.05}"#,
      #"{"events": 3, "count": 20, "limit": 0.05}"#
    ),
    (
      "funnel-ratios", #"{"O": [5, 9, 3], "E": [6.2, 7.1, 4.4], "method": "cqc"}"#,
      #"{"observed": [5, 9, 3], "expected": [6.2, 7.1, 4.4], "method": "cqc"}"#
    ),
    (
      "funnel-means", #"{"n": [9, 8, 7], "mean": [3, 4, 2], "sd": [1, 1.1, 0.9]}"#,
      #"{"counts": [9, 8, 7], "means": [3, 4, 2], "sds": [1, 1.1, 0.9]}"#
    ),
    (
      "random-intercept-reml", #"{"Y": [1, 2, 4, 3], "org": [1, 1, 2, 2]}"#,
      #"{"y": [1, 2, 4, 3], "group": ["1", "1", "2", "2"]}"#
    ),
    (
      "analysis-of-variance", #"{"y": [1, 2, 4, 3], "group": [1, 1, 2, 2]}"#,
      #"{"values": [1, 2, 4, 3], "labels": ["1", "1", "2", "2"]}"#
    ),
    (
      "analysis-of-variance", #"{"values": [1, 2, 4, 3], "groups": [1, 1, 2, 2]}"#,
      #"{"values": [1, 2, 4, 3], "labels": ["1", "1", "2", "2"]}"#
    ),
    (
      "individuals-chart", #"{"y": [3, 4, 5, 3, 4]}"#, #"{"values": [3, 4, 5, 3, 4]}"#
    ),
  ])
  func `other names mean the same`(name: String, other: String, usual: String) throws {
    #expect(try Self.result(name, other) == Self.result(name, usual))
  }

  @Test func `a value given under two names is refused`() throws {
    #expect(
      throws: FunctionInput.Failure.wrongKind(
        name: "successes", expected: "given once, not as x too")
    ) { try Self.result("wilson-interval", #"{"x": 1, "successes": 1, "n": 2}"#) }
  }

  // Left: rows with something missing among others; right: without them.
  @Test(arguments: [
    (
      "random-intercept-reml",
      #"{"y": [1, null, 2, 4, 3, 9, 9], "group": [1, 1, 1, 2, 2, null, 2],"#
        + #" "covariates": [[1, 2, 2, 1, 3, 1, "NA"]]}"#,
      #"{"y": [1, 2, 4, 3], "group": [1, 1, 2, 2], "covariates": [[1, 2, 1, 3]]}"#, 3.0
    ),
    (
      "crossed-random-intercepts-reml",
      #"{"y": [3, 4, 5, 2, 3, 3, 7], "random": [[1, 1, 1, 2, 2, 2, 2], [1, 2, 3, 1, 2, 3, null]]}"#,
      #"{"y": [3, 4, 5, 2, 3, 3], "random": [[1, 1, 1, 2, 2, 2], [1, 2, 3, 1, 2, 3]]}"#, 1
    ),
    (
      "key-drivers", #"{"y": [1, 2, 4, 3, 5], "x": [[2, 1, 3, null, 4], [1, 1, 2, 3, 2]]}"#,
      #"{"y": [1, 2, 4, 5], "x": [[2, 1, 3, 4], [1, 1, 2, 2]]}"#, 1
    ),
    (
      "two-wave-change",
      #"{"y1": [3, 4, 2, 3], "s1": [0.2, 0.3, 0.2, 0.1], "y2": [3, null, 3, 2],"#
        + #" "s2": [0.2, null, 0.3, 0.1], "labels": ["a", "b", "c", "d"]}"#,
      #"{"y1": [3, 2, 3], "s1": [0.2, 0.2, 0.1], "y2": [3, 3, 2], "s2": [0.2, 0.3, 0.1],"#
        + #" "labels": ["a", "c", "d"]}"#, 1
    ),
    (
      "case-mix-adjustment",
      #"{"organisation": [1, 1, 1, null, 2, 2, 2], "items": [[1, 2, 3, 9, 4, 5, 7]],"#
        + #" "adjusters": [[0, 1, 2, 9, 1, 2, 3]]}"#,
      #"{"organisation": [1, 1, 1, 2, 2, 2], "items": [[1, 2, 3, 4, 5, 7]],"#
        + #" "adjusters": [[0, 1, 2, 1, 2, 3]]}"#, 1
    ),
  ])
  func `rows with a missing value are left out and counted`(
    name: String, gaps: String, without: String, leftOut: Double
  ) throws {
    guard case .object(var parts) = try Self.result(name, gaps) else {
      Issue.record("no object")
      return
    }
    #expect(parts.removeValue(forKey: "rows_left_out") == .number(leftOut))
    #expect(try JSONValue.object(parts) == Self.result(name, without))
  }

  // Known by hand: 3 of the 4 answers there are 1.
  @Test func `NA counts as missing`() throws {
    guard
      case .object(let parts) = try Self.result(
        "proportion-intervals", #"{"values": [1, "NA", 1, 0, 1, "NaN"]}"#)
    else {
      Issue.record("no object")
      return
    }
    #expect(parts["p"] == .number(0.75) && parts["n"] == .number(4))
  }
}
