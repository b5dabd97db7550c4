internal import Benchmark

/// The words of a finding, still without its place.
struct Message {
  /// The kind of error.
  let code: ConfigurationCode
  /// What is wrong.
  let problem: LocalisedText
  /// What would be right.
  let wayOut: LocalisedText

  init(_ code: ConfigurationCode, de: String, en: String, wayOutDe: String, wayOutEn: String) {
    self.init(
      code, LocalisedText(de: de, en: en), wayOut: LocalisedText(de: wayOutDe, en: wayOutEn))
  }

  init(_ code: ConfigurationCode, _ problem: LocalisedText, wayOut: LocalisedText) {
    self.code = code
    self.problem = problem
    self.wayOut = wayOut
  }
}

/// Words that several messages share.
enum Phrase {
  /// A text of the configuration in quotation marks, on one line and not too long.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - language: The language whose quotation marks to use.
  /// - Returns: The quoted text.
  static func quote(_ text: String, _ language: Language) -> String {
    let isShort = text.unicodeScalars.count <= 60
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(isShort ? 60 : 57) {
      line.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    let shown = String(line) + (isShort ? "" : "...")
    return language == .german ? "„\(shown)“" : "\"\(shown)\""
  }

  /// A way out: the nearest allowed word if there is one, else all of them.
  ///
  /// - Parameters:
  ///   - text: What was written.
  ///   - allowed: What may be written, in the order to show it.
  /// - Returns: A question or a list.
  static func nearest(to text: String, among allowed: [String]) -> LocalisedText {
    Suggestion.nearest(to: text, among: allowed).map(didYouMean) ?? list(of: allowed)
  }

  /// A way out that names one word.
  ///
  /// - Parameter word: The word that was probably meant.
  /// - Returns: A question.
  static func didYouMean(_ word: String) -> LocalisedText {
    LocalisedText(
      de: "meinten Sie \(quote(word, .german))?", en: "did you mean \(quote(word, .english))?")
  }

  /// A way out that lists what is allowed.
  ///
  /// - Parameter allowed: What may be written, in the order to show it.
  /// - Returns: A list, cut after twenty entries.
  static func list(of allowed: [String]) -> LocalisedText {
    guard !allowed.isEmpty else {
      return LocalisedText(de: "zuerst dort einen Eintrag anlegen", en: "add an entry there first")
    }
    let shown = allowed.prefix(20).joined(separator: ", ") + (allowed.count > 20 ? ", ..." : "")
    return LocalisedText(de: "erlaubt sind: \(shown)", en: "allowed are: \(shown)")
  }

  /// A place in words.
  ///
  /// - Parameters:
  ///   - place: The place.
  ///   - language: The language.
  /// - Returns: Line and column in words.
  static func place(_ place: Place, _ language: Language) -> String {
    language == .german
      ? "Zeile \(place.line), Spalte \(place.column)"
      : "line \(place.line), column \(place.column)"
  }
}
