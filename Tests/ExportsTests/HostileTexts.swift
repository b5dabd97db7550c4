extension HostileTests {
  private static func utf16(_ text: String, isBig: Bool = false) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
      return isBig ? [high, low] : [low, high]
    }
  }

  static let table = Array((head + good).utf8)

  static let encodings: [Case] = [
    Case(
      "one byte of Latin-1", bytes: table + [0xF6, 0x3B, 0x3B, 0x0A], rows: 4,
      notes: ["encoding-assumed"]),
    Case(
      "Latin-1 in the last byte", bytes: table + Array("7;8;".utf8) + [0xF6], rows: 4,
      notes: ["encoding-assumed"]),
    Case(
      "a character of UTF-8 cut by the end", bytes: table + Array("7;8;".utf8) + [0xC3], rows: 4,
      notes: ["encoding-assumed"]),
    Case(
      "UTF-8 and Latin-1", bytes: table + Array("7;8;schön\n9;9;".utf8) + [0xF6], rows: 5,
      notes: ["mixed-encoding"]),
    Case(
      "overlong UTF-8", bytes: table + [0xC0, 0x80, 0x3B, 0x3B, 0x0A], rows: 4,
      notes: ["encoding-assumed"]),
    Case(
      "a surrogate in UTF-8", bytes: table + [0xED, 0xA0, 0x80, 0x3B, 0x3B, 0x0A], rows: 4,
      notes: ["encoding-assumed"]),
    Case(
      "Mac Roman", bytes: table + [0x9A, 0x9F, 0x3B, 0x3B, 0x0A], rows: 4,
      notes: ["encoding-assumed"]),
    Case(
      "DOS code page 850", bytes: table + [0x94, 0x81, 0x3B, 0x3B, 0x0A], rows: 4,
      notes: ["encoding-assumed"]),
    Case("mojibake", head + good + "7;8;fÃ¼r\n", rows: 4, notes: ["mojibake-suspected"]),
    Case(
      "lost characters", head + good + "7;8;f\u{FFFD}r\n", rows: 4, notes: ["mojibake-suspected"]),
    Case("UTF-16 little endian", bytes: [0xFF, 0xFE] + utf16(head + good), rows: 3),
    Case("UTF-16 big endian without a mark", bytes: utf16(head + good, isBig: true), rows: 3),
    Case(
      "UTF-16 cut in a unit", bytes: [0xFF, 0xFE] + utf16(head + good) + [0x31],
      fails: "unreadable-encoding"),
    Case(
      "UTF-16 with a lone surrogate",
      bytes: [0xFF, 0xFE] + utf16(head + good) + [0, 0xD8, 0x0A, 0], fails: "unreadable-encoding"),
    Case(
      "a mark of UTF-8 that lies", bytes: [0xEF, 0xBB, 0xBF] + table + [0xF6],
      fails: "unreadable-encoding"),
    Case("a mark twice", "\u{FEFF}\u{FEFF}" + head + good, rows: 3),
    Case("a mark in the middle", head + good + "\u{FEFF}7;8;d\n", rows: 4),
    Case(
      "a mark before a quote in the middle", head + good + "\u{FEFF}\"7\";8;d\n", rows: 3,
      ["5: stray-quote"]),
    Case(
      "two files joined, each with its mark", "\u{FEFF}" + head + good + "\u{FEFF}" + head + good,
      rows: 6, ["5: header-repeated"]),
    Case("null bytes in texts", head + good + "7;8;a\0b\n", rows: 4),
    Case("many null bytes", head + String(repeating: "1;2;\0\0\0\n", count: 20), fails: "not-csv"),
    Case("UTF-32", bytes: [0xFF, 0xFE, 0, 0, 0x70, 0, 0, 0], fails: "not-csv"),
    Case("composed and decomposed headings", "p;q;t\u{308}\n" + good, rows: 3),
  ]

  static let dialects: [Case] = [
    Case("carriage returns only", (head + good).replacing("\n", with: "\r"), rows: 3),
    Case("all kinds of line ends", "p;q;t\r1;2;a\r\n3;4;b\n5;6;c\r", rows: 3),
    Case("CR LF CR", "p;q;t\r\n\r1;2;a\n\r3;4;b", rows: 2),
    Case("no line end at the end", head + "1;2;a", rows: 1),
    Case("sep= that is right", "sep=;\n" + head + good, rows: 3),
    Case("sep= that is wrong", "sep=,\n" + head + good, rows: 3),
    Case("sep= and nothing else", "sep=;\r\n", fails: "empty-file"),
    Case("sep= behind a mark", "\u{FEFF}sep=;\n" + head + good, rows: 3),
    Case("a mark behind sep=", "sep=;\n\u{FEFF}" + head + good, rows: 3),
    Case("sep= twice", "sep=;\nsep=;\n" + head + good, fails: "title-row"),
    Case("tabs", (head + good).replacing(";", with: "\t"), rows: 3),
    Case("bars", (head + good).replacing(";", with: "|"), rows: 3),
    Case(
      "a separator nobody tries", (head + good).replacing(";", with: "^"), fails: "single-column"),
    Case("commas in half of the texts", head + "1;2;a,b\n3;4;b,c,d\n5;6;c\n", rows: 3),
    Case("blanks round every cell", (head + good).replacing(";", with: " ; "), rows: 3),
    Case(
      "no-break spaces round cells", (head + good).replacing(";", with: "\u{A0};\u{A0}"), rows: 3),
    Case("a title", "Befragung 2026\n\n" + head + good, fails: "title-row"),
    Case(
      "a title in the first cell of all", "Befragung 2026;;\n" + head + good, fails: "title-row"),
    Case(
      "headings far below", String(repeating: "x\n", count: 29) + head + good, fails: "title-row"),
    Case(
      "headings too far below", String(repeating: "x\n", count: 40) + head + good,
      fails: "single-column"),
    Case("no headings", "1;2;a\n3;4;b\n", fails: "missing-label"),
    Case("headings with invisible characters", "\u{200B}p\u{AD};\u{FEFF}q;t\n" + good, rows: 3),
    Case("a heading twice", "p;p;t\n" + good, fails: "missing-label"),
    Case("a wanted heading twice", "p;q;q\n" + good, fails: "duplicate-label"),
    Case("a quoted heading with a line break", "\"p\";\"q\";\"t\n(frei)\"\n" + good, rows: 3),
    Case("headings with quotes astray", "p\"x;q;t\n" + good, fails: "no-header"),
    Case("one column", "p\n1\n2\n", fails: "single-column"),
  ]
}
