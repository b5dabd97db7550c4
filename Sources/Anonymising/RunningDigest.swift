internal import CCrypto

/// The SHA-256 of bytes that come piece by piece, by the processor's own instructions if it has them.
///
/// Source: FIPS 180-4; OpenSSL `EVP_sha256`.
@safe public struct RunningDigest: ~Copyable {
  private let context: OpaquePointer

  /// Starts with no byte.
  public init() {
    guard let pointer = unsafe EVP_MD_CTX_new() else { preconditionFailure("there is memory") }
    let outcome = unsafe EVP_DigestInit_ex(pointer, EVP_sha256(), nil)
    precondition(outcome == 1, "the library has SHA-256")
    unsafe context = pointer
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds bytes.
  ///
  /// - Parameter bytes: The bytes that follow.
  public mutating func add(_ bytes: Span<UInt8>) {
    let outcome = unsafe bytes.withUnsafeBufferPointer {
      unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count)
    }
    precondition(outcome == 1, "adding bytes cannot fail")
  }

  /// Ends the digest; nothing may be added afterwards.
  ///
  /// - Returns: 32 bytes.
  public mutating func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let outcome = unsafe EVP_DigestFinal_ex(context, &digest, nil)
    precondition(outcome == 1, "ending cannot fail")
    return digest
  }
}
