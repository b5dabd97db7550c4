/// One node of a YAML document with the place where it starts.
struct YAMLNode {
  /// What a node holds.
  enum Content {
    /// A text; `isPlain` when it was written without quotes and not as a block.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values, in the order of the file, without the entries that were refused.
    case mapping([YAMLEntry])
    /// Something that was reported already (an alias, for example); decoding passes it over.
    case refused
  }

  /// Where the node starts.
  let place: Place
  /// What it holds.
  let content: Content

  /// Whether the node is the empty value of YAML 1.2: nothing at all, `~` or `null`.
  var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}

/// One key of a mapping with its value.
struct YAMLEntry {
  /// The key.
  let key: String
  /// Where the key starts.
  let place: Place
  /// The value.
  let value: YAMLNode
}

/// What reading a YAML text gave: its root, and what was wrong with it.
struct YAMLDocument {
  /// The root node, or `nil` if the text has none or breaks the rules of YAML.
  var root: YAMLNode?
  /// What was wrong, in the order it was met.
  var problems: [(message: Message, place: Place)] = []
}
