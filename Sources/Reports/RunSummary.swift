public import Benchmark

/// What a run read, left out, showed and wrote; plain values that hold nothing of any answer.
public struct RunSummary: Sendable, Equatable, Codable {
  /// How a run that has written its reports ended.
  public enum Status: String, Sendable, Equatable, Codable, CaseIterable {
    /// Without warnings.
    case done
    /// With warnings; the reports are valid.
    case warnings
  }

  /// A stable code and how often it occurred.
  public struct CodeCount: Sendable, Equatable, Codable {
    /// The stable code.
    public var code: String
    /// How often it occurred.
    public var count: Int

    /// Makes a count.
    ///
    /// - Parameters:
    ///   - code: The stable code.
    ///   - count: How often it occurred.
    public init(code: String, count: Int) {
      self.code = code
      self.count = count
    }
  }

  /// Where the records of one file, or of all, went.
  ///
  /// Conservation: `read = header + blank + accepted + rejected + skipped`.
  public struct Counts: Sendable, Equatable, Codable {
    /// Records found, heading rows and blank rows included.
    public var read = 0
    /// Heading rows.
    public var header = 0
    /// Rows without any content.
    public var blank = 0
    /// Records that were used.
    public var accepted = 0
    /// Rejected records by the code of the first finding, ordered by code.
    public var rejected: [CodeCount] = []
    /// Records skipped by a rule, by code, ordered by code.
    public var skipped: [CodeCount] = []
    /// Cells of accepted records that were turned into no answer, by code, ordered by code.
    public var blanked: [CodeCount] = []
    /// Answers that were turned round because low is good.
    public var reversed = 0
    /// Missing answers by state, ordered by state.
    public var missing: [CodeCount] = []
    /// Cells that were understood although they are written otherwise, by code, ordered by code.
    public var repaired: [CodeCount] = []

    /// Makes zero counts.
    public init() {}

    /// How many records were rejected.
    public var rejectedTotal: Int { rejected.reduce(0) { $0 + $1.count } }
    /// How many records were skipped by a rule.
    public var skippedTotal: Int { skipped.reduce(0) { $0 + $1.count } }
    /// How many cells were turned into no answer.
    public var blankedTotal: Int { blanked.reduce(0) { $0 + $1.count } }
    /// Whether every record read is accounted for.
    public var isConserved: Bool {
      read == header + blank + accepted + rejectedTotal + skippedTotal
    }

    /// Adds the counts of another file.
    ///
    /// - Parameters:
    ///   - left: The sum so far.
    ///   - right: What is added.
    public static func += (left: inout Counts, right: Counts) {
      left.read += right.read
      left.header += right.header
      left.blank += right.blank
      left.accepted += right.accepted
      left.rejected = merge(left.rejected, right.rejected)
      left.skipped = merge(left.skipped, right.skipped)
      left.blanked = merge(left.blanked, right.blanked)
      left.reversed += right.reversed
      left.missing = merge(left.missing, right.missing)
      left.repaired = merge(left.repaired, right.repaired)
    }

    private static func merge(_ left: [CodeCount], _ right: [CodeCount]) -> [CodeCount] {
      var sums = Dictionary(left.map { ($0.code, $0.count) }, uniquingKeysWith: +)
      for entry in right { sums[entry.code, default: 0] += entry.count }
      return sums.sorted { $0.key < $1.key }.map { CodeCount(code: $0.key, count: $0.value) }
    }
  }

  /// How a column is written that decided this itself.
  public struct Decided: Sendable, Equatable, Codable {
    /// The heading of the column, as the pipeline names it.
    public var heading: String
    /// The form, for example `DD.MM.YYYY` or `decimal-comma`.
    public var form: String

    /// Makes a decision.
    ///
    /// - Parameters:
    ///   - heading: The heading of the column.
    ///   - form: The form.
    public init(heading: String, form: String) {
      self.heading = heading
      self.form = form
    }
  }

  /// Something about a file's text that somebody should know.
  public struct Note: Sendable, Equatable, Codable {
    /// The stable code, for example `mixed-encoding`.
    public var code: String
    /// How many bytes, characters, cells or records it is about.
    public var count: Int
    /// What it is and what to do, holding places and counts only.
    public var text: LocalisedText

    /// Makes a note.
    ///
    /// - Parameters:
    ///   - code: The stable code.
    ///   - count: How many it is about.
    ///   - text: What it is and what to do.
    public init(code: String, count: Int, text: LocalisedText) {
      self.code = code
      self.count = count
      self.text = text
    }
  }

  /// One file that was read.
  public struct Input: Sendable, Equatable, Codable {
    /// The base name of the file.
    public var file: String
    /// The name of its source in the pipeline.
    public var source: String
    /// The SHA-256 of the file as it lies there, in hexadecimal digits.
    public var sha256: String
    /// The size of the file as it lies there.
    public var bytes: Int
    /// The encoding it was read in, for example `windows-1252`.
    public var encoding: String
    /// The separator it was read with, as one character.
    public var separator: String
    /// Where its records went.
    public var counts: Counts
    /// How columns are written that the pipeline left open, `nil` if there are none.
    public var decided: [Decided]?
    /// What somebody should know of its text, `nil` if nothing.
    public var notes: [Note]?

    /// Makes an input.
    ///
    /// - Parameters:
    ///   - file: The base name of the file.
    ///   - source: The name of its source.
    ///   - sha256: The SHA-256 in hexadecimal digits.
    ///   - bytes: The size of the file.
    ///   - encoding: The encoding it was read in.
    ///   - separator: The separator it was read with.
    ///   - counts: Where its records went.
    ///   - decided: How columns are written that the pipeline left open.
    ///   - notes: What somebody should know of its text.
    public init(
      file: String, source: String, sha256: String, bytes: Int, encoding: String,
      separator: String, counts: Counts, decided: [Decided]? = nil, notes: [Note]? = nil
    ) {
      self.notes = notes
      self.decided = decided
      self.file = file
      self.source = source
      self.sha256 = sha256
      self.bytes = bytes
      self.encoding = encoding
      self.separator = separator
      self.counts = counts
    }
  }

  /// How many organisations a run listed, heard of, and reported on.
  public struct Coverage: Sendable, Equatable, Codable {
    /// Organisations listed by the pipeline, or found in the exports.
    public var listed: Int
    /// Of these, those with any accepted answer.
    public var withAnswers: Int
    /// Of these, those with at least one shown figure.
    public var reported: Int
    /// Organisations of the exports with too few answers to be named.
    public var unnamed: Int

    /// Makes a coverage.
    ///
    /// - Parameters:
    ///   - listed: Organisations listed or found.
    ///   - withAnswers: Those with any accepted answer.
    ///   - reported: Those with at least one shown figure.
    ///   - unnamed: Organisations with too few answers to be named.
    public init(listed: Int, withAnswers: Int, reported: Int, unnamed: Int) {
      self.listed = listed
      self.withAnswers = withAnswers
      self.reported = reported
      self.unnamed = unnamed
    }
  }

  /// How many cells have no value for one reason.
  public struct SuppressionCount: Sendable, Equatable, Codable {
    /// The reason.
    public var reason: Reason
    /// The number of cells.
    public var count: Int

    /// Makes a count.
    ///
    /// - Parameters:
    ///   - reason: The reason.
    ///   - count: The number of cells.
    public init(reason: Reason, count: Int) {
      self.reason = reason
      self.count = count
    }
  }

  /// How many readings of one kind were found, and how many chance alone would give.
  public struct ReadingCount: Sendable, Equatable, Codable {
    /// The reading, as in cells: `below2`, `below`, `within`, `above` or `above2`.
    public var reading: String
    /// How many were found.
    public var count: Int
    /// How many chance alone would give, or `nil` where that is not asked.
    public var expectedByChance: Double?

    /// Makes a count.
    ///
    /// - Parameters:
    ///   - reading: The reading.
    ///   - count: How many were found.
    ///   - expectedByChance: How many chance alone would give.
    public init(reading: Reading, count: Int, expectedByChance: Double? = nil) {
      self.reading = reading.rawValue
      self.count = count
      self.expectedByChance = expectedByChance
    }
  }

  /// Something a person should look at; the reports are valid all the same.
  public struct Warning: Sendable, Equatable, Codable {
    /// The stable code.
    public var code: String
    /// What happened and what to do, holding places and counts only.
    public var text: LocalisedText

    /// Makes a warning.
    ///
    /// - Parameters:
    ///   - code: The stable code.
    ///   - text: What happened and what to do.
    public init(code: String, text: LocalisedText) {
      self.code = code
      self.text = text
    }
  }

  /// The key of the pipeline.
  public var pipeline: String
  /// The title of the pipeline.
  public var title: LocalisedText
  /// The run: its id and the version that made it.
  public var run: RunIdentity
  /// The languages the summary is written in; with two, each page links to the other.
  public var languages: [Language]
  /// How the run ended.
  public var status: Status
  /// The files that were read, in the order of the pipeline.
  public var inputs: [Input]
  /// Where the records of all files went.
  public private(set) var totals: Counts
  /// How many organisations were listed, heard of and reported on.
  public var coverage: Coverage
  /// Cells without a value by reason.
  public var suppression: [SuppressionCount]
  /// Readings by kind.
  public var readings: [ReadingCount]
  /// What a person should look at.
  public var warnings: [Warning]
  /// How many files of each kind were written, for example `organisations/org.de.html`.
  public var written: [CodeCount]

  /// Makes a summary and adds up its inputs.
  ///
  /// - Parameters:
  ///   - pipeline: The key of the pipeline.
  ///   - title: The title of the pipeline.
  ///   - run: The run.
  ///   - languages: The languages the summary is written in.
  ///   - status: How it ended.
  ///   - inputs: The files that were read.
  ///   - coverage: How many organisations were listed, heard of and reported on.
  ///   - suppression: Cells without a value by reason.
  ///   - readings: Readings by kind.
  ///   - warnings: What a person should look at.
  ///   - written: How many files of each kind were written.
  public init(
    pipeline: String, title: LocalisedText, run: RunIdentity,
    languages: [Language] = Language.allCases, status: Status, inputs: [Input],
    coverage: Coverage, suppression: [SuppressionCount], readings: [ReadingCount],
    warnings: [Warning], written: [CodeCount]
  ) {
    self.pipeline = pipeline
    self.title = title
    self.run = run
    self.languages = languages
    self.status = status
    self.inputs = inputs
    self.coverage = coverage
    self.suppression = suppression
    self.readings = readings
    self.warnings = warnings
    self.written = written
    totals = inputs.reduce(into: Counts()) { $0 += $1.counts }
  }
}
