extension HostileTests {
  static let quotes: [Case] = [
    Case(
      "said with quotes", head + good + "7;8;Er sagte \"gut\"\n" + good, rows: 6, ["5: stray-quote"]
    ),
    Case("text behind a quote", head + "1;2;\"a\" b\n" + good, rows: 3, ["2: stray-quote"]),
    Case("a quote never closed, first", head + "1;2;\"a\n" + good, rows: 3, ["2: unclosed-quote"]),
    Case("a quote never closed, last", head + good + "7;8;\"a", rows: 3, ["5: unclosed-quote"]),
    Case(
      "an open quote in every line", head + "1;2;\"a\n3;4;\"b\n5;6;\"c\n", rows: 0,
      ["2: unclosed-quote", "3: unclosed-quote", "4: unclosed-quote"]),
    Case("backslashes", head + "1;2;\"a \\\" b\"\n3;4;\\\n", rows: 1, ["2: stray-quote"]),
    Case("apostrophes", head + "1;2;'a;b'\n3;4;'c'\n", rows: 1, ["2: extra-cell"]),
    Case("typographic quotes", head + "1;2;„a\n3;4;“b”\n", rows: 2),
    Case("doubled quotes alone", head + "1;2;\"\"\"\"\n3;4;\"\"\n", rows: 2),
    Case("three quotes", head + "1;2;\"\"\"\n" + good, rows: 3, ["2: unclosed-quote"]),
    Case("a quote and nothing else", head + good + "\"\n", rows: 3, ["5: unclosed-quote"]),
    Case("line breaks of all kinds in quotes", head + "1;2;\"a\r\nb\rc\nd\"\n3;4;e\n", rows: 2),
    Case("the heading row inside a quote", head + "1;2;\"\np;q;t\n\"\n3;4;e\n", rows: 2),
    Case(
      "201 lines in quotes", head + "1;2;\"" + String(repeating: "a\n", count: 199) + "\"\n3;4;e\n",
      rows: 2),
    Case("blanks round quotes", head + "1;2; \"a\" \n3; \"4\" ;e\n", rows: 2),
    Case("JSON in a cell", head + "1;2;\"{\"\"a\"\": [1; 2]}\"\n", rows: 1),
  ]

  static let shapes: [Case] = [
    Case("too few cells", head + "1;2\n" + good, rows: 3, ["2: missing-cell"]),
    Case("too many cells", head + "1;2;a;x\n" + good, rows: 3, ["2: extra-cell"]),
    Case("blank cells behind the last", head + "1;2;a;;;\n" + good, rows: 4),
    Case("a phantom column", "p;q;t;\n1;2;a;\n3;4;b;\n", rows: 2),
    Case("blank rows between", head + "\n1;2;a\n;;\n \n3;4;b\n\n", rows: 2),
    Case("headings once more", head + good + head + good, rows: 6, ["5: header-repeated"]),
    Case(
      "headings once more, quoted", head + good + "\"p\";\"q\";\"t\"\n" + good, rows: 6,
      ["5: header-repeated"]),
    Case(
      "totals", head + good + "Summe;12;\nMittelwert;4;\n", rows: 3,
      ["5: summary-row", "6: summary-row"]),
    Case(
      "totals, then blank rows", head + good + ";;\nGesamt;12;\n\n;;\n", rows: 3, ["6: summary-row"]
    ),
    Case("totals in the middle", head + "Summe;12;\n" + good, rows: 4),
    Case("totals, then data", head + good + "Summe;12;\n7;8;d\n", rows: 5),
    Case("the end of file of DOS", head + good + "\u{1A}", rows: 3, ["5: missing-cell"]),
    Case("formulas", head + "=1+1;-2;@x\n", rows: 1),
    Case("vertical tabs", head + String(repeating: "1;2;a\u{B}b\n", count: 20), rows: 20),
    Case("separators of other alphabets", head + "1;2;a\u{2028}b\n3;4;c\u{85}d\n", rows: 2),
  ]

  private static func x(_ count: Int) -> String { String(repeating: "x", count: count) }

  static let sizes: [Case] = [
    Case(
      "cells cut at 255", head + "1;2;\(x(255))\n3;4;\(x(255))\n5;6;c\n", rows: 3,
      notes: ["truncated-value"]),
    Case("cells longer than 255", head + "1;2;\(x(255))\n3;4;\(x(255))\n5;6;\(x(256))\n", rows: 3),
    Case(
      "a cut that ate the rest", "p;t;q\n1;\(x(255))\n3;a;4\n", rows: 1,
      ["2: missing-cell", "2: truncated-value"], notes: ["truncated-value"]),
    Case(
      "a cut that ate the quote", head + "1;2;\"\(x(255))\n3;4;b\n", rows: 1,
      ["2: unclosed-quote", "2: truncated-value"], notes: ["truncated-value"]),
    Case("a cell cut by Excel", head + "1;2;\(x(32_767))\n", rows: 1, notes: ["truncated-value"]),
    Case("a line of 3 MB", head + "1;2;\(x(3_000_000))\n" + good, rows: 4),
    Case(
      "a quoted cell of 3 MB", head + "1;2;\"\(x(3_000_000))\"\n" + good, rows: 3,
      ["2: unclosed-quote"]),
    Case("one line of 5 MB", bytes: Array(x(5_000_000).utf8), fails: "no-header"),
    Case(
      "5,000 columns",
      head.dropLast() + (0..<5_000).map { ";c\($0)" }.joined() + "\n1;2;a"
        + String(repeating: ";1", count: 5_000) + "\n", rows: 1),
    Case(
      "100,000 blank rows below", head + good + String(repeating: ";;\n", count: 100_000), rows: 3),
    Case("nothing but separators", String(repeating: ";;\n", count: 50), fails: "empty-file"),
    Case("nothing but line ends", String(repeating: "\r\n", count: 50), fails: "empty-file"),
  ]

  static let packed: [Case] = [
    Case(
      "a member for each record",
      bytes: (head + good).split(separator: "\n").flatMap { gzip(Array("\($0)\n".utf8)) }, rows: 3),
    Case(
      "an empty member between", bytes: gzip(Array(head.utf8)) + gzip([]) + gzip(Array(good.utf8)),
      rows: 3),
    Case(
      "members that cut a character",
      bytes: gzip(table + Array("7;8;".utf8) + [0xC3]) + gzip([0xB6, 0x0A]), rows: 4),
    Case(
      "members that cut CR LF",
      bytes: gzip(Array("p;q;t\r".utf8)) + gzip(Array("\n1;2;a\r".utf8)) + gzip(Array("\n".utf8)),
      rows: 1),
    Case(
      "a member without its end", bytes: Array(gzip(table).dropLast(4)), fails: "gzip-truncated"),
    Case(
      "a second member without its end", bytes: gzip(table) + gzip(table).prefix(15),
      fails: "gzip-truncated"),
    Case(
      "text behind the last member", bytes: gzip(table) + Array("1;2;a\n".utf8),
      fails: "gzip-corrupt"),
    Case("padding behind the last member", bytes: gzip(table) + [0, 0, 0, 0], rows: 3),
    Case("packed twice", bytes: gzip(gzip(table)), fails: "not-csv"),
    Case("nothing, packed", bytes: gzip([]), fails: "empty-file"),
    Case(
      "Latin-1 in the second member", bytes: gzip(table) + gzip([0xF6, 0x3B, 0x3B, 0x0A]), rows: 4,
      notes: ["encoding-assumed"]),
  ]
}
