internal import Anonymising
internal import Benchmark
internal import Tally

/// What was counted of single files in earlier nights, so that only new or changed files are read.
///
/// A file's counts are found again by everything they follow from: the file as the file system knows it,
/// the pipeline, the list of organisations, the program, the key of pseudonyms, and, where respondents may
/// repeat, the files before it. A file that was written just before its entry could have been written
/// again without showing it, so its bytes are compared, too. Like every tally, an entry is
/// confidential; it is for its owner only. Entries that a run does not use are removed.
final class TallyCache {
  /// What a file added to a tally.
  struct Part {
    var record: InputRecord
    var tally: Tally
    /// Respondents that were not met before, rising.
    var fingerprints: [UInt64]
  }

  private let folder: String
  private let definition: [UInt8]
  /// The digest of all that all files have in common.
  private let base: [UInt8]
  private var used: Set<String> = []
  /// What is to be kept, once it is known that it may be.
  private var waiting: [(name: String, part: Part)] = []

  /// Opens a cache.
  ///
  /// - Parameters:
  ///   - folder: Where entries lie.
  ///   - definition: The canonical definition of the pipeline.
  ///   - files: Files that decide how exports are read, such as the pipeline itself.
  ///   - key: The key of pseudonyms, if there is one.
  /// - Throws: A failure that ends the command as unable to create or read.
  init(
    _ folder: String, definition: [UInt8], files: [String], key: PseudonymKey?
  ) throws(Failure) {
    self.folder = folder
    self.definition = definition
    try Disk.createFolder(folder)
    try Disk.protect(folder)
    var parts = Array("tally cache 1, \(Version.current), key \(key?.mark ?? 0)\n".utf8)
    parts += definition
    // Another build may count otherwise.
    for file in files + ["/proc/self/exe"] { parts += try Disk.digest(of: file) }
    base = Digest.sha256(parts.span)
  }

  /// The name of a file's entry.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - source: The name of its source.
  ///   - before: The name of the entry before it, if respondents may repeat.
  /// - Returns: A name, which says nothing about the file.
  /// - Throws: A failure if the file cannot be read.
  func name(of path: String, source: String, after before: String?) throws(Failure) -> String {
    guard let identity = FileIdentity(path) else {
      _ = try Disk.read(path)
      throw FileIdentity.changedMeanwhile(path)
    }
    let parts =
      base + Array("\(source)\n\(path)\n\(before ?? "")\n\(identity.text)\n".utf8)
    return Digest.hexadecimal(Digest.sha256(parts.span))
  }

  /// What was counted of a file, if that is known.
  ///
  /// - Parameters:
  ///   - name: The name of the entry.
  ///   - file: The file.
  /// - Returns: What it added; `nil` if there is no entry, or none that is intact.
  func part(_ name: String, of file: String) -> Part? {
    let path = "\(folder)/\(name)"
    guard Disk.isFile(path), let kept = FileIdentity(path), let now = FileIdentity(file) else {
      return nil
    }
    do throws(Failure) {
      let document = try TallyStore.read(path)
      guard document.definition == definition, let record = document.inputs.first else {
        return nil
      }
      // Clocks of file systems are coarse; two seconds is what the coarsest ones have.
      if kept.changed - now.changed < 2_000_000_000,
        Digest.hexadecimal(try Disk.digest(of: file)) != record.sha256
      {
        return nil
      }
      used.insert(name)
      return Part(record: record, tally: document.tally, fingerprints: document.fingerprints)
    } catch {
      // What is damaged is counted anew and replaced.
      return nil
    }
  }

  /// Takes what was counted of a file, to be kept when the run says so.
  ///
  /// - Parameters:
  ///   - part: What it added.
  ///   - name: The name of the entry.
  func take(_ part: Part, as name: String) { waiting.append((name, part)) }

  /// Keeps what was taken, and removes the entries that were of no use.
  ///
  /// Nothing reaches the disk before, as a column that names people may still show itself.
  ///
  /// - Throws: A failure that ends the command as unable to write.
  func keep() throws(Failure) {
    for (name, part) in waiting {
      let document = TallyDocument(
        definition: definition, tally: part.tally, inputs: [part.record],
        fingerprints: part.fingerprints)
      try TallyStore.write(document, to: "\(folder)/\(name)")
      used.insert(name)
    }
    waiting = []
    for name in try Disk.list(folder) where !used.contains(name) {
      try Disk.remove("\(folder)/\(name)")
    }
  }
}
