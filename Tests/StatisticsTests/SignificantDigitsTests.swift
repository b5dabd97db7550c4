import Statistics
import Testing

struct SignificantDigitsTests {
  private static let cases: [(value: Double, digits: Int, expected: Double)] = [
    (0.30000000000000004, 12, 0.3), (55.14362375887012, 12, 55.1436237589),
    (0.3333333333333333, 12, 0.333333333333), (0.6666666666666666, 3, 0.667),
    (-0.6666666666666666, 3, -0.667), (123_456_789, 4, 123_500_000), (99.9999, 3, 100),
    (0.00099999, 2, 0.001), (3.3333333333333334e-8, 12, 3.33333333333e-8),
    (1.23456789e-20, 3, 1.23e-20), (9.99e-30, 2, 1e-29), (7.89e25, 2, 7.9e25), (5, 12, 5),
    (100, 1, 100), (0.5, 12, 0.5),
  ]

  @Test(arguments: cases)
  func `rounds to the nearest decimal`(value: Double, digits: Int, expected: Double) {
    #expect(rounded(value, toSignificantDigits: digits) == expected)
  }

  @Test func `neighbours in the last bit become the same number`() {
    for value in [55.1436237588701, 0.159854155115287, 3.2057449503548, 1e-5 / 7, 12_345.678_9] {
      let middle = rounded(value, toSignificantDigits: 12)
      #expect(rounded(value.nextUp, toSignificantDigits: 12) == middle)
      #expect(rounded(value.nextDown, toSignificantDigits: 12) == middle)
    }
  }

  @Test func `rounding again changes nothing`() throws {
    // A deterministic walk over many sizes: x -> 1.7 x from 10^-30 to 10^30.
    var value = 1.3e-30
    while value < 1e30 {
      let once = try #require(rounded(value, toSignificantDigits: 12))
      #expect(rounded(once, toSignificantDigits: 12) == once)
      #expect((once - value).magnitude <= 0.51e-11 * value)
      value *= 1.7
    }
  }

  @Test func `has no minus zero and no NaN`() {
    #expect(rounded(-0.0, toSignificantDigits: 12)?.sign == .plus)
    #expect(rounded(.nan, toSignificantDigits: 12) == nil)
    #expect(rounded(.infinity, toSignificantDigits: 12) == nil)
    #expect(rounded(1, toSignificantDigits: 0) == nil)
  }
}
