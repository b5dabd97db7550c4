/// What is known about the exports of one tool: how to recognise them, and what their columns mean.
///
/// An adapter is data plus little code; adding one is a file beside this one, a line in
/// `Adapter.all`, and a sample.
public struct Adapter: Sendable {
  /// A tool, by the word that a pipeline names it with.
  public enum Tool: String, Sendable, Equatable, CaseIterable {
    /// LimeSurvey.
    case limesurvey
    /// SoSci Survey.
    case sosci
    /// Qualtrics.
    case qualtrics
    /// SurveyMonkey.
    case surveymonkey
    /// Google Forms.
    case googleForms = "google-forms"
    /// Microsoft Forms.
    case microsoftForms = "microsoft-forms"
    /// KoboToolbox.
    case kobotoolbox
    /// ODK Central.
    case odkCentral = "odk-central"
    /// REDCap.
    case redcap
    /// Typeform.
    case typeform
    /// The survey framework formr.
    case formr
    /// Unipark, also called EFS Survey or Tivian.
    case unipark
    /// Reviews from the Google Play Console.
    case googlePlay = "google-play"
    /// Reviews from Trustpilot Business.
    case trustpilot
    /// Any other list of reviews.
    case reviewList = "review-list"
  }

  /// Who usually speaks in the exports of a tool.
  public enum Speaker: String, Sendable, Equatable, CaseIterable {
    /// Somebody who was asked.
    case user
    /// Somebody who wrote a public review.
    case review
  }

  /// How answers to a question with several ticks are written.
  public enum MultiSelect: String, Sendable, Equatable, CaseIterable {
    /// One column per option, ticked or not.
    case columnPerOption = "column-per-option"
    /// One cell that joins the options by a comma.
    case joinedByComma = "joined-by-comma"
    /// One cell that joins the options by a semicolon.
    case joinedBySemicolon = "joined-by-semicolon"
    /// One cell that joins the options by a blank, and one column per option.
    case joinedByBlank = "joined-by-blank"
    /// There are none.
    case none
  }

  /// A column and the texts that count; none if anything but a blank counts.
  public struct Marker: Sendable, Equatable {
    /// The heading.
    public let heading: String
    /// The texts, empty if every text counts.
    public let values: [String]

    /// Makes a marker.
    ///
    /// - Parameters:
    ///   - heading: The heading.
    ///   - values: The texts that count.
    public init(heading: String, values: [String] = []) {
      self.heading = heading
      self.values = values
    }
  }

  /// A set of headings that tells the tool, with how many of them must be there.
  struct Fingerprint: Sendable {
    let headings: [HeadingPattern]
    let needed: Int

    init(_ headings: [HeadingPattern], needed: Int) {
      self.headings = headings
      self.needed = needed
    }
  }

  /// The tool.
  public let tool: Tool
  /// The tool's name as people write it.
  public let name: String
  /// Who usually speaks.
  public var speaker = Speaker.user
  /// How ticks are written.
  public var multiSelect = MultiSelect.none
  /// Cell texts that are no answer.
  public var missing: [String: Answer] = [:]
  /// Sets of headings of which one is enough.
  var fingerprints: [Fingerprint] = []
  /// Records after the headings that belong to the head, decided by their content.
  var extraHeaderRows: @Sendable (_ headings: [String], _ records: [[String]]) -> Int = { _, _ in 0
  }
  /// What the content must show beyond the headings for the tool to be recognised.
  var contentAgrees: @Sendable (_ headings: [String], _ records: [[String]]) -> Bool = { _, _ in
    true
  }
  /// Columns that say whether a row is complete; the first one that is there counts.
  var completed: [Marker] = []
  /// Columns that mark tests and previews; the first one that is there counts.
  var testRows: [Marker] = []
  /// Columns that identify persons.
  var identifiers: [HeadingPattern] = []
  /// Columns of technical facts.
  var technical: [HeadingPattern] = []
  /// Columns of free text.
  var texts: [HeadingPattern] = []
  /// Columns that say where the person was rating, the best first.
  var organisations: [HeadingPattern] = []
  /// Date columns, the best first.
  var dates: [HeadingPattern] = []
  /// Columns whose low answers are good.
  var reversed: [HeadingPattern] = []
  /// Columns that hold ratings; if there are any, nothing else is an item.
  var ratings: [HeadingPattern] = []

  init(_ tool: Tool, _ name: String) {
    self.tool = tool
    self.name = name
  }

  /// All adapters, in the order in which they are preferred when the evidence is the same.
  public static let all: [Adapter] = [
    limeSurvey, soSci, qualtrics, surveyMonkey, koboToolbox, odkCentral, redcap, typeform, formr,
    unipark, googlePlay, trustpilot, microsoftForms, googleForms, reviewList,
  ]

  /// The adapter of a tool.
  ///
  /// - Parameter tool: The tool.
  /// - Returns: What is known about it.
  public static func adapter(for tool: Tool) -> Adapter {
    guard let adapter = all.first(where: { $0.tool == tool }) else {
      preconditionFailure("every tool has its adapter")
    }
    return adapter
  }
}

/// What a heading must look like, without regard to case and to blanks at its ends.
enum HeadingPattern: Sendable, ExpressibleByStringLiteral {
  /// The whole heading.
  case exact(String)
  /// How it begins.
  case begins(String)
  /// How it ends.
  case ends(String)
  /// A word in it, between marks or blanks.
  case word(String)

  init(stringLiteral value: String) { self = .exact(value) }

  /// Whether a heading looks so.
  ///
  /// - Parameter heading: The heading in lower case, normalised.
  /// - Returns: Whether it does.
  func fits(_ heading: String) -> Bool {
    switch self {
    case .exact(let text): heading == text.lowercased()
    case .begins(let text): heading.hasPrefix(text.lowercased())
    case .ends(let text): heading.hasSuffix(text.lowercased())
    case .word(let text):
      heading.split { !$0.isLetter && !$0.isNumber }.contains { $0 == text.lowercased() }
    }
  }
}

extension [HeadingPattern] {
  /// Whether a heading fits one of the patterns.
  ///
  /// - Parameter heading: The heading.
  /// - Returns: Whether it does.
  func fit(_ heading: String) -> Bool {
    let folded = heading.lowercased()
    return contains { $0.fits(folded) }
  }

  /// The first pattern that a heading fits, and that heading.
  ///
  /// - Parameter headings: The headings of a file.
  /// - Returns: The place of the heading.
  func first(in headings: [String]) -> Int? {
    for pattern in self {
      if let index = headings.firstIndex(where: { pattern.fits($0.lowercased()) }) { return index }
    }
    return nil
  }
}
