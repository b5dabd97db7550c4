import Foundation
import Testing

/// The key behind fingerprints: made once, for its owner only, and never beside the outputs.
struct KeyFileTests {
  @Test func `the key is made on first use and kept`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    let key = "home/.local/share/echolot/pseudonym.key"
    try #require(try place.echolot("run", "small.yaml", "--out", "out").exit == 0)
    let made = try place.read(key)
    #expect(made.count == 32)
    let rights = try FileManager.default.attributesOfItem(atPath: place.path(key))
    #expect(rights[.posixPermissions] as? Int == 0o600)
    try #require(try place.echolot("run", "small.yaml", "--out", "out").exit == 0)
    #expect(try place.read(key) == made)
  }

  @Test func `a key beside the outputs is refused`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    let outcome = try place.echolot(
      "run", "small.yaml", "--out", "out", "--key-file", "out/small/key")
    #expect(outcome.exit == 78)
    #expect(outcome.errors.contains("EL-E-0401"))
    #expect(!FileManager.default.fileExists(atPath: place.path("out/small/key")))
  }

  @Test func `a key that others may read is refused`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    try place.write("key", Data(repeating: 7, count: 32))
    unsafe chmod(place.path("key"), 0o644)
    let outcome = try place.echolot("run", "small.yaml", "--out", "out", "--key-file", "key")
    #expect(outcome.exit == 78)
    #expect(outcome.errors.contains("EL-E-0402"))
    unsafe chmod(place.path("key"), 0o600)
    #expect(
      try place.echolot("run", "small.yaml", "--out", "out", "--key-file", "key").exit == 0)
  }

  @Test func `a file that is no key is refused`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    try place.write("key", Data(repeating: 7, count: 31))
    unsafe chmod(place.path("key"), 0o600)
    let outcome = try place.echolot("run", "small.yaml", "--out", "out", "--key-file", "key")
    #expect(outcome.exit == 78)
    #expect(outcome.errors.contains("EL-E-0403"))
  }

  @Test func `reports do not depend on the key`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    for key in ["one", "two"] {
      try #require(
        try place.echolot("run", "small.yaml", "--out", key + "-out", "--key-file", key).exit == 0)
    }
    #expect(try place.tree("one-out") == place.tree("two-out"))
  }
}
