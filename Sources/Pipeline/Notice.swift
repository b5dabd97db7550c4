public import Benchmark

/// Something a person should know: what happened, where, and the way out; never the text of a cell.
public struct Notice: Error, Sendable, Equatable {
  /// How bad it is.
  public enum Severity: String, Sendable, Equatable {
    /// The command cannot do what was asked.
    case error
    /// The outputs are valid, but somebody should look.
    case warning
  }

  /// A place in a file.
  public struct Place: Sendable, Equatable {
    /// The file, as given or without its folder.
    public var file: String
    /// The line, from 1.
    public var line: Int?
    /// The column within the line, from 1.
    public var column: Int?

    /// Makes a place.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - line: The line, from 1.
    ///   - column: The column within the line, from 1.
    public init(file: String, line: Int? = nil, column: Int? = nil) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  /// How bad it is.
  public var severity: Severity
  /// The stable code, `EL-E-…` for errors and `EL-W-…` for warnings.
  public var code: String
  /// Where it happened.
  public var place: Place?
  /// What happened.
  public var problem: LocalisedText
  /// What to do about it.
  public var wayOut: LocalisedText

  /// Makes a message.
  ///
  /// - Parameters:
  ///   - severity: How bad it is.
  ///   - code: The stable code.
  ///   - place: Where it happened.
  ///   - problem: What happened.
  ///   - wayOut: What to do about it.
  public init(
    _ severity: Severity = .error, code: String, place: Place? = nil, problem: LocalisedText,
    wayOut: LocalisedText
  ) {
    self.severity = severity
    self.code = code
    self.place = place
    self.problem = problem
    self.wayOut = wayOut
  }

  /// The message on one line: place, code, problem, way out.
  ///
  /// - Parameter language: The language.
  /// - Returns: The line, without a line end.
  public func text(in language: Language) -> String {
    var parts: [String] = []
    if let place {
      let numbers = [place.line, place.column].compactMap { $0 }.map { ":\($0)" }
      parts.append(place.file + numbers.joined() + ":")
    }
    parts.append(code)
    parts.append(sentence(in: language))
    return parts.joined(separator: " ")
  }

  /// Problem and way out without place and code, as two sentences or as one with a semicolon.
  ///
  /// - Parameter language: The language.
  /// - Returns: The text, on one line.
  func sentence(in language: Language) -> String {
    let (problem, wayOut) = (problem[language], wayOut[language])
    // Messages about configuration start small and read on, those about data are whole sentences.
    if wayOut.first?.isLowercase == true { return "\(problem); \(wayOut)" }
    return "\(problem). \(wayOut)" + (wayOut.hasSuffix("?") ? "" : ".")
  }
}

/// Why a command stopped: how it ends, and what to tell.
public struct Failure: Error, Sendable, Equatable {
  /// How the command ends.
  public var exit: ExitCode
  /// What to tell, at least one message.
  public var notices: [Notice]

  /// Makes a failure of one message.
  ///
  /// - Parameters:
  ///   - exit: How the command ends.
  ///   - message: What to tell.
  public init(_ exit: ExitCode, _ message: Notice) {
    self.exit = exit
    notices = [message]
  }

  /// Makes a failure of several notices.
  ///
  /// - Parameters:
  ///   - exit: How the command ends.
  ///   - notices: What to tell.
  public init(_ exit: ExitCode, _ notices: [Notice]) {
    self.exit = exit
    self.notices = notices
  }
}
