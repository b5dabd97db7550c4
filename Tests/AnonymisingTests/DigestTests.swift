import Anonymising
import Testing

struct DigestTests {
  // FIPS 180-4 examples: the empty message and "abc".
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func `digests are those of the standard`(message: String, digest: String) {
    #expect(Digest.hexadecimal(Digest.sha256(Array(message.utf8).span)) == digest)
  }
}
