internal import Glibc

/// Reading a file's bytes as they lie on disk.
enum StoredFile {
  /// Reads a file, or its beginning.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - limit: The number of bytes after which to stop.
  /// - Returns: The bytes, and whether the file goes on after them.
  /// - Throws: `notFound`, `isDirectory`, `notAFile` or `notReadable`.
  static func read(
    path: String, limit: Int
  ) throws(ExportFailure) -> (bytes: [UInt8], isPart: Bool) {
    let (descriptor, size) = try open(path: path)
    defer { close(descriptor) }
    // One byte more than expected, so that the end of the file shows.
    let expected = min(size, limit)
    var bytes = [UInt8](repeating: 0, count: expected + 1)
    var filled = 0
    while true {
      if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: 1 << 20)) }
      let start = filled
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(errno)
      }
      if count == 0 { break }
      filled += count
      if filled > limit { break }
    }
    let isPart = filled > limit
    bytes.removeLast(bytes.count - min(filled, limit))
    return (bytes, isPart)
  }

  /// Opens a file.
  ///
  /// - Parameter path: The path.
  /// - Returns: Its descriptor, and the number of its bytes.
  /// - Throws: `notFound`, `isDirectory`, `notAFile` or `notReadable`.
  static func open(path: String) throws(ExportFailure) -> (descriptor: Int32, size: Int) {
    // Not blocking, so that a pipe under the name of a file cannot hold up a run for ever.
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(errno) }
    var information = stat()
    let failed: ExportFailure? =
      if unsafe fstat(descriptor, &information) != 0 {
        failure(errno)
      } else if information.st_mode & S_IFMT == S_IFDIR {
        .isDirectory
      } else if information.st_mode & S_IFMT != S_IFREG {
        .notAFile
      } else {
        nil
      }
    if let failed {
      close(descriptor)
      throw failed
    }
    return (descriptor, Int(information.st_size))
  }

  /// The last part of a path.
  ///
  /// - Parameter path: The path.
  /// - Returns: What stands after its last stroke.
  static func baseName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func failure(_ code: Int32) -> ExportFailure {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    case EISDIR: .isDirectory
    default: .notReadable(errno: code)
    }
  }
}
