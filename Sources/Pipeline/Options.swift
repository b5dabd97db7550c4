public import Benchmark

/// What all commands have in common: how much of the machine to use, and how to talk.
public struct Options: Sendable {
  /// The most workers, or `nil` for all processors.
  public var jobs: Int?
  /// Rows per piece of work; results do not depend on it.
  public var chunkRows: Int
  /// The file of the pseudonym key.
  public var keyFile: String?
  /// The environment of the process.
  public var environment: [String: String]
  /// Where to tell what is going on.
  public var log: Log

  /// Makes options.
  ///
  /// - Parameters:
  ///   - jobs: The most workers, or `nil` for all processors.
  ///   - chunkRows: Rows per piece of work.
  ///   - keyFile: The file of the pseudonym key.
  ///   - environment: The environment of the process.
  ///   - log: Where to tell what is going on.
  public init(
    jobs: Int?, chunkRows: Int, keyFile: String?, environment: [String: String], log: Log
  ) {
    self.jobs = jobs
    self.chunkRows = chunkRows
    self.keyFile = keyFile
    self.environment = environment
    self.log = log
  }

  /// The language of messages.
  public var language: Language { log.language }
}
