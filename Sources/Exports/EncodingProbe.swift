/// What the decoder makes of bytes, before anyone asks whether they are a table.
///
/// For tests of the decoder by itself. It holds the whole text, so it is no part of the interface
/// that other rooms see.
@_spi(Testing) public struct EncodingProbe: Sendable {
  /// The encoding.
  public let encoding: TextEncoding
  /// How it was decided.
  public let decision: EncodingDecision
  /// What the bytes beyond ASCII say.
  public let census: TextCensus
  /// The text in UTF-8, without its byte order mark.
  public let text: [UInt8]

  /// Decodes bytes as `ExportFile` does.
  ///
  /// - Parameters:
  ///   - stored: The bytes, compressed or not.
  ///   - given: The encoding, or `nil` to detect it.
  /// - Throws: `undecodable`, or that the bytes cannot be inflated.
  public init(_ stored: [UInt8], as given: TextEncoding? = nil) throws(ExportFailure) {
    var bytes = stored
    if Inflating.isGzip(stored) {
      bytes = try Inflating.inflate(stored, isPart: false, limit: .max - 1).bytes
    }
    let decoded = try DecodedText(bytes, as: given, isPart: false)
    encoding = decoded.encoding
    decision = decoded.decision
    census = decoded.census
    text = Array(decoded.bytes[decoded.start...])
  }
}
