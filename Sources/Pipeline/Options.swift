public import Benchmark

/// What all commands have in common: how much of the machine to use, and how to talk.
public struct Options: Sendable {
  /// The most workers, or `nil` for all processors.
  public var jobs: Int?
  /// Bytes of an export per piece of work; results do not depend on it.
  public var pieceBytes: Int
  /// Which reader reads exports; results do not depend on it.
  public var reader: Reader
  /// The file of the pseudonym key.
  public var keyFile: String?
  /// The environment of the process.
  public var environment: [String: String]
  /// Where to tell what is going on.
  public var log: Log
  /// Whether to tell at the end how long what took.
  public var wantsTimings: Bool
  /// Where counts of single files are kept for the next night; `nil` for the usual place.
  public var cache: String?
  /// Whether counts of earlier nights are used and kept.
  public var usesCache: Bool
  /// Whether to publish without regard to what was published before.
  public var releasesAnew: Bool
  let timings = Timings()

  /// How exports are read; both ways give the same, bit for bit.
  public enum Reader: String, Sendable, CaseIterable {
    /// In one pass and in pieces, fast.
    case stream
    /// The whole file in memory, and every record by libcsv.
    case plain
  }

  /// Makes options.
  ///
  /// - Parameters:
  ///   - jobs: The most workers, or `nil` for all processors.
  ///   - pieceBytes: Bytes of an export per piece of work.
  ///   - reader: Which reader reads exports.
  ///   - keyFile: The file of the pseudonym key.
  ///   - environment: The environment of the process.
  ///   - log: Where to tell what is going on.
  ///   - wantsTimings: Whether to tell at the end how long what took.
  ///   - cache: Where counts of single files are kept; `nil` for the usual place.
  ///   - usesCache: Whether counts of earlier nights are used and kept.
  ///   - releasesAnew: Whether to publish without regard to what was published before.
  public init(
    jobs: Int?, pieceBytes: Int, reader: Reader = .stream, keyFile: String?,
    environment: [String: String], log: Log, wantsTimings: Bool = false,
    cache: String? = nil, usesCache: Bool = true, releasesAnew: Bool = false
  ) {
    self.jobs = jobs
    self.pieceBytes = pieceBytes
    self.reader = reader
    self.keyFile = keyFile
    self.environment = environment
    self.log = log
    self.wantsTimings = wantsTimings
    self.cache = cache
    self.usesCache = usesCache
    self.releasesAnew = releasesAnew
  }

  /// Tells how long what took, if that is wanted.
  public func tellTimings() {
    if wantsTimings { timings.tell(log) }
  }

  /// The language of messages.
  public var language: Language { log.language }
}
