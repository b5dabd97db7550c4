/// A piece of a text that holds personal data.
public struct RedactionSpan: Sendable, Equatable {
  /// What it holds.
  public var kind: Kind
  /// Where it stands, in bytes of UTF-8; never within a character.
  public var range: Range<Int>

  /// Makes a span.
  ///
  /// - Parameters:
  ///   - kind: What it holds.
  ///   - range: Where it stands, in bytes of UTF-8.
  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
