/// What became of one text.
public struct Redaction: Sendable, Equatable {
  /// What was found, by place, without overlaps.
  public let spans: [RedactionSpan]
  /// The text with a mask such as `[NAME]` in place of every span.
  public let masked: [UInt8]

  init(_ text: [UInt8], _ spans: [RedactionSpan]) {
    self.spans = spans
    guard !spans.isEmpty else {
      masked = text
      return
    }
    var masked: [UInt8] = []
    masked.reserveCapacity(text.count + 8 * spans.count)
    var at = 0
    for span in spans {
      masked += text[at..<span.range.lowerBound]
      masked += Mask.bytes[Int(span.kind.rawValue)]
      at = span.range.upperBound
    }
    masked += text[at...]
    self.masked = masked
  }

  /// The ranges of the spans in code points (Unicode scalars), as JSON readers count.
  ///
  /// - Parameter text: The text that was redacted; its bytes must be UTF-8 for the counts to mean something.
  /// - Returns: One range a span.
  public func codePointRanges(in text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = 0
    var count = 0
    func advance(to place: Int) -> Int {
      while at < place {
        if text[at] & 0xC0 != 0x80 { count += 1 }
        at += 1
      }
      return count
    }
    for span in spans {
      let start = advance(to: span.range.lowerBound)
      ranges.append(start..<advance(to: span.range.upperBound))
    }
    return ranges
  }
}
