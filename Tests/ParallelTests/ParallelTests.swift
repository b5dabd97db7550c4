import Parallel
import Testing

struct ParallelTests {
  @Test(arguments: [1, 2, 3, 7, 64])
  func `outputs stand in the order of their index for any number of workers`(workers: Int) {
    let outputs = Parallel.map(count: 1000, workers: workers) { $0 * $0 }
    #expect(outputs == (0..<1000).map { $0 * $0 })
  }

  @Test func `no pieces give no outputs`() {
    #expect(Parallel.map(count: 0) { $0 }.isEmpty)
  }

  struct Broken: Error, Equatable { let index: Int }

  @Test(arguments: [1, 2, 7])
  func `the error of the lowest index wins`(workers: Int) {
    #expect(throws: Broken(index: 31)) {
      _ = try Parallel.map(count: 100, workers: workers) { index throws(Broken) in
        if index >= 31 { throw Broken(index: index) }
        return index
      }
    }
  }

  @Test func `a negative count is our own mistake`() async {
    await #expect(processExitsWith: .failure) {
      _ = Parallel.map(count: -1) { $0 }
    }
  }
}
