internal import Benchmark
internal import Exports

extension Plan {
  /// Reads the exports to their ends: finds columns that shall decide for themselves how they are
  /// written and do not, at which a run would stop, and what is to be known of the texts.
  ///
  /// - Parameter options: What all commands have in common.
  /// - Returns: What somebody should know of each file.
  /// - Throws: Every file that cannot be read or decided.
  func lookAtFiles(_ options: Options) throws(Failure) -> [TextNotices] {
    var looks: [TextNotices] = []
    var failures: [Failure] = []
    for (source, files) in zip(configuration.sources, files) {
      let layout = configuration.plan(for: source).layout
      for path in files {
        try Interruption.check()
        do throws(Failure) {
          looks.append(
            try TextNotices(
              lookingAt: path, layout, limits: limits, jobs: options.jobs, definition.thresholds))
        } catch {
          failures.append(error)
        }
      }
    }
    guard let exit = failures.map(\.exit).max() else { return looks }
    throw Failure(exit, failures.flatMap(\.notices))
  }
}
