internal import Benchmark
internal import Cleaning
internal import Reports
internal import Tally

/// Collects what a run did into its summary; holds nothing that depends on when or how fast.
struct SummaryMaker {
  let document: TallyDocument
  let table: CellTable
  let run: RunIdentity
  let warnings: [Notice]

  /// The summary.
  func summary() -> RunSummary {
    let definition = table.definition
    return RunSummary(
      pipeline: definition.pipeline, title: definition.title, run: run,
      languages: definition.languages, status: warnings.isEmpty ? .done : .warnings,
      inputs: document.inputs.map(input), coverage: coverage, suppression: suppression,
      readings: readings, warnings: warnings.map(warning), written: written)
  }

  private func input(_ record: InputRecord) -> RunSummary.Input {
    RunSummary.Input(
      file: record.file, source: record.source, sha256: record.sha256, bytes: record.byteCount,
      encoding: record.encoding, separator: record.separator, counts: counts(record.ledger),
      decided: record.decided?.map {
        RunSummary.Decided(heading: $0.heading, form: $0.form)
      },
      notes: record.notes?.map { note in
        let notice = TextNoteWords(note: note).notice(record.file)
        return RunSummary.Note(
          code: note.code, count: note.count,
          text: LocalisedText(
            de: notice.sentence(in: .german), en: notice.sentence(in: .english)))
      })
  }

  private func counts(_ ledger: Ledger) -> RunSummary.Counts {
    var counts = RunSummary.Counts()
    counts.read = ledger.read
    counts.header = ledger.skipped["header"] ?? 0
    counts.blank = ledger.skipped["blank-row"] ?? 0
    counts.accepted = ledger.accepted
    counts.rejected = list(ledger.rejected)
    counts.skipped = list(ledger.skipped.filter { $0.key != "header" && $0.key != "blank-row" })
    counts.blanked = list(ledger.blanked)
    counts.reversed = ledger.reversed
    counts.missing = list(ledger.missing)
    counts.repaired = list(ledger.repaired)
    return counts
  }

  private func list(_ counts: [String: Int]) -> [RunSummary.CodeCount] {
    counts.sorted { $0.key < $1.key }.map { RunSummary.CodeCount(code: $0.key, count: $0.value) }
  }

  private var coverage: RunSummary.Coverage {
    let listed = Set(table.definition.organisations.map(\.key))
    let answering = Set(document.tally.groups.keys.map(\.organisation))
    var reported: Set<String> = []
    for cell in table.cells {
      if case .organisation(let key) = cell.id.subject, case .number = cell.value {
        reported.insert(key)
      }
    }
    return RunSummary.Coverage(
      listed: listed.count + table.unnamedOrganisations,
      withAnswers: listed.intersection(answering).count + table.unnamedOrganisations,
      reported: reported.count, unnamed: table.unnamedOrganisations)
  }

  private var suppression: [RunSummary.SuppressionCount] {
    var counts: [Reason: Int] = [:]
    for cell in table.cells {
      if case .none(let reason) = cell.value { counts[reason, default: 0] += 1 }
    }
    return Reason.allCases.map {
      RunSummary.SuppressionCount(reason: $0, count: counts[$0] ?? 0)
    }
  }

  private var readings: [RunSummary.ReadingCount] {
    var counts: [Reading: Int] = [:]
    for cell in table.cells where cell.id.statistic == .reading {
      if case .word(let word) = cell.value, let reading = Reading(rawValue: word) {
        counts[reading, default: 0] += 1
      }
    }
    let total = counts.values.reduce(0, +)
    return Reading.allCases.map { reading in
      let count = counts[reading] ?? 0
      return RunSummary.ReadingCount(
        reading: reading, count: count, expectedByChance: Double(total) * chance(of: reading))
    }
  }

  /// The share of readings of a kind when nothing differs: the tails beyond 95 % and 99.8 % limits.
  private func chance(of reading: Reading) -> Double {
    switch reading {
    case .within: 0.95
    case .below, .above: 0.024
    case .wellBelow, .wellAbove: 0.001
    }
  }

  private func warning(_ message: Notice) -> RunSummary.Warning {
    let file = message.place.map { $0.file + ": " } ?? ""
    return RunSummary.Warning(
      code: message.code,
      text: LocalisedText(
        de: file + message.sentence(in: .german), en: file + message.sentence(in: .english)))
  }

  private var written: [RunSummary.CodeCount] {
    let languages = table.definition.languages.map(\.rawValue)
    let kinds = table.definition.reports
    let organisations = kinds.contains(.organisations) ? table.definition.organisations.count : 0
    let funders = kinds.contains(.funder) ? 1 : 0
    return languages.map {
      RunSummary.CodeCount(code: "organisations/org.\($0).html", count: organisations)
    }
      + languages.map { RunSummary.CodeCount(code: "funder/funder.\($0).html", count: funders) }
      + [RunSummary.CodeCount(code: "cells.csv", count: table.cells.count)]
  }
}
