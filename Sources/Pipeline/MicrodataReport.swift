internal import Benchmark
internal import Glibc
internal import Microdata
internal import Reference

/// What `microdata` prints.
struct MicrodataReport {
  private let run: MicrodataRun
  private let utility: UtilityReport
  private let risks: ReidentificationRisks
  private let seconds: Double
  private let isVerified: Bool

  init(_ run: MicrodataRun, _ request: MicrodataRequest, seconds: Double) {
    self.run = run
    utility = UtilityReport(run.release)
    risks = run.release.risks
    self.seconds = seconds
    isVerified = request.has("--verify")
  }

  /// All figures.
  var json: JSONValue {
    var object: [String: JSONValue] = [
      "records": number(utility.records), "suppressed": number(utility.suppressed),
      "max_suppressed": number(run.mostSuppressed), "classes": number(utility.classes),
      "quasi_identifiers": .list(run.input.quasiIdentifiers.map { .text($0) }),
      "nodes": number(run.nodes), "loss": .text(run.lossName),
      "verified": .bool(isVerified), "proved": .bool(run.isProved && run.optimum != nil),
      "seconds_loading": .number(run.secondsLoading),
      "seconds_searching": .number(run.secondsSearching), "seconds": .number(seconds),
      "cpu_seconds": .number(ProcessUse.now.seconds),
      "peak_memory_bytes": number(ProcessUse.now.bytes),
      "losses": .object(losses), "utility": .object(details), "risks": .object(riskFigures),
    ]
    if let optimum = run.optimum {
      object["node"] = .list(optimum.node.map { number($0) })
      object["levels"] = .object(
        Dictionary(uniqueKeysWithValues: zip(run.input.quasiIdentifiers, optimum.node.map(number))))
      object["optimum"] = .number(optimum.loss)
      object["lower_bound"] = .number(optimum.lowerBound)
      object["gap"] = .number(run.isProved ? 0 : optimum.gap)
      object["nodes_grouped"] = number(optimum.countedNodes)
    }
    return .object(object)
  }

  /// The losses of the release by the usual measures, whatever was optimised.
  private var losses: [String: JSONValue] {
    let product = utility.losses.reduce(1) { $0 * ($1 + 1) }
    var losses: [String: JSONValue] = [
      "loss_mean": .number(utility.loss),
      "loss_geo": .number(pow(product, 1 / Double(utility.losses.count)) - 1),
      "loss_max": .number(utility.losses.max() ?? 0),
      "dm": .number(utility.discernibility), "aecs": .number(utility.averageClassSize),
      "precision": .number(utility.precision),
    ]
    if let optimum = run.optimum { losses[run.lossName] = .number(optimum.loss) }
    return losses
  }

  private var details: [String: JSONValue] {
    let names = run.input.quasiIdentifiers
    return [
      "loss": .object(
        Dictionary(uniqueKeysWithValues: zip(names, utility.losses.map { .number($0) }))),
      "suppressed_cells": .object(
        Dictionary(uniqueKeysWithValues: zip(names, utility.suppressedCells.map(number)))),
      "records_by_level": .object(
        Dictionary(
          uniqueKeysWithValues: zip(names, utility.levels.map { .list($0.map(number)) }))),
      "class_size_least": number(utility.classSizes.least),
      "class_size_mean": .number(utility.classSizes.mean),
      "class_size_most": number(utility.classSizes.most),
    ]
  }

  private var riskFigures: [String: JSONValue] {
    [
      "prosecutor_max": .number(risks.prosecutorMaximum),
      "prosecutor_mean": .number(risks.prosecutorMean), "marketer": .number(risks.marketer),
      "journalist_max": risks.journalistMaximum.map { .number($0) } ?? .null,
    ]
  }

  private func number(_ value: Int) -> JSONValue { .number(Double(value)) }

  /// The most important figures, for people.
  var text: LocalisedText {
    let names = run.input.quasiIdentifiers
    var lines: [(de: String, en: String)] = []
    if let optimum = run.optimum {
      let node = zip(names, optimum.node).map { "\($0) \($1)" }.joined(separator: ", ")
      lines.append(("Ebenen: \(node)", "Levels: \(node)"))
      lines.append(("\(run.lossName): \(optimum.loss)", "\(run.lossName): \(optimum.loss)"))
      let gap = run.isProved ? 0 : optimum.gap
      lines.append(
        (
          run.isProved ? "Das Optimum ist bewiesen" : "Nicht bewiesen; Abstand höchstens \(gap)",
          run.isProved ? "The optimum is proved" : "Not proved; gap at most \(gap)"
        ))
      lines.append(
        (
          "\(optimum.countedNodes) von \(run.nodes) Knoten gezählt",
          "\(optimum.countedNodes) of \(run.nodes) nodes counted"
        ))
    } else {
      lines.append(("loss_mean: \(utility.loss)", "loss_mean: \(utility.loss)"))
    }
    let (suppressed, records) = (utility.suppressed, utility.records)
    lines.append(
      (
        "\(suppressed) von \(records) Datensätzen unterdrückt, \(utility.classes) Klassen, kleinste \(utility.classSizes.least)",
        "\(suppressed) of \(records) records suppressed, \(utility.classes) classes, smallest \(utility.classSizes.least)"
      ))
    for (name, loss) in zip(names, utility.losses) {
      lines.append(("  \(name): Verlust \(loss)", "  \(name): loss \(loss)"))
    }
    lines.append(
      (
        "Risiko höchstens \(risks.prosecutorMaximum), im Mittel \(risks.prosecutorMean)",
        "Risk at most \(risks.prosecutorMaximum), on average \(risks.prosecutorMean)"
      ))
    if isVerified {
      lines.append(("Die Datei hat die Prüfung bestanden", "The file has passed the check"))
    }
    return LocalisedText(
      de: lines.map { $0.de + "\n" }.joined(), en: lines.map { $0.en + "\n" }.joined())
  }
}

/// What the process has used so far.
struct ProcessUse {
  /// Processor time, user and system together.
  let seconds: Double
  /// The most memory at any time.
  let bytes: Int

  /// Asks the system.
  static var now: ProcessUse {
    var usage = rusage()
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else {
      return ProcessUse(seconds: 0, bytes: 0)
    }
    let whole = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    let parts = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    return ProcessUse(
      seconds: Double(whole) + Double(parts) / 1e6, bytes: usage.ru_maxrss * 1024)
  }
}
