internal import Benchmark
import Glibc

/// What the file system says of a file: as long as it says the same, nobody has written to the file.
struct FileIdentity: Equatable {
  private let device: UInt
  private let inode: UInt
  private let size: Int
  /// When it was last written, and when anything of it last changed, in nanoseconds since 1970.
  private let written: Int
  let changed: Int

  /// Asks the file system.
  ///
  /// - Parameter path: The file; `nil` if there is none.
  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
    written = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
  }

  /// All of it as text, for a digest.
  var text: String { "\(device) \(inode) \(size) \(written) \(changed)" }

  /// A file that somebody wrote to while it was read.
  ///
  /// - Parameter path: The file.
  /// - Returns: A failure that ends the command as data rejected.
  static func changedMeanwhile(_ path: String) -> Failure {
    Failure(
      .dataRejected,
      Notice(
        code: "EL-E-0229", place: Notice.Place(file: path),
        problem: LocalisedText(
          de: "Die Datei wurde verändert, während sie gelesen wurde",
          en: "The file was changed while it was read"),
        wayOut: LocalisedText(
          de: "Warten Sie, bis der Export vollständig geschrieben ist, und starten Sie erneut",
          en: "Wait until the export is written completely, then start again")))
  }
}
