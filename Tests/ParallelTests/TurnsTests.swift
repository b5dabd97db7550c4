import Parallel
import Synchronization
import Testing

struct TurnsTests {
  @Test(arguments: [1, 2, 3, 7])
  func `pieces take their turns in order, whoever works on them`(workers: Int) {
    let turns = Turns()
    let order = Mutex<[Int]>([])
    let results = Parallel.map(count: 500, workers: workers) { index in
      turns.take(index) {
        order.withLock { $0.append(index) }
        return index * 2
      }
    }
    #expect(order.withLock { $0 } == Array(0..<500))
    #expect(results == (0..<500).map { $0 * 2 })
  }

  private struct Stopped: Error, Equatable {
    let index: Int
  }

  @Test(arguments: [1, 2, 3, 7])
  func `the first error is thrown, and nobody behind it gets a turn`(workers: Int) {
    let turns = Turns()
    let order = Mutex<[Int]>([])
    #expect(throws: Stopped(index: 40)) {
      try Parallel.map(count: 200, workers: workers) { index throws(Stopped) in
        if index == 90 {
          turns.giveUp(index)
          throw Stopped(index: index)
        }
        try turns.take(index) { () throws(Stopped) in
          if index == 40 { throw Stopped(index: index) }
          order.withLock { $0.append(index) }
        }
      }
    }
    #expect(order.withLock { $0 } == Array(0..<40))
  }

  @Test func `each thing is handed out once`() {
    let handout = Handout(["a", "b"])
    #expect(handout.take(1) == "b")
    #expect(handout.take(1) == nil)
    #expect(handout.take(0) == "a")
  }
}
