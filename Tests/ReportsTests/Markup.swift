/// The tokens of a page, read back by a strict little parser that knows nothing of the renderer.
struct Markup {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
    var inner: [Int] = []
    var parent: Int?

    subscript(_ attribute: String) -> String? { attributes[attribute] }
  }

  /// What is wrong with the markup, or empty.
  private(set) var faults: [String] = []
  /// All elements in document order.
  private(set) var elements: [Element] = []
  /// The text of the body without markup.
  private(set) var text = ""

  private static let void: Set<String> = ["meta", "br"]

  init(_ bytes: [UInt8]) {
    var open: [Int] = []
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    while let start = rest.firstIndex(of: "<") {
      add(String(rest[..<start]), to: open)
      guard let end = rest[start...].firstIndex(of: ">") else {
        faults.append("a tag is not closed")
        return
      }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!DOCTYPE") { continue }
      if tag.hasPrefix("/") {
        guard let last = open.popLast(), elements[last].name == tag.dropFirst() else {
          faults.append("unbalanced </\(tag.dropFirst())>")
          return
        }
        continue
      }
      var element = Self.parse(tag)
      element.parent = open.last
      elements.append(element)
      if let parent = open.last { elements[parent].inner.append(elements.count - 1) }
      if !tag.hasSuffix("/"), !Self.void.contains(element.name) { open.append(elements.count - 1) }
    }
    if !open.isEmpty { faults.append("elements stay open") }
  }

  private mutating func add(_ raw: String, to open: [Int]) {
    if raw.contains("\"") && open.last.map({ elements[$0].name }) != "style" {
      faults.append("a bare quotation mark in text")
    }
    let text = Self.unescape(raw)
    for index in open { elements[index].text += text }
    if !open.contains(where: { ["style", "title"].contains(elements[$0].name) }) {
      self.text += text
    }
  }

  private static func parse(_ tag: Substring) -> Element {
    var scan = tag.hasSuffix("/") ? tag.dropLast() : tag
    let name = scan.prefix { $0 != " " }
    scan = scan.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while let equals = scan.firstIndex(of: "=") {
      let key = scan[..<equals].drop { $0 == " " }
      let opened = scan[scan.index(equals, offsetBy: 2)...]
      guard let closing = opened.firstIndex(of: "\"") else { break }
      attributes[String(key)] = unescape(String(opened[..<closing]))
      scan = opened[opened.index(after: closing)...]
    }
    return Element(name: String(name), attributes: attributes)
  }

  static func unescape(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = text
    for (code, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      result = result.split(separator: code, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return result
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }
}
