internal import Benchmark
internal import Reference

extension Commands {
  /// Runs the shipped reference cases and prints per file how far results are from them.
  ///
  /// Cases lie in `DIR/cases`, the data they refer to in `DIR/../open-data`.
  ///
  /// - Parameter folder: The folder `DIR`.
  /// - Returns: Done when every case gives what it must.
  /// - Throws: That cases cannot be read, or which ones deviate.
  public func verifyOracles(in folder: String) throws(Failure) -> ExitCode {
    let files = try VerifyWords.files(in: folder)
    let data = OpenData(folder: folder + "/../open-data")
    let width = files.map(\.count).max() ?? 0
    var notices: [Notice] = []
    for file in files {
      let suite: OracleSuite
      do {
        suite = try OracleSuite(path: "\(folder)/cases/\(file)")
      } catch {
        throw VerifyWords.unreadable("\(folder)/cases/\(file)")
      }
      let run = OracleRun(suite, data: data, workers: options.jobs)
      Output.print(VerifyWords.line(file, width: width, run)[options.language] + "\n")
      notices += run.mismatches.map { VerifyWords.mismatch($0, in: file) }
    }
    guard notices.isEmpty else { throw Failure(.internalError, notices) }
    return .done
  }
}

/// What `verify --oracles` says.
enum VerifyWords {
  static func files(in folder: String) throws(Failure) -> [String] {
    let files: [String]
    do {
      files = try OracleSuite.files(in: folder + "/cases")
    } catch {
      files = []
    }
    guard files.isEmpty else { return files }
    throw Failure(
      .inputMissing,
      Notice(
        code: "EL-E-0930", place: Notice.Place(file: folder + "/cases"),
        problem: LocalisedText(
          de: "Hier liegen keine Vergleichsfälle", en: "There are no reference cases here"),
        wayOut: LocalisedText(
          de: "Nennen Sie den Ordner fixtures/oracles des Quelltextes",
          en: "Name the folder fixtures/oracles of the source code")))
  }

  static func unreadable(_ path: String) -> Failure {
    Failure(
      .dataRejected,
      Notice(
        code: "EL-E-0931", place: Notice.Place(file: path),
        problem: LocalisedText(
          de: "Die Datei ist keine Sammlung von Vergleichsfällen",
          en: "The file is no collection of reference cases"),
        wayOut: LocalisedText(
          de: "Den Aufbau zeigt fixtures/oracles/README.md",
          en: "fixtures/oracles/README.md shows what it looks like")))
  }

  /// One file: cases, largest deviation, tolerance, verdict.
  static func line(_ file: String, width: Int, _ run: OracleRun) -> LocalisedText {
    let name = file + String(repeating: " ", count: width - file.count)
    let count = String(run.cases)
    let cases = String(repeating: " ", count: max(0, 5 - count.count)) + count
    let deviation = short(run.largestDeviation)
    let tolerance = run.tolerances.map(short).joined(separator: ", ")
    let met = run.isMet
    return LocalisedText(
      de: "\(name) \(cases) Fälle, größte Abweichung \(deviation), Toleranz \(tolerance):"
        + " \(met ? "in Ordnung" : "VERFEHLT (\(run.mismatches.count))")",
      en: "\(name) \(cases) cases, largest relative deviation \(deviation), tolerance \(tolerance):"
        + " \(met ? "ok" : "FAILED (\(run.mismatches.count))")")
  }

  static func mismatch(_ mismatch: OracleRun.Mismatch, in file: String) -> Notice {
    Notice(
      code: "EL-E-0932", place: Notice.Place(file: file),
      problem: LocalisedText(
        de: "\(mismatch.function), „\(mismatch.name)“: \(mismatch.finding)",
        en: "\(mismatch.function), “\(mismatch.name)”: \(mismatch.finding)"),
      wayOut: LocalisedText(
        de: "Vertrauen Sie dieser Funktion nicht, bis es geklärt ist",
        en: "Do not rely on this function until this is cleared up"))
  }

  /// A number with two digits and an exponent.
  private static func short(_ value: Double) -> String {
    guard value.isFinite else { return "∞" }
    guard value > 0 else { return "0" }
    var (mantissa, exponent) = (value, 0)
    while mantissa < 0.995, exponent > -400 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    while mantissa >= 9.95 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    let tenths = Int((mantissa * 10).rounded())
    let digits = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    return exponent == 0 ? digits : "\(digits)e\(exponent)"
  }
}
