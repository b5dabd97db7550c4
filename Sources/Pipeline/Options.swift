public import Benchmark

/// What all commands have in common: how much of the machine to use, and how to talk.
public struct Options: Sendable {
  /// The most workers, or `nil` for all processors.
  public var jobs: Int?
  /// Rows per piece of work; results do not depend on it.
  public var chunkRows: Int
  /// The file of the pseudonym key.
  public var keyFile: String?
  /// Where to tell what is going on.
  public var log: Log

  /// Makes options.
  ///
  /// - Parameters:
  ///   - jobs: The most workers, or `nil` for all processors.
  ///   - chunkRows: Rows per piece of work.
  ///   - keyFile: The file of the pseudonym key.
  ///   - log: Where to tell what is going on.
  public init(jobs: Int?, chunkRows: Int, keyFile: String?, log: Log) {
    self.jobs = jobs
    self.chunkRows = chunkRows
    self.keyFile = keyFile
    self.log = log
  }

  /// The language of messages.
  public var language: Language { log.language }
}
