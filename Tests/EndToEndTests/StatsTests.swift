import Foundation
import Testing

/// Checking statistical functions from outside.
struct StatsTests {
  private static func stats(
    _ arguments: [String], input: String? = nil
  ) throws -> Workplace.Outcome {
    let place = try Workplace()
    return try place.start(Project.program("echolot"), ["stats"] + arguments, input: input)
  }

  @Test func `without a function all are listed`() throws {
    let outcome = try Self.stats([])
    #expect(outcome.exit == 0)
    let names = outcome.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(names == names.sorted())
    #expect(names.contains("wilson-interval"))
  }

  @Test func `a function says what it takes`() throws {
    let outcome = try Self.stats(["wilson-interval", "--help"])
    #expect(outcome.exit == 0)
    for word in ["Usage: echolot stats wilson-interval", "successes", "count", "confidence"] {
      #expect(outcome.output.contains(word))
    }
    let german = try Self.stats(["wilson-interval", "--help", "--lang", "de"])
    #expect(german.output.contains("Aufruf: echolot stats wilson-interval"))
  }

  @Test func `results are sorted JSON that is read back exactly`() throws {
    let outcome = try Self.stats(
      ["wilson-interval"], input: #"{"count": 10, "successes": 10, "confidence": 0.95}"#)
    #expect(outcome.exit == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix(#"{"lower":0.7"#))
    #expect(outcome.output.hasSuffix("\"upper\":1}\n"))
    let values = try JSONDecoder().decode([String: Double].self, from: Data(outcome.output.utf8))
    // Wilson's lower end for x = n is n / (n + z²); z = 1.959963984540054.
    let expected = 10 / (10 + 1.959963984540054 * 1.959963984540054)
    #expect(abs(try #require(values["lower"]) - expected) < 1e-14)
  }

  @Test func `no result is said with its reason`() throws {
    let outcome = try Self.stats(["wilson-interval"], input: #"{"count": 2, "successes": 3}"#)
    #expect(outcome.exit == 3)
    #expect(outcome.output == "{\"reason\":\"impossible-counts\"}\n")
    #expect(outcome.errors.contains("EL-W-0920"))
  }

  @Test(arguments: [
    ("", 66, "<stdin>: EL-E-0921"), (" \n", 66, "<stdin>: EL-E-0921"),
    ("{\"count\": 2,\n  \"successes\": NaN}", 65, "<stdin>:2:16: EL-E-0922"),
    (#"{"count": 2, "successes": 1"#, 65, "<stdin>:1:28: EL-E-0922"),
    (#"{"ä": "ö", "count": 02}"#, 65, "<stdin>:1:21: EL-E-0922"),
    (#"{"count": 1e999}"#, 65, "<stdin>:1:11: EL-E-0922"),
    (#"{"count": "\u12"#, 65, "EL-E-0922"), ("[1, 2]", 65, "EL-E-0923"), ("7", 65, "EL-E-0923"),
    (#"{"count": 2}"#, 65, "EL-E-0924 The value “successes” is missing"),
    (#"{"count": 2.5, "successes": 1}"#, 65, "EL-E-0924 The value “count” is of another kind"),
    (#"{"count": [2], "successes": 1}"#, 65, "EL-E-0924 The value “count” is of another kind"),
    (#"{"count": 2, "sucesses": 1}"#, 65, "Did you mean “successes”?"),
    (String(repeating: "[", count: 100_000), 65, "EL-E-0922"),
  ])
  func `bad input says where, what and the way out`(
    input: String, exit: Int, text: String
  ) throws {
    let outcome = try Self.stats(["wilson-interval"], input: input)
    #expect(outcome.exit == exit)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(text), "\(outcome.errors)")
  }

  @Test func `messages come in German as well`() throws {
    let outcome = try Self.stats(["wilson-interval", "--lang", "de"], input: "{}")
    #expect(outcome.errors.contains("Der Wert „successes“ fehlt"))
  }

  @Test func `an unknown function is refused with a near one`() throws {
    let outcome = try Self.stats(["wilson-intervall"], input: "{}")
    #expect(outcome.exit == 64)
    #expect(outcome.errors.contains("EL-E-0920"))
    #expect(outcome.errors.contains("“wilson-interval”"))
  }

  @Test func `the shipped reference cases are met`() throws {
    let place = try Workplace()
    let folder = Project.fixtures.appending(path: "oracles").path
    let outcome = try place.echolot("verify", "--oracles", folder)
    #expect(outcome.exit == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.hasSuffix(": ok") && $0.contains("largest relative deviation") })
  }

  @Test func `a deviation fails and is named`() throws {
    let place = try Workplace()
    let cases = """
      {"source": "a wrong number", "cases": [{"name": "half", "function": "wilson-interval",
      "input": {"successes": 1, "count": 2}, "expected": {"lower": 0.25}, "tolerance": 1e-12}]}
      """
    try place.write("fixtures/oracles/cases/01_wrong.json", cases)
    let outcome = try place.echolot("verify", "--oracles")
    #expect(outcome.exit == 70)
    #expect(outcome.output.contains("01_wrong.json"))
    #expect(outcome.output.contains("FAILED (1)"))
    #expect(outcome.errors.contains("EL-E-0932 wilson-interval, “half”: lower: 0.0945"))
    try place.write("fixtures/oracles/cases/01_wrong.json", "{}")
    let damaged = try place.echolot("verify", "--oracles")
    #expect(damaged.exit == 65)
    #expect(damaged.errors.contains("EL-E-0931"))
    let absent = try place.echolot("verify", "--oracles", "nowhere")
    #expect(absent.exit == 66)
    #expect(absent.errors.contains("EL-E-0930"))
  }
}
