@_spi(Testing) import Exports
import Testing

/// What the bytes beyond ASCII say about a file's encoding, and what is made of it.
struct TextCensusTests {
  private func note(_ bytes: [UInt8], _ encoding: TextEncoding? = nil) throws -> TextNote? {
    let file = try open(bytes, secrets(encoding: encoding))
    let notes = TextNote.notes(file.facts, TextLengths())
    #expect(notes.count <= 1)
    return notes.first
  }

  private let head = Array("p;q\n".utf8)

  @Test func `a file in UTF-8 or ASCII needs no word`() throws {
    #expect(try note(head + Array("1;2\n".utf8)) == nil)
    #expect(try note(head + Array("Größe;„Gruß“ €\n".utf8)) == nil)
    // What stands after Ã, Â and â in the languages that write them.
    for text in ["NÃO;ÂGE", "pâte;â la carte", "Ãpfel;Â B", "Â“;âge", "«É»;Ä“", "Ô…;Ù–"] {
      #expect(try note(head + Array("\(text)\n".utf8)) == nil, "\(text)")
    }
  }

  // By hand: 4 bytes of headings, then "Gr" and the ö of Latin-1, on the second line.
  @Test func `one byte that is not UTF-8 is said with its place`() throws {
    let note = try #require(try note(head + [0x47, 0x72, 0xF6, 0x3B, 0x31, 0x0A]))
    #expect(note.kind == .encodingAssumed)
    #expect(note.count == 1)
    #expect(note.others == 0)
    #expect(note.byteOffset == 6)
    #expect(note.line == 2)
  }

  @Test func `the encoding that the layout gives needs no word`() throws {
    #expect(try note(head + [0x47, 0x72, 0xF6, 0x3B, 0x31, 0x0A], .windows1252) == nil)
  }

  // Windows-1252: „Gruß“ is 84 47 72 75 DF 93, and DF 93 would be a letter of N'Ko in UTF-8.
  @Test func `German quotes in Windows-1252 are no UTF-8`() throws {
    let quoted: [UInt8] = [0x84, 0x47, 0x72, 0x75, 0xDF, 0x93, 0x3B, 0xC9, 0xBB, 0x0A]
    let note = try #require(try note(head + quoted))
    #expect(note.kind == .encodingAssumed)
    #expect(note.count == 5)
  }

  // By hand: ü and two quotes in UTF-8, and one ä of Latin-1 in the third line.
  @Test(arguments: [nil, TextEncoding.windows1252])
  func `two encodings in one file are counted`(_ given: TextEncoding?) throws {
    let bytes = head + Array("für;„x“\r\n".utf8) + [0xE4, 0x3B, 0x31, 0x0D, 0x0A]
    let note = try #require(try note(bytes, given))
    #expect(note.kind == .mixedEncoding)
    #expect(note.count == 3)
    #expect(note.others == 1)
    // 4 bytes, then "für;" with 5, two quotes of 3 round x, and CRLF.
    #expect(note.byteOffset == (given == nil ? 18 : nil))
    #expect(note.line == (given == nil ? 3 : nil))
  }

  @Test func `UTF-8 that is taken for Windows-1252 is said`() throws {
    let note = try #require(try note(head + Array("für;2\n".utf8), .windows1252))
    #expect(note.kind == .mixedEncoding)
    #expect(note.count == 1)
    #expect(note.others == 0)
  }

  // Russian: no letter of western Europe, but two characters of UTF-8 in a row.
  @Test func `other scripts are known by their neighbours`() throws {
    let note = try #require(try note(head + Array("да;б\n".utf8) + [0xE4, 0x0A], .windows1252))
    #expect(note.kind == .mixedEncoding)
    // д and а side by side; б alone may be anything.
    #expect(note.count == 2)
    #expect(note.others == 3)
  }

  // 81 and 9D mean nothing in Windows-1252: 9D is ù in Mac Roman.
  @Test func `bytes that mean nothing are counted`() throws {
    let note = try #require(try note(head + [0x81, 0x9D, 0xE4, 0x3B, 0x0A]))
    #expect(note.kind == .encodingAssumed)
    #expect(note.count == 3)
    #expect(note.others == 2)
  }

  // Each is a character of UTF-8 whose bytes were read as Windows-1252, by Python's codecs.
  @Test(arguments: [
    ("Ã¼", 1, 0), ("ÃŸ", 1, 0), ("Ã„Ã–Ãœ", 3, 0), ("Ã©tÃ©", 2, 0), ("â‚¬", 1, 0),
    ("â€œGut!â€", 2, 0),
    ("5Â°", 1, 0), ("Â\u{A0}", 1, 0), ("f\u{FFFD}r", 0, 1), ("\u{FFFD}\u{FFFD}", 0, 2),
    ("fÃ¼r f\u{FFFD}r", 1, 1),
  ])
  func `damage from before is counted`(_ text: String, _ garbled: Int, _ lost: Int) throws {
    for bytes in [head + Array("\(text);2\n".utf8), wide("p;q\n\(text);2\n")] {
      let note = try note(bytes)
      #expect(note?.kind == (garbled + lost == 0 ? nil : .mojibakeSuspected), "\(text)")
      #expect(note?.count ?? 0 == garbled, "\(text)")
      #expect(note?.others ?? 0 == lost, "\(text)")
    }
  }

  private func wide(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  /// `open` holds the reader that reads pieces of every size to the one that reads all at once, so
  /// that damage at any seam shows.
  @Test func `seams between pieces change no count`() throws {
    let parts: [[UInt8]] = [
      Array("Ã¼".utf8), Array("\u{FFFD}".utf8), Array("â€œ".utf8), Array("да".utf8), [0xE4],
      [0xDF, 0x93], [0x81], Array("ab".utf8), [0x0A], [0x0D, 0x0A], [0xC3], [0x83], [0xC2], [0xBC],
      [0xEF], [0xBF], [0xBD], [0x3B],
    ]
    var generator = Generator(seed: 255)
    for _ in 0..<400 {
      var bytes = head
      for _ in 0..<(1 + generator.next(below: 12)) {
        bytes += parts[generator.next(below: parts.count)]
      }
      _ = try open(bytes, secrets())
      _ = try open(gzip(bytes), secrets(encoding: .windows1252))
    }
  }

  /// A second way to count characters of UTF-8 among other bytes: try to read one at every place.
  @Test func `agrees with a plain count`() throws {
    var generator = Generator(seed: 1252)
    let bytes: [UInt8] = [
      0x41, 0xC3, 0xBC, 0x9F, 0xE2, 0x80, 0x9C, 0xD0, 0xB4, 0xDF, 0x93, 0xE4, 0xF0,
    ]
    for _ in 0..<2_000 {
      let text = (0..<generator.next(below: 14)).map { _ in
        bytes[generator.next(below: bytes.count)]
      }
      let census = try EncodingProbe(text, as: .windows1252).census
      let characters = PlainCensus(text)
      #expect(census.utf8Characters == characters.counted, "\(text)")
      #expect(census.otherBytes == characters.others, "\(text)")
    }
  }
}

/// Counts characters of UTF-8 with the standard library.
private struct PlainCensus {
  var counted = 0
  var others = 0

  init(_ bytes: [UInt8]) {
    // Where a character beyond ASCII starts, and its length.
    var lengths: [Int: Int] = [:]
    for start in bytes.indices {
      for length in 2...4 where start + length <= bytes.count {
        let part = Array(bytes[start..<(start + length)])
        if String(validating: part, as: UTF8.self)?.unicodeScalars.count == 1 {
          lengths[start] = length
        }
      }
    }
    let likely = lengths.filter { start, length in
      let scalar =
        String(decoding: bytes[start..<(start + length)], as: UTF8.self)
        .unicodeScalars.first?.value ?? 0
      let isWestern = (0xA0...0xFF).contains(scalar) || (0x2000...0x203F).contains(scalar)
      let hasNeighbour =
        lengths[start + length] != nil || lengths.contains { $0.key + $0.value == start }
      return isWestern || scalar == 0x20AC || hasNeighbour
    }
    counted = likely.count
    others = bytes.count { $0 >= 0x80 } - likely.values.reduce(0, +)
  }
}
