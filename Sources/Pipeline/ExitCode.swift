/// How a command ends; schedulers rely on these numbers.
public enum ExitCode: Int32, Sendable, Equatable, CaseIterable {
  /// Everything done.
  case done = 0
  /// Done, with warnings; the outputs are valid.
  case warnings = 3
  /// The privacy gate found something that must not be published; the last reports stand.
  case privacy = 20
  /// The command line was wrong.
  case usage = 64
  /// The data were rejected: a file is unreadable, or too many records were.
  case dataRejected = 65
  /// An input is missing.
  case inputMissing = 66
  /// A mistake of our own.
  case internalError = 70
  /// An output cannot be created.
  case cannotCreate = 73
  /// Writing failed, for example because the disk is full.
  case writeFailed = 74
  /// Another run holds the lock; try again later.
  case locked = 75
  /// The configuration is wrong.
  case configuration = 78
  /// Interrupted from the keyboard (SIGINT).
  case interrupted = 130
  /// Asked to stop (SIGTERM).
  case terminated = 143
}
