internal import CZlib

/// Inflating gzip files of one or several members.
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
  /// Zero bytes after the last member are padding and ignored; anything else there is damage.
  ///
  /// - Parameters:
  ///   - stored: The whole file, or its beginning.
  ///   - isPart: Whether the file goes on after `stored`; then running out of input is no failure.
  ///   - limit: The number of inflated bytes after which to stop.
  /// - Returns: The inflated bytes, the number of members, and whether the text goes on.
  /// - Throws: `gzipTruncated` or `gzipCorrupt`.
  static func inflate(
    _ stored: [UInt8], isPart: Bool, limit: Int
  ) throws(ExportFailure) -> (bytes: [UInt8], members: Int, isPart: Bool) {
    var output: [UInt8] = []
    output.reserveCapacity(min(limit, stored.count * 4))
    var position = 0
    var members = 0
    while position < stored.count {
      let isMember =
        stored[position] == 0x1F && (position + 1 == stored.count || stored[position + 1] == 0x8B)
      if members > 0, !isMember {
        if stored[position...].allSatisfy({ $0 == 0 }) { break }
        throw .gzipCorrupt(member: members + 1)
      }
      members += 1
      let end = try member(members, of: stored, from: &position, limit: limit, into: &output)
      if end == .limit { return (output, members, true) }
      if end == .input {
        guard isPart else { throw .gzipTruncated }
        return (output, members, true)
      }
    }
    return (output, members, isPart)
  }

  private enum End {
    case member, input, limit
  }

  private static func member(
    _ number: Int, of stored: [UInt8], from position: inout Int, limit: Int,
    into output: inout [UInt8]
  ) throws(ExportFailure) -> End {
    var stream = unsafe z_stream()
    guard unsafe echolot_inflate_init(&stream) == Z_OK else { throw .gzipCorrupt(member: number) }
    defer { unsafe inflateEnd(&stream) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let (status, used, made) = unsafe step(&stream, stored, position, &buffer)
      position += used
      output.append(contentsOf: buffer[..<made])
      if output.count > limit {
        output.removeLast(output.count - limit)
        return .limit
      }
      switch status {
      case Z_STREAM_END: return .member
      case Z_OK: continue
      case Z_BUF_ERROR where position == stored.count: return .input
      default: throw .gzipCorrupt(member: number)
      }
    }
  }

  /// Inflates from `position` into the buffer once.
  private static func step(
    _ stream: inout z_stream, _ stored: [UInt8], _ position: Int, _ buffer: inout [UInt8]
  ) -> (status: Int32, used: Int, made: Int) {
    let offered = min(stored.count - position, 1 << 30)
    let room = buffer.count
    let status = unsafe stored.withUnsafeBufferPointer { input in
      unsafe buffer.withUnsafeMutableBufferPointer { output in
        unsafe stream.next_in = unsafe UnsafeMutablePointer(
          mutating: input.baseAddress?.advanced(by: position))
        unsafe stream.avail_in = UInt32(offered)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(room)
        return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
      }
    }
    let used = unsafe offered - Int(stream.avail_in)
    let made = unsafe room - Int(stream.avail_out)
    return (status, used, made)
  }
}
