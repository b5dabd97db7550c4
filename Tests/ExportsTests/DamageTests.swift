import Exports
import FoundationEssentials
import Testing

/// What one damaged quote costs in a large file: its record, and no more time than it takes to read
/// a whole file.
///
/// `ECHOLOT_DAMAGE_MEGABYTES` sets the size (`make fuzz` takes 100).
@Suite(.serialized) struct DamageTests {
  private static let megabytes = setting("ECHOLOT_DAMAGE_MEGABYTES").flatMap { Int($0) } ?? 5
  private static let lines = [
    #"4711;2026-03-01;5;"Gut; wirklich ""gut""";ja"#, "4712;2026-03-02;4;ganz in Ordnung;nein",
    #"4713;2026-03-03;;"";"#, #"4714;2026-03-04;2;";";ja"#,
    "4715;2026-03-05;1;\"zwei\r\nZeilen\";nein",
  ]

  /// How a file is damaged; `records` says which of `count` records lose their closing quote.
  struct Damage: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var records: @Sendable (_ count: Int) -> [Int]
  }

  private static let damages = [
    Damage(testDescription: "none", records: { _ in [] }),
    Damage(testDescription: "first record", records: { _ in [0] }),
    Damage(testDescription: "in the middle", records: { [$0 / 2] }),
    Damage(testDescription: "last record", records: { [$0 - 1] }),
    Damage(
      testDescription: "every 1,000th", records: { Array(stride(from: 7, to: $0, by: 1_000)) }),
  ]

  private func file(_ damage: Damage) -> (bytes: [UInt8], count: Int, damaged: Int) {
    let lines = Self.lines.map { Array($0.utf8) + [13, 10] }
    let size = lines.reduce(0) { $0 + $1.count }
    let count = Self.megabytes * 1_000_000 / size * lines.count
    let damaged = damage.records(count)
    var bytes = Array("id;date;answer;text;again\r\n".utf8)
    bytes.reserveCapacity(Self.megabytes * 1_000_000 + 1_000)
    var next = 0
    for record in 0..<count {
      if next < damaged.count, damaged[next] == record {
        bytes += Array("4716;2026-03-06;3;\"offen;ja\r\n".utf8)
        next += 1
      } else {
        bytes += lines[record % lines.count]
      }
    }
    return (bytes, count, damaged.count)
  }

  @Test(arguments: damages)
  func `an unclosed quote costs its own record`(_ damage: Damage) throws {
    let (bytes, count, damaged) = file(damage)
    var counts = RecordCounts()
    let clock = ContinuousClock()
    let time = try clock.measure { counts = try streamedCounts(bytes, secrets("id", "text")) }
    #expect(try openPlain(bytes, secrets("id", "text")).counts == counts)
    print(
      "\(Self.megabytes) MB, damage: \(damage.testDescription): \(count) records, "
        + "\(damaged) damaged, \(counts.rejected) lost, \(time)")
    #expect(counts.rejected == damaged)
    #expect(counts.rows == count - damaged)
    #expect(counts.read == counts.rows + counts.rejected + counts.header + counts.blank)
    #expect(counts.header == 1 && counts.blank == 0)
  }

  /// Files that make a reader with plain backtracking read each line again and again.
  private static let hostile = [
    "\"\n", "a;\"b\n", "a;\"\"\"\n", "\"a\"b\n", "\"a\nb\"c\n", "\"\"\"\"\"\n\"\n",
    "\"" + String(repeating: "x\n", count: 150) + "\"",
  ]

  @Test(arguments: hostile)
  func `hostile texts are conserved, and in the campaign their time grows with size only`(
    _ piece: String
  ) throws {
    let clock = ContinuousClock()
    func time(_ bytes: Int) throws -> Duration {
      let text = Array(
        ("id;text\n" + String(repeating: piece, count: bytes / piece.utf8.count)).utf8)
      #expect(try openPlain(text, secrets("id", "text")).counts.isConserved)
      // The best of three, as the machine may have other work.
      let times = try (0..<(setting("ECHOLOT_DAMAGE_MEGABYTES") == nil ? 1 : 3)).map { _ in
        try clock.measure {
          let counts = try streamedCounts(text, secrets("id", "text"))
          #expect(counts.read == counts.rows + counts.rejected + counts.header + counts.blank)
        }
      }
      return times.reduce(times[0], min)
    }
    let size = Self.megabytes * 20_000
    let (small, large) = (try time(size), try time(size * 4))
    // Time is judged in the campaign only: a test must not depend on how busy a machine is.
    guard setting("ECHOLOT_DAMAGE_MEGABYTES") != nil else { return }
    // Four times the text; eight times the time and half a second leave room for a busy machine,
    // while quadratic time would be sixteen times.
    #expect(large < small * 8 + .milliseconds(500), "\(small), then \(large)")
  }
}
