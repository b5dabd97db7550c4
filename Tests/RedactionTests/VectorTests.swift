import Foundation
import Redaction
import Testing

/// Holds every published and generated number of `german_id_vectors.json`, valid and invalid.
@Suite struct VectorTests {
  private struct Vectors: Decodable {
    struct Made: Decodable {
      let valid: [String]
      let changed: [Pair]?

      enum CodingKeys: String, CodingKey {
        case valid
        case changed = "one_digit_changed"
      }
    }

    struct Pair: Decodable {
      let number: String

      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        number = try list.decode(String.self)
        _ = try list.decode(Bool.self)
      }
    }

    let published: [String: [String]]
    let generated: [String: Made]

    enum CodingKeys: String, CodingKey {
      case generated
      case published = "published_vectors"
    }
  }

  private static let codes: [String: Set<String>] = [
    "iban": ["IBAN"], "idnr": ["TAX_ID"], "rvnr": ["RVNR"], "rvnr_unknown_birthdate": ["RVNR"],
    "kvnr": ["KVNR"], "fuehrerschein": ["DRIVER_LICENSE"], "lanr": ["PROVIDER_NO"],
    "ik": ["PROVIDER_NO"], "ust": ["VAT_ID"], "ausweis_serial": ["ID_CARD", "PASSPORT"],
    "ausweis_check": ["ID_CARD", "PASSPORT"], "ausweis_with_check": ["ID_CARD", "PASSPORT"],
  ]

  private static func numbers(valid: Bool) throws -> [(kind: String, number: String)] {
    let vectors = try JSONDecoder().decode(
      Vectors.self, from: Fixture.data("german_id_vectors.json"))
    var numbers: [(kind: String, number: String)] = []
    let ending = valid ? "_valid" : "_invalid"
    for (name, list) in vectors.published where name.hasSuffix(ending) {
      numbers += list.map { (String(name.dropLast(ending.count)), $0) }
    }
    for (name, made) in vectors.generated {
      numbers += (valid ? made.valid : made.changed?.map(\.number) ?? []).map { (name, $0) }
    }
    return numbers
  }

  private static func grouped(_ number: String, _ size: Int, _ separator: String) -> String {
    stride(from: 0, to: number.count, by: size)
      .map { String(number.dropFirst($0).prefix(size)) }.joined(separator: separator)
  }

  enum Form: String, CaseIterable {
    case compact, small, blanks, noBreak, hyphens, slashes, noWidth, fullWidth, lines

    func write(_ number: String) -> String {
      switch self {
      case .compact: number
      case .small: number.lowercased()
      case .blanks: VectorTests.grouped(number, 4, " ")
      case .noBreak: VectorTests.grouped(number, 3, "\u{A0}")
      case .hyphens: VectorTests.grouped(number, 4, "-")
      case .slashes: VectorTests.grouped(number, 3, "/")
      case .noWidth: VectorTests.grouped(number, 3, "\u{200B}")
      case .lines: VectorTests.grouped(number, 4, "\n")
      case .fullWidth:
        String(
          String.UnicodeScalarView(
            number.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
      }
    }
  }

  @Test(arguments: Form.allCases)
  func `finds every valid number and nothing beside it`(form: Form) throws {
    for (kind, number) in try Self.numbers(valid: true) {
      let text = Array("Es geht um \(form.write(number)) wie besprochen".utf8)
      let redaction = Redactor().redact(text)
      let codes = Self.codes[kind] ?? []
      #expect(redaction.spans.count == 1, "\(kind) \(number)")
      #expect(redaction.spans.allSatisfy { codes.contains($0.kind.code) }, "\(kind) \(number)")
      let length = form.write(number).utf8.count
      #expect(redaction.spans.first?.range == 11..<(11 + length), "\(kind) \(number)")
    }
  }

  @Test(arguments: Form.allCases)
  func `calls no invalid number by the name of its kind`(form: Form) throws {
    for (kind, number) in try Self.numbers(valid: false) {
      let codes = Self.codes[kind] ?? []
      for text in ["Es geht um \(form.write(number)) wie besprochen", form.write(number)] {
        let redaction = Redactor().redact(Array(text.utf8))
        #expect(!redaction.spans.contains { codes.contains($0.kind.code) }, "\(kind) \(number)")
      }
    }
  }
}
