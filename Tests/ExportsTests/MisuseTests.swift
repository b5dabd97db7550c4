import Exports
import Testing

/// Mistakes of the caller end the program instead of giving wrong answers.
@Suite struct MisuseTests {
  @Test func `refuses a chunk that does not exist`() async {
    await #expect(processExitsWith: .failure) {
      let file = try open("a;b\n1;2\n", secrets("a"))
      _ = file.chunk(1)
    }
    await #expect(processExitsWith: .failure) {
      let file = try open("a;b\n1;2\n", secrets("a"))
      _ = file.chunk(-1)
    }
  }

  @Test func `refuses a layout without a heading row or with a letter as separator`() async {
    await #expect(processExitsWith: .failure) {
      _ = try open("a;b\n1;2\n", secrets("a", headerRows: 0))
    }
    await #expect(processExitsWith: .failure) {
      _ = try open("a;b\n1;2\n", secrets("a", separator: "x"))
    }
    await #expect(processExitsWith: .failure) {
      _ = try open("a;b\n1;2\n", secrets("a", separator: "\""))
    }
  }

  @Test func `refuses limits that allow nothing`() async {
    await #expect(processExitsWith: .failure) {
      var limits = ReadingLimits()
      limits.chunkRows = 0
      _ = try open("a;b\n1;2\n", secrets("a"), limits: limits)
    }
    await #expect(processExitsWith: .failure) {
      var limits = ReadingLimits()
      limits.quotedLines = 0
      _ = try open("a;b\n1;2\n", secrets("a"), limits: limits)
    }
  }

  @Test func `refuses more decimals than an answer can hold`() async {
    await #expect(processExitsWith: .failure) {
      _ = try open("a;b\n1;2\n", one("a", .answer(AnswerFormat(decimals: 4))))
    }
  }
}
