public import Exports

/// The rows of a chunk that cleaning kept, as levels, with who, when and from which perspective.
///
/// Only `Cleaner` can make one. Row r of every column is row `rows[r]` of the chunk it came from.
public struct CleanChunk: Sendable {
  /// A period that is not cut to a calendar slice yet.
  public enum Period: Sendable {
    /// The same slice for all rows.
    case constant(String)
    /// Days since 1970-01-01, one per row.
    case days([Int32])
  }

  /// The organisation of each row, as a code; `organisationNames` if taken from the export.
  public let organisations: [Int32]
  /// The keys that organisation codes stand for, or `nil` when they are codes of listed organisations.
  public let organisationNames: [String]?
  /// Of chunks with the same number, the organisation names only ever grow.
  public let naming: Int
  /// The perspective of each row, as an index into the schema's perspectives.
  public let perspectives: [Int32]
  /// The period of the rows.
  public let period: Period
  /// One column of levels per item rule, in the order of the rules.
  public let levels: [[Level]]
  /// The respondent keys of the whole chunk, and the row of each kept row in it.
  public let respondents: (column: SecretColumn, rows: [Int])?
  /// Why records were rejected, by reading or by cleaning, in file order; several reasons are several findings.
  public let findings: [Finding]
  /// What happened to the records so far; kept rows count as accepted.
  public let ledger: Ledger

  fileprivate init(
    organisations: [Int32], organisationNames: [String]?, naming: Int,
    perspectives: [Int32], period: Period,
    levels: [[Level]], respondents: (column: SecretColumn, rows: [Int])?, findings: [Finding],
    ledger: Ledger
  ) {
    self.organisations = organisations
    self.organisationNames = organisationNames
    self.naming = naming
    self.perspectives = perspectives
    self.period = period
    self.levels = levels
    self.respondents = respondents
    self.findings = findings
    self.ledger = ledger
  }
}

/// Applies one source's rules to chunks of typed rows.
public struct Cleaner: Sendable {
  /// The rules.
  public let rules: CleaningRules

  /// Makes a cleaner.
  ///
  /// - Parameter rules: The rules of the source.
  public init(rules: CleaningRules) { self.rules = rules }

  /// Cleans a chunk: decides row by row, in this order, whether it is a test, incomplete, of an
  /// unknown organisation or perspective, without a date, or without any answer.
  ///
  /// Without an answer it is skipped if nobody gave one, and rejected if all that stands there is
  /// unreadable.
  /// A rejected record has a finding for each reason there is, and counts under the first.
  ///
  /// - Parameter chunk: Rows as exported.
  /// - Returns: The rows kept, as levels, with findings and ledger.
  public func clean(_ chunk: TypedChunk) -> CleanChunk {
    let view = ColumnView(chunk)
    let levels = rules.items.map { rule in view.answers(rule.column).levels(by: rule) }
    let doubtful = doubtfulRows(in: view, levels: levels)
    var verdicts: [(row: Int, verdict: Verdict)] = []
    var isKept: [Bool]?
    for row in doubtful.indices where doubtful[row] {
      let verdict = verdict(row, in: view, levels: levels)
      if verdict == .keep { continue }
      verdicts.append((row, verdict))
      if isKept == nil { isKept = [Bool](repeating: true, count: doubtful.count) }
      isKept?[row] = false
    }
    let kept = isKept.map { isKept in isKept.indices.filter { isKept[$0] } }

    var ledger = Ledger()
    ledger.enter(chunk.counts, findings: chunk.findings)
    ledger.accepted = doubtful.count - verdicts.count
    ledger.repaired = chunk.repairs.byCode
    var findings: [Finding] = []
    for (row, verdict) in verdicts {
      switch verdict {
      case .keep: break
      case .skip(let rule): ledger.skip(rule)
      case .reject(let reasons):
        ledger.rejected[reasons[0].code, default: 0] += 1
        for reason in reasons {
          findings.append(
            Finding(
              position: chunk.positions[row], stage: .rule, code: reason.code,
              heading: reason.heading))
        }
      }
    }
    return CleanChunk(
      organisations: view.codes(rules.organisation, rows: kept, of: doubtful.count),
      organisationNames: view.names(rules.organisation), naming: chunk.naming,
      perspectives: view.codes(rules.perspective, rows: kept, of: doubtful.count),
      period: view.period(rules.period, rows: kept, of: doubtful.count),
      levels: kept.map { kept in levels.map { column in kept.map { column[$0] } } } ?? levels,
      respondents: rules.respondent.map { (view.secret($0), kept ?? Array(doubtful.indices)) },
      findings: merge(chunk.findings, findings), ledger: ledger)
  }

  private enum Verdict: Equatable {
    case keep
    case skip(String)
    /// For all these reasons, at least one; the record counts under the first.
    case reject([Reason])
  }

  private struct Reason: Equatable {
    let code: String
    let heading: String?
  }

  /// Which rows may not be kept; the others surely are.
  private func doubtfulRows(in view: ColumnView, levels: [[Level]]) -> [Bool] {
    var doubtful =
      levels.isEmpty
      ? [Bool](repeating: true, count: view.count)
      : LevelColumns.lowest(levels).map { !$0.isLevel }
    if let column = rules.tests { view.mark(&doubtful) { view.isListed(column, $0) } }
    if let column = rules.completed { view.mark(&doubtful) { !view.isListed(column, $0) } }
    for case .column(let column, _) in [rules.organisation, rules.perspective] {
      view.mark(&doubtful, codesBelowZeroIn: column)
    }
    if case .date(let column, _) = rules.period {
      view.mark(&doubtful, daysOutside: CleaningRules.plausibleDays, in: column)
    }
    return doubtful
  }

  private func verdict(_ row: Int, in view: ColumnView, levels: [[Level]]) -> Verdict {
    if let column = rules.tests, view.isListed(column, row) { return .skip("test-record") }
    if let column = rules.completed, !view.isListed(column, row) { return .skip("incomplete") }
    var reasons: [Reason] = []
    for (origin, kind) in [
      (rules.organisation, "organisation"), (rules.perspective, "perspective"),
    ] {
      guard case .column(let column, let heading) = origin else { continue }
      switch view.code(column, row) {
      case -1: reasons.append(Reason(code: "blank-\(kind)", heading: heading))
      case -2: reasons.append(Reason(code: "unknown-\(kind)", heading: heading))
      case -3: reasons.append(Reason(code: "ambiguous-\(kind)", heading: heading))
      default: break
      }
    }
    if case .date(let column, let heading) = rules.period {
      switch view.day(column, row) {
      case TypedColumn.missingDay: reasons.append(Reason(code: "blank-date", heading: heading))
      case TypedColumn.unreadableDay:
        reasons.append(Reason(code: "unreadable-date", heading: heading))
      case let day where !CleaningRules.plausibleDays.contains(day):
        reasons.append(Reason(code: "implausible-date", heading: heading))
      default: break
      }
    }
    let isAnswered = levels.contains { $0[row].isLevel }
    if !isAnswered, let item = levels.firstIndex(where: { $0[row].isBlanked }) {
      let heading = rules.items[item].heading
      reasons.append(Reason(code: "unreadable-answers", heading: heading))
    }
    if !reasons.isEmpty { return .reject(reasons) }
    return isAnswered ? .keep : .skip("no-answer")
  }

  /// Merges two lists of findings that are each in file order.
  private func merge(_ left: [Finding], _ right: [Finding]) -> [Finding] {
    var merged: [Finding] = []
    merged.reserveCapacity(left.count + right.count)
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
      let takeLeft =
        j == right.count
        || (i < left.count && left[i].position.byteOffset <= right[j].position.byteOffset)
      if takeLeft {
        merged.append(left[i])
        i += 1
      } else {
        merged.append(right[j])
        j += 1
      }
    }
    return merged
  }
}
