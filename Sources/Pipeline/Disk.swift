internal import Anonymising
internal import Benchmark
internal import CLinux
import FoundationEssentials
import Glibc

/// Everything that touches files other than exports: reading, writing whole or not at all, swapping.
enum Disk {
  /// Reads a small file whole.
  ///
  /// - Parameter path: The file.
  /// - Returns: Its bytes.
  /// - Throws: A failure that ends the command as missing input.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(path) { piece in
      unsafe piece.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  /// The SHA-256 of a file, which is not held in memory.
  ///
  /// - Parameter path: The file.
  /// - Returns: 32 bytes.
  /// - Throws: A failure that ends the command as missing input.
  static func digest(of path: String) throws(Failure) -> [UInt8] {
    var digest = RunningDigest()
    try read(path) { digest.add($0) }
    return digest.finish()
  }

  private static func read(
    _ path: String, _ body: (Span<UInt8>) -> Void
  ) throws(Failure) {
    guard !isDirectory(path) else { throw readFailure(path, EISDIR) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw readFailure(path, errno) }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw readFailure(path, errno) }
      guard count > 0 else { return }
      body(buffer.span.extracting(0..<count))
    }
  }

  /// Keeps others out of a folder.
  ///
  /// - Parameter path: The folder.
  /// - Throws: A failure that ends the command as unable to create.
  static func protect(_ path: String) throws(Failure) {
    guard unsafe chmod(path, 0o700) == 0 else { throw createFailure(path, errno) }
  }

  /// Writes a new file whole; whatever stood there before is replaced only at the end.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - bytes: The content.
  ///   - mode: Its access rights.
  /// - Throws: A failure that ends the command as unable to write; the old file stands.
  static func replace(_ path: String, with bytes: [UInt8], mode: mode_t) throws(Failure) {
    let temporary = folder(of: path) + "/.\(name(of: path)).\(getpid()).part"
    unsafe unlink(temporary)
    do throws(Failure) {
      try create(temporary, with: bytes, mode: mode, synchronise: true)
      guard unsafe rename(temporary, path) == 0 else { throw writeFailure(path, errno) }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
  }

  /// Creates a file that must not exist yet.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - bytes: Its content.
  ///   - mode: Its access rights.
  ///   - synchronise: Whether to wait until the disk has it.
  /// - Throws: A failure that ends the command as unable to write.
  static func create(
    _ path: String, with bytes: [UInt8], mode: mode_t, synchronise: Bool = false
  ) throws(Failure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw writeFailure(path, errno) }
    defer { close(descriptor) }
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw writeFailure(path, errno) }
      start += written
    }
    if synchronise {
      guard fsync(descriptor) == 0 else { throw writeFailure(path, errno) }
    } else {
      // The disk may start now; who needs the file there waits for all at once (`swapIn`).
      echolot_start_writing(descriptor)
    }
  }

  /// Creates a folder with all folders above it.
  ///
  /// - Parameter path: The folder.
  /// - Throws: A failure that ends the command as unable to create.
  static func createFolder(_ path: String) throws(Failure) {
    if (unsafe mkdir(path, 0o777)) == 0 { return }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    } catch {
      let number = (unsafe access(folder(of: path), W_OK)) == 0 ? ENOTDIR : errno
      throw createFailure(path, number)
    }
    guard isDirectory(path), unsafe access(path, W_OK | X_OK) == 0 else {
      throw createFailure(path, EACCES)
    }
  }

  /// The names in a folder, ordered by bytes.
  ///
  /// - Parameter path: The folder.
  /// - Returns: All names, hidden ones too.
  /// - Throws: A failure that ends the command as missing input.
  static func list(_ path: String) throws(Failure) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw readFailure(path, EACCES)
    }
  }

  /// Removes a file or a folder with all it holds; what is not there is fine.
  ///
  /// - Parameter path: The file or folder.
  /// - Throws: A failure that ends the command as unable to write.
  static func remove(_ path: String) throws(Failure) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw writeFailure(path, EACCES)
    }
  }

  /// Puts a finished folder in place of another in one step; readers see the old or the new one.
  ///
  /// - Parameters:
  ///   - finished: The finished folder; gone afterwards.
  ///   - target: Where it belongs; an older folder there is removed.
  /// - Throws: A failure that ends the command as unable to write; the old folder stands.
  static func swapIn(_ finished: String, at target: String) throws(Failure) {
    synchroniseFileSystem(of: finished)
    if unsafe rename(finished, target) == 0 { return }
    guard errno == ENOTEMPTY || errno == EEXIST else { throw writeFailure(target, errno) }
    guard unsafe echolot_exchange(finished, target) == 0 else {
      throw writeFailure(target, errno)
    }
    try remove(finished)
  }

  /// Points a symbolic link to another folder in one step.
  ///
  /// - Parameters:
  ///   - link: The link.
  ///   - target: What it shall point to, relative to the link's folder.
  /// - Throws: A failure that ends the command as unable to write; the old link stands.
  static func point(_ link: String, to target: String) throws(Failure) {
    let temporary = "\(link).\(getpid()).part"
    unsafe unlink(temporary)
    guard unsafe symlink(target, temporary) == 0 else { throw writeFailure(link, errno) }
    guard unsafe rename(temporary, link) == 0 else {
      let number = errno
      unsafe unlink(temporary)
      throw writeFailure(link, number)
    }
  }

  /// Whether a path is a folder.
  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The size of a file in bytes, 0 if there is none.
  static func size(_ path: String) -> Int {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Whether a path is an ordinary file: no folder, no device, no pipe.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether anything stands at a path.
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? path
  }

  /// A path without its last part; `.` if there is no other.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func synchroniseFileSystem(of path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = echolot_sync_file_system(descriptor)
    close(descriptor)
  }

  private static func reason(_ number: Int32) -> String {
    unsafe String(cString: strerror(number))
  }

  private static func readFailure(_ path: String, _ number: Int32) -> Failure {
    Failure(
      .inputMissing,
      Notice(
        code: "EL-E-0201", place: Notice.Place(file: path),
        problem: LocalisedText(
          de: "Die Datei lässt sich nicht lesen (\(reason(number)))",
          en: "The file cannot be read (\(reason(number)))"),
        wayOut: LocalisedText(
          de: "Prüfen Sie Pfad und Leserechte", en: "Check the path and the right to read it")))
  }

  private static func createFailure(_ path: String, _ number: Int32) -> Failure {
    Failure(
      .cannotCreate,
      Notice(
        code: "EL-E-0301", place: Notice.Place(file: path),
        problem: LocalisedText(
          de: "Der Ordner lässt sich nicht anlegen oder beschreiben (\(reason(number)))",
          en: "The folder cannot be created or written to (\(reason(number)))"),
        wayOut: LocalisedText(
          de: "Wählen Sie mit --out einen Ordner, in den Sie schreiben dürfen",
          en: "Choose a folder that you may write to with --out")))
  }

  private static func writeFailure(_ path: String, _ number: Int32) -> Failure {
    let isFull = [ENOSPC, EDQUOT, EFBIG].contains(number)
    let cannotCreate = [EACCES, EPERM, EROFS, ENOENT, ENOTDIR, EISDIR].contains(number)
    return Failure(
      cannotCreate ? .cannotCreate : .writeFailed,
      Notice(
        code: isFull ? "EL-E-0303" : "EL-E-0302", place: Notice.Place(file: path),
        problem: LocalisedText(
          de: "Schreiben nicht möglich (\(reason(number))); es wurde nichts veröffentlicht",
          en: "Writing failed (\(reason(number))); nothing has been published"),
        wayOut: isFull
          ? LocalisedText(
            de: "Schaffen Sie Platz oder wählen Sie mit --out einen anderen Datenträger",
            en: "Make room or choose another disk with --out")
          : LocalisedText(
            de: "Prüfen Sie Ordner und Schreibrechte",
            en: "Check the folder and the right to write to it")))
  }
}
