internal import Benchmark

extension Decoding {
  /// Reads a text; numbers and `true` count as the text they are written as.
  ///
  /// - Parameter node: The node.
  /// - Returns: The trimmed text.
  mutating func text(_ node: YAMLNode) -> PlacedText? {
    guard case .scalar(let text, _) = node.content, !node.isNull else {
      reportKind(of: node, expected: .text)
      return nil
    }
    let trimmed = Self.trimmed(text)
    guard !trimmed.isEmpty else {
      report(.blankText(), at: node.place)
      return nil
    }
    return PlacedText(text: trimmed, place: node.place)
  }

  /// Reads a list of texts without repetition.
  ///
  /// - Parameter node: The node.
  /// - Returns: The texts that could be read, each once.
  mutating func texts(_ node: YAMLNode) -> [PlacedText]? {
    guard let nodes = list(node) else { return nil }
    var first: [String: Place] = [:]
    var texts: [PlacedText] = []
    for node in nodes {
      guard let text = text(node) else { continue }
      if let place = first[text.text] {
        report(.duplicateEntry(text.text, first: place), at: text.place)
      } else {
        first[text.text] = text.place
        texts.append(text)
      }
    }
    return texts
  }

  /// Reads a text that people will see: one for both languages, or one for each.
  ///
  /// - Parameter node: The node.
  /// - Returns: The text in both languages.
  mutating func localised(_ node: YAMLNode) -> LocalisedText? {
    guard case .mapping = node.content else {
      return text(node).map { LocalisedText(de: $0.text, en: $0.text) }
    }
    guard let section = section(node, ConfigurationKeys.text) else { return nil }
    var texts: [Language: String] = [:]
    var isComplete = true
    for language in Language.allCases {
      if let entry = section[language.rawValue] {
        texts[language] = text(entry.value)?.text
        isComplete = isComplete && texts[language] != nil
      } else if languages.contains(language) {
        report(.missingLanguage(language), at: node.place)
        isComplete = false
      }
    }
    guard isComplete, let either = texts[.german] ?? texts[.english] else { return nil }
    return LocalisedText(de: texts[.german] ?? either, en: texts[.english] ?? either)
  }

  /// Reads a decimal number that is written without quotation marks.
  ///
  /// - Parameter node: The node.
  /// - Returns: The number.
  mutating func number(_ node: YAMLNode) -> FixedPoint? {
    guard case .scalar(let text, isPlain: true) = node.content, !node.isNull else {
      reportKind(of: node, expected: .number)
      return nil
    }
    if let number = FixedPoint(text) { return number }
    report(.notANumber(text), at: node.place)
    return nil
  }

  /// Reads a whole number.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - range: The numbers that are allowed.
  /// - Returns: The number.
  mutating func whole(_ node: YAMLNode, in range: ClosedRange<Int>) -> Int? {
    guard let number = number(node) else { return nil }
    guard number.decimals == 0 else {
      report(.notWhole(), at: node.place)
      return nil
    }
    guard range.contains(number.units) else {
      report(.outOfRange(range), at: node.place)
      return nil
    }
    return number.units
  }

  /// Reads a share from 0 to 1.
  ///
  /// - Parameter node: The node.
  /// - Returns: The share.
  mutating func share(_ node: YAMLNode) -> Double? {
    guard let number = number(node) else { return nil }
    guard (0...1).contains(number.double) else {
      report(.outOfRange(0...1), at: node.place)
      return nil
    }
    return number.double
  }

  /// Reads `true` or `false`.
  ///
  /// - Parameter node: The node.
  /// - Returns: The truth value.
  mutating func boolean(_ node: YAMLNode) -> Bool? {
    guard case .scalar(let text, let isPlain) = node.content, !node.isNull else {
      reportKind(of: node, expected: .truth)
      return nil
    }
    switch (text, isPlain) {
    case ("true", true), ("True", true), ("TRUE", true): return true
    case ("false", true), ("False", true), ("FALSE", true): return false
    default:
      report(.notBoolean(text), at: node.place)
      return nil
    }
  }

  /// Reads one of several words.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - allowed: The words.
  /// - Returns: The word.
  mutating func word(_ node: YAMLNode, _ allowed: [String]) -> String? {
    guard let text = text(node) else { return nil }
    if allowed.contains(text.text) { return text.text }
    report(.unknownWord(text.text, allowed: allowed), at: text.place)
    return nil
  }

  /// Reads a word that stands for a case of an enumeration.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - type: The enumeration.
  /// - Returns: The case.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ node: YAMLNode, as type: Word.Type
  ) -> Word? where Word.RawValue == String {
    word(node, Word.allCases.map(\.rawValue)).flatMap { Word(rawValue: $0) }
  }

  /// Reads a key that must be declared elsewhere.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - keys: The declared keys in order, or `nil` if they could not be read.
  ///   - message: What to say if it is not declared.
  /// - Returns: Its index in `keys`.
  mutating func reference(
    _ node: YAMLNode, among keys: [String]?, _ message: (String, [String]) -> Message
  ) -> Int? {
    guard let text = text(node), let keys else { return nil }
    if let index = keys.firstIndex(of: text.text) { return index }
    report(message(text.text, keys), at: text.place)
    return nil
  }
}
