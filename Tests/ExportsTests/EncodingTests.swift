import Exports
import Testing

@Suite struct EncodingTests {
  /// A text as UTF-16, made from the standard library's code units.
  private func wide(_ text: String, isBig: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
      return isBig ? [high, low] : [low, high]
    }
  }

  private let text = "Straße;Größe\n„Ä“;€ 5 😀\n"

  @Test func `reads UTF-8 with and without a mark`() throws {
    let plain = try open(text, secrets("Straße", "Größe"))
    #expect(plain.rows == [["„Ä“", "€ 5 😀"]])
    #expect(plain.facts.encodingDecision == .validUTF8)
    let marked = try open("\u{FEFF}" + text, secrets("Straße", "Größe"))
    #expect(marked.rows == plain.rows)
    #expect(marked.facts.encodingDecision == .byteOrderMark)
    #expect(marked.facts.encoding == .utf8)
    // LimeSurvey: mark, then a quoted heading.
    #expect(try open("\u{FEFF}\"id\",\"q\"\n1,2\n", secrets("id")).rows == [["1"]])
  }

  @Test(arguments: [true, false], [true, false])
  func `reads UTF-16 of both byte orders`(_ isBig: Bool, _ mark: Bool) throws {
    let file = try open(wide(text, isBig: isBig, mark: mark), secrets("Straße", "Größe"))
    #expect(file.rows == [["„Ä“", "€ 5 😀"]])
    #expect(file.facts.encoding == (isBig ? .utf16BigEndian : .utf16LittleEndian))
    #expect(file.facts.encodingDecision == (mark ? .byteOrderMark : .nullBytes))
    let encoding: TextEncoding = isBig ? .utf16BigEndian : .utf16LittleEndian
    let given = try open(
      wide(text, isBig: isBig, mark: mark), secrets("Größe", encoding: encoding))
    #expect(given.rows == [["€ 5 😀"]])
    #expect(given.facts.encodingDecision == .given)
  }

  @Test func `takes what is no UTF-8 for Windows-1252`() throws {
    // "Größe;x" in Latin-1, then the quotes and the euro sign of Windows-1252.
    let bytes: [UInt8] =
      [0x47, 0x72, 0xF6, 0xDF, 0x65, 0x3B, 0x78, 0x0A] + [0x84, 0x41, 0x93, 0x3B, 0x80, 0x0A]
    let file = try open(bytes, secrets("Größe", "x"))
    #expect(file.rows == [["„A“", "€"]])
    #expect(file.facts.encoding == .windows1252)
    #expect(file.facts.encodingDecision == .fallback(firstByteNotUTF8: 2))
    #expect(file.facts.census.undefinedBytes == 0)
  }

  @Test func `knows every byte of Windows-1252`() throws {
    // The table of the Unicode Consortium (CP1252.TXT) for 80 to 9F, undefined bytes as controls.
    let expected = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
    let upper = String(String.UnicodeScalarView((0xA1...0xFF).compactMap { Unicode.Scalar($0) }))
    let bytes = Array("p;q\n".utf8) + Array(0x80...0x9F) + [0x3B] + Array(0xA1...0xFF)
    let file = try open(bytes, secrets("p", "q", encoding: .windows1252))
    #expect(file.rows == [[expected, upper]])
    #expect(file.facts.census.undefinedBytes == 5)
  }

  @Test func `says where bytes do not fit the given encoding`() {
    func undecodable(_ bytes: [UInt8], as encoding: TextEncoding) -> ExportFailure? {
      failure(bytes, secrets(encoding: encoding))
    }
    let latin: [UInt8] = [0x70, 0x3B, 0x71, 0x0A, 0xE4, 0x3B, 0x31]  // p;q, ä;1
    #expect(undecodable(latin, as: .utf8) == .undecodable(encoding: .utf8, byteOffset: 4))
    // A mark of UTF-8 is a promise, too.
    #expect(
      failure([0xEF, 0xBB, 0xBF] + latin) == .undecodable(encoding: .utf8, byteOffset: 7))
    for encoding in [TextEncoding.utf8, .windows1252, .utf16BigEndian] {
      #expect(
        undecodable(wide("p;q\n", isBig: false, mark: true), as: encoding)
          == .undecodable(encoding: encoding, byteOffset: 0))
    }
    // Plain text read as UTF-16 would be Chinese.
    #expect(
      undecodable(Array("p;q\n1;2\n".utf8), as: .utf16LittleEndian)
        == .undecodable(encoding: .utf16LittleEndian, byteOffset: 0))
    // Cut in the middle of a unit: 2 + 8 bytes, and one more.
    #expect(
      failure(wide("p;q\n", isBig: false, mark: true) + [0x31])
        == .undecodable(encoding: .utf16LittleEndian, byteOffset: 10))
    // A low surrogate without its high one.
    #expect(
      failure(wide("p;q\n", isBig: true, mark: true) + [0xDC, 0x00])
        == .undecodable(encoding: .utf16BigEndian, byteOffset: 10))
    // A high surrogate at the end.
    #expect(
      failure(wide("p;q\n", isBig: true, mark: true) + [0xD8, 0x00])
        == .undecodable(encoding: .utf16BigEndian, byteOffset: 10))
  }
}
