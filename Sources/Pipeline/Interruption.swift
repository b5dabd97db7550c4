internal import Benchmark
import Glibc
import Synchronization

/// Notices SIGINT and SIGTERM, so that a run can clean up after itself and leave the last reports.
public enum Interruption {
  private static let signal = Atomic<Int32>(0)

  /// Starts noticing; a second signal ends the process at once.
  public static func watch() {
    signal.store(0, ordering: .relaxed)
    // Whoever starts the program may have blocked signals in the thread that does.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { unsafe sigaddset(&signals, number) }
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    for number in [SIGINT, SIGTERM] {
      Glibc.signal(number) { number in
        Interruption.signal.store(number, ordering: .relaxed)
        Glibc.signal(number, SIG_DFL)
      }
    }
    // A reader that goes away (`echolot … | head`) and a file size limit are errors of `write`.
    Glibc.signal(SIGPIPE, SIG_IGN)
    Glibc.signal(SIGXFSZ, SIG_IGN)
  }

  /// Whether a signal has come.
  static var isDue: Bool { signal.load(ordering: .relaxed) != 0 }

  /// Stops the work if a signal has come.
  ///
  /// - Throws: A failure that ends the command as interrupted or terminated.
  public static func check() throws(Failure) {
    let number = signal.load(ordering: .relaxed)
    guard number != 0 else { return }
    throw Failure(
      number == SIGTERM ? .terminated : .interrupted,
      Notice(
        code: "EL-E-0601",
        problem: LocalisedText(
          de: "Der Lauf wurde durch ein Signal abgebrochen; es wurde nichts veröffentlicht",
          en: "The run was interrupted by a signal; nothing has been published"),
        wayOut: LocalisedText(
          de: "Die letzten Berichte stehen unverändert; starten Sie den Lauf einfach erneut",
          en: "The last reports stand as they were; simply start the run again")))
  }
}
