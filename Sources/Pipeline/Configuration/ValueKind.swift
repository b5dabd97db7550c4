internal import Benchmark

/// The kinds of values, in the words of the messages.
enum ValueKind {
  case text
  case quotedText
  case number
  case truth
  case empty
  case list
  case mapping

  /// The kind of a node.
  ///
  /// - Parameter node: The node; a refused one counts as empty.
  init(_ node: YAMLNode) {
    switch node.content {
    case .sequence: self = .list
    case .mapping: self = .mapping
    case .refused: self = .empty
    case .scalar(_, isPlain: false): self = .quotedText
    case .scalar(let text, isPlain: true):
      if node.isNull {
        self = .empty
      } else if ["true", "false"].contains(text.lowercased()) {
        self = .truth
      } else {
        self = FixedPoint(text) == nil ? .text : .number
      }
    }
  }

  /// The kind in words, with its article.
  var name: LocalisedText {
    switch self {
    case .text: LocalisedText(de: "ein Text", en: "a text")
    case .quotedText:
      LocalisedText(de: "ein Text in Anführungszeichen", en: "a text in quotation marks")
    case .number: LocalisedText(de: "eine Zahl", en: "a number")
    case .truth: LocalisedText(de: "true oder false", en: "true or false")
    case .empty: LocalisedText(de: "nichts", en: "nothing")
    case .list: LocalisedText(de: "eine Liste", en: "a list")
    case .mapping: LocalisedText(de: "eine Zuordnung", en: "a mapping")
    }
  }

  /// How to write a value of this kind.
  var sample: LocalisedText {
    switch self {
    case .text, .quotedText, .empty:
      LocalisedText(de: "einen einzelnen Text schreiben", en: "write a single text")
    case .number:
      LocalisedText(
        de: "eine Zahl ohne Anführungszeichen schreiben, etwa 10",
        en: "write a number without quotation marks, for example 10")
    case .truth: LocalisedText(de: "true oder false schreiben", en: "write true or false")
    case .list:
      LocalisedText(
        de: "in eckige Klammern setzen, etwa [a, b]", en: "use square brackets, for example [a, b]")
    case .mapping:
      LocalisedText(
        de: "als {schlüssel: wert} schreiben", en: "write it as {key: value}")
    }
  }
}
