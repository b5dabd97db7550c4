import Foundation
import Redaction
import Testing

/// Texts and vectors from `fixtures/redaction`.
enum Fixture {
  struct Line: Decodable {
    struct Span: Decodable {
      let start: Int
      let end: Int
      let type: String
      let origin: String?
    }

    let text: String
    let spans: [Span]
  }

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../fixtures/redaction")

  static func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  static func lines(_ name: String) throws -> [Line] {
    try data(name).split(separator: 0x0A).map {
      try JSONDecoder().decode(Line.self, from: Data($0))
    }
  }

  static func score(_ name: String) throws -> RedactionScore {
    let lines = try lines(name)
    let texts = lines.map { Array($0.text.utf8) }
    var score = RedactionScore()
    for (index, redaction) in Redactor().redact(texts).enumerated() {
      let truths = lines[index].spans.map {
        RedactionScore.Truth(code: $0.type, origin: $0.origin, range: $0.start..<$0.end)
      }
      score.add(texts[index], truths, redaction)
    }
    return score
  }
}

/// The masked form of a text.
func masked(_ text: String, _ mode: Redactor.Mode = .normal) -> String {
  String(decoding: Redactor(mode: mode).redact(Array(text.utf8)).masked, as: UTF8.self)
}
