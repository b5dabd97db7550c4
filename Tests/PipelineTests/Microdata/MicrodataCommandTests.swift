import Benchmark
import Foundation
import Pipeline
import Testing

/// The command from a file to a file.
@Suite struct MicrodataCommandTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "microdata-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder + "/hierarchies", withIntermediateDirectories: true)
    try write(
      "town;age;answer;name\nBonn;31;1;Ada\nKöln;34;2;Bob\nBonn;38;1;Cem\nKöln;33;3;Dua\n",
      "data.csv")
    try write("Bonn;Rhein;*\nKöln;Rhein;*\nTrier;Mosel;*\n", "hierarchies/x_hierarchy_town.csv")
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
  }

  private func run(_ settings: [String: String]) throws(Failure) -> ExitCode {
    var all = settings
    all["--hierarchies"] = folder + "/hierarchies"
    let log = Log(language: .english, format: .text, isQuiet: true, isTerminal: false)
    let options = Options(jobs: 2, pieceBytes: 1 << 18, keyFile: nil, environment: [:], log: log)
    return try Commands(options: options).microdata(
      MicrodataRequest(data: folder + "/data.csv", settings: all))
  }

  private func code(_ settings: [String: String]) -> (ExitCode, String, String)? {
    do throws(Failure) {
      _ = try run(settings)
      return nil
    } catch {
      return (error.exit, error.notices[0].code, error.notices.map { "\($0)" }.joined())
    }
  }

  @Test func `writes what the criteria allow, ordered by content and without other columns`() throws
  {
    let out = folder + "/out.csv"
    let settings = [
      "--k": "2", "--hierarchy": "age=age", "--keep": "answer", "--out": out, "--verify": "",
    ]
    #expect(try run(settings) == .done)
    let text = String(decoding: try Data(contentsOf: URL(filePath: out)), as: UTF8.self)
    // By hand. Towns of 3, ages of 4: at [0, 2] (town as it is, band of ten) two classes of two:
    // loss 0 + 1. At [1, 1]: 30-34 three records, one alone, not allowed. [2, ...] is coarser than it
    // need be. Age: at bands of five Bonn has 31 and 38 apart.
    #expect(text == "town,age,answer\nBonn,30-39,1\nBonn,30-39,1\nKöln,30-39,2\nKöln,30-39,3\n")
    let rights = try FileManager.default.attributesOfItem(atPath: out)[.posixPermissions] as? Int
    #expect(rights == 0o600)
  }

  @Test func `demands diversity`() throws {
    let out = folder + "/out.csv"
    let settings = [
      "--k": "2", "--hierarchy": "age=age", "--sensitive": "answer", "--l": "2", "--out": out,
      "--verify": "",
    ]
    #expect(try run(settings) == .done)
    let text = String(decoding: try Data(contentsOf: URL(filePath: out)), as: UTF8.self)
    // The two of Bonn answered the same, so towns become one.
    #expect(text.contains("Rhein,30-39,1\n") && !text.contains("Bonn"))
  }

  @Test func `names faults by code and place and never by cell`() throws {
    try write("Bonn;*\nTrier;*\n", "hierarchies/x_hierarchy_town.csv")
    let missing = try #require(code(["--k": "2"]))
    #expect(missing.0 == .dataRejected && missing.1 == "EL-E-0944")
    #expect(missing.2.contains("Record 2") && !missing.2.contains("Köln"))
    try write("Bonn;*\nKöln;+\n", "hierarchies/x_hierarchy_town.csv")
    let roots = try #require(code(["--k": "2"]))
    #expect(roots.1 == "EL-E-0943" && roots.2.contains("two-roots") && !roots.2.contains("Köln"))
  }

  @Test func `says when nothing fulfils the criteria`() throws {
    let none = try #require(code(["--k": "9"]))
    #expect(none.0 == .dataRejected && none.1 == "EL-E-0947")
  }

  @Test func `refuses options that do not fit together`() throws {
    for settings in [["--l": "2"], ["--map-k": "2"], ["--k": "0"], ["--loss": "least"]] {
      let refused = try #require(code(settings))
      #expect(refused.0 == .usage && refused.1 == "EL-E-0940")
    }
  }

  @Test func `writes risks by record without the quasi-identifiers`() throws {
    let log = Log(language: .english, format: .text, isQuiet: true, isTerminal: false)
    let options = Options(jobs: 1, pieceBytes: 1 << 18, keyFile: nil, environment: [:], log: log)
    let out = folder + "/risk.csv"
    let code = try Commands(options: options).risk(
      MicrodataRequest(
        data: folder + "/data.csv",
        settings: ["--quasi": "town", "--weights": "age", "--out": out]))
    #expect(code == .done)
    let text = String(decoding: try Data(contentsOf: URL(filePath: out)), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 5 && lines[1].hasPrefix("2,69.0,") && lines[2].hasPrefix("2,67.0,"))
    #expect(!text.contains("Bonn") && !text.contains("Ada"))
  }
}
