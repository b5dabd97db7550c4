/// The scale that the answers of a column seem to have.
public struct ScaleGuess: Sendable, Equatable {
  /// A text that stands for a value.
  public struct Label: Sendable, Equatable {
    /// The text, as it stands in the file.
    public let text: String
    /// The value.
    public let value: Int
  }

  /// Why a person should look at a guess.
  public enum Doubt: String, Sendable, Equatable, CaseIterable {
    /// Not every level of the scale occurs, so that the ends are guessed.
    case ends
    /// Whether high or low is good cannot be told.
    case direction
    /// A few cells hold something else, which will count as unreadable.
    case slips
    /// There are only two levels.
    case twoLevels
  }

  /// The lowest value.
  public internal(set) var minimum: Int
  /// The highest value.
  public internal(set) var maximum: Int
  /// Tenths between two values, 10 for whole numbers.
  public internal(set) var stepInTenths = 10
  /// The texts, by value, then by text.
  public internal(set) var labels: [Label] = []
  /// Texts that are no answer, in order.
  public internal(set) var nonAnswers: [String] = []
  /// Whether a low answer seems to be good.
  public internal(set) var isReversed = false
  /// Whether decimals are written with a comma; `nil` if there are none.
  public internal(set) var hasDecimalComma: Bool?
  /// What is uncertain.
  public internal(set) var doubts: [Doubt] = []
  /// Which family of words the labels belong to.
  var family: Int?

  /// Whether there are only two levels.
  public var isTwoLevels: Bool { maximum - minimum == 1 }

  /// Guesses the scale of a column from its distinct texts.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - missing: Texts of the tool that are no answer.
  /// - Returns: The scale, `nil` if the texts are no answers on one.
  static func guess(_ column: ColumnSketch, missing: [String: Answer]) -> ScaleGuess? {
    guard !column.hasMore else { return nil }
    return guess(values: column.values, missing: missing)
  }

  /// Guesses the scale of texts with their counts.
  ///
  /// - Parameters:
  ///   - values: The texts, each once.
  ///   - missing: Texts of the tool that are no answer.
  /// - Returns: The scale, `nil` if the texts are no answers on one.
  static func guess(
    values: [(text: String, count: Int)], missing: [String: Answer]
  ) -> ScaleGuess? {
    guard !values.isEmpty, values.count <= 60 else { return nil }
    var nonAnswers: [String] = []
    var rest: [(text: String, count: Int)] = []
    for value in values where missing[value.text] == nil {
      if AnswerWords.nonAnswers.contains(AnswerWords.fold(value.text)) {
        nonAnswers.append(value.text)
      } else {
        rest.append(value)
      }
    }
    guard !rest.isEmpty, var guess = withoutSlips(rest) else { return nil }
    guess.nonAnswers = Set(nonAnswers + guess.nonAnswers).sorted()
    return guess
  }

  /// Guesses from the usual texts.
  ///
  /// Those in less than one cell of 200 may be slips of the pen. They do not widen a scale, but words
  /// among them become labels.
  private static func withoutSlips(_ values: [(text: String, count: Int)]) -> ScaleGuess? {
    let total = values.reduce(0) { $0 + $1.count }
    let rare = values.filter { $0.count * 200 < total }
    let rareTotal = rare.reduce(0) { $0 + $1.count }
    let usual = values.filter { $0.count * 200 >= total }
    guard !rare.isEmpty, rareTotal * 20 <= total, !usual.isEmpty, var guess = strict(usual) else {
      return strict(values)
    }
    var hasSlips = false
    for value in rare {
      if let number = guess.family,
        let level = AnswerWords.families[number].levels.firstIndex(where: {
          $0.contains(AnswerWords.fold(value.text))
        })
      {
        guess.add([Label(text: value.text, value: guess.minimum + level)])
      } else if let number = tenths(value.text), guess.family == nil {
        if number < 0 { guess.nonAnswers.append(value.text) }
        hasSlips = hasSlips || number < 0 || number > guess.maximum * 10
      } else {
        hasSlips = true
      }
    }
    if hasSlips { guess.doubts.append(.slips) }
    return guess
  }

  private static func strict(_ values: [(text: String, count: Int)]) -> ScaleGuess? {
    words(values) ?? stars(values) ?? numbers(values) ?? numbered(values)
  }

  private static func words(_ values: [(text: String, count: Int)]) -> ScaleGuess? {
    let folded = values.map { AnswerWords.fold($0.text) }
    // Some words stand on several scales: a scale of which all levels occur comes first, then one
    // of five levels, the most usual.
    var best: (number: Int, levels: [Int], rank: Int)?
    var candidates = 0
    for (number, family) in AnswerWords.families.enumerated() {
      let levels = folded.compactMap { word in family.levels.firstIndex { $0.contains(word) } }
      guard levels.count == folded.count, Set(levels).count >= 2 || family.levels.count == 2 else {
        continue
      }
      candidates += 1
      let isWhole = Set(levels).count == family.levels.count
      let rank = isWhole ? 2 : family.levels.count == 5 ? 1 : 0
      if rank > best?.rank ?? -1 { best = (number, levels, rank) }
    }
    guard let best else { return nil }
    let family = AnswerWords.families[best.number]
    let isBinary = family.levels.count == 2
    let first = isBinary ? 0 : 1
    var guess = ScaleGuess(minimum: first, maximum: first + family.levels.count - 1)
    guess.family = best.number
    guess.labels = zip(values, best.levels).map { Label(text: $0.text, value: first + $1) }
      .sorted { ($0.value, $0.text) < ($1.value, $1.text) }
    if isBinary { guess.doubts.append(.twoLevels) }
    if candidates > 1, best.rank < 2 { guess.doubts.append(.ends) }
    if family.isDirectionOpen { guess.doubts.append(.direction) }
    return guess
  }

  private static func stars(_ values: [(text: String, count: Int)]) -> ScaleGuess? {
    let read = values.compactMap { AnswerWords.stars($0.text) }
    guard read.count == values.count, let most = read.first?.most,
      read.allSatisfy({ $0.most == most })
    else { return nil }
    let least = read.contains { $0.value == 0 } ? 0 : 1
    var guess = ScaleGuess(minimum: least, maximum: most)
    guess.labels = zip(values, read).map { Label(text: $0.text, value: $1.value) }
      .sorted { ($0.value, $0.text) < ($1.value, $1.text) }
    return guess
  }

  /// Plain numbers: whole ones, or with one decimal digit.
  private static func numbers(_ values: [(text: String, count: Int)]) -> ScaleGuess? {
    var tenths: [Int] = []
    var commas = 0
    var points = 0
    var nonAnswers: [String] = []
    for value in values {
      guard let number = Self.tenths(value.text) else { return nil }
      if value.text.contains(",") { commas += 1 }
      if value.text.contains(".") { points += 1 }
      if number < 0 || [980, 990, 9980, 9990].contains(number) {
        nonAnswers.append(value.text)
      } else {
        tenths.append(number)
      }
    }
    guard let least = tenths.min(), let most = tenths.max(), most <= 100,
      commas == 0 || points == 0
    else { return nil }
    var guess = ScaleGuess(minimum: least == 0 ? 0 : 1, maximum: 5)
    if tenths.contains(where: { !$0.isMultiple(of: 10) }) {
      guess.stepInTenths = tenths.allSatisfy { $0.isMultiple(of: 5) } ? 5 : 1
    }
    if least > 0, least < 10 { guess.minimum = 0 }
    if commas + points > 0 { guess.hasDecimalComma = commas > 0 }
    guess.setMaximum(
      highest: (most + 9) / 10, answers: values.reduce(0) { $0 + $1.count })
    // Nothing but 1: a box that was ticked or not.
    if most == 10, least == 10 { (guess.minimum, guess.maximum) = (0, 1) }
    guess.nonAnswers = nonAnswers
    if Set(tenths).count < guess.levels { guess.doubts.append(.ends) }
    guess.doubts.append(.direction)
    if guess.isTwoLevels { guess.doubts.append(.twoLevels) }
    return guess
  }

  /// Numbers of which some carry words, such as `1 (very bad)`; only if each word occurs often.
  private static func numbered(_ values: [(text: String, count: Int)]) -> ScaleGuess? {
    var guess = ScaleGuess(minimum: 1, maximum: 5)
    var seen: Set<Int> = []
    var numbersOfWord: [String: Set<Int>] = [:]
    var wordsOfNumber: [Int: Set<String>] = [:]
    for value in values {
      let digits = value.text.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), number <= 10 else { return nil }
      let words = value.text.dropFirst(digits.count)
      if !words.isEmpty {
        guard value.count >= ColumnSketch.leastCount, let mark = words.first,
          " (-=:.".contains(mark), words.contains(where: \.isLetter)
        else { return nil }
        guess.labels.append(Label(text: value.text, value: number))
        let word = AnswerWords.fold(String(words.drop { !$0.isLetter }))
        numbersOfWord[word, default: []].insert(number)
        wordsOfNumber[number, default: []].insert(word)
      }
      seen.insert(number)
    }
    // Words that go with several numbers, as those do with several words, say something else than
    // the number: who was rated, say.
    let isCrossed =
      numbersOfWord.values.contains { $0.count > 1 }
      && wordsOfNumber.values.contains { $0.count > 1 }
    guard !isCrossed, seen.count >= 2, let most = seen.max(), !guess.labels.isEmpty else {
      return nil
    }
    if seen.contains(0) { guess.minimum = 0 }
    guess.setMaximum(highest: most, answers: values.reduce(0) { $0 + $1.count })
    guess.labels.sort { ($0.value, $0.text) < ($1.value, $1.text) }
    guess.doubts = [.direction]
    if seen.count < guess.levels { guess.doubts.append(.ends) }
    return guess
  }

  /// The number of levels.
  var levels: Int { (maximum - minimum) * 10 / stepInTenths + 1 }

  /// Sets the highest value to that of the usual scale that holds the highest answer.
  mutating func setMaximum(highest: Int, answers: Int) {
    switch highest {
    case ...1: maximum = minimum + 1
    case 2 where minimum == 0: maximum = 2
    case 2 where answers >= 30: maximum = 2
    case 3 where minimum == 0 || answers >= 100: maximum = 3
    case 4 where minimum == 0 || answers >= 100: maximum = 4
    case ...5: maximum = 5
    case 6, 7: maximum = highest
    default: maximum = 10
    }
  }

  private static func tenths(_ text: String) -> Int? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard parts.count <= 2, let whole = Int(parts[0]), abs(whole) < 10_000, parts[0] != "-0"
    else { return nil }
    guard parts.count == 2 else { return whole * 10 }
    guard parts[1].utf8.count <= 2, let digits = Int(parts[1]), digits >= 0, whole >= 0,
      let first = parts[1].first?.wholeNumberValue,
      parts[1].dropFirst().allSatisfy({ $0 == "0" })
    else { return nil }
    return whole * 10 + first
  }
}

extension ScaleGuess {
  /// Makes the scale as wide as another.
  ///
  /// - Parameter other: The other one.
  public mutating func widen(to other: ScaleGuess) {
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    nonAnswers = Set(nonAnswers + other.nonAnswers).sorted()
  }

  /// Adds labels that the scale does not have.
  ///
  /// - Parameter more: The labels.
  public mutating func add(_ more: [Label]) {
    labels = (labels + more).sorted { ($0.value, $0.text) < ($1.value, $1.text) }
  }
}
