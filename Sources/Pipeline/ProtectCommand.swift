internal import Benchmark
import FoundationEssentials
import Glibc
internal import Suppression

extension Commands {
  /// Chooses the cells of a table that must be hidden besides those that the rules demand.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - out: The file for the pattern, or `nil` for none.
  ///   - seconds: After how long the search ends; what is needed for protection is always done.
  ///   - asJSON: Whether to print JSON.
  /// - Returns: Done; done with warnings if a cell cannot be protected.
  /// - Throws: What is wrong with the table.
  public func protect(
    table: String, out: String?, seconds: Int?, asJSON: Bool
  ) throws(Failure) -> ExitCode {
    let (document, layout) = try TableFiles.layout(table)
    let start = ContinuousClock.now
    let end = start.advanced(by: .seconds(seconds ?? 60))
    let before = TableFiles.processorSeconds
    let search = CellSuppression(workers: options.jobs, isOver: { ContinuousClock.now > end })
    let pattern = search.pattern(for: layout.problem)
    let elapsed = start.duration(to: .now).seconds
    let bytes = PatternDocument.bytes(
      of: pattern, layout: layout, name: document.name, seconds: elapsed)
    if let out { try Disk.replace(out, with: bytes, mode: 0o600) }
    if asJSON {
      Output.print(String(decoding: bytes, as: UTF8.self))
    } else {
      Output.print(
        TableWords.summary(
          pattern, cells: layout.problem.cells.count, seconds: elapsed,
          processor: TableFiles.processorSeconds - before)[options.language])
    }
    guard !pattern.unprotected.isEmpty else { return .done }
    options.log.tell(TableWords.unprotected(pattern.unprotected.count, file: table))
    return .warnings
  }

  /// Computes what an attacker can find out about the hidden cells of a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - pattern: The pattern.
  ///   - asJSON: Whether to print JSON.
  /// - Returns: Done; done with warnings if something leaks.
  /// - Throws: What is wrong with the files.
  public func auditTable(
    _ table: String, pattern: String, asJSON: Bool
  ) throws(Failure) -> ExitCode {
    let (_, layout) = try TableFiles.layout(table)
    let bytes = try Disk.read(pattern)
    let hidden: [Int]
    do throws(PatternDocument.Failure) {
      hidden = try PatternDocument.hidden(in: bytes, of: layout)
    } catch {
      throw TableWords.failure(error, file: pattern)
    }
    let audit = TableAudit(layout.problem, hidden: hidden, workers: options.jobs)
    let intervals = audit.intervals()
    let leaks = audit.leaks(showing: intervals)
    let report = AuditReport(layout.problem, intervals: intervals, leaks: leaks)
    Output.print(asJSON ? report.json : report.text[options.language])
    guard !leaks.isEmpty else { return .done }
    options.log.tell(TableWords.leaks(leaks.count, file: pattern))
    return .warnings
  }

  /// Computes what figures published together give away about answers.
  ///
  /// - Parameters:
  ///   - file: The figures.
  ///   - asJSON: Whether to print JSON.
  /// - Returns: Done; done with warnings if something is given away.
  /// - Throws: What is wrong with the file.
  public func derived(_ file: String, asJSON: Bool) throws(Failure) -> ExitCode {
    let bytes = try Disk.read(file)
    let document: DerivedDocument
    do throws(DerivedDocument.Failure) {
      document = try DerivedDocument(bytes)
    } catch {
      throw TableWords.failure(error, file: file)
    }
    let reports = document.units.map { DerivedReport($0) }
    Output.print(
      asJSON
        ? "[\(reports.map(\.json).joined(separator: ",\n "))]\n"
        : reports.map { $0.text[options.language] }.joined(separator: "\n"))
    let count = reports.count(where: { !$0.findings.isEmpty })
    guard count > 0 else { return .done }
    options.log.tell(TableWords.givenAway(count, file: file))
    return .warnings
  }
}

/// The files of tables.
enum TableFiles {
  static func layout(_ path: String) throws(Failure) -> (TableDocument, TableLayout) {
    let bytes = try Disk.read(path)
    do throws(TableDocument.Failure) {
      let document = try TableDocument(bytes)
      return (document, try TableLayout(document))
    } catch {
      throw TableWords.failure(error, file: path)
    }
  }

  /// The processor time of the process so far, of all its threads.
  static var processorSeconds: Double {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
