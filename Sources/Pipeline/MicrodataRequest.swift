internal import Benchmark
internal import Microdata

/// What the commands `microdata` and `risk` are asked for, taken from the command line.
public struct MicrodataRequest: Sendable {
  /// Options that take a value; those that may stand several times are joined by line ends.
  public static let optionsWithValue = [
    "--hierarchies", "--hierarchy", "--quasi", "--k", "--suppression", "--loss", "--sensitive",
    "--l", "--diversity", "--c", "--t", "--distance", "--population", "--map-k", "--presence",
    "--keep", "--out", "--time-limit", "--local", "--weights", "--fraction",
  ]
  /// Options without a value.
  public static let flags = ["--verify", "--json"]

  /// The data file.
  public var data: String
  private let settings: [String: String]

  /// Takes a request from a command line.
  ///
  /// - Parameters:
  ///   - data: The data file.
  ///   - settings: Options with their values, those without one with an empty text.
  public init(data: String, settings: [String: String]) {
    self.data = data
    self.settings = settings
  }

  /// The text of an option, `nil` if it is not there.
  func text(_ name: String) -> String? { settings[name] }

  /// Whether an option without a value is there.
  func has(_ name: String) -> Bool { settings[name] != nil }

  /// The parts of an option that is separated by commas.
  func list(_ name: String) -> [String] {
    (settings[name] ?? "").split(separator: ",").map { String($0) }
  }

  /// A whole number of at least 1.
  func whole(_ name: String) throws(Failure) -> Int? {
    guard let text = settings[name] else { return nil }
    guard let number = Int(text), number >= 1 else {
      throw Self.usage(
        de: "\(name) nimmt eine ganze Zahl ab 1", en: "\(name) takes a whole number from 1")
    }
    return number
  }

  /// A number within limits.
  func number(_ name: String, in range: ClosedRange<Double>) throws(Failure) -> Double? {
    guard let text = settings[name] else { return nil }
    guard let number = Double(text), range.contains(number) else {
      let limits = "\(range.lowerBound)…\(range.upperBound)"
      throw Self.usage(
        de: "\(name) nimmt eine Zahl von \(limits)", en: "\(name) takes a number from \(limits)")
    }
    return number
  }

  /// One of several words.
  func word(_ name: String, _ words: [String], usual: String) throws(Failure) -> String {
    let text = settings[name] ?? usual
    guard words.contains(text) else {
      let known = words.joined(separator: ", ")
      throw Self.usage(de: "\(name) nimmt \(known)", en: "\(name) takes \(known)")
    }
    return text
  }

  /// The measure to optimise, and its name in the output.
  func measure() throws(Failure) -> (measure: LossMeasure, name: String) {
    let words = ["mean", "geometric", "max", "sum", "dm", "aecs", "entropy", "precision"]
    switch try word("--loss", words, usual: "mean") {
    case "geometric": return (.loss(.geometric), "loss_geo")
    case "max": return (.loss(.max), "loss_max")
    case "sum": return (.loss(.sum), "loss_sum")
    case "dm": return (.discernibility, "dm")
    case "aecs": return (.averageClassSize, "aecs")
    case "entropy": return (.entropy(.mean), "entropy")
    case "precision": return (.precision(.mean), "precision")
    default: return (.loss(.mean), "loss_mean")
    }
  }

  /// What every class must fulfil.
  ///
  /// - Parameter sensitive: The hierarchy of the sensitive column, if there is one.
  /// - Returns: The criteria, k-anonymity first.
  /// - Throws: What is wrong with the options.
  func criteria(sensitive: Hierarchy?) throws(Failure) -> [Criterion] {
    var criteria: [Criterion] = [.anonymity(k: try whole("--k") ?? 1)]
    if let k = try whole("--map-k") { criteria.append(.map(k: k)) }
    if let bounds = text("--presence") {
      let parts = bounds.split(separator: ",").compactMap { Double($0) }
      guard parts.count == 2, parts[0] >= 0, parts[0] <= parts[1], parts[1] <= 1 else {
        throw Self.usage(
          de: "--presence nimmt zwei Anteile wie 0,0.5",
          en: "--presence takes two shares as in 0,0.5")
      }
      criteria.append(.presence(parts[0]...parts[1]))
    }
    try addDiversity(&criteria)
    if let t = try number("--t", in: 0...1) {
      switch try word("--distance", ["equal", "ordered", "hierarchical"], usual: "equal") {
      case "ordered": criteria.append(.closeness(t: t, .ordered))
      case "hierarchical":
        guard let sensitive else {
          throw Self.usage(
            de: "--distance hierarchical braucht eine Hierarchie der sensiblen Spalte",
            en: "--distance hierarchical needs a hierarchy of the sensitive column")
        }
        criteria.append(.closeness(t: t, .hierarchical(sensitive)))
      default: criteria.append(.closeness(t: t, .equal))
      }
    }
    let wantsSensitive = text("--l") != nil || text("--t") != nil
    guard wantsSensitive == (text("--sensitive") != nil) else {
      throw Self.usage(
        de: "--sensitive gehört zu --l oder --t", en: "--sensitive belongs with --l or --t")
    }
    let wantsPopulation = text("--map-k") != nil || text("--presence") != nil
    guard !wantsPopulation || text("--population") != nil else {
      throw Self.usage(
        de: "--map-k und --presence brauchen --population DATEI",
        en: "--map-k and --presence need --population FILE")
    }
    return criteria
  }

  private func addDiversity(_ criteria: inout [Criterion]) throws(Failure) {
    guard let l = try number("--l", in: 1...1e9) else { return }
    let kind = try word("--diversity", ["distinct", "entropy", "recursive"], usual: "distinct")
    if kind == "entropy" {
      criteria.append(.entropy(l: l))
      return
    }
    guard let whole = Int(exactly: l) else {
      throw Self.usage(de: "--l ist hier eine ganze Zahl", en: "--l is a whole number here")
    }
    if kind == "recursive" {
      criteria.append(.recursive(c: try number("--c", in: 1e-9...1e9) ?? 1, l: whole))
    } else {
      criteria.append(.distinct(l: whole))
    }
  }

  /// A mistake on the command line.
  static func usage(de: String, en: String) -> Failure {
    Failure(
      .usage,
      Notice(
        code: "EL-E-0940", problem: LocalisedText(de: de, en: en),
        wayOut: LocalisedText(
          de: "Hilfe gibt: echolot microdata --help", en: "For help: echolot microdata --help")))
  }
}
