import Benchmark

/// The bytes of an HTML page while it is being written; the only place where text is escaped.
///
/// Markup can only be a literal of this program (`StaticString`); all that comes from elsewhere
/// goes through `text`, which escapes it, so that no name can ever become markup.
struct Page {
  /// What has been written so far.
  private(set) var bytes: [UInt8] = []
  /// The language of the page.
  let language: Language

  /// Starts an empty page.
  ///
  /// - Parameter language: The language of the page.
  init(language: Language) {
    self.language = language
    bytes.reserveCapacity(64 << 10)
  }

  /// How numbers are written on this page.
  var conventions: NumberConventions { language == .german ? .german : .english }

  /// Appends markup.
  ///
  /// - Parameter markup: A literal of this program.
  mutating func raw(_ markup: StaticString) {
    precondition(markup.hasPointerRepresentation, "markup is longer than one character")
    // The buffer belongs to the program text and outlives the page.
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Appends text, escaped for element content and for quoted attributes alike.
  ///
  /// - Parameter text: Any text.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { unsafe escape($0) }
  }

  /// Appends bytes of a text: as they are up to one that needs escaping, then that one.
  private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in utf8.indices {
      let byte = unsafe utf8[index]
      guard Self.needsEscape[Int(byte)] else { continue }
      unsafe bytes.append(contentsOf: utf8[start..<index])
      start = index + 1
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      case UInt8(ascii: "'"): raw("&#39;")
      default: bytes.append(0x20)
      }
    }
    unsafe bytes.append(contentsOf: utf8[start...])
  }

  private static let needsEscape: [Bool] = (0..<256).map { byte in
    "&<>\"'".utf8.contains(UInt8(byte)) || byte < 0x20 && byte != 0x09 && byte != 0x0A
  }

  /// Appends a length or position of a drawing with at most two digits after the point.
  ///
  /// - Parameter value: In units of the drawing.
  mutating func coordinate(_ value: Double) {
    FigureText((value * 100).rounded() / 100).write(to: &bytes)
  }

  /// Appends the exact value of a figure with `.` as decimal mark.
  ///
  /// - Parameter value: The figure.
  mutating func exact(_ value: Double) {
    FigureText(value).write(to: &bytes)
  }

  /// Appends a figure with its exact value, its source, and its rounded form for readers.
  ///
  /// - Parameter figure: The figure; nothing is written for `nil`.
  mutating func figure(_ figure: Figure?) {
    guard let figure else { return }
    raw("<data value=\"")
    exact(figure.value)
    switch figure.source {
    case .cell(let id, let part):
      raw("\" data-cell=\"")
      text(id.description)
      if part != .value {
        raw("\" data-part=\"")
        text(part.rawValue)
      }
    case .count(let pattern):
      raw("\" data-count=\"")
      text(pattern)
    case .setting(let name):
      raw("\" data-setting=\"")
      text(name)
    }
    raw("\">")
    rounded(figure)
    raw("</data>")
  }

  /// Appends a figure rounded for readers, as plain text.
  ///
  /// - Parameter figure: The figure.
  mutating func rounded(_ figure: Figure) {
    let text = FigureText(figure.value)
    switch figure.style {
    case .whole: text.write(places: 0, conventions: conventions, to: &bytes)
    case .signed: text.write(places: 0, signed: true, conventions: conventions, to: &bytes)
    case .places(let places): text.write(places: places, conventions: conventions, to: &bytes)
    case .percent(let places):
      text.write(places: places, shift: 2, conventions: conventions, to: &bytes)
      bytes.append(contentsOf: conventions.beforePercent)
      bytes.append(UInt8(ascii: "%"))
    }
  }

  /// Appends the word or the reason of a cell with its source.
  ///
  /// - Parameters:
  ///   - cell: The cell; its word or reason becomes the exact value.
  ///   - words: What readers see.
  mutating func word(of cell: Cell, _ words: (inout Page) -> Void) {
    raw("<data value=\"")
    text(cell.word ?? cell.reason?.rawValue ?? "")
    raw("\" data-cell=\"")
    text(cell.id.description)
    raw("\">")
    words(&self)
    raw("</data>")
  }
}

/// What stands in for a placeholder of a phrase.
enum Insert {
  /// A text, escaped.
  case text(String)
  /// A figure with its source.
  case figure(Figure?)
  /// A figure rounded, without markup, for titles of drawings.
  case rounded(Figure?)
  /// A phrase with one figure in it: the phrase, the name of its placeholder, the figure.
  case phrase(any Phrase, String, Figure)
}

extension Page {
  /// Appends a phrase of the catalogue with its placeholders filled.
  ///
  /// - Parameters:
  ///   - phrase: The phrase.
  ///   - inserts: What stands in for each `{name}`.
  mutating func say(_ phrase: some Phrase, _ inserts: KeyValuePairs<String, Insert> = [:]) {
    say(phrase.text[language], inserts)
  }

  private mutating func say(_ sentence: String, _ inserts: KeyValuePairs<String, Insert>) {
    var sentence = sentence
    sentence.withUTF8 { utf8 in
      var position = 0
      while let open = unsafe utf8[position...].firstIndex(of: UInt8(ascii: "{")),
        let close = unsafe utf8[open...].firstIndex(of: UInt8(ascii: "}"))
      {
        unsafe escape(utf8.extracting(position..<open))
        let name = unsafe utf8[(open + 1)..<close]
        guard let insert = inserts.first(where: { unsafe $0.key.utf8.elementsEqual(name) }) else {
          let name = unsafe String(decoding: name, as: UTF8.self)
          preconditionFailure("a phrase has a placeholder that nobody fills: \(name)")
        }
        put(insert.value)
        position = close + 1
      }
      unsafe escape(utf8.extracting(position..<utf8.count))
    }
  }

  private mutating func put(_ insert: Insert) {
    switch insert {
    case .text(let text): self.text(text)
    case .figure(let figure): self.figure(figure)
    case .rounded(let figure): if let figure { rounded(figure) }
    case .phrase(let phrase, let name, let figure):
      say(phrase.text[language], [name: .figure(figure)])
    }
  }
}
