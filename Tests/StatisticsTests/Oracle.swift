import FoundationEssentials
import Testing

/// Reads a file of reference numbers from `fixtures/oracles`.
func oracle<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let file = root.appending(path: "fixtures/oracles/\(name).json")
  return try JSONDecoder().decode(type, from: Data(contentsOf: file))
}

/// Whether two figures agree relative to the size of the expected one.
func agree(_ actual: Double?, _ expected: Double, within tolerance: Double = 1e-12) -> Bool {
  guard let actual, actual.isFinite else { return false }
  if expected == 0 { return actual.magnitude <= tolerance }
  return (actual - expected).magnitude <= tolerance * expected.magnitude
}
