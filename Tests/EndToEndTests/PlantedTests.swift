import Foundation
import Testing

/// The generator and the fixtures it made belong together.
@Suite struct PlantedTests {
  /// Runs the generator.
  private func generate(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = try Project.program("fixture-maker")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// All files of the exports, decompressed and decoded, as one text.
  private func exportedText() throws -> String {
    let folder = Project.fixtures.appending(path: "jugendhilfe")
    let names = try PlantedTruth.read().files.keys.sorted()
    return try names.map { name in
      let file = folder.appending(path: name)
      let data = try name.hasSuffix(".gz") ? decompressed(file) : Data(contentsOf: file)
      let encodings: [String.Encoding] =
        data.starts(with: [0xFF, 0xFE]) ? [.utf16] : [.utf8, .windowsCP1252]
      return try #require(encodings.lazy.compactMap { String(data: data, encoding: $0) }.first)
    }.joined()
  }

  /// What gzip, which is not ours, makes of a file.
  private func decompressed(_ file: URL) throws -> Data {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = ["-dc", file.path]
    process.standardOutput = pipe
    try process.run()
    let data = try #require(try pipe.fileHandleForReading.readToEnd())
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return data
  }

  @Test(arguments: ["jugendhilfe", "broken"])
  func `makes the same bytes again`(world: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "echolot-\(world)-\(ProcessInfo.processInfo.processIdentifier)")
    defer {
      do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
    }
    #expect(try generate([world, folder.path]) == 0)
    let shipped = Project.fixtures.appending(path: world)
    let made = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let there = try FileManager.default.contentsOfDirectory(atPath: shipped.path).sorted()
    #expect(made == there.filter { $0 != "README.md" })
    for name in made {
      let new = try Data(contentsOf: folder.appending(path: name))
      let old = try Data(contentsOf: shipped.appending(path: name))
      #expect(new == old, "\(name) differs; run fixture-maker and look at what changed")
    }
  }

  @Test func `refuses a world it does not know`() throws {
    #expect(try generate(["atlantis", "nowhere"]) == 64)
    #expect(try generate([]) == 64)
  }

  @Test func `accounts for every record`() throws {
    let truth = try PlantedTruth.read()
    #expect(truth.version == 1)
    for (name, file) in truth.files {
      let rejected = file.rejected.values.reduce(0, +)
      let skipped = file.skipped.values.reduce(0, +)
      let all = file.header + file.blank + file.accepted + rejected + skipped
      #expect(file.records == all, "\(name)")
      #expect(file.rejectedLines.count == rejected, "\(name)")
      #expect(file.skippedLines.count == skipped, "\(name)")
      #expect(Double(rejected) < 0.1 * Double(file.records), "\(name) would stop a run")
      for list in [file.rejectedLines, file.skippedLines] {
        #expect(zip(list, list.dropFirst()).allSatisfy { $0.line < $1.line }, "\(name)")
      }
    }
    let accepted = truth.files.values.map(\.accepted).reduce(0, +)
    #expect(truth.groups.map(\.respondents).reduce(0, +) == accepted)
  }

  @Test func `counts every respondent once in every item`() throws {
    let truth = try PlantedTruth.read()
    let levels = Dictionary(uniqueKeysWithValues: truth.items.map { ($0.key, $0.levels) })
    var blanked = 0
    for group in truth.groups {
      for (key, counts) in group.items {
        let expected = try #require(levels[key])
        #expect(counts.count == expected + 4)
        #expect(counts.reduce(0, +) == group.respondents)
        blanked += counts[expected + 3]
      }
    }
    #expect(blanked == truth.files.values.map(\.blankedCellsOfAccepted).reduce(0, +))
  }

  @Test func `holds every kind of fate that the rules know`() throws {
    let truth = try PlantedTruth.read()
    let rejected = Set(truth.files.values.flatMap(\.rejected.keys))
    let skipped = Set(truth.files.values.flatMap(\.skipped.keys))
    #expect(
      rejected == [
        "unclosed-quote", "stray-quote", "missing-cell", "extra-cell", "header-repeated",
        "unknown-organisation", "blank-organisation", "unknown-perspective", "blank-perspective",
        "unreadable-date", "blank-date", "unreadable-answers",
      ])
    #expect(skipped == ["test-record", "incomplete", "no-answer", "duplicate-id"])
  }

  @Test func `answers scatter around the planted means`() throws {
    let truth = try PlantedTruth.read()
    var compared = 0
    for group in truth.groups {
      let means = try #require(
        truth.trueMeans[group.organisation]?[group.period]?[group.perspective])
      for (dimension, expected) in means {
        var (sum, answers) = (0.0, 0)
        for item in truth.items where item.dimension == dimension {
          guard let counts = group.items[item.key] else { continue }
          for level in 0..<item.levels {
            sum += 100 * Double(level * counts[level]) / Double(item.levels - 1)
            answers += counts[level]
          }
        }
        guard group.respondents >= 50 else { continue }
        // One person's points on one item spread most at a true mean of 50: the leaning adds
        // 45^2 (0.7^2 + 0.3^2) / 3 = 392, four draws add (2500 - 392) / 4 = 527, together 30.3^2.
        // Four standard errors are exceeded once in 15,000 comparisons.
        let spread = 30.3 / Double(group.respondents).squareRoot()
        #expect(abs(sum / Double(answers) - expected) < 4 * spread)
        compared += 1
      }
    }
    #expect(compared > 100)
  }

  @Test func `every planted name stands in the exports`() throws {
    let text = try exportedText()
    let canaries = try PlantedTruth.read().canaries
    #expect(canaries.count == 10)
    for (kind, values) in canaries {
      for value in values { #expect(text.contains(value), "\(kind): \(value)") }
    }
  }

  @Test func `tells apart what is asked and what is not`() throws {
    let truth = try PlantedTruth.read()
    let user = truth.groups.filter { $0.perspective == "user" }
    for group in user where group.organisation == "E09" {
      #expect(group.items["loop_1"] == nil && group.items["voice_1"] != nil)
    }
    let small = user.filter { $0.organisation == "E13" }
    #expect(small.map(\.respondents) == [6, 7])
  }
}
