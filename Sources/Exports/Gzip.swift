internal import CZlib

/// Inflates gzip files of one or several members by zlib, which also checks each member's CRC.
enum Gzip {
  /// Whether bytes begin like a gzip file.
  static func isCompressed(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// Inflates all members.
  ///
  /// - Parameters:
  ///   - bytes: The compressed file, or its beginning if `limit` is given.
  ///   - limit: The most bytes to make; reaching it, or the end of a cut-off input, is no error then.
  /// - Returns: The content of all members, one after the other.
  /// - Throws: That a member ends too early or is damaged.
  static func inflate(_ bytes: [UInt8], limit: Int? = nil) throws(ExportFailure) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(min(limit ?? .max, bytes.count * 4))
    var start = 0
    var member = 1
    while start < bytes.count {
      // Padding with null bytes after the last member is common on tapes and in copies of them.
      if member > 1, bytes[start...].allSatisfy({ $0 == 0 }) { break }
      start += try inflateMember(
        bytes, from: start, number: member, into: &output, limit: limit)
      member += 1
      if let limit, output.count >= limit { break }
    }
    return output
  }

  /// Inflates one member and returns how many bytes it took.
  private static func inflateMember(
    _ bytes: [UInt8], from start: Int, number: Int, into output: inout [UInt8], limit: Int?
  ) throws(ExportFailure) -> Int {
    var stream = unsafe z_stream()
    guard unsafe echolot_inflate_init(&stream) == Z_OK else { throw .gzipCorrupt(member: number) }
    defer { unsafe inflateEnd(&stream) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var taken = 0
    while true {
      let room = min(bytes.count - start - taken, 1 << 30)
      let (status, made, used) = unsafe bytes.withUnsafeBufferPointer { input in
        unsafe buffer.withUnsafeMutableBufferPointer { space in
          unsafe stream.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.advanced(by: start + taken))
          unsafe stream.avail_in = UInt32(room)
          unsafe stream.next_out = space.baseAddress
          unsafe stream.avail_out = UInt32(space.count)
          let status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
          return unsafe (
            status, space.count - Int(stream.avail_out), room - Int(stream.avail_in)
          )
        }
      }
      taken += used
      output.append(contentsOf: buffer[..<made])
      if status == Z_STREAM_END { return taken }
      if let limit, output.count >= limit || (taken == bytes.count - start && made == 0) {
        return bytes.count - start
      }
      switch status {
      case Z_OK where used > 0 || made > 0: continue
      case Z_OK, Z_BUF_ERROR: throw .gzipTruncated
      default: throw .gzipCorrupt(member: number)
      }
    }
  }
}
