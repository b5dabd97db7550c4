internal import Benchmark
import FoundationEssentials

/// The folder of a pipeline's runs: a new run is built beside the last one and swapped in at the end.
///
/// `OUT/PIPELINE/RUN/` holds a finished run, `OUT/PIPELINE/latest` points to the newest. While a
/// run is being built it lies in `OUT/PIPELINE/.staging-…`; whatever ends the process, the last
/// run stands as it was, and the next run clears what is left over.
final class RunFolder {
  /// The folder of the pipeline's runs.
  let path: String
  private let lock: Lock
  private var staging: String?

  /// Opens the folder, keeps other runs out and clears what an ended run left behind.
  ///
  /// - Parameters:
  ///   - out: The folder for all pipelines.
  ///   - pipeline: The key of the pipeline.
  /// - Throws: A failure that ends the command as unable to create, or as locked.
  init(out: String, pipeline: String) throws(Failure) {
    path = out + "/" + pipeline
    try Disk.createFolder(path)
    lock = try Lock(path + "/.lock")
    for name in try Disk.list(path) where name.hasPrefix(".staging-") || name.hasSuffix(".part") {
      try Disk.remove(path + "/" + name)
    }
  }

  /// The id of the newest run, if there is one.
  var latest: String? {
    do {
      return try FileManager.default.destinationOfSymbolicLink(atPath: path + "/latest")
    } catch {
      return nil
    }
  }

  /// Starts building a run.
  ///
  /// - Parameter run: The id of the run.
  /// - Returns: The folder to write into.
  /// - Throws: A failure that ends the command as unable to create.
  func stage(_ run: String) throws(Failure) -> String {
    let folder = path + "/.staging-" + run
    try Disk.createFolder(folder)
    staging = folder
    return folder
  }

  /// Swaps the finished run in and points `latest` to it.
  ///
  /// - Parameter run: The id of the run.
  /// - Returns: The folder of the run.
  /// - Throws: A failure that ends the command as unable to write; the last run stands.
  func publish(_ run: String) throws(Failure) -> String {
    guard let staging else { preconditionFailure("a run is published after it has been built") }
    let target = path + "/" + run
    try Disk.swapIn(staging, at: target)
    self.staging = nil
    try Disk.point(path + "/latest", to: run)
    return target
  }

  /// Removes what has been built, after a failure.
  ///
  /// - Throws: A failure that ends the command as unable to write.
  func abandon() throws(Failure) {
    guard let staging else { return }
    self.staging = nil
    try Disk.remove(staging)
  }
}
