import Statistics
import Testing

private struct Family: Decodable {
  var p: [Double?]
  // swift-format-ignore: AlwaysUseLowerCamelCase
  var BH: [Double?]
}

struct FalseDiscoveryTests {
  @Test(arguments: ["bh1995", "ties_na", "departments"])
  func `adjusted p-values agree with R`(name: String) throws {
    let family = try #require(try oracle("multiplicity", as: [String: Family].self)[name])
    let adjusted = benjaminiHochberg(family.p)
    #expect(adjusted.count == family.BH.count)
    for (actual, expected) in zip(adjusted, family.BH) {
      if let expected {
        #expect(agree(actual, expected))
      } else {
        #expect(actual == nil)
      }
    }
  }

  @Test func `nothing to adjust and nothing that is no probability`() {
    #expect(benjaminiHochberg([]).isEmpty)
    #expect(benjaminiHochberg([nil, 2, .nan, 0.03]) == [nil, nil, nil, 0.03])
  }
}
