@_spi(Testing) import Exports
import FoundationEssentials
import Testing

/// The suites of other readers, run against ours.
///
/// What differs, differs by design and is named in `DesignDifferences` with its line of the policy
/// (docs/exports.md).
@Suite struct SuiteTests {
  enum Outcome {
    case same, otherRows
  }

  /// Rows without blank lines, which are no records here and no rows of libcsv.
  private func rows(_ test: Suite.Case) -> [[[UInt8]]] {
    let binary = (test.rowsBase64 ?? []).map { $0.map { Array(Data(base64Encoded: $0) ?? Data()) } }
    let texts = (test.rows ?? []).map { $0.map { Array(($0 ?? "").utf8) } }
    return (binary + texts).filter { $0 != [] && $0 != [[]] }
  }

  /// The separator, unless it is one that cannot be chosen: a letter, the quote, a control character.
  private func separator(of test: Suite.Case) -> UInt8? {
    let byte = test.separatorByte
    let isLetter = Character(Unicode.Scalar(byte)).isLetter
    return byte == 9 || (byte > 32 && byte < 127 && byte != 34 && !isLetter) ? byte : nil
  }

  /// The separator that PapaParse is to guess, by our own detection; `nil` if there is none.
  private func guess(_ test: Suite.Case) -> UInt8? {
    do {
      return try open(test.bytes, secrets()).facts.separator
    } catch {
      return nil
    }
  }

  private func outcome(_ test: Suite.Case) -> Outcome {
    guard var separator = separator(of: test) else { return .otherRows }
    if test.separator == nil, test.id.starts(with: "parse-") {
      let guessed = guess(test)
      if test.isError == true, guessed == nil { return .same }
      separator = guessed ?? separator
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = Array(test.bytes.dropFirst(test.bytes.starts(with: mark) ? 3 : 0))
    let records = RecordProbe.records(of: text, separator: separator)
    if records.contains(where: { $0.fields == nil }) {
      return test.isError == true ? .same : .otherRows
    }
    let read = records.compactMap(\.fields).filter { $0 != [] && $0 != [[]] }
    return test.isError != true && read == rows(test) ? .same : .otherRows
  }

  @Test(arguments: ["csv-spectrum", "python-csv", "go-csv", "rust-csv", "papaparse"])
  func `passes what libcsv passes, and what asks for nothing we do not offer`(
    _ name: String
  ) throws {
    let suite = try Suite(name)
    let design = DesignDifferences.cases[name] ?? [:]
    var (floor, floorSame, plain, plainSame, asking) = (0, 0, 0, 0, 0)
    var unnamed: [String] = []
    var seen: Set<String> = []
    for test in suite.cases {
      let isPlain =
        test.options == nil && separator(of: test) != nil
        && (test.rows != nil || test.rowsBase64 != nil || test.isError == true)
      let isFloor = test.libcsv == true
      if !isPlain, !isFloor {
        asking += 1
        continue
      }
      let isSame = test.bytes.isEmpty || outcome(test) == .same
      floor += isFloor ? 1 : 0
      floorSame += isFloor && isSame ? 1 : 0
      plain += isPlain ? 1 : 0
      plainSame += isPlain && isSame ? 1 : 0
      if !isSame {
        seen.insert(test.id)
        if design[test.id] == nil { unnamed.append(test.id) }
      }
    }
    print(
      "\(name): \(suite.cases.count) cases; libcsv passes \(floor), we \(floorSame) of them; "
        + "of \(plain) in our dialect we pass \(plainSame); by design \(seen.count); "
        + "ask for what we do not offer: \(asking)")
    #expect(unnamed == [])
    #expect(design.keys.filter { !seen.contains($0) }.sorted() == [], "named, but no longer differ")
  }
}
