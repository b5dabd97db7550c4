internal import CISAL
internal import CZlib

/// Inflates gzip files of one or several members, piece by piece; the checksum of each is compared.
///
/// Zero bytes after the last member are padding and ignored; anything else there is damage.
@safe struct Inflater: ~Copyable {
  /// Which library does it; both give the same bytes and the same failures.
  enum Engine: Sendable, CaseIterable {
    /// ISA-L, several times as fast.
    case isal
    /// zlib.
    case zlib
  }

  private enum Step {
    case more, member, damage
  }

  private let file: StoredBytes
  private let engine: Engine
  private let input: UnsafeMutableBufferPointer<UInt8>
  /// The bytes of `input` that are left.
  private var left = 0..<0
  /// Where in the file the next input is read.
  private(set) var position = 0
  /// Whether the file goes on after its last byte; then running out of input is no failure.
  private let isPart: Bool
  private(set) var members = 0
  private var isInMember = false
  private(set) var isDone = false
  private let isal: UnsafeMutablePointer<inflate_state>
  private let zlib: UnsafeMutablePointer<z_stream>

  /// Starts at the beginning of a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - engine: Which library does it.
  ///   - isPart: Whether the file goes on after its last byte; then running out of input is no
  ///     failure.
  init(_ file: StoredBytes, engine: Engine = .isal, isPart: Bool = false) {
    self.file = file
    self.engine = engine
    self.isPart = isPart
    unsafe input = .allocate(capacity: 1 << 18)
    unsafe isal = .allocate(capacity: 1)
    unsafe zlib = .allocate(capacity: 1)
    unsafe zlib.initialize(to: z_stream())
    unsafe isal_inflate_init(isal)
    unsafe isal.pointee.crc_flag = UInt32(ISAL_GZIP)
    let status = unsafe echolot_inflate_init(zlib)
    precondition(status == Z_OK, "zlib has memory")
  }

  deinit {
    unsafe inflateEnd(zlib)
    unsafe input.deallocate()
    unsafe isal.deallocate()
    unsafe zlib.deallocate()
  }

  /// Inflates into a buffer until it is full or the file ends.
  ///
  /// - Parameters:
  ///   - buffer: Where the text goes.
  ///   - range: Where in the buffer.
  ///   - observe: Is lent all bytes of the file, in order, as they are read.
  /// - Returns: The number of bytes that were written.
  /// - Throws: `gzipTruncated`, `gzipCorrupt` or `notReadable`.
  mutating func read(
    into buffer: inout [UInt8], _ range: Range<Int>,
    observe: @Sendable (Span<UInt8>) -> Void = { _ in }
  ) throws(ExportFailure) -> Int {
    var written = range.lowerBound
    while written < range.upperBound, !isDone {
      if left.isEmpty {
        try refill(observe)
        if left.isEmpty {
          isDone = true
          if isInMember, !isPart { throw .gzipTruncated }
          break
        }
      }
      if !isInMember, try !startMember(observe) { break }
      let (step, used, made) = inflate(into: &buffer, written..<range.upperBound)
      left = (left.lowerBound + used)..<left.upperBound
      written += made
      switch step {
      case .more:
        // Neither side moves when the input ends inside what the library needs as a whole.
        if used == 0, made == 0, !left.isEmpty { throw .gzipCorrupt(member: members) }
      case .member: isInMember = false
      case .damage: throw .gzipCorrupt(member: members)
      }
    }
    return written - range.lowerBound
  }

  private mutating func refill(_ observe: @Sendable (Span<UInt8>) -> Void) throws(ExportFailure) {
    let count = unsafe min(input.count, file.count - position)
    let bytes = try file.bytes(position..<(position + count))
    position += count
    observe(bytes.span)
    unsafe _ = input.update(fromContentsOf: bytes)
    left = 0..<count
  }

  /// Starts a member, unless only padding is left.
  ///
  /// - Returns: Whether a member starts.
  private mutating func startMember(
    _ observe: @Sendable (Span<UInt8>) -> Void
  ) throws(ExportFailure) -> Bool {
    if members > 0, unsafe input[left.lowerBound] != 0x1F {
      while true {
        for place in left where unsafe input[place] != 0 { throw .gzipCorrupt(member: members + 1) }
        try refill(observe)
        if left.isEmpty { break }
      }
      isDone = true
      return false
    }
    members += 1
    isInMember = true
    unsafe isal_inflate_reset(isal)
    unsafe isal.pointee.crc_flag = UInt32(ISAL_GZIP)
    unsafe inflateReset(zlib)
    return true
  }

  /// Inflates what is left of the input into a buffer, once.
  private func inflate(
    into buffer: inout [UInt8], _ range: Range<Int>
  ) -> (step: Step, used: Int, made: Int) {
    let source = unsafe input.baseAddress?.advanced(by: left.lowerBound)
    let (offered, room) = (left.count, min(range.count, 1 << 30))
    return unsafe buffer.withUnsafeMutableBufferPointer { output in
      let target = unsafe output.baseAddress?.advanced(by: range.lowerBound)
      switch engine {
      case .isal:
        unsafe isal.pointee.next_in = source
        unsafe isal.pointee.avail_in = UInt32(offered)
        unsafe isal.pointee.next_out = target
        unsafe isal.pointee.avail_out = UInt32(room)
        let status = unsafe isal_inflate(isal)
        let isEnd = unsafe isal.pointee.block_state == ISAL_BLOCK_FINISH
        let (unused, free) = unsafe (Int(isal.pointee.avail_in), Int(isal.pointee.avail_out))
        return (
          status != ISAL_DECOMP_OK ? .damage : isEnd ? .member : .more, offered - unused,
          room - free
        )
      case .zlib:
        unsafe zlib.pointee.next_in = source
        unsafe zlib.pointee.avail_in = UInt32(offered)
        unsafe zlib.pointee.next_out = target
        unsafe zlib.pointee.avail_out = UInt32(room)
        let status = unsafe CZlib.inflate(zlib, Z_NO_FLUSH)
        let (unused, free) = unsafe (Int(zlib.pointee.avail_in), Int(zlib.pointee.avail_out))
        let step: Step =
          switch status {
          case Z_STREAM_END: .member
          case Z_OK, Z_BUF_ERROR: .more
          default: .damage
          }
        return (step, offered - unused, room - free)
      }
    }
  }
}
