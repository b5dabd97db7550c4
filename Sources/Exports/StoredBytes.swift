internal import Glibc

/// A file as it lies on disk, or bytes in its place, to be read piece by piece from several threads.
final class StoredBytes: Sendable {
  /// The number of bytes when it was opened.
  let count: Int
  private let descriptor: Int32
  private let memory: [UInt8]
  private let stamp: FileStamp?

  /// Opens a file.
  ///
  /// - Parameter path: The path.
  /// - Throws: `notFound`, `isDirectory` or `notReadable`.
  init(path: String) throws(ExportFailure) {
    (descriptor, count) = try StoredFile.open(path: path)
    memory = []
    stamp = FileStamp(descriptor)
  }

  /// Takes bytes in place of a file.
  ///
  /// - Parameter bytes: The bytes.
  init(_ bytes: [UInt8]) {
    descriptor = -1
    count = bytes.count
    memory = bytes
    stamp = nil
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Makes sure that the file is still the one that was opened.
  ///
  /// - Throws: `changed`.
  func checkUnchanged() throws(ExportFailure) {
    if descriptor >= 0, FileStamp(descriptor) != stamp { throw .changed }
  }

  /// Reads bytes.
  ///
  /// - Parameters:
  ///   - range: Which bytes; at most up to `count`.
  ///   - buffer: Where they go.
  ///   - place: The index in `buffer` of the first of them.
  /// - Throws: `notReadable`, or `changed` if the file has become shorter since it was opened.
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
      if got == 0 { throw .changed }
      guard got > 0 else { throw .notReadable(errno: errno) }
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

/// What tells whether a file was written to: its size, and when that was.
struct FileStamp: Equatable, Sendable {
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// Looks at an open file.
  ///
  /// - Parameter descriptor: The file.
  init?(_ descriptor: Int32) {
    var information = stat()
    guard unsafe fstat(descriptor, &information) == 0 else { return nil }
    size = Int(information.st_size)
    seconds = information.st_mtim.tv_sec
    nanoseconds = information.st_mtim.tv_nsec
  }
}
