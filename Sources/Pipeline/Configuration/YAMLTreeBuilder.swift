/// Puts a tree together from the start, scalar and end events of a YAML parser.
///
/// It keeps its own stack, so that nested input cannot exhaust the program's.
struct YAMLTreeBuilder {
  /// How deep lists and mappings may be nested; pipelines need six levels.
  static let greatestDepth = 32

  private struct Frame {
    let place: Place
    let isMapping: Bool
    var nodes: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    var firstPlaces: [String: Place] = [:]
    var key: YAMLNode?
  }

  private var stack: [Frame] = []
  private(set) var document = YAMLDocument()

  /// Whether one more level may be opened.
  var hasRoom: Bool { stack.count < Self.greatestDepth }

  /// Notes that something is wrong.
  ///
  /// - Parameters:
  ///   - message: What is wrong.
  ///   - place: Where.
  mutating func report(_ message: Message, at place: Place) {
    document.problems.append((message, place))
  }

  /// Starts a list or a mapping.
  ///
  /// - Parameters:
  ///   - isMapping: Whether it is a mapping.
  ///   - place: Where it starts.
  mutating func open(isMapping: Bool, at place: Place) {
    stack.append(Frame(place: place, isMapping: isMapping))
  }

  /// Ends the list or mapping that was started last.
  mutating func close() {
    guard let frame = stack.popLast() else { return }
    let content =
      frame.isMapping ? YAMLNode.Content.mapping(frame.entries) : .sequence(frame.nodes)
    add(YAMLNode(place: frame.place, content: content))
  }

  /// Adds a finished node where it belongs: as root, list element, key or value.
  ///
  /// - Parameter node: The node.
  mutating func add(_ node: YAMLNode) {
    guard var frame = stack.popLast() else {
      document.root = node
      return
    }
    if !frame.isMapping {
      frame.nodes.append(node)
    } else if let key = frame.key {
      frame.key = nil
      addEntry(key, node, to: &frame)
    } else {
      frame.key = node
    }
    stack.append(frame)
  }

  private mutating func addEntry(_ key: YAMLNode, _ value: YAMLNode, to frame: inout Frame) {
    switch key.content {
    case .refused:
      return
    case .sequence, .mapping:
      report(.keyIsNoText(), at: key.place)
    case .scalar(let text, isPlain: let isPlain):
      if isPlain && text == "<<" {
        report(.anchorOrAlias(), at: key.place)
      } else if isPlain && text.isEmpty {
        report(.keyIsNoText(), at: key.place)
      } else if let first = frame.firstPlaces[text] {
        report(.duplicateKey(text, first: first), at: key.place)
      } else {
        frame.firstPlaces[text] = key.place
        frame.entries.append(YAMLEntry(key: text, place: key.place, value: value))
      }
    }
  }
}
