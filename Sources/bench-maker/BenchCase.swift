/// A kind of export that `make bench` times, and the pipeline that reads it.
///
/// Every cell follows from the number of its row, so a file is the same on every machine, and its first
/// rows are those of a shorter one.
struct BenchCase {
  let name: String
  let organisations: Int
  let items: Int
  let levels: Int
  /// Columns that nobody reads.
  let fillers: Int
  let isQuoted: Bool
  /// The sentences of a text on average, where there is one at all.
  let sentences: Int

  static let all = [
    BenchCase(
      name: "survey", organisations: 500, items: 20, levels: 5, fillers: 0, isQuoted: false,
      sentences: 1),
    BenchCase(
      name: "reviews", organisations: 500, items: 1, levels: 5, fillers: 0, isQuoted: false,
      sentences: 12),
    BenchCase(
      name: "organisations", organisations: 10_000, items: 20, levels: 5, fillers: 0,
      isQuoted: false, sentences: 1),
    BenchCase(
      name: "wide", organisations: 500, items: 20, levels: 5, fillers: 267, isQuoted: false,
      sentences: 1),
    BenchCase(
      name: "quoted", organisations: 500, items: 20, levels: 5, fillers: 0, isQuoted: true,
      sentences: 1),
  ]

  private var headings: [String] {
    ["id", "abgeschickt", "einrichtung", "letzte_seite", "sprache", "dauer"]
      + (1...items).map { "q\($0)" }
      + ["alter", "geschlecht", "text1", "text2", "gewicht", "quelle", "hinweis"]
      + (0..<fillers).map { "x\($0 + 1)" }
  }

  /// The heading row.
  var header: [UInt8] { Array((headings.joined(separator: ";") + "\r\n").utf8) }

  /// The key of an organisation, always five bytes long.
  static func key(_ organisation: Int) -> String {
    let digits = String(organisation + 1)
    return "E" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Adds a row.
  func append(_ row: Int, to bytes: inout [UInt8]) {
    var draws = Draws(row: row)
    var cells = Cells(isQuoted: isQuoted)
    let organisation = draws.below(organisations)
    cells.add(String(1_000_000 + row), to: &bytes)
    cells.add(
      "2026-\(two(1 + draws.below(12)))-\(two(1 + draws.below(28))) "
        + "\(two(draws.below(24))):\(two(draws.below(60))):\(two(draws.below(60)))", to: &bytes)
    cells.add(Self.key(organisation), to: &bytes)
    cells.add(String(1 + draws.below(9)), to: &bytes)
    cells.add(["de", "en", "tr", "uk"][draws.below(4)], to: &bytes)
    cells.add("\(60 + draws.below(900)),\(draws.below(10))", to: &bytes)
    // Organisations differ a little; a person answers alike.
    let lean = organisation % 7 + draws.below(3 * levels)
    for _ in 0..<items {
      let draw = draws.below(100)
      switch draw {
      case 0..<2: cells.add("", to: &bytes)
      case 2..<5: cells.add("-9", to: &bytes)
      default:
        let level = (lean + draws.below(2 * levels)) * levels / (5 * levels + 6)
        cells.add(String(1 + min(level, levels - 1)), to: &bytes)
      }
    }
    cells.add(["12-17", "18-27", "28-59", "60+"][draws.below(4)], to: &bytes)
    cells.add(["w", "m", "d", ""][draws.below(4)], to: &bytes)
    cells.add(text(&draws), to: &bytes)
    cells.add(draws.below(4) == 0 ? text(&draws) : "", to: &bytes)
    cells.add("\(draws.below(2)),\(1_000 + draws.below(9_000))", to: &bytes)
    cells.add("https://umfrage.example/teilnahme/\(draws.below(1_000_000))", to: &bytes)
    cells.add(draws.below(20) == 0 ? "bitte nicht weitergeben" : "", to: &bytes)
    for filler in 0..<fillers {
      cells.add(filler % 3 == 0 ? String(draws.below(7)) : "", to: &bytes)
    }
    bytes.append(contentsOf: [13, 10])
  }

  private static let phrases = [
    "Die Mitarbeitenden hören zu.", "Das Essen ist \"ganz gut\".", "Mehr Ausflüge; weniger Regeln!",
    "Zimmer zu klein,\nsonst zufrieden.", "Ich weiß nicht so recht.", "Alles in Ordnung",
  ]

  private func text(_ draws: inout Draws) -> String {
    guard draws.below(3) > 0 else { return "" }
    let count = sentences == 1 ? 1 : 1 + draws.below(2 * sentences)
    return (0..<count).map { _ in Self.phrases[draws.below(Self.phrases.count)] }
      .joined(separator: " ")
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The pipeline that reads some files of this case.
  func pipeline(files: [String]) -> String {
    let list = (0..<organisations).map {
      "    - {key: \(Self.key($0)), name: Haus \(Self.key($0)), peer_group: homes}"
    }
    let itemLines = (1...items).map {
      "  q\($0): {text: {de: Frage \($0), en: Question \($0)}, scale: agree}"
    }
    let size = max(1, items / 5)
    let dimensions = stride(from: 1, through: items, by: size).map { first in
      let members = (first..<min(first + size, items + 1)).map { "q\($0)" }
      return "  d\(first): {name: {de: Bereich \(first), en: Area \(first)}, "
        + "items: [\(members.joined(separator: ", "))]}"
    }
    return """
      # Written by bench-maker for make bench.
      echolot: 1
      pipeline: bench-\(name)
      title: {de: Messung, en: Benchmark}
      period: year
      organisations:
        list:
      \(list.joined(separator: "\n"))
      peer_groups:
        homes: {de: Wohngruppen, en: Residential homes}
      perspectives:
        user: {de: Nutzende, en: Users}
      scales:
        agree: {minimum: 1, maximum: \(levels)}
      items:
      \(itemLines.joined(separator: "\n"))
      dimensions:
      \(dimensions.joined(separator: "\n"))
      sources:
        - name: export
          files: [\(files.joined(separator: ", "))]
          perspective: user
          organisation: {column: einrichtung}
          period: {column: abgeschickt, order: YYYY-MM-DD}
          items: {\((1...items).map { "q\($0): q\($0)" }.joined(separator: ", "))}
          missing: {non_answer: ["-9"]}
          identifiers: [id]
          texts: [text1, text2]
          quasi_identifiers: [alter, geschlecht]

      """
  }
}

/// Numbers that follow from a row and their place in it (SplitMix64).
struct Draws {
  private var state: UInt64

  init(row: Int) { state = UInt64(row) &* 0xD134_2543_DE82_EF95 }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) >> 33) % bound
  }
}

/// Writes the cells of a row, quoted where they must be.
struct Cells {
  let isQuoted: Bool
  private var isFirst = true

  init(isQuoted: Bool) { self.isQuoted = isQuoted }

  mutating func add(_ cell: String, to bytes: inout [UInt8]) {
    if !isFirst { bytes.append(UInt8(ascii: ";")) }
    isFirst = false
    let mark = UInt8(ascii: "\"")
    let isSpecial = cell.utf8.contains { $0 == mark || $0 == 10 || $0 == UInt8(ascii: ";") }
    guard isQuoted || isSpecial else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(mark)
    for byte in cell.utf8 {
      if byte == mark { bytes.append(mark) }
      bytes.append(byte)
    }
    bytes.append(mark)
  }
}
