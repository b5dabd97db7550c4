import Redaction
import Testing

/// Holds what the redactor promises of every text.
@Suite struct RedactorTests {
  @Test(arguments: [
    ("Mein Sohn Emirhan ist 9 Jahre alt.", "Mein Sohn [NAME] ist [AGE] Jahre alt."),
    ("frau müller hat nie zeit", "frau [NAME] hat nie zeit"),
    ("Der Koch ist ein Meister.", "Der Koch ist ein Meister."),
    ("Frau Koch ist nett. Koch hilft.", "Frau [NAME] ist nett. [NAME] hilft."),
    ("M&uuml;ller, Ay&#351;e", "[NAME], [NAME]"),
    ("Frau\nYılmaz", "Frau\n[NAME]"),
    ("Frau Mu\u{308}ller", "Frau [NAME]"),
    ("Mail: a.b(at)posteo(dot)de!", "Mail: [EMAIL]!"),
    ("Bus 42 hält hier.", "Bus 42 hält hier."),
    ("10000 Euro sind zu viel.", "10000 Euro sind zu viel."),
    ("Wir wohnen Am Anger 7, 99084 Erfurt.", "Wir wohnen [STREET], [ZIP_CITY]."),
    ("geb. 3.4.1950", "geb. [BIRTHDATE]"),
    ("Termin am 3.4.2024 um 10 Uhr", "Termin am 3.4.2024 um 10 Uhr"),
    ("Dr.-Ing. Vossberg kommt", "Dr.-Ing. [NAME] kommt"),
    ("", ""),
  ])
  func `masks what it should`(text: String, expected: String) {
    #expect(masked(text) == expected)
  }

  @Test func `strict mode leaves ordinary words only`() {
    #expect(masked("Das Xqrblk sagt nichts.", .strict) == "Das [WORD] sagt nichts.")
    let ordinary = "Die Betreuung in der Wohngruppe war gut."
    #expect(masked(ordinary, .strict) == ordinary)
  }

  @Test(arguments: Redactor.Mode.allCases)
  func `a masked text stays as it is`(mode: Redactor.Mode) throws {
    let redactor = Redactor(mode: mode)
    for name in ["pii_de.jsonl", "own.jsonl", "unlisted.jsonl"] {
      for line in try Fixture.lines(name) {
        let once = redactor.redact(Array(line.text.utf8)).masked
        #expect(redactor.redact(once).masked == once, "\(line.text)")
      }
    }
  }

  @Test func `any bytes can be read, and UTF-8 stays UTF-8`() throws {
    var state: UInt64 = 1
    let texts = try Fixture.lines("pii_de.jsonl").map { Array($0.text.utf8) }
    for round in 0..<4000 {
      var text = texts[round % texts.count]
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = Int(state >> 33) % text.count
      let other = texts[Int(state >> 40) % texts.count]
      switch round % 4 {
      case 0: text[place] = UInt8(truncatingIfNeeded: state >> 50)
      case 1: text = Array(text[place...]) + other
      case 2: text.insert(contentsOf: [0xF0, 0x9F, 0x98, 0x80], at: place)
      default: text = Array(text[..<place]) + other
      }
      let redaction = Redactor().redact(text)
      #expect(redaction.spans.allSatisfy { $0.range.upperBound <= text.count })
      for span in redaction.spans where String(validating: text, as: UTF8.self) != nil {
        #expect(String(validating: text[span.range], as: UTF8.self) != nil)
      }
    }
  }

  @Test func `the number of workers changes nothing`() throws {
    let texts = try Fixture.lines("own.jsonl").map { Array($0.text.utf8) }
    let many = Array(repeating: texts, count: 5).flatMap(\.self)
    #expect(Redactor().redact(many, workers: 1) == Redactor().redact(many, workers: 3))
  }

  @Test func `code points are counted as JSON readers do`() {
    let text = Array("😀 Frau Yılmaz".utf8)
    let redaction = Redactor().redact(text)
    #expect(redaction.codePointRanges(in: text) == [7..<13])
  }

  @Test func `the time is linear`() {
    // Twenty thousand repetitions of what could begin something: quadratic work would not end.
    for piece in ["Frau ", "a@", "1 ", "(", "DE12 ", "Am ", "Müller-", "[NAME", "&#"] {
      let text = Array(String(repeating: piece, count: 20_000).utf8)
      _ = Redactor().redact(text)
    }
  }
}
