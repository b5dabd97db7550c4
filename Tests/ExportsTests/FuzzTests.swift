@_spi(Testing) import Exports
import FoundationEssentials
import Testing

/// Texts damaged by chance, the same ones every time.
///
/// `ECHOLOT_FUZZ_ROUNDS` sets how many (`make fuzz`), `ECHOLOT_FUZZ_SEED` the series. What fails is
/// named by its round; `ECHOLOT_FUZZ_FIRST` starts there.
@Suite struct FuzzTests {
  private static let rounds = setting("ECHOLOT_FUZZ_ROUNDS").flatMap { Int($0) } ?? 3_000
  private static let series = setting("ECHOLOT_FUZZ_SEED").flatMap { UInt64($0) } ?? 1
  private static let first = setting("ECHOLOT_FUZZ_FIRST").flatMap { Int($0) } ?? 0

  /// All small cases of the suites, and the beginnings of a sample of each tool.
  private static func seeds() throws -> [[UInt8]] {
    var seeds: [[UInt8]] = [[]]
    let names = [
      "csv-spectrum", "libcsv", "python-csv", "go-csv", "rust-csv", "papaparse", "csvlint",
      "frictionless",
    ]
    for name in names { seeds += try Suite(name).cases.map(\.bytes).filter { $0.count < 4_000 } }
    for path in [
      "limesurvey/fuchss-2023/results-survey.csv", "ms_forms/Hot-Dog-Form-Fa24.csv",
      "sosci/kolli/labels_utf16le_tab.csv", "surveymonkey/StarWars.csv",
      "kobotoolbox/quotes_newlines_and_long_urls.labels.csv", "redcap/simple/data.csv",
    ] {
      let stored = try Data(contentsOf: fixtures.appending(path: "real-exports/\(path).gz"))
      seeds.append(Array(try EncodingProbe(Array(stored)).text.prefix(3_000)))
    }
    return seeds
  }

  @Test func `keeps its promises on damaged texts`() throws {
    let seeds = try Self.seeds()
    var read = FuzzCheck.Totals()
    var broken: [String] = []
    for round in Self.first..<(Self.first + Self.rounds) {
      let seed = (Self.series &* 1_000_003 &+ UInt64(round) &+ 1) &* 0x9E37_79B9_7F4A_7C15
      var mutator = Mutator(generator: Generator(seed: seed | 1), seeds: seeds)
      let text = mutator.next()
      let separator = mutator.pick([UInt8(ascii: ";"), UInt8(ascii: ","), 9, UInt8(ascii: "|")])
      let chunk = 1 + mutator.generator.next(below: 64)
      let check = FuzzCheck(text: text, separator: separator, chunk: chunk)
      broken += check.run(&read).map { "round \(round): \($0)" }
      if broken.count > 10 { break }
    }
    print(
      "fuzz: \(Self.rounds) texts, \(read.records) records, \(read.rejected) rejected, "
        + "\(read.compared) compared with libcsv, \(read.opened) texts opened as tables")
    #expect(broken == [])
    // The comparison is worth something only if both sorts are frequent.
    #expect(read.compared > Self.rounds && read.rejected > Self.rounds / 10)
    #expect(read.opened > Self.rounds / 4)
  }
}
