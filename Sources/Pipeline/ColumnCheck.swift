internal import Exports
internal import Parallel

extension Plan {
  /// Reads the exports whose columns decide for themselves how they are written, and finds those
  /// in which they do not; a run would stop there.
  ///
  /// - Parameter options: What all commands have in common.
  /// - Throws: Every file that cannot be read or decided.
  func checkColumns(_ options: Options) throws(Failure) {
    let tasks = zip(configuration.sources, files).flatMap { source, files in
      let layout = configuration.plan(for: source).layout
      return layout.leavesFormsOpen ? files.map { (layout: layout, path: $0) } : []
    }
    let failures = try Parallel.map(count: tasks.count, workers: options.jobs) {
      index throws(Failure) -> Failure? in
      try Interruption.check()
      do throws(ExportFailure) {
        try ExportStream.checkColumns(
          path: tasks[index].path, layout: tasks[index].layout, limits: limits)
        return nil
      } catch {
        return ExportWords.failure(error, path: tasks[index].path)
      }
    }.compactMap { $0 }
    guard let exit = failures.map(\.exit).max() else { return }
    throw Failure(exit, failures.flatMap(\.notices))
  }
}
