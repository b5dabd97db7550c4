@_spi(Secrets) import Anonymising
import Testing

struct PseudonymKeyTests {
  @Test func `a key has exactly 32 bytes`() {
    #expect(PseudonymKey(bytes: [UInt8](repeating: 1, count: 31)) == nil)
    #expect(PseudonymKey(bytes: [UInt8](repeating: 1, count: 32)) != nil)
    #expect(PseudonymKey(bytes: [UInt8](repeating: 1, count: 33)) == nil)
  }

  @Test func `two new keys differ`() {
    func bytes(_ key: PseudonymKey) -> [UInt8] {
      key.withBytes { span in span.indices.map { span[$0] } }
    }
    #expect(bytes(PseudonymKey.random()) != bytes(PseudonymKey.random()))
  }

  @Test func `printing, dumping and reflecting a key shows nothing of it`() throws {
    let key = try #require(PseudonymKey(bytes: [UInt8](repeating: 77, count: 32)))
    var dumped = ""
    dump(key, to: &dumped)
    for text in ["\(key)", String(reflecting: key), String(describing: [key]), dumped] {
      #expect(!text.contains("77"))
      #expect(!text.contains("MMMM"))
    }
    #expect(Mirror(reflecting: key).children.isEmpty)
  }
}
