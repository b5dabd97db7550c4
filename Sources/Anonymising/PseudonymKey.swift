internal import CSodium

/// The secret that turns respondent keys into fingerprints; whoever lacks it cannot link them back.
///
/// Printing, dumping or reflecting it shows nothing.
public struct PseudonymKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The number of bytes of a key.
  public static let byteCount = 32

  private let bytes: [UInt8]

  /// Takes over a stored key.
  ///
  /// - Parameter bytes: Exactly `byteCount` bytes; otherwise there is no key.
  public init?(bytes: [UInt8]) {
    guard bytes.count == PseudonymKey.byteCount else { return nil }
    self.bytes = bytes
  }

  /// Draws a new key from the system's cryptographic generator.
  ///
  /// - Returns: A key that has never been used.
  public static func random() -> PseudonymKey {
    precondition(sodium_init() >= 0, "libsodium can be initialised")
    var bytes = [UInt8](repeating: 0, count: byteCount)
    unsafe randombytes_buf(&bytes, byteCount)
    guard let key = PseudonymKey(bytes: bytes) else { preconditionFailure("32 bytes are a key") }
    return key
  }

  /// Lends the bytes, for storing the key in its own file and nowhere else.
  ///
  /// - Parameter body: What to do with the bytes.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  @_spi(Secrets) public func withBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(bytes.span)
  }

  /// A number that tells keys apart and says nothing about them.
  public var mark: UInt64 { fingerprint(Array("mark of this key".utf8)) }

  /// A keyed 64-bit hash of a message: BLAKE2b with the key, cut to its first eight bytes.
  ///
  /// Source: RFC 7693; libsodium `crypto_generichash`.
  ///
  /// - Parameter message: The message.
  /// - Returns: The fingerprint, never 0, which stands for "no key".
  func fingerprint(_ message: [UInt8]) -> UInt64 {
    var digest = [UInt8](repeating: 0, count: Int(crypto_generichash_BYTES_MIN))
    let outcome = unsafe crypto_generichash(
      &digest, digest.count, message, UInt64(message.count), bytes, bytes.count)
    precondition(outcome == 0, "the sizes fit")
    let value = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return max(1, value)
  }

  /// A fixed text; never a key.
  public var description: String { "withheld" }
  /// A fixed text; never a key.
  public var debugDescription: String { "withheld" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
