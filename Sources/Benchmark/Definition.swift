public import Tally

/// A language that reports and messages are written in.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
  /// German.
  case german = "de"
  /// English.
  case english = "en"
}

/// A text in both languages.
public struct LocalisedText: Sendable, Hashable, Codable {
  /// The German text.
  public var de: String
  /// The English text.
  public var en: String

  /// Makes a text.
  ///
  /// - Parameters:
  ///   - de: The German text.
  ///   - en: The English text.
  public init(de: String, en: String) {
    self.de = de
    self.en = en
  }

  /// The text in one language.
  ///
  /// - Parameter language: The language.
  public subscript(language: Language) -> String { language == .german ? de : en }
}

/// What a pipeline is about: everything that gives the counts of a tally their meaning.
///
/// It travels inside the tally file, so that a report can be made from that file alone.
public struct Definition: Sendable, Equatable, Codable {
  /// One question.
  public struct Item: Sendable, Equatable, Codable {
    /// The stable key.
    public var key: String
    /// The wording.
    public var text: LocalisedText
    /// The lowest value of the scale, in units of 10^-`decimals`.
    public var minimum: Int
    /// The highest value of the scale, in units of 10^-`decimals`.
    public var maximum: Int
    /// The distance between two values of the scale, in units of 10^-`decimals`.
    public var step: Int
    /// Digits after the decimal mark.
    public var decimals: Int
    /// Whether a low value is good, so that levels are turned round (school grades, negative items).
    public var reversed: Bool

    /// Makes an item.
    ///
    /// - Parameters:
    ///   - key: The stable key.
    ///   - text: The wording.
    ///   - minimum: The lowest value, in units of 10^-`decimals`.
    ///   - maximum: The highest value, in units of 10^-`decimals`.
    ///   - step: The distance of two values, in units of 10^-`decimals`.
    ///   - decimals: Digits after the decimal mark.
    ///   - reversed: Whether a low value is good.
    public init(
      key: String, text: LocalisedText, minimum: Int, maximum: Int, step: Int = 1,
      decimals: Int = 0, reversed: Bool = false
    ) {
      self.key = key
      self.text = text
      self.minimum = minimum
      self.maximum = maximum
      self.step = step
      self.decimals = decimals
      self.reversed = reversed
    }

    /// The number of levels of the scale.
    public var levels: Int { (maximum - minimum) / step + 1 }
  }

  /// A named set of items.
  public struct Dimension: Sendable, Equatable, Codable {
    /// The stable key.
    public var key: String
    /// The name.
    public var name: LocalisedText
    /// The keys of its items.
    public var items: [String]
    /// The fewest answered items for a score; `nil` means half of them, rounded up.
    public var minimumAnswered: Int?

    /// Makes a dimension.
    ///
    /// - Parameters:
    ///   - key: The stable key.
    ///   - name: The name.
    ///   - items: The keys of its items.
    ///   - minimumAnswered: The fewest answered items for a score, or `nil` for half.
    public init(key: String, name: LocalisedText, items: [String], minimumAnswered: Int? = nil) {
      self.key = key
      self.name = name
      self.items = items
      self.minimumAnswered = minimumAnswered
    }
  }

  /// A key with a name: a perspective or a peer group.
  public struct Named: Sendable, Equatable, Codable {
    /// The stable key.
    public var key: String
    /// The name; for a perspective in the plural ("Nutzende", "users").
    public var name: LocalisedText

    /// Makes a named key.
    ///
    /// - Parameters:
    ///   - key: The stable key.
    ///   - name: The name.
    public init(key: String, name: LocalisedText) {
      self.key = key
      self.name = name
    }
  }

  /// An organisation that reports are about.
  public struct Organisation: Sendable, Equatable, Codable {
    /// The stable key, as exports name it.
    public var key: String
    /// The name printed on its own report.
    public var name: String
    /// The key of its peer group.
    public var peerGroup: String

    /// Makes an organisation.
    ///
    /// - Parameters:
    ///   - key: The stable key.
    ///   - name: The name printed on its own report.
    ///   - peerGroup: The key of its peer group.
    public init(key: String, name: String, peerGroup: String) {
      self.key = key
      self.name = name
      self.peerGroup = peerGroup
    }
  }

  /// Answers that an analyst withholds because they are implausible.
  ///
  /// They count nowhere, neither for the organisation nor for its peers, and reports say so.
  public struct Withheld: Sendable, Equatable, Codable {
    /// The key of the organisation.
    public var organisation: String
    /// The calendar slice, or `nil` for all.
    public var period: String?
    /// The key of the perspective, or `nil` for all.
    public var perspective: String?
    /// Why, for whoever asks later.
    public var reason: String

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - organisation: The key of the organisation.
    ///   - period: The calendar slice, or `nil` for all.
    ///   - perspective: The key of the perspective, or `nil` for all.
    ///   - reason: Why, for whoever asks later.
    public init(organisation: String, period: String?, perspective: String?, reason: String) {
      self.organisation = organisation
      self.period = period
      self.perspective = perspective
      self.reason = reason
    }
  }

  /// A kind of report that a run writes.
  public enum ReportKind: String, Sendable, Equatable, Codable, CaseIterable {
    /// One for each organisation.
    case organisations
    /// The one for funders.
    case funder
  }

  /// How finely a tally slices time.
  public enum Period: String, Sendable, Equatable, Codable, CaseIterable {
    /// Not at all: one slice called `all`.
    case all
    /// Calendar years.
    case year
    /// Calendar quarters.
    case quarter
    /// Calendar months.
    case month
  }

  /// The numbers that decide what is shown; the defaults are those of staged disclosure.
  public struct Thresholds: Sendable, Equatable, Codable {
    /// The fewest answers for any figure (k).
    public var minimumAnswers = 10
    /// The fewest answers for a reading or a verdict on change.
    public var minimumForReading = 30
    /// The fewest answers by which published counts may change from one release to the next; 1 lets all
    /// changes pass.
    public var minimumChange = 5
    /// The fewest organisations with a figure for a reading.
    public var minimumPeersForReading = 10
    /// The fewest organisations with a figure for any comparison.
    public var minimumPeers = 5
    /// The lowest reliability for a reading.
    public var minimumReliability = 0.6
    /// The false discovery rate for headlines.
    public var falseDiscoveryRate = 0.05
    /// The share of rejected records above which a run ends with warnings.
    public var warnRejected = 0.01
    /// The share of rejected records above which a run stops.
    public var stopRejected = 0.1

    /// Makes the default thresholds.
    public init() {}
  }

  /// The key of the pipeline, also the name of its folder below the output directory.
  public var pipeline: String
  /// The title of the reports.
  public var title: LocalisedText
  /// The languages reports are written in.
  public var languages: [Language]
  /// The kinds of reports that are written; tables and the summary always are.
  public var reports: [ReportKind]
  /// How time is sliced.
  public var period: Period
  /// Who speaks; the first one leads the reports.
  public var perspectives: [Named]
  /// The questions.
  public var items: [Item]
  /// The dimensions.
  public var dimensions: [Dimension]
  /// The groups within which organisations may be compared.
  public var peerGroups: [Named]
  /// The listed organisations; empty when they are taken from the exports.
  public var organisations: [Organisation]
  /// The peer group of organisations that are taken from the exports, or `nil` when they are listed.
  public var openPeerGroup: String?
  /// The numbers that decide what is shown.
  public var thresholds: Thresholds
  /// Answers withheld as implausible; mostly none.
  public var withheld: [Withheld] = []

  /// Makes a definition.
  ///
  /// - Parameters:
  ///   - pipeline: The key of the pipeline.
  ///   - title: The title of the reports.
  ///   - languages: The languages of the reports.
  ///   - reports: The kinds of reports that are written.
  ///   - period: How time is sliced.
  ///   - perspectives: Who speaks.
  ///   - items: The questions.
  ///   - dimensions: The dimensions.
  ///   - peerGroups: The groups that may be compared.
  ///   - organisations: The listed organisations.
  ///   - openPeerGroup: The peer group of organisations taken from the exports.
  ///   - thresholds: The numbers that decide what is shown.
  public init(
    pipeline: String, title: LocalisedText, languages: [Language],
    reports: [ReportKind] = ReportKind.allCases, period: Period,
    perspectives: [Named], items: [Item], dimensions: [Dimension], peerGroups: [Named],
    organisations: [Organisation], openPeerGroup: String?, thresholds: Thresholds
  ) {
    self.pipeline = pipeline
    self.title = title
    self.languages = languages
    self.reports = reports
    self.period = period
    self.perspectives = perspectives
    self.items = items
    self.dimensions = dimensions
    self.peerGroups = peerGroups
    self.organisations = organisations
    self.openPeerGroup = openPeerGroup
    self.thresholds = thresholds
  }

  /// What a tally of this pipeline counts.
  public var schema: Schema {
    let index = Dictionary(
      items.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    return Schema(
      items: items.map { Schema.Item(key: $0.key, levels: $0.levels) },
      dimensions: dimensions.map { dimension in
        let members = dimension.items.compactMap { index[$0] }
        return Schema.Dimension(
          key: dimension.key, items: members,
          minimumAnswered: dimension.minimumAnswered ?? (members.count + 1) / 2)
      },
      perspectives: perspectives.map(\.key))
  }
}
