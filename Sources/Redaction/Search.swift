/// The search for personal data in one text after another, with buffers that are used again.
///
/// Finders run in a fixed order, each over all tokens; what one has found, later ones leave alone. Every finder
/// looks at a bounded number of tokens around each token, so the time is linear in the length of the text.
struct Search {
  /// Something found: a kind and the tokens it covers.
  struct Find {
    /// The kind.
    var kind: Kind
    /// The first cell.
    var start: Int
    /// The cell after the last one.
    var end: Int
  }

  /// What is known about words.
  let lexicon: Lexicon
  /// Whether words that are in no dictionary are found too.
  let isStrict: Bool
  private let reader = CellReader()
  /// The characters of the text.
  var cells: [Cell] = []
  /// The words, numbers and marks of the text, with one line break behind them.
  var tokens: [Token] = []
  /// What has been found, in the order in which it was found.
  var finds: [Find] = []
  /// Whether the text has digits.
  var hasDigits = false
  /// Whether the text has a sign or word of an address on the net.
  var hasAddress = false
  /// Whether the text is rather English than German.
  var isEnglish = false
  /// Names found in this text, by the hash of each word.
  var memory: [UInt64] = []

  /// Makes a search.
  init(lexicon: Lexicon, isStrict: Bool) {
    self.lexicon = lexicon
    self.isStrict = isStrict
  }

  /// Searches a text.
  ///
  /// - Parameter text: The bytes.
  /// - Returns: What was found, by place, without overlaps.
  mutating func run(_ text: Span<UInt8>) -> [RedactionSpan] {
    reader.read(text, into: &cells)
    finds.removeAll(keepingCapacity: true)
    memory.removeAll(keepingCapacity: true)
    tokenise()
    if hasAddress { findAddresses() }
    if hasDigits {
      findNumbers()
      findPlaces()
    }
    findNames()
    findCities()
    if hasDigits { findAges() }
    if isStrict { findUnknownWords() }
    return spans()
  }

  /// Notes a find that covers tokens.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - first: The first token.
  ///   - last: The last token.
  mutating func note(_ kind: Kind, _ first: Int, _ last: Int) {
    note(kind, first, last, start: tokens[first].start, end: tokens[last].end)
  }

  /// Notes a find that covers a part of its first and last tokens.
  mutating func note(_ kind: Kind, _ first: Int, _ last: Int, start: Int, end: Int) {
    for index in first...last {
      tokens[index].isTaken = true
      tokens[index].isName = kind == .name
    }
    finds.append(Find(kind: kind, start: start, end: end))
  }

  /// Whether a find covers any of some tokens.
  func isTaken(_ first: Int, _ last: Int) -> Bool {
    for index in first...last where tokens[index].isTaken { return true }
    return false
  }

  private func spans() -> [RedactionSpan] {
    var sorted = finds
    if sorted.count > 1 { sorted.sort { $0.start < $1.start } }
    var spans: [RedactionSpan] = []
    spans.reserveCapacity(sorted.count)
    var end = 0
    for find in sorted where find.start >= end && find.end > find.start {
      let range = Int(cells[find.start].place)..<Int(cells[find.end].place)
      if range.isEmpty { continue }
      spans.append(RedactionSpan(kind: find.kind, range: range))
      end = find.end
    }
    return spans
  }
}
