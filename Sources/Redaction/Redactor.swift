import Parallel

/// Finds personal data in texts and masks it.
///
/// Pure: the same text gives the same result, whatever stands beside it, on any machine. Bytes that are not UTF-8 are
/// kept as they are, and UTF-8 stays UTF-8: no span begins or ends within a character. A masked text masked again
/// stays as it is. The time is linear in the length of the text.
///
/// What is found and what is not: `docs/redaction.md`. This is a filter with measured recall, not a proof: a text that
/// was redacted is not anonymous for that alone.
public struct Redactor: Sendable {
  /// How much is masked.
  public enum Mode: Sendable, Hashable, CaseIterable {
    /// What is recognised as personal data.
    case normal
    /// That, and every word that is in no dictionary of ordinary words: for quotations.
    case strict
  }

  private static let lexicon = LexiconBuilder.build()
  private let mode: Mode

  /// Makes a redactor with the built-in word lists.
  ///
  /// - Parameter mode: How much is masked.
  public init(mode: Mode = .normal) { self.mode = mode }

  /// Masks a text.
  ///
  /// - Parameter text: The text in UTF-8, at most 2 GB; other bytes are kept.
  /// - Returns: What was found and the masked text.
  public func redact(_ text: [UInt8]) -> Redaction {
    var search = Search(lexicon: Self.lexicon, isStrict: mode == .strict)
    return Redaction(text, search.run(text.span))
  }

  /// Masks texts on several workers; each by itself, so that the result does not depend on the others.
  ///
  /// - Parameters:
  ///   - texts: The texts in UTF-8.
  ///   - workers: The most workers, or `nil` for all processors.
  /// - Returns: One result a text, in their order.
  public func redact(_ texts: [[UInt8]], workers: Int? = nil) -> [Redaction] {
    let size = 256
    let pieces = (texts.count + size - 1) / size
    let lexicon = Self.lexicon
    let isStrict = mode == .strict
    let parts = Parallel.map(count: pieces, workers: workers) { piece in
      var search = Search(lexicon: lexicon, isStrict: isStrict)
      let range = (piece * size)..<min(texts.count, (piece + 1) * size)
      return texts[range].map { Redaction($0, search.run($0.span)) }
    }
    return parts.flatMap(\.self)
  }
}
