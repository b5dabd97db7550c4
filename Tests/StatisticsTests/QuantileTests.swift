import Statistics
import Testing

struct QuantileTests {
  @Test(arguments: [(0.0, 1.0), (0.1, 1.4), (0.5, 3.0), (0.9, 7.6), (1.0, 10.0)])
  func `interpolates between neighbours`(share: Double, expected: Double) {
    // R: quantile(c(10, 1, 2, 3, 4), share); at 0.1 the place is 0.4, at 0.9 it is 3.6.
    let found = quantile(of: [10, 1, 2, 3, 4], at: share)
    #expect(agree(found, expected))
  }

  @Test func `gives nothing without values or outside 0 to 1`() {
    #expect(quantile(of: [], at: 0.5) == nil)
    #expect(quantile(of: [1], at: -0.1) == nil)
    #expect(quantile(of: [1], at: 1.1) == nil)
    #expect(quantile(of: [1, .nan], at: 0.5) == nil)
    #expect(quantile(of: [7], at: 0.3) == 7)
  }
}
