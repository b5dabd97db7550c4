/// Inflating gzip files as a whole, or their beginning.
enum Inflating {
  /// Whether bytes begin as gzip does.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: Whether it is gzip.
  static func isGzip(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// Inflates all members, end to end.
  ///
  /// - Parameters:
  ///   - stored: The whole file, or its beginning.
  ///   - isPart: Whether the file goes on after `stored`; then running out of input is no failure.
  ///   - limit: The number of inflated bytes after which to stop.
  ///   - engine: Which library does it.
  /// - Returns: The inflated bytes, the number of members, and whether the text goes on.
  /// - Throws: `gzipTruncated` or `gzipCorrupt`.
  static func inflate(
    _ stored: [UInt8], isPart: Bool, limit: Int, engine: Inflater.Engine = .zlib
  ) throws(ExportFailure) -> (bytes: [UInt8], members: Int, isPart: Bool) {
    var inflater = Inflater(StoredBytes(stored), engine: engine, isPart: isPart)
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while !inflater.isDone, output.count <= limit {
      let count = try inflater.read(into: &buffer, 0..<buffer.count)
      output.append(contentsOf: buffer[..<count])
    }
    let isCut = output.count > limit
    if isCut { output.removeLast(output.count - limit) }
    return (output, inflater.members, isCut || isPart)
  }
}
