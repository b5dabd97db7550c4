internal import CYAML

/// Reads a YAML text with libyaml, the only place that knows its types.
enum YAMLReader {
  /// The largest pipeline file, in bytes.
  static let greatestSize = 1 << 20

  /// Reads a YAML text.
  ///
  /// - Parameter bytes: The file's content.
  /// - Returns: The tree, and everything that is wrong with the text as YAML.
  static func read(_ bytes: [UInt8]) -> YAMLDocument {
    var document = YAMLDocument()
    guard bytes.count <= greatestSize else {
      document.problems.append((.fileTooLarge(), Place(line: 1, column: 1)))
      return document
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if let problem = YAMLText.firstProblem(in: text) {
      document.problems.append(problem)
      return document
    }
    return parse(text)
  }

  private static func parse(_ text: [UInt8]) -> YAMLDocument {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { unsafe parser.deallocate() }
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      preconditionFailure("libyaml found no memory for a parser")
    }
    defer { unsafe yaml_parser_delete(parser) }
    return unsafe text.withUnsafeBufferPointer { buffer in
      unsafe yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      return unsafe readEvents(of: parser, text: text)
    }
  }

  private static func readEvents(
    of parser: UnsafeMutablePointer<yaml_parser_t>, text: [UInt8]
  ) -> YAMLDocument {
    var builder = YAMLTreeBuilder()
    var documents = 0
    var longQuote: (start: Place, lastLine: Int)?
    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    defer { unsafe event.deallocate() }
    while true {
      guard unsafe yaml_parser_parse(parser, event) == 1 else {
        var (message, place) = unsafe syntaxProblem(of: parser, text: text)
        if let longQuote, longQuote.lastLine == place.line {
          (message, place) = (YAMLSyntax.openQuote.message, longQuote.start)
        }
        builder.report(message, at: place)
        return YAMLDocument(root: nil, problems: builder.document.problems)
      }
      defer { unsafe yaml_event_delete(event) }
      let place = unsafe self.place(of: event.pointee.start_mark)
      switch unsafe event.pointee.type {
      case YAML_STREAM_END_EVENT:
        if documents == 0 { builder.report(.emptyFile(), at: Place(line: 1, column: 1)) }
        return builder.document
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 {
          builder.report(.severalDocuments(), at: place)
          return builder.document
        }
      case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
        guard builder.hasRoom else {
          builder.report(.tooDeep(), at: place)
          return YAMLDocument(root: nil, problems: builder.document.problems)
        }
        unsafe open(event, at: place, in: &builder)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        builder.close()
      case YAML_SCALAR_EVENT:
        unsafe addScalar(event, at: place, to: &builder)
        let lastLine = unsafe self.place(of: event.pointee.end_mark).line
        let style = unsafe event.pointee.data.scalar.style
        let isQuoted =
          style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
        if isQuoted, lastLine > place.line { longQuote = (place, lastLine) }
      case YAML_ALIAS_EVENT:
        builder.report(.anchorOrAlias(), at: place)
        builder.add(YAMLNode(place: place, content: .refused))
      default:
        break
      }
    }
  }

  private static func open(
    _ event: UnsafeMutablePointer<yaml_event_t>, at place: Place,
    in builder: inout YAMLTreeBuilder
  ) {
    let isMapping = unsafe event.pointee.type == YAML_MAPPING_START_EVENT
    let hasAnchor: Bool
    let hasTag: Bool
    if isMapping {
      hasAnchor = unsafe event.pointee.data.mapping_start.anchor != nil
      hasTag = unsafe event.pointee.data.mapping_start.tag != nil
    } else {
      hasAnchor = unsafe event.pointee.data.sequence_start.anchor != nil
      hasTag = unsafe event.pointee.data.sequence_start.tag != nil
    }
    if hasAnchor { builder.report(.anchorOrAlias(), at: place) }
    if hasTag { builder.report(.tag(), at: place) }
    builder.open(isMapping: isMapping, at: place)
  }

  private static func addScalar(
    _ event: UnsafeMutablePointer<yaml_event_t>, at place: Place,
    to builder: inout YAMLTreeBuilder
  ) {
    let scalar = unsafe event.pointee.data.scalar
    if unsafe scalar.anchor != nil { builder.report(.anchorOrAlias(), at: place) }
    if unsafe scalar.tag != nil { builder.report(.tag(), at: place) }
    let text = unsafe String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
    builder.add(YAMLNode(place: place, content: .scalar(text, isPlain: isPlain)))
  }

  private static func syntaxProblem(
    of parser: UnsafeMutablePointer<yaml_parser_t>, text: [UInt8]
  ) -> (Message, Place) {
    let reason = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? ""
    let syntax = YAMLSyntax(reason: reason)
    let problemMark = unsafe parser.pointee.problem_mark
    let contextMark = unsafe parser.pointee.context_mark
    let mark =
      switch syntax.spot {
      case .end: problemMark
      case .start: contextMark
      case .startOfOtherLine: contextMark.line < problemMark.line ? contextMark : problemMark
      }
    if YAMLText.scalar(in: text, at: problemMark.index) == "\t" {
      return (.tab(), place(of: problemMark))
    }
    return (syntax.message, place(of: mark))
  }

  private static func place(of mark: yaml_mark_t) -> Place {
    Place(line: mark.line + 1, column: mark.column + 1)
  }
}
