/// Texts that repeat one another after normalisation.
///
/// Short honest answers ("nothing", "all good") repeat each other too: a repeated text is no evidence of
/// anything by itself. Texts are only compared, never shown.
public struct DuplicateTexts: Sendable, Equatable {
  /// Per text, the place of the first text that is the same; nil where nothing is left of it.
  public let firstPlaces: [Int?]

  /// Compares texts.
  ///
  /// - Parameter texts: The texts; nil or empty ones take no part.
  public init(_ texts: [String?]) {
    var first: [String: Int] = [:]
    firstPlaces = texts.indices.map { place in
      guard let text = texts[place].map(DuplicateTexts.normalised), !text.isEmpty else {
        return nil
      }
      if let earlier = first[text] { return earlier }
      first[text] = place
      return place
    }
  }

  /// The number of texts that take part.
  public var count: Int { firstPlaces.count { $0 != nil } }
  /// The number of different texts.
  public var distinct: Int { firstPlaces.indices.count { firstPlaces[$0] == $0 } }
  /// The number of texts that repeat an earlier one.
  public var repeats: Int { count - distinct }

  /// How often texts occur that occur more than once: place of the first and number, most often first.
  public var groups: [(first: Int, count: Int)] {
    var sizes = [Int](repeating: 0, count: firstPlaces.count)
    for place in firstPlaces { if let place { sizes[place] += 1 } }
    return sizes.indices.filter { sizes[$0] > 1 }
      .map { (first: $0, count: sizes[$0]) }
      .sorted { ($1.count, $0.first) < ($0.count, $1.first) }
  }

  /// A text in lower case, without punctuation and symbols, white space collapsed to single blanks.
  ///
  /// - Parameter text: Any text.
  /// - Returns: What is compared.
  public static func normalised(_ text: String) -> String {
    var words = ""
    var isGap = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isWhitespace {
        isGap = true
      } else if !isMark(scalar) {
        if isGap, !words.isEmpty { words.unicodeScalars.append(" ") }
        isGap = false
        words.unicodeScalars.append(scalar)
      }
    }
    return words
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .control, .format:
      true
    default: false
    }
  }
}
