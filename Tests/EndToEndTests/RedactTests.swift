import Foundation
import Testing

/// Redaction from the command line.
struct RedactTests {
  private static func redact(_ arguments: [String], input: String) throws -> Workplace.Outcome {
    let place = try Workplace()
    return try place.start(Project.program("echolot"), ["redact"] + arguments, input: input)
  }

  @Test func `plain lines become lines of JSON with spans in code points`() throws {
    let outcome = try Self.redact(
      ["--plain", "--spans"], input: "Frau Yılmaz, Tel. 0151 23456789\n\nAlles gut.\n")
    #expect(outcome.exit == 0)
    #expect(outcome.errors.isEmpty)
    let name = #"{"end":11,"start":5,"type":"NAME"},{"end":31,"start":18,"type":"PHONE"}"#
    #expect(
      outcome.output
        == #"{"id":1,"masked":"Frau [NAME], Tel. [PHONE]","spans":["# + name + "]}\n"
        + #"{"id":3,"masked":"Alles gut.","spans":[]}"# + "\n")
  }

  @Test func `lines of JSON keep their ids, and strict mode masks unknown words`() throws {
    let outcome = try Self.redact(["--strict"], input: #"{"id":"a","text":"Das Xqrblk war gut."}"#)
    #expect(outcome.output == #"{"id":"a","masked":"Das [WORD] war gut."}"# + "\n")
  }

  @Test func `a line that is no JSON is refused with its place, not its text`() throws {
    let outcome = try Self.redact([], input: "{\"text\":\"gut\"}\nFrau Geheim\n")
    #expect(outcome.exit == 65)
    #expect(outcome.errors.contains("<stdin>:2: EL-E-0970"))
    #expect(!outcome.errors.contains("Geheim"))
  }

  @Test func `figures name recall, origins and speed`() throws {
    let line = #"{"text":"LG Kinga","spans":[{"start":3,"end":8,"type":"NAME","origin":"pl"}]}"#
    let outcome = try Self.redact(["--evaluate", "-"], input: line + "\n")
    #expect(outcome.exit == 0)
    for words in ["overall                 1.0000  1 of 1", "NAME pl", "false alarms", "MB/s"] {
      #expect(outcome.output.contains(words))
    }
  }
}
