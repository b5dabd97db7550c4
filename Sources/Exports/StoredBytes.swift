import Glibc

/// Reads export files; the only place that opens them.
enum StoredBytes {
  /// Reads a file whole.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: The most bytes to read from its start.
  /// - Returns: Its bytes as stored.
  /// - Throws: Why it cannot be read.
  static func read(_ path: String, limit: Int = .max) throws(ExportFailure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory }
    let expected = min(limit, max(Int(status.st_size), 0))
    var bytes = [UInt8](repeating: 0, count: max(expected, 1 << 16))
    var count = 0
    while count < limit {
      if count == bytes.count { bytes.append(contentsOf: [UInt8](repeating: 0, count: count)) }
      let room = min(bytes.count, limit) - count
      let read = unsafe bytes.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress?.advanced(by: count), room)
      }
      if read < 0 && errno == EINTR { continue }
      guard read >= 0 else { throw failure(errno) }
      if read == 0 { break }
      count += read
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  private static func failure(_ number: Int32) -> ExportFailure {
    switch number {
    case ENOENT, ENOTDIR: .notFound
    case EISDIR: .isDirectory
    default: .notReadable(number)
    }
  }
}
