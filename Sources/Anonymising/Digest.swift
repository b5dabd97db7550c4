/// Message digests.
public enum Digest {
  /// The SHA-256 of some bytes.
  ///
  /// Source: FIPS 180-4.
  ///
  /// - Parameter bytes: Any bytes, also none.
  /// - Returns: 32 bytes.
  public static func sha256(_ bytes: Span<UInt8>) -> [UInt8] {
    var digest = RunningDigest()
    digest.add(bytes)
    return digest.finish()
  }

  /// Bytes as lower-case hexadecimal digits.
  ///
  /// - Parameter bytes: Any bytes.
  /// - Returns: Two digits per byte.
  public static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
