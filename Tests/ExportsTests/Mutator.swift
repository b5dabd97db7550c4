/// Changes texts where CSV has its structure: quotes, separators, line ends, cells and records.
struct Mutator {
  var generator: Generator
  /// Texts to start from and to take pieces of.
  let seeds: [[UInt8]]

  private static let tokens: [[UInt8]] =
    [
      "\"", "\"\"", "\"\"\"", ";", ",", "\t", "|", "\r", "\n", "\r\n", "\n\r", " ", "\u{A0}", "\0",
      "\u{FEFF}", "\\", "\\\"", "'", "#", "sep=;\n", "„", "“", "ä", "a\u{308}", "😀", "=1+1",
      "\u{1E}",
      "\";\"", "\"\n\"", "\" ;", "; \"", "x\"y", "-9", "1,5", "", "Ã¼", "â€œ", "\u{FFFD}", "да",
      String(repeating: "x", count: 255),
      String(repeating: "\"\"", count: 254), String(repeating: "ü", count: 255),
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x84], [0xE2, 0x82], [0xDF, 0x93], [0xE4]]

  /// A seed, changed one to eight times.
  mutating func next() -> [UInt8] {
    var text = pick(seeds)
    for _ in 0...generator.next(below: 8) { change(&text) }
    return Array(text.prefix(20_000))
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[generator.next(below: choices.count)]
  }

  private func isStructure(_ byte: UInt8) -> Bool {
    switch byte {
    case 9, 10, 13, 34, 44, 59, 124: true
    default: false
    }
  }

  /// A place in the text: half of the time beside a sign that matters.
  private mutating func place(in text: [UInt8]) -> Int {
    let start = generator.next(below: text.count + 1)
    guard generator.next(below: 2) == 0 else { return start }
    return text[start...].firstIndex(where: isStructure) ?? start
  }

  /// The line that holds a place, with its line end.
  private func line(at place: Int, in text: [UInt8]) -> Range<Int> {
    let start = text[..<place].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let end = text[place...].firstIndex(of: 10).map { $0 + 1 } ?? text.count
    return start..<max(start, end)
  }

  private mutating func change(_ text: inout [UInt8]) {
    let place = place(in: text)
    switch generator.next(below: 12) {
    case 0, 1, 2:
      text.insert(contentsOf: pick(Self.tokens), at: place)
    case 3:
      if place < text.count { text.remove(at: place) }
    case 4:
      if place < text.count { text.replaceSubrange(place...place, with: pick(Self.tokens)) }
    case 5:
      let copy = Array(text[line(at: place, in: text)])
      for _ in 0...generator.next(below: 3) { text.insert(contentsOf: copy, at: place) }
    case 6:
      text.removeSubrange(line(at: place, in: text))
    case 7:
      text.removeSubrange(place...)
    case 8:
      let other = pick(seeds)
      text.insert(contentsOf: other.suffix(generator.next(below: other.count + 1)), at: place)
    case 9:
      let ends: [[UInt8]] = [[10], [13], [13, 10]]
      let end = pick(ends)
      text = Array(
        text.filter { $0 != 13 }.split(separator: 10, omittingEmptySubsequences: false)
          .joined(separator: end))
    case 10:
      // Quote the cell from here to the next separator.
      let end = text[place...].firstIndex { $0 != 34 && isStructure($0) } ?? text.count
      text.insert(34, at: end)
      text.insert(34, at: place)
    default:
      // Swap the rest of this line with the rest of the text.
      let rest = line(at: place, in: text)
      let (tail, after) = (Array(text[place..<rest.upperBound]), Array(text[rest.upperBound...]))
      text = Array(text[..<place]) + after + tail
    }
  }
}
