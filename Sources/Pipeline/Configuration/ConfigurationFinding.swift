public import Benchmark

/// One error in a configuration: where it stands, what is wrong, and what would be right.
public struct ConfigurationFinding: Error, Sendable, Equatable {
  /// The path of the file as it was given, or as it follows from the pipeline file.
  public let file: String
  /// The line, from 1, or `nil` for the file as a whole.
  public let line: Int?
  /// The column in characters, from 1, or `nil` for the line as a whole.
  public let column: Int?
  /// The kind of error.
  public let code: ConfigurationCode
  /// What is wrong.
  public let problem: LocalisedText
  /// What would be right.
  public let wayOut: LocalisedText

  init(file: String, line: Int?, column: Int?, message: Message) {
    self.file = file
    self.line = line
    self.column = column
    code = message.code
    problem = message.problem
    wayOut = message.wayOut
  }

  /// The finding as one line that editors can jump to: `file:line:column: code problem; way out`.
  ///
  /// - Parameter language: The language of the message.
  /// - Returns: One line without a line end.
  public func text(in language: Language) -> String {
    let place = [line, column].compactMap(\.self).map { ":\($0)" }.joined()
    return "\(file)\(place): \(code.rawValue) \(problem[language]); \(wayOut[language])"
  }
}

/// All errors of a configuration, sorted by place; never empty.
public struct ConfigurationErrors: Error, Sendable, Equatable {
  /// The errors: those of the pipeline file first, then those of the list of organisations.
  public let findings: [ConfigurationFinding]

  init(findings: [ConfigurationFinding]) {
    precondition(!findings.isEmpty, "errors without a finding")
    self.findings = findings
  }

  /// All findings, one line each.
  ///
  /// - Parameter language: The language of the messages.
  /// - Returns: Lines, each with a line end.
  public func text(in language: Language) -> String {
    findings.map { $0.text(in: language) + "\n" }.joined()
  }
}
