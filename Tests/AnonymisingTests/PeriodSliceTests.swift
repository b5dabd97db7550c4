import Anonymising
import Testing

struct PeriodSliceTests {
  // Day numbers by hand: 1970-01-01 is 0; 2000-03-01 is 30 years of 365 days, 7 leap days
  // (1972 to 1996), and 31 + 29 days of 2000: 10,950 + 7 + 60 = 11,017.
  @Test(arguments: [
    (Int32(0), "1970", "1970-Q1", "1970-01"),
    (Int32(-1), "1969", "1969-Q4", "1969-12"),
    (Int32(11_016), "2000", "2000-Q1", "2000-02"),  // 29 February 2000
    (Int32(11_017), "2000", "2000-Q1", "2000-03"),
    (Int32(11_017 + 31), "2000", "2000-Q2", "2000-04"),
    (Int32(10_957), "2000", "2000-Q1", "2000-01"),  // 30 * 365 + 7
    (Int32(10_956), "1999", "1999-Q4", "1999-12"),
  ])
  func `days fall into their year, quarter and month`(
    day: Int32, year: String, quarter: String, month: String
  ) {
    #expect(PeriodSlice.all.name(ofDay: day) == "all")
    #expect(PeriodSlice.year.name(ofDay: day) == year)
    #expect(PeriodSlice.quarter.name(ofDay: day) == quarter)
    #expect(PeriodSlice.month.name(ofDay: day) == month)
  }

  @Test func `months are as long as the calendar says for four hundred years`() {
    var day: Int32 = 0
    for year in 1970..<2370 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths: [Int32] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in lengths.enumerated() {
        let number = month + 1
        let name = "\(year)-\(number < 10 ? "0" : "")\(number)"
        #expect(PeriodSlice.month.name(ofDay: day) == name)
        #expect(PeriodSlice.month.name(ofDay: day + length - 1) == name)
        day += length
      }
    }
  }
}
