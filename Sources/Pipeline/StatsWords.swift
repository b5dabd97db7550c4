internal import Benchmark
internal import Reference

/// What `stats` says.
enum StatsWords {
  /// Standard input as a place.
  private static let input = "<stdin>"

  /// What a function computes and takes.
  static func description(of function: ReferenceFunction) -> LocalisedText {
    let width = function.parameters.map(\.name.count).max() ?? 0
    func lines(also: String) -> String {
      function.parameters.map { parameter in
        let gap = String(repeating: " ", count: width - parameter.name.count)
        let others = parameter.otherNames.filter { name in
          !function.parameters.contains { $0.name == name }
        }
        let more = others.isEmpty ? "" : " (\(also): \(others.joined(separator: ", ")))"
        return "  \(parameter.name)\(gap)  \(parameter.meaning)\(more)\n"
      }.joined()
    }
    let call = "echolot stats \(function.name)"
    let example = "  echo '\(function.example)' \\\n    | \(call)\n"
    return LocalisedText(
      de: """
        Aufruf: \(call) < input.json

        \(function.summary)

        \(lines(also: "auch"))
        Eingabe ist ein JSON-Objekt mit diesen Werten. Beispiel:

        \(example)
        """,
      en: """
        Usage: \(call) < input.json

        \(function.summary)

        \(lines(also: "also"))
        The input is a JSON object with these values. Example:

        \(example)
        """)
  }

  static func unknownFunction(_ name: String) -> Failure {
    let names = ReferenceFunction.all.map(\.name)
    let nearest = Suggestion.nearest(to: name, among: names) ?? names.first { $0.contains(name) }
    return Failure(
      .usage,
      Notice(
        code: "EL-E-0920",
        problem: LocalisedText(
          de: "„\(name)“ ist keine Funktion", en: "“\(name)” is no function"),
        wayOut: nearest.map {
          LocalisedText(de: "Meinten Sie „\($0)“?", en: "Did you mean “\($0)”?")
        }
          ?? LocalisedText(
            de: "Alle nennt: echolot stats", en: "For all of them: echolot stats")))
  }

  static let unreadableInput = Failure(
    .inputMissing,
    Notice(
      code: "EL-E-0921", place: Notice.Place(file: input),
      problem: LocalisedText(
        de: "Die Standardeingabe lässt sich nicht lesen", en: "Standard input cannot be read"),
      wayOut: LocalisedText(
        de: "Leiten Sie eine Datei ein: < input.json", en: "Redirect a file: < input.json")))

  static func emptyInput(_ function: ReferenceFunction) -> Failure {
    Failure(
      .inputMissing,
      Notice(
        code: "EL-E-0921", place: Notice.Place(file: input),
        problem: LocalisedText(de: "Die Eingabe ist leer", en: "The input is empty"),
        wayOut: values(of: function)))
  }

  static func notJSON(_ place: (line: Int, column: Int)?) -> Failure {
    Failure(
      .dataRejected,
      Notice(
        code: "EL-E-0922",
        place: Notice.Place(file: input, line: place?.line, column: place?.column),
        problem: LocalisedText(
          de: "Hier endet, was JSON in UTF-8 ist", en: "What is JSON in UTF-8 ends here"),
        wayOut: LocalisedText(
          de: "Prüfen Sie diese Stelle; NaN und unendlich gibt es in JSON nicht, fehlend ist null",
          en: "Check this place; JSON has no NaN and no infinity, missing is null")))
  }

  static func noObject(_ function: ReferenceFunction) -> Failure {
    Failure(
      .dataRejected,
      Notice(
        code: "EL-E-0923", place: Notice.Place(file: input),
        problem: LocalisedText(
          de: "Die Eingabe ist kein JSON-Objekt", en: "The input is no JSON object"),
        wayOut: values(of: function)))
  }

  /// Why a function cannot be computed of its input.
  static func failure(
    _ reason: FunctionInput.Failure, of function: ReferenceFunction, language: Language
  ) -> Failure {
    let problem: LocalisedText
    var wayOut = values(of: function)
    switch reason {
    case .missing(let name):
      problem = LocalisedText(de: "Der Wert „\(name)“ fehlt", en: "The value “\(name)” is missing")
    case .wrongKind(let name, let expected):
      problem = LocalisedText(
        de: "Der Wert „\(name)“ ist von anderer Art (erwartet: \(expected))",
        en: "The value “\(name)” is of another kind (expected: \(expected))")
    case .unknown(let name):
      problem = LocalisedText(
        de: "Den Wert „\(name)“ kennt \(function.name) nicht",
        en: "\(function.name) does not know the value “\(name)”")
      if let nearest = Suggestion.nearest(to: name, among: function.parameters.map(\.name)) {
        wayOut = LocalisedText(
          de: "Meinten Sie „\(nearest)“? \(wayOut.de)",
          en: "Did you mean “\(nearest)”? \(wayOut.en)")
      }
    case .noResult(let text):
      problem = LocalisedText(de: "Es gibt kein Ergebnis: \(text)", en: "No result: \(text)")
    }
    return Failure(
      .dataRejected,
      Notice(
        code: "EL-E-0924", place: Notice.Place(file: input), problem: problem, wayOut: wayOut))
  }

  static func noResult(_ reason: String, of function: ReferenceFunction) -> Notice {
    Notice(
      .warning, code: "EL-W-0920", place: Notice.Place(file: input),
      problem: LocalisedText(
        de: "\(function.name) hat kein Ergebnis: \(reason)",
        en: "\(function.name) has no result: \(reason)"),
      wayOut: LocalisedText(
        de: "Was vorausgesetzt wird, steht in docs/statistics",
        en: "What is required stands in docs/statistics"))
  }

  private static func values(of function: ReferenceFunction) -> LocalisedText {
    let names = function.parameters.map(\.name).joined(separator: ", ")
    return LocalisedText(
      de: "\(function.name) nimmt: \(names); mehr mit: echolot stats \(function.name) --help",
      en: "\(function.name) takes: \(names); more with: echolot stats \(function.name) --help")
  }
}
