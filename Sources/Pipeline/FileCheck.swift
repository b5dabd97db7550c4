internal import Benchmark
internal import Exports
internal import Tally

extension Plan {
  /// Reads the exports to their ends: finds columns that shall decide for themselves how they are
  /// written and do not, files of which a run would reject too much by its shape alone, and what is
  /// to be known of the texts.
  ///
  /// - Parameter options: What all commands have in common.
  /// - Returns: Warnings that a run would end with, and remarks.
  /// - Throws: Every file at which a run would stop.
  func lookAtFiles(
    _ options: Options
  ) throws(Failure) -> (warnings: [Notice], remarks: [Notice]) {
    var records: [InputRecord] = []
    var failures: [Failure] = []
    for (source, files) in zip(configuration.sources, files) {
      let layout = configuration.plan(for: source).layout
      for path in files {
        try Interruption.check()
        do throws(Failure) {
          records.append(
            try InputRecord(
              lookingAt: path, layout, source: source.name, limits: limits, jobs: options.jobs))
        } catch {
          failures.append(error)
        }
      }
    }
    if let exit = failures.map(\.exit).max() { throw Failure(exit, failures.flatMap(\.notices)) }
    let gate = Gate(inputs: records, thresholds: definition.thresholds, isCheck: true)
    let warnings = try gate.pass()
    return (warnings, records.flatMap { TextNotices($0, definition.thresholds).others })
  }
}
