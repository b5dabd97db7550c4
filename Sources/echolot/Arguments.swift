import Benchmark
import Pipeline

/// A command line, taken apart: the command, its operands, and its options.
struct Arguments {
  /// What to do.
  enum Command: String, CaseIterable {
    case run, check, initialise = "init", inspect, tally, merge, report, explain, stats, verify
    case microdata, risk, redact
    case protect, auditTable = "audit-table", derived
  }

  /// A command line that cannot be understood; the text says why.
  struct Mistake: Error {
    let problem: LocalisedText
    let command: Command?
  }

  var command: Command?
  var operands: [String] = []
  var out: String?
  var run: String?
  var inputs: [(source: String, file: String)] = []
  var jobs: Int?
  var pieceBytes = 1 << 18
  var reader = Options.Reader.stream
  var keyFile: String?
  var isQuiet = false
  var wantsTimings = false
  var cache: String?
  var usesCache = true
  var wantsOracles = false
  var releasesAnew = false
  /// What `microdata` and `risk` are asked for, by option.
  var settings: [String: String] = [:]
  var redactForm = RedactForm()
  var evaluated: String?
  var wantsJSON = false
  var timeLimit: Int?
  var logFormat = Log.Format.text
  var language: Language
  var wantsHelp = false
  var wantsVersion = false

  /// Takes a command line apart.
  ///
  /// - Parameters:
  ///   - words: The words after the program's name.
  ///   - language: The language unless `--lang` names one.
  /// - Throws: What cannot be understood.
  init(_ words: [String], language: Language) throws(Mistake) {
    self.language = language
    var rest = words[...]
    var onlyOperands = false
    while let word = rest.popFirst() {
      if onlyOperands || !word.hasPrefix("-") || word == "-" {
        try takeOperand(word)
      } else if word == "--" {
        onlyOperands = true
      } else {
        try takeOption(word, rest: &rest)
      }
    }
    guard !wantsHelp, !wantsVersion else { return }
    try checkOperands()
  }

  private mutating func takeOperand(_ word: String) throws(Mistake) {
    guard command == nil else {
      operands.append(word)
      return
    }
    guard let named = Command(rawValue: word) else {
      if word == "help" {
        wantsHelp = true
        return
      }
      let known = Command.allCases.map(\.rawValue).joined(separator: ", ")
      throw Mistake(
        problem: LocalisedText(
          de: "„\(word)“ ist kein Befehl; bekannt sind: \(known)",
          en: "“\(word)” is no command; known ones are: \(known)"), command: nil)
    }
    command = named
  }

  private mutating func takeOption(_ word: String, rest: inout ArraySlice<String>) throws(Mistake) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    if try takeSetting(name, parts.count > 1 ? String(parts[1]) : nil, &rest) { return }
    let flags = [
      "--help", "-h", "--version", "--quiet", "-q", "--timings", "--oracles", "--no-cache",
      "--release-anew",
      "--strict", "--spans", "--plain",
      "--json",
    ]
    if flags.contains(name), parts.count > 1 {
      throw mistake(de: "\(name) nimmt keinen Wert", en: "\(name) takes no value")
    }
    switch name {
    case "--help", "-h": wantsHelp = true
    case "--version": wantsVersion = true
    case "--quiet", "-q": isQuiet = true
    case "--timings": wantsTimings = true
    case "--no-cache": usesCache = false
    case "--oracles": wantsOracles = true
    case "--release-anew": releasesAnew = true
    case "--strict": redactForm.isStrict = true
    case "--spans": redactForm.wantsSpans = true
    case "--plain": redactForm.isPlain = true
    case "--json": wantsJSON = true
    default:
      guard Arguments.optionsWithValue.contains(name) else {
        throw mistake(de: "unbekannte Option \(name)", en: "unknown option \(name)")
      }
      guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst(), !value.isEmpty else {
        throw mistake(de: "\(name) braucht einen Wert", en: "\(name) needs a value")
      }
      try take(value, for: name)
    }
  }

  private static let optionsWithValue = [
    "--out", "--run", "--input", "--jobs", "-j", "--piece-bytes", "--reader", "--key-file",
    "--log-format", "--lang", "--cache", "--evaluate", "--time-limit",
  ]

  private mutating func take(_ value: String, for name: String) throws(Mistake) {
    switch name {
    case "--out": out = value
    case "--run": run = value
    case "--key-file": keyFile = value
    case "--cache": cache = value
    case "--evaluate": evaluated = value
    case "--jobs", "-j": jobs = try positive(value, name, most: 1024)
    case "--time-limit": timeLimit = try positive(value, name, most: 86_400)
    case "--piece-bytes": pieceBytes = try positive(value, name, most: 1 << 28)
    case "--reader":
      guard let reader = Options.Reader(rawValue: value) else {
        throw mistake(
          de: "--reader nimmt stream oder plain", en: "--reader takes stream or plain")
      }
      self.reader = reader
    case "--input":
      let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw mistake(
          de: "--input braucht QUELLE=DATEI", en: "--input needs SOURCE=FILE")
      }
      inputs.append((parts[0], parts[1]))
    case "--log-format":
      guard let format = Log.Format(rawValue: value) else {
        throw mistake(
          de: "--log-format nimmt text oder json", en: "--log-format takes text or json")
      }
      logFormat = format
    default:
      guard let language = Language(rawValue: value) else {
        throw mistake(de: "--lang nimmt de oder en", en: "--lang takes de or en")
      }
      self.language = language
    }
  }

  private func positive(_ value: String, _ name: String, most: Int) throws(Mistake) -> Int {
    guard let number = Int(value), number >= 1, number <= most else {
      throw mistake(
        de: "\(name) nimmt eine ganze Zahl von 1 bis \(most)",
        en: "\(name) takes a whole number from 1 to \(most)")
    }
    return number
  }

  private func checkOperands() throws(Mistake) {
    guard let command else {
      throw mistake(de: "es fehlt ein Befehl", en: "a command is missing")
    }
    switch command {
    case .run, .check, .tally:
      guard operands.count == 1 else {
        throw mistake(
          de: "\(command.rawValue) braucht genau eine Pipeline-Datei",
          en: "\(command.rawValue) needs exactly one pipeline file")
      }
    case .initialise:
      guard !operands.isEmpty else {
        throw mistake(de: "init braucht Exportdateien", en: "init needs export files")
      }
    case .inspect:
      guard operands.count == 1 else {
        throw mistake(
          de: "inspect braucht genau eine Exportdatei", en: "inspect needs exactly one export file")
      }
    case .report:
      guard operands.count == 1 else {
        throw mistake(
          de: "report braucht genau eine Zähldatei; mehrere vereint merge",
          en: "report needs exactly one tally file; merge makes one of several")
      }
    case .explain:
      guard operands.count == 1 else {
        throw mistake(
          de: "explain braucht genau eine Zelle, zum Beispiel org.E04/2026/user/respect/points",
          en: "explain needs exactly one cell, for example org.E04/2026/user/respect/points")
      }
    case .merge:
      guard !operands.isEmpty else {
        throw mistake(de: "merge braucht Zähldateien", en: "merge needs tally files")
      }
    case .stats:
      guard operands.count <= 1 else {
        throw mistake(
          de: "stats nimmt eine Funktion und liest die Standardeingabe",
          en: "stats takes one function and reads standard input")
      }
    case .microdata, .risk: try checkMicrodata()
    case .redact: break
    case .protect, .derived:
      guard operands.count == 1 else {
        throw mistake(
          de: "\(command.rawValue) braucht genau eine Datei",
          en: "\(command.rawValue) needs exactly one file")
      }
    case .auditTable:
      guard operands.count == 2 else {
        throw mistake(
          de: "audit-table braucht eine Tabelle und ein Muster",
          en: "audit-table needs a table and a pattern")
      }
    case .verify:
      guard wantsOracles, operands.count <= 1 else {
        throw mistake(
          de: "verify braucht --oracles und höchstens einen Ordner",
          en: "verify needs --oracles and at most one folder")
      }
    }
    if command == .redact, operands.count > 1 || (evaluated != nil && !operands.isEmpty) {
      throw mistake(
        de: "redact nimmt höchstens eine Datei", en: "redact takes at most one file")
    }
    if command == .tally || command == .merge, out == nil {
      throw mistake(
        de: "\(command.rawValue) braucht --out DATEI", en: "\(command.rawValue) needs --out FILE")
    }
    if command == .explain, run == nil {
      throw mistake(de: "explain braucht --run ORDNER", en: "explain needs --run DIR")
    }
    if !inputs.isEmpty, command != .tally && command != .run {
      throw mistake(
        de: "--input gehört zu run und tally", en: "--input belongs to run and tally")
    }
  }

  func mistake(de: String, en: String) -> Mistake {
    Mistake(problem: LocalisedText(de: de, en: en), command: command)
  }
}
