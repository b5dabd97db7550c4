/// The keys of one mapping of the schema.
struct KeyList: Sendable {
  /// Where the mapping stands, for example `sources.period`; empty for the whole file.
  let path: String
  /// Keys that must be there.
  var required: [String] = []
  /// Keys that may be there.
  var optional: [String] = []

  /// All keys, required ones first.
  var all: [String] { required + optional }
}

/// The keys the schema knows; docs/pipelines.md lists the same ones.
public enum ConfigurationKeys {
  static let root = KeyList(
    path: "",
    required: [
      "echolot", "pipeline", "title", "organisations", "peer_groups", "perspectives", "items",
      "dimensions", "sources",
    ],
    optional: ["period", "scales", "withheld", "outputs", "thresholds"])
  static let organisations = KeyList(
    path: "organisations", optional: ["file", "list", "from_exports"])
  static let organisation = KeyList(
    path: "organisations.list", required: ["key", "name", "peer_group"])
  static let fromExports = KeyList(
    path: "organisations.from_exports", required: ["form", "peer_group"])
  static let scale = KeyList(
    path: "scales", required: ["minimum", "maximum"], optional: ["step", "labels"])
  static let item = KeyList(path: "items", required: ["text", "scale"], optional: ["reversed"])
  static let dimension = KeyList(
    path: "dimensions", required: ["name", "items"], optional: ["minimum_answered"])
  static let source = KeyList(
    path: "sources", required: ["name", "files", "perspective", "organisation", "items"],
    optional: [
      "tool", "encoding", "separator", "header_rows", "decimal_mark", "period", "respondent",
      "missing",
      "multi_select", "completed", "test_rows", "identifiers", "texts", "quasi_identifiers",
    ])
  static let perspective = KeyList(path: "sources.perspective", required: ["column", "values"])
  static let sourceOrganisation = KeyList(
    path: "sources.organisation", optional: ["column", "values", "constant", "prefix"])
  static let period = KeyList(path: "sources.period", optional: ["column", "order", "constant"])
  static let respondent = KeyList(path: "sources.respondent", required: ["column"])
  static let missing = KeyList(
    path: "sources.missing", optional: ["not_shown", "non_answer", "empty"])
  static let multiSelect = KeyList(
    path: "sources.multi_select", required: ["separator", "options"])
  static let completed = KeyList(
    path: "sources.completed", required: ["column"], optional: ["values"])
  static let testRows = KeyList(path: "sources.test_rows", required: ["column", "values"])
  static let withheld = KeyList(
    path: "withheld", required: ["organisation", "reason"], optional: ["period", "perspective"])
  static let outputs = KeyList(path: "outputs", optional: ["languages", "reports"])
  static let thresholds = KeyList(
    path: "thresholds",
    optional: [
      "minimum_answers", "allow_small_counts", "minimum_for_reading", "minimum_change",
      "minimum_peers_for_reading",
      "minimum_peers", "minimum_reliability", "false_discovery_rate", "warn_rejected",
      "stop_rejected", "unclosed_quote_lines",
    ])
  static let text = KeyList(path: "(text)", optional: ["de", "en"])

  private static let lists = [
    root, organisations, organisation, fromExports, scale, item, dimension, source, perspective,
    sourceOrganisation, period, respondent, missing, multiSelect, completed, testRows, withheld,
    outputs,
    thresholds, text,
  ]

  /// Every mapping of the schema by its path, with its keys.
  ///
  /// The path of the whole file is empty; that of texts in two languages is `(text)`.
  public static var all: [(path: String, keys: [String], required: [String])] {
    lists.map { ($0.path, $0.all, $0.required) }
  }
}
