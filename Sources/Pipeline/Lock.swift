internal import Benchmark
import Glibc

/// Keeps a second run of the same pipeline out while one is writing; released when the process ends.
final class Lock: Sendable {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Parameter path: The lock file; it stays, empty.
  /// - Throws: A failure that ends the command as locked, or as unable to create.
  init(_ path: String) throws(Failure) {
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Failure(
        .cannotCreate,
        Notice(
          code: "EL-E-0304", place: Notice.Place(file: path),
          problem: LocalisedText(
            de: "Die Sperrdatei lässt sich nicht anlegen", en: "The lock cannot be created"),
          wayOut: LocalisedText(
            de: "Prüfen Sie die Schreibrechte des Ordners",
            en: "Check the right to write to the folder")))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Failure(
        .locked,
        Notice(
          code: "EL-E-0602", place: Notice.Place(file: path),
          problem: LocalisedText(
            de: "Ein anderer Lauf dieser Pipeline schreibt gerade",
            en: "Another run of this pipeline is writing"),
          wayOut: LocalisedText(
            de: "Warten Sie, bis er fertig ist, und starten Sie dann erneut",
            en: "Wait until it is done, then start again")))
    }
  }

  deinit { close(descriptor) }
}
