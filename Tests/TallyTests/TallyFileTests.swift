import Anonymising
import Tally
import Testing

struct TallyFileTests {
  @Test(arguments: [UInt64(1), 2, 3, 99])
  func `a document comes back as it was written`(seed: UInt64) throws {
    let document = TallySamples.document(
      seed: seed, fingerprints: [1, 2, 500, UInt64.max - 1, UInt64.max])
    #expect(try TallyFile.decode(TallyFile.encode(document)) == document)
  }

  @Test func `the same counts give the same bytes however they were added`() throws {
    var forward = TallySamples.document(seed: 1)
    try forward.merge(TallySamples.document(seed: 2))
    try forward.merge(TallySamples.document(seed: 3))
    var backward = TallySamples.document(seed: 3)
    try backward.merge(TallySamples.document(seed: 1))
    try backward.merge(TallySamples.document(seed: 2))
    #expect(try TallyFile.encode(forward) == TallyFile.encode(backward))
  }

  @Test func `every altered byte and every cut is noticed`() throws {
    let bytes = try TallyFile.encode(TallySamples.document(seed: 4, fingerprints: [7, 9]))
    for index in stride(from: 0, to: bytes.count, by: 7) {
      var altered = bytes
      altered[index] ^= 1
      #expect(throws: TallyFile.Failure.self) { try TallyFile.decode(altered) }
    }
    for length in stride(from: 0, to: bytes.count, by: 11) {
      #expect(throws: TallyFile.Failure.self) { try TallyFile.decode(Array(bytes[..<length])) }
    }
  }

  @Test func `a file with a right checksum and a wrong body is damage, not a crash`() throws {
    let bytes = Array(try TallyFile.encode(TallySamples.document(seed: 4)).dropLast(32))
    for index in stride(from: 9, to: bytes.count, by: 3) {
      var altered = bytes
      altered[index] = 0xFF
      let signed = altered + Digest.sha256(altered.span)
      do {
        _ = try TallyFile.decode(signed)  // some bytes may change without harm, inside a name
      } catch {
        #expect(error == .damaged)
      }
    }
  }

  @Test func `other files and other versions are told apart`() throws {
    #expect(throws: TallyFile.Failure.notATally) {
      try TallyFile.decode(Array("id;q1;q2\n".utf8))
    }
    var bytes = try TallyFile.encode(TallySamples.document(seed: 1))
    bytes[8] = 2
    #expect(throws: TallyFile.Failure.unknownVersion(2)) { try TallyFile.decode(bytes) }
  }
}

struct TallyDocumentTests {
  @Test func `the same file is not counted twice`() {
    var document = TallySamples.document(seed: 1)
    let before = document
    #expect(
      throws: TallyDocument.MergeFailure.sameInput(source: "users", file: "part1.csv")
    ) { try document.merge(TallySamples.document(seed: 1)) }
    #expect(document == before)
  }

  @Test func `respondents that both tallies count are noticed`() {
    var document = TallySamples.document(seed: 1, fingerprints: [1, 5, 9])
    #expect(throws: TallyDocument.MergeFailure.sharedRespondents(count: 2)) {
      try document.merge(TallySamples.document(seed: 2, fingerprints: [5, 6, 9, 11]))
    }
  }

  @Test func `fingerprints of both stand in the merged document, rising`() throws {
    var document = TallySamples.document(seed: 1, fingerprints: [1, 5, 9])
    try document.merge(TallySamples.document(seed: 2, fingerprints: [2, 6, 11]))
    #expect(document.fingerprints == [1, 2, 5, 6, 9, 11])
  }

  @Test func `tallies of different pipelines do not merge`() {
    var document = TallySamples.document(seed: 1)
    let other = TallyDocument(
      definition: Array(#"{"pipeline":"other"}"#.utf8), tally: TallySamples.tally(seed: 2),
      inputs: [], fingerprints: [])
    #expect(throws: TallyDocument.MergeFailure.differentDefinitions) {
      try document.merge(other)
    }
  }
}
