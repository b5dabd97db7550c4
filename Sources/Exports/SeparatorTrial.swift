/// How the beginning of a file reads under one separator.
struct SeparatorTrial {
  /// The separators that are tried, in order of preference.
  static let candidates: [UInt8] = [
    UInt8(ascii: ";"), UInt8(ascii: ","), 0x09, UInt8(ascii: "|"),
  ]

  let separator: UInt8
  /// The heading row, or `nil` if the first record's quotes are not in order.
  private(set) var header: HeadingRow?
  /// The physical line of the first record that is not blank, `nil` if there is none.
  private(set) var line: Int?
  /// Of the records after the heading row that were compared, how many fit it.
  private(set) var fitting = 0
  /// Records compared, at most 200.
  private(set) var sampled = 0
  /// How many of the wanted headings it has.
  private(set) var found = 0
  /// The line of a later record that has more of the wanted headings, and how many; `nil` if none has.
  private(set) var later: (line: Int, found: Int)?

  /// How many records after the heading row may be the one that was meant.
  private static let mostTitleRows = 30

  /// Reads up to 200 records under a separator.
  ///
  /// - Parameters:
  ///   - separator: The separator.
  ///   - loaded: The text.
  ///   - limits: The limits of quoted fields.
  ///   - wanted: The wanted headings.
  ///   - headerRows: The number of heading rows; a second one names columns that the first leaves
  ///     blank.
  init(
    _ separator: UInt8, _ loaded: LoadedText, limits: ReadingLimits, wanted: [String],
    headerRows: Int
  ) {
    self.separator = separator
    let whole = loaded.text.bytes.span
    let length = min(whole.count, loaded.start.offset + 1 << 22)
    let text = whole.extracting(0..<length)
    let isPart = loaded.isPart || length < whole.count
    var splitter = RecordSplitter(
      separator: separator, limits: limits, position: loaded.start.offset,
      line: loaded.start.line)
    var parser = RecordParser(separator: separator)
    var isJoined = headerRows < 2
    while sampled < 200, let record = splitter.next(in: text) {
      // The last record of a part may be cut.
      if isPart, record.ending == 0 {
        line = line ?? record.line
        break
      }
      let isRead = record.shape == .regular && parser.read(text.extracting(record.bytes))
      if isRead, parser.fields.isBlank { continue }
      if let header {
        if !isJoined {
          isJoined = true
          guard isRead else { continue }
          let row = header.joined(with: parser.fields)
          self.header = row
          found = HeadingMatcher(headings: row.headings).countFound(wanted)
          continue
        }
        sampled += 1
        guard isRead else { continue }
        if header.fit(of: parser.fields) == .fits { fitting += 1 }
        if sampled <= Self.mostTitleRows, found * 2 < wanted.count {
          let row = HeadingMatcher(headings: HeadingRow(parser.fields).headings)
          let count = row.countFound(wanted)
          if count > max(found, later?.found ?? 0) { later = (record.line, count) }
        }
      } else {
        line = record.line
        guard isRead else { return }
        let row = HeadingRow(parser.fields)
        header = row
        found = HeadingMatcher(headings: row.headings).countFound(wanted)
      }
    }
  }

  /// The number of named columns.
  var columns: Int { header?.headings.count ?? 0 }

  /// Whether this trial reads the file better: more wanted headings, at least two columns, a higher
  /// share of records that fit, more columns.
  ///
  /// - Parameter other: Another trial of the same file.
  /// - Returns: Whether this one is strictly better.
  func isBetter(than other: SeparatorTrial) -> Bool {
    if found != other.found { return found > other.found }
    if (columns >= 2) != (other.columns >= 2) { return columns >= 2 }
    let (mine, theirs) = (fitting * max(other.sampled, 1), other.fitting * max(sampled, 1))
    if mine != theirs { return mine > theirs }
    return columns > other.columns
  }

  /// The candidate, other than this one, that gives several columns which most records fit.
  ///
  /// - Parameter trials: All trials of the file.
  /// - Returns: Its separator, if there is one.
  func betterSeparator(among trials: [SeparatorTrial]) -> UInt8? {
    let several = trials.filter {
      $0.separator != separator && $0.columns >= 2 && $0.fitting * 2 >= $0.sampled
    }
    guard var best = several.first else { return nil }
    for trial in several where trial.isBetter(than: best) { best = trial }
    return best.separator
  }
}

/// The separator of a file and the heading row it gives.
struct Dialect {
  let trial: SeparatorTrial
  let header: HeadingRow
  let decision: SeparatorDecision

  /// Decides the separator: given, or in the first line, or the candidate that reads best.
  ///
  /// - Parameters:
  ///   - loaded: The text.
  ///   - layout: What is wanted.
  ///   - limits: The limits of quoted fields.
  /// - Throws: `noHeader` or `singleColumn`.
  init(_ loaded: LoadedText, layout: SourceLayout, limits: ReadingLimits) throws(ExportFailure) {
    let wanted = layout.columns.map(\.heading)
    let trials = SeparatorTrial.candidates.map {
      SeparatorTrial(
        $0, loaded, limits: limits, wanted: wanted, headerRows: layout.headerRows)
    }
    func reading(_ separator: UInt8) -> SeparatorTrial {
      trials.first { $0.separator == separator }
        ?? SeparatorTrial(
          separator, loaded, limits: limits, wanted: wanted, headerRows: layout.headerRows)
    }
    let said = loaded.separatorLine.map { reading($0.separator) }
    if let given = layout.separator {
      (trial, decision) = (reading(given), .given)
    } else if let said, said.columns >= 2 || said.found > 0 {
      // A first line that the rest of the file gives the lie to decides nothing.
      (trial, decision) = (said, .separatorLine)
    } else {
      var best = trials[0]
      for trial in trials where trial.isBetter(than: best) { best = trial }
      let others = trials.filter { $0.separator != best.separator }
      decision = others.contains { $0.found >= best.found } ? .statistics : .headings
      trial = best
    }
    // A file that is blank under some separator holds nothing but separators.
    guard let line = trial.line, trials.allSatisfy({ $0.line != nil }) else { throw .empty }
    try Self.findTitles(trial, trials, wanted: wanted.count, isFixed: decision != .statistics)
    guard let header = trial.header else {
      throw .noHeader(line: line, betterSeparator: trial.betterSeparator(among: trials))
    }
    if header.headings.count < 2, trial.found < wanted.count {
      throw .singleColumn(
        separator: trial.separator, betterSeparator: trial.betterSeparator(among: trials))
    }
    self.header = header
  }

  /// Refuses a file with other lines above its headings: what looks like its heading row has less
  /// than half of the wanted headings, and a later record has more of them, and half at least.
  private static func findTitles(
    _ trial: SeparatorTrial, _ trials: [SeparatorTrial], wanted: Int, isFixed: Bool
  ) throws(ExportFailure) {
    guard trial.found * 2 < wanted else { return }
    let others = isFixed ? [trial] : trials
    let best = others.compactMap(\.later).max { $0.found < $1.found }
    if let best, best.found * 2 >= wanted { throw .titleRows(headingLine: best.line) }
  }
}
