package import Benchmark

/// A sentence of the catalogue, in both languages, with placeholders in braces.
///
/// Each catalogue is an enumeration whose one `switch` holds every text, so a missing language or
/// sentence does not compile; a test compares the placeholders of both languages.
package protocol Phrase: CaseIterable, Sendable {
  /// The sentence in both languages.
  var text: LocalisedText { get }
}
