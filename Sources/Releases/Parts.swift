public import Tally

/// The parts of a schema that have no item in common: dimensions that share items stand together.
public struct Parts: Sendable, Equatable {
  /// One part.
  public struct Part: Sendable, Equatable {
    /// Its items, by index in the schema, rising.
    public internal(set) var items: [Int]
    /// Its dimensions, by index in the schema, rising.
    public internal(set) var dimensions: [Int]
  }

  /// All parts, ordered by their first item.
  public let all: [Part]

  /// Finds the parts.
  ///
  /// - Parameter schema: The schema.
  public init(_ schema: Schema) {
    var parts = schema.items.indices.map { Part(items: [$0], dimensions: []) }
    for (number, dimension) in schema.dimensions.enumerated() {
      let touched = parts.filter { part in part.items.contains { dimension.items.contains($0) } }
      parts.removeAll { touched.contains($0) }
      parts.append(
        Part(
          items: touched.flatMap(\.items).sorted(),
          dimensions: (touched.flatMap(\.dimensions) + [number]).sorted()))
    }
    all = parts.sorted { ($0.items.first ?? Int.max) < ($1.items.first ?? Int.max) }
  }
}
