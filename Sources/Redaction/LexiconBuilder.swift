/// Builds the lexicon from the word lists.
struct LexiconBuilder {
  private var lexicon = Lexicon(bits: 20)
  private let reader = CellReader()
  private var cells: [Cell] = []

  /// The lexicon of all lists.
  static func build() -> Lexicon {
    var builder = LexiconBuilder()
    builder.addLists()
    Vocabulary.add(to: &builder)
    return builder.lexicon
  }

  private mutating func addLists() {
    Words.forEach(in: Words.german) { word in
      let isNoun = fold(word).isCapital
      add(isNoun ? .noun : .smallGerman)
    }
    Words.forEach(in: Words.english) { word in
      fold(word)
      add(.english)
    }
    addNames(Words.firstNames, .first)
    addNames(Words.lastNames, .last)
    addNames(Words.rareLastNames, .rare)
    addNames(Words.sureNames, .sure)
    addNames(Words.places, .place)
    Words.forEach(in: Words.districts) { word in
      fold(word)
      add(.district)
    }
  }

  /// Adds names as they are written and, for foreign ones, with umlauts written as their base letters.
  private mutating func addNames(_ list: StaticString, _ traits: Traits) {
    Words.forEach(in: list) { word in
      fold(word)
      add(traits)
      if traits == .first || traits == .last, dropUmlauts() { add(.rare) }
    }
  }

  /// Adds words with blanks between them.
  ///
  /// - Parameters:
  ///   - list: The words.
  ///   - traits: What is known about all of them.
  ///   - cue: What all of them promise.
  mutating func add(_ list: StaticString, _ traits: Traits, cue: Cue = .none) {
    Words.forEach(spacedIn: list) { word in
      fold(word)
      add(traits, cue: cue)
    }
  }

  /// Takes traits away from words with blanks between them.
  mutating func remove(_ list: StaticString, _ traits: Traits) {
    Words.forEach(spacedIn: list) { word in
      fold(word)
      lexicon.remove(hash, traits)
    }
  }

  @discardableResult
  private mutating func fold(_ word: [UInt8]) -> (isCapital: Bool, Void) {
    reader.read(word.span, into: &cells)
    cells.removeLast()
    return (cells.first?.kind == .upper, ())
  }

  /// Writes umlauts as their base letters; says whether there were any.
  private mutating func dropUmlauts() -> Bool {
    var plain: [Cell] = []
    for (index, cell) in cells.enumerated() {
      let isSecond = index > 0 && cells[index - 1].place == cell.place && cell.fold == 0x65
      if !isSecond { plain.append(cell) }
    }
    defer { cells = plain }
    return plain.count < cells.count
  }

  private var hash: UInt64 { cells.reduce(Lexicon.seed) { Lexicon.step($0, $1.fold) } }

  private mutating func add(_ traits: Traits, cue: Cue = .none) {
    lexicon.add(hash, traits, cue: cue)
  }
}
