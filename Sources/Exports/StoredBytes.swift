internal import Glibc

/// A file as it lies on disk, or bytes in its place, to be read piece by piece from several threads.
final class StoredBytes: Sendable {
  /// The number of bytes when it was opened.
  let count: Int
  private let descriptor: Int32
  private let memory: [UInt8]

  /// Opens a file.
  ///
  /// - Parameter path: The path.
  /// - Throws: `notFound`, `isDirectory` or `notReadable`.
  init(path: String) throws(ExportFailure) {
    (descriptor, count) = try StoredFile.open(path: path)
    memory = []
  }

  /// Takes bytes in place of a file.
  ///
  /// - Parameter bytes: The bytes.
  init(_ bytes: [UInt8]) {
    descriptor = -1
    count = bytes.count
    memory = bytes
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Reads bytes.
  ///
  /// - Parameters:
  ///   - range: Which bytes; at most up to `count`.
  ///   - buffer: Where they go.
  ///   - place: The index in `buffer` of the first of them.
  /// - Throws: `notReadable`; also if the file has become shorter since it was opened.
  func read(
    _ range: Range<Int>, into buffer: inout [UInt8], at place: Int
  ) throws(ExportFailure) {
    precondition(range.upperBound <= count && place + range.count <= buffer.count, "it has room")
    if descriptor < 0 {
      buffer.replaceSubrange(place..<(place + range.count), with: memory[range])
      return
    }
    var done = 0
    while done < range.count {
      let start = done
      let got = unsafe buffer.withUnsafeMutableBytes { target in
        unsafe pread(
          descriptor, target.baseAddress?.advanced(by: place + start), range.count - start,
          range.lowerBound + start)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw .notReadable(errno: got == 0 ? ESTALE : errno) }
      done += got
    }
  }

  /// Reads bytes.
  ///
  /// - Parameter range: Which bytes; at most up to `count`.
  /// - Returns: The bytes.
  /// - Throws: `notReadable`.
  func bytes(_ range: Range<Int>) throws(ExportFailure) -> [UInt8] {
    if descriptor < 0 { return Array(memory[range]) }
    var buffer = [UInt8](repeating: 0, count: range.count)
    try read(range, into: &buffer, at: 0)
    return buffer
  }
}
