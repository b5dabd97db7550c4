@_spi(Testing) import Exports
import Testing

/// libcsv's own tests, run against the library we are linked with and, where they speak of what our
/// reader does, against our reader.
@Suite struct LibcsvSuiteTests {
  private func bytes(_ rows: [[String?]]) -> [[[UInt8]?]] {
    rows.map { $0.map { $0.map { Array($0.utf8) } } }
  }

  @Test func `holds all 39 cases of libcsv at every chunk size`() throws {
    let suite = try Suite("libcsv")
    var held = 0
    for test in suite.cases {
      let names = test.options ?? [:]
      let options = names.keys.compactMap(LibcsvDriver.option).reduce(0, |)
      var driver = LibcsvDriver(options: options, separator: test.separatorByte)
      if let quote = names["quote"]?.utf8.first { driver.quote = quote }
      let expected = LibcsvDriver.Outcome(
        rows: bytes(test.rows ?? []), rowEnds: test.rowEnds ?? [],
        openFields: (test.openFields ?? []).map { Array($0.utf8) }, isError: test.isError ?? false)
      let failed = (1...max(1, test.bytes.count)).first {
        driver.read(test.bytes, chunk: $0) != expected
      }
      #expect(failed == nil, "\(test.id) at chunk size \(failed ?? 0)")
      held += failed == nil ? 1 : 0
    }
    print("libcsv suite: \(held) of \(suite.cases.count) at every chunk size")
    #expect(held == 39)
  }

  /// The cases whose values are others than ours.
  ///
  /// All others give the same values: also those of options that we use otherwise, as blank lines
  /// (REPALL_NL) are no records and NULL (EMPTY_IS_NULL) and the empty text are both blank.
  private static let byDesign: [String: DesignDifferences.Policy] = [
    "test07-default": .strayQuote,
    "test08-default": .strayQuote,
    "test16-default": .unclosedQuote,
    "test16-strict": .unclosedQuote,
    "custom01-default": .quoteSign,
  ]

  /// A cell as its value: without blanks at its ends.
  private func value(_ cell: [UInt8]) -> [UInt8] {
    let start = cell.drop { $0 == 0x20 || $0 == 0x09 }
    return Array(start.reversed().drop { $0 == 0x20 || $0 == 0x09 }.reversed())
  }

  @Test func `reads the same values as libcsv's own tests`() throws {
    var differing: [String] = []
    let suite = try Suite("libcsv")
    for test in suite.cases {
      let records = RecordProbe.records(of: test.bytes, separator: test.separatorByte)
      let isRefused = records.contains { $0.fields == nil }
      let rows = records.compactMap(\.fields).filter { !$0.isEmpty }.map { $0.map(value) }
      let expected = bytes(test.rows ?? []).filter { !$0.isEmpty }.map {
        $0.map { value($0 ?? []) }
      }
      let isSame =
        test.isError == true ? isRefused : !isRefused && rows == expected
      if !isSame { differing.append(test.id) }
    }
    print("libcsv suite by our reader: \(suite.cases.count - differing.count) of 39 the same")
    #expect(differing.sorted() == Self.byDesign.keys.sorted())
  }
}
