/// Says in plain words what libyaml's reasons mean and what to do about them.
struct YAMLSyntax {
  /// The finding.
  let message: Message
  /// Where the error is best shown.
  enum Spot {
    /// Where reading gave up.
    case end
    /// Where the broken piece starts.
    case start
    /// Where the broken piece starts, if that is on another line.
    case startOfOtherLine
  }

  /// Where the error is best shown.
  let spot: Spot

  /// Looks a reason up.
  ///
  /// - Parameter reason: The fixed English text that libyaml gives.
  init(reason: String) {
    let known = Self.known.first { $0.reasons.contains(reason) }
    spot = known?.spot ?? .end
    message = Message(
      .yamlSyntax,
      de: known?.de ?? "hier ist die Datei kein gültiges YAML",
      en: known?.en ?? "the file is no valid YAML here",
      wayOutDe: known?.wayOutDe ?? "diese Zeile und die davor mit dem Muster vergleichen",
      wayOutEn: known?.wayOutEn ?? "compare this line and the one before with the sample")
  }

  /// A quotation mark that is closed by the next one, lines later, so that reading fails there.
  static var openQuote: YAMLSyntax { YAMLSyntax(reason: "found unexpected end of stream") }

  private struct Known {
    let reasons: [String]
    let de: String
    let en: String
    let wayOutDe: String
    let wayOutEn: String
    var spot = Spot.end
  }

  private static let known: [Known] = [
    Known(
      reasons: ["found unexpected end of stream", "found unexpected document indicator"],
      de: "ein Anführungszeichen wird geöffnet, aber nie geschlossen",
      en: "a quotation mark is opened but never closed",
      wayOutDe: "am Ende des Textes dasselbe Anführungszeichen setzen",
      wayOutEn: "put the same mark at the end of the text", spot: .start),
    Known(
      reasons: ["could not find expected ':'"],
      de: "hier fehlt ein Doppelpunkt nach dem Schlüssel",
      en: "a colon is missing after the key",
      wayOutDe: "„schlüssel: wert“ schreiben, mit Leerzeichen nach dem Doppelpunkt",
      wayOutEn: "write \"key: value\" with a blank after the colon", spot: .start),
    Known(
      reasons: ["mapping values are not allowed in this context", "found unexpected ':'"],
      de: "hier darf kein Doppelpunkt mit Leerzeichen stehen",
      en: "a colon with a blank must not stand here",
      wayOutDe: "den Text in Anführungszeichen setzen oder die Einrückung richten",
      wayOutEn: "put the text in quotation marks or correct the indentation"),
    Known(
      reasons: ["did not find expected key", "did not find expected '-' indicator"],
      de: "die Einrückung passt nicht zu den Zeilen davor",
      en: "the indentation does not fit the lines before",
      wayOutDe: "Schlüssel derselben Ebene gleich weit einrücken, nur mit Leerzeichen",
      wayOutEn: "indent keys of one level alike, with blanks only"),
    Known(
      reasons: ["did not find expected ',' or ']'"],
      de: "in einer Liste mit „[“ fehlt ein „,“ oder das „]“",
      en: "a list with \"[\" lacks a \",\" or its \"]\"",
      wayOutDe: "zwischen den Werten „,“ und am Ende „]“ setzen",
      wayOutEn: "put \",\" between the values and \"]\" at the end", spot: .startOfOtherLine),
    Known(
      reasons: ["did not find expected ',' or '}'"],
      de: "in einer Zuordnung mit „{“ fehlt ein „,“ oder das „}“",
      en: "a mapping with \"{\" lacks a \",\" or its \"}\"",
      wayOutDe: "zwischen den Einträgen „,“ und am Ende „}“ setzen",
      wayOutEn: "put \",\" between the entries and \"}\" at the end", spot: .startOfOtherLine),
    Known(
      reasons: ["found character that cannot start any token"],
      de: "mit diesem Zeichen darf ein Text nicht beginnen",
      en: "a text must not start with this character",
      wayOutDe: "den Text in Anführungszeichen setzen",
      wayOutEn: "put the text in quotation marks"),
    Known(
      reasons: ["found unknown escape character", "did not find expected hexdecimal number"],
      de: "unbekannte Zeichenfolge nach „\\“",
      en: "unknown character sequence after \"\\\"",
      wayOutDe: "einfache Anführungszeichen verwenden oder „\\\\“ schreiben",
      wayOutEn: "use single quotation marks or write \"\\\\\""),
    Known(
      reasons: [
        "block sequence entries are not allowed in this context",
        "mapping keys are not allowed in this context",
      ],
      de: "hier darf kein neuer Eintrag beginnen",
      en: "no new entry may start here",
      wayOutDe: "den Eintrag in eine eigene Zeile setzen und passend einrücken",
      wayOutEn: "give the entry a line of its own and indent it to fit"),
    Known(
      reasons: ["did not find expected <document start>", "did not find expected node content"],
      de: "hier steht etwas, das kein Schlüssel mit Wert ist",
      en: "here stands something that is no key with a value",
      wayOutDe: "jede Zeile der obersten Ebene als „schlüssel: wert“ schreiben",
      wayOutEn: "write every line of the top level as \"key: value\""),
  ]
}
