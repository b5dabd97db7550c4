@_spi(Testing) import Exports
import FoundationEssentials
import Testing

/// The decoder against texts in many encodings.
///
/// The texts of other projects are third parties' web pages, which may be tested with but not passed
/// on: set `ECHOLOT_SUITES` to a folder that has `encodings/manifest.json`.
@Suite struct EncodingSuiteTests {
  private struct Manifest: Decodable {
    struct Expectation: Decodable { var encoding: String }
    struct Case: Decodable {
      var id: String
      var file: String
      var expect: Expectation
    }
    var cases: [Case]
  }

  /// What a case expects of us, `nil` if it is neither Western nor Unicode as far as we read it.
  private func expected(_ name: String, _ bytes: [UInt8]) -> Set<TextEncoding>? {
    switch name.uppercased() {
    // Pure ASCII reads the same as UTF-8; the manifest allows Windows-1252 for Latin-1.
    case "ASCII", "UTF-8", "UTF-8-SIG": [.utf8]
    case "WINDOWS-1252", "ISO-8859-1", "ISO-8859-15": [.windows1252]
    case "UTF-16LE", "UTF-16.LE": [.utf16LittleEndian]
    case "UTF-16BE", "UTF-16.BE": [.utf16BigEndian]
    case "UTF-16": bytes.starts(with: [0xFE, 0xFF]) ? [.utf16BigEndian] : [.utf16LittleEndian]
    default: nil
    }
  }

  @Test(.enabled(if: setting("ECHOLOT_SUITES") != nil))
  func `names the encoding of at least 91 of 92 Western and Unicode texts`() throws {
    let folder = URL(filePath: setting("ECHOLOT_SUITES") ?? "").appending(path: "encodings")
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: folder.appending(path: "manifest.json")))
    var (count, others) = (0, 0)
    var wrong: [String] = []
    for test in manifest.cases {
      let bytes = Array(try Data(contentsOf: folder.appending(path: test.file)))
      guard let expected = expected(test.expect.encoding, bytes) else {
        others += 1
        continue
      }
      count += 1
      if let found = probe(bytes), expected.contains(found.encoding) { continue }
      wrong.append(test.id)
    }
    print("encodings: \(count - wrong.count) of \(count) right; wrong: \(wrong); others: \(others)")
    #expect(count == 92)
    #expect(wrong.count <= 1, "\(wrong)")
  }

  private func probe(_ bytes: [UInt8]) -> EncodingProbe? {
    do {
      return try EncodingProbe(bytes)
    } catch {
      return nil
    }
  }

  /// Our own texts, each in characters that its language needs and that Windows-1252 has.
  private static let western = [
    "Die Einrichtung ist freundlich; die Räume sind größer, „schöner“ – für 5 € im Monat.",
    "L’équipe est très à l’écoute : « merci », dit Zoé, où qu’elle aille. Ça coûte 3 €, cœur.",
    "El niño pidió una reunión mañana: ¿quién irá? ¡Qué alegría!",
    "Smørrebrød på ø: mødet på søndag, år for år. Vær så god, sagde Åse.",
    "Hyvää päivää, tämä yö oli äärimmäisen kaunis; Žofia ja Šárka.",
    "Þetta er gott. Ísland, Örn og Æsa; það er svo.",
  ]
  /// Texts that need Unicode.
  private static let wide = [
    "Yıldız çok iyi, teşekkürler; Dağ ve şehir.", "Łódź: żółć, źdźbło, ćma.",
    "Очень хорошая помощь, спасибо!", "Πολύ καλή υποστήριξη.", "خدمة جيدة جدا", "とても良い対応でした。",
    "Alles super 👍🏽 😀 — danke!",
  ]

  private func encode(_ text: String, as encoding: TextEncoding, isMarked: Bool) -> [UInt8]? {
    switch encoding {
    case .utf8: return Array(((isMarked ? "\u{FEFF}" : "") + text).utf8)
    case .utf16LittleEndian, .utf16BigEndian:
      return Array(((isMarked ? "\u{FEFF}" : "") + text).utf16).flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return encoding == .utf16BigEndian ? [high, low] : [low, high]
      }
    case .windows1252:
      return isMarked ? nil : text.data(using: .windowsCP1252).map { Array($0) }
    }
  }

  /// A text as an export has it: with a heading row and numbers, which are ASCII.
  private func table(_ text: String) -> String { "id;answer;text\r\n17;4;\"\(text)\"\r\n" }

  @Test(arguments: TextEncoding.allCases, [true, false])
  func `gives back our own texts from every encoding`(
    _ encoding: TextEncoding, _ isMarked: Bool
  ) throws {
    let texts = Self.western + (encoding == .windows1252 ? [] : Self.wide)
    for text in texts {
      guard let bytes = encode(table(text), as: encoding, isMarked: isMarked) else { continue }
      let probe = try EncodingProbe(bytes)
      #expect(probe.encoding == encoding, "\(text)")
      #expect(String(decoding: probe.text, as: UTF8.self) == table(text))
      #expect(probe.census.undefinedBytes == 0)
      #expect(try EncodingProbe(bytes, as: encoding).text == probe.text)
    }
  }

  @Test func `keeps a byte order mark in the middle, where files were joined`() throws {
    let text = "a;b\n1;2\n\u{FEFF}a;b\n3;4\n"
    #expect(String(decoding: try EncodingProbe(Array(text.utf8)).text, as: UTF8.self) == text)
  }
}
