import Exports
import FoundationEssentials
import Testing

/// The shipped samples of all tools, by the folder that names the tool.
enum Samples {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fixtures/samples", directoryHint: .isDirectory)

  /// Every sample as folder and file, sorted.
  static let all: [String] = {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .filter { !$0.contains(".") }.flatMap { tool in
          try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: tool).path)
            .filter { $0.hasSuffix(".csv") }.sorted().map { "\(tool)/\($0)" }
        }
    } catch {
      return []
    }
  }()

  static func sketch(_ sample: String) throws -> ExportSketch {
    try ExportSketch.read(path: folder.appending(path: sample).path)
  }
}

struct AdapterTests {
  @Test func `every tool has a sample`() {
    let folders = Set(Samples.all.compactMap { $0.split(separator: "/").first.map(String.init) })
    #expect(folders == Set(Adapter.Tool.allCases.map(\.rawValue)))
    #expect(Adapter.all.map(\.tool.rawValue).sorted() == folders.sorted())
  }

  @Test(arguments: Samples.all)
  func `recognises a sample as the export of its tool and no other`(sample: String) throws {
    let sketch = try Samples.sketch(sample)
    #expect(sketch.candidates.first?.tool.rawValue == String(sample.prefix { $0 != "/" }))
    if sketch.candidates.count > 1 {
      #expect(sketch.candidates[0].score > sketch.candidates[1].score)
    }
  }

  // Counted in the files with a text editor.
  @Test(arguments: [
    ("limesurvey/german-codes.csv", 1), ("limesurvey/vv-two-rows.csv", 2),
    ("limesurvey/pfeiffer-german-full.csv", 1), ("sosci/kolli-utf16-tab.csv", 1),
    ("sosci/labels-windows-1252.csv", 2), ("qualtrics/three-rows.csv", 3),
    ("qualtrics/legacy-two-rows.csv", 2), ("qualtrics/better-sample-survey.csv", 3),
    ("surveymonkey/star-wars.csv", 2), ("surveymonkey/two-rows.csv", 2),
    ("google-forms/german.csv", 1), ("unipark/all-columns.csv", 1),
  ])
  func `knows the heading rows`(sample: String, rows: Int) throws {
    #expect(try Samples.sketch(sample).headerRows == rows)
  }

  @Test func `separator, quotes and encoding do not matter`() throws {
    let plain = "ID,Start time,Completion time,Email,Name,Q\n1,1/13/2026 9:00,1/13/2026 9:01,a,,2\n"
    let quoted = plain.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }
        .joined(separator: "\t")
    }.joined(separator: "\r\n")
    for text in [plain, plain.replacing(",", with: ";"), quoted] {
      var utf16: [UInt8] = [0xFF, 0xFE]
      for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
      for bytes in [Array(text.utf8), utf16] {
        let sketch = try ExportSketch.read(bytes: bytes, fileName: "limesurvey.csv")
        #expect(sketch.candidates.map(\.tool) == [.microsoftForms])
      }
    }
  }

  @Test func `an unknown file has no tool`() throws {
    let sketch = try ExportSketch.read(
      bytes: Array("Frage 1;Frage 2\n1;2\n".utf8), fileName: "x.csv")
    #expect(sketch.candidates.isEmpty)
    #expect(sketch.adapter == nil)
    #expect(sketch.headerRows == 1)
  }

  @Test func `evidence names headings only`() {
    let found = AdapterRecognition.recognise(
      headings: ["Timestamp", "Frage"], firstRecords: [["1/2/2026 10:00:00", "Erika Muster"]])
    #expect(found.map(\.tool) == [.googleForms])
    #expect(found[0].evidence == ["Timestamp"])
    #expect(
      AdapterRecognition.recognise(headings: ["Timestamp"], firstRecords: [["Erika"]]).isEmpty)
  }

  @Test func `knows completed rows, tests and missing codes`() throws {
    let sosci = try Samples.sketch("sosci/labels-windows-1252.csv")
    #expect(sosci.completed?.heading == "FINISHED")
    #expect(sosci.testRows?.values.contains("debug") == true)
    #expect(sosci.adapter?.missingTexts(.empty) == ["-9"])
    let lime = try Samples.sketch("limesurvey/german-codes.csv")
    #expect(lime.completed == Adapter.Marker(heading: "submitdate"))
    #expect(lime.testRows == nil)
    let unipark = Adapter.adapter(for: .unipark)
    #expect(unipark.missingTexts(.notShown) == ["-66", "-77"])
    #expect(unipark.completed(in: ["DISPCODE"])?.values == ["31", "32"])
    #expect(unipark.completed(in: ["v_1"]) == nil)
  }
}
