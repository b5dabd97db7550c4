import Anonymising
import Testing

struct DisclosureTests {
  private func decide(_ counts: [Int?], minimum: Int) -> Disclosure.Outcome {
    let entries = counts.enumerated().map { place, count in
      Disclosure.Entry(key: "E\(place)", count: count)
    }
    return Disclosure.decide(entries, minimum: minimum)
  }

  @Test func `shows everything that is large enough`() {
    let outcome = decide([10, 25, 400], minimum: 10)
    #expect(outcome.decisions == [.shown, .shown, .shown])
    #expect(outcome.mayShowTotal)
  }

  @Test func `a single small organisation takes the smallest shown one with it`() {
    // 9 alone would follow from the total; 25 is smaller than 30.
    let outcome = decide([9, 30, 25, 400], minimum: 10)
    #expect(outcome.decisions == [.tooFew, .shown, .protected, .shown])
    #expect(outcome.mayShowTotal)
  }

  @Test func `two small organisations need k answers together`() {
    let nine = decide([4, 5, 30, 40], minimum: 10)
    #expect(nine.decisions == [.tooFew, .tooFew, .protected, .shown])
    let ten = decide([4, 6, 30, 40], minimum: 10)
    #expect(ten.decisions == [.tooFew, .tooFew, .shown, .shown])
  }

  @Test func `organisations without any answer hide nobody`() {
    let outcome = decide([0, nil, 30, 0, 40], minimum: 10)
    #expect(outcome.decisions == [.tooFew, .notAsked, .shown, .tooFew, .shown])
    #expect(outcome.mayShowTotal)
  }

  @Test func `an organisation without answers does not count as company`() {
    let outcome = decide([9, 0, 30, 40], minimum: 10)
    #expect(outcome.decisions == [.tooFew, .tooFew, .protected, .shown])
  }

  @Test func `ties go by key whatever the order`() {
    let entries = [
      Disclosure.Entry(key: "B", count: 12), Disclosure.Entry(key: "A", count: 12),
      Disclosure.Entry(key: "C", count: 3),
    ]
    #expect(Disclosure.decide(entries, minimum: 10).decisions == [.shown, .protected, .tooFew])
    let turned = Disclosure.decide(entries.reversed(), minimum: 10)
    #expect(turned.decisions == [.tooFew, .protected, .shown])
  }

  @Test func `without anything left to hide, the total is hidden`() {
    for counts: [Int?] in [[3], [3, nil, 0], [2, 3, 4]] {
      let outcome = decide(counts, minimum: 10)
      #expect(!outcome.mayShowTotal)
      #expect(!outcome.decisions.contains(.shown))
    }
  }

  @Test func `an empty group has an empty total`() {
    let outcome = decide([], minimum: 10)
    #expect(outcome.decisions.isEmpty)
    #expect(outcome.mayShowTotal)
  }

  /// Every combination of up to four organisations with 0 to 2k + 1 answers or not asked.
  @Test(arguments: 1...3)
  func `nothing hidden follows from the total in any small case`(minimum: Int) {
    let choices: [Int?] = [nil] + (0...2 * minimum + 1).map { $0 }
    var cases: [[Int?]] = [[]]
    var checked = 0
    for _ in 0..<4 {
      cases = cases.flatMap { start in choices.map { start + [$0] } }
      for counts in cases {
        checked += 1
        if let problem = leak(in: counts, minimum: minimum) {
          Issue.record("\(problem) for \(counts) at \(minimum)")
        }
      }
    }
    let size = choices.count
    #expect(checked == size + size * size + size * size * size + size * size * size * size)
  }

  /// What is wrong with the decisions on these counts, if anything, told without the rule's own code.
  private func leak(in counts: [Int?], minimum: Int) -> String? {
    let outcome = decide(counts, minimum: minimum)
    var hidden: [Int] = []
    var largestProtected = 0
    var smallestShown = Int.max
    for (count, decision) in zip(counts, outcome.decisions) {
      guard let count else {
        if decision != .notAsked { return "an organisation that was not asked is \(decision)" }
        continue
      }
      switch decision {
      case .notAsked: return "an organisation that was asked counts as not asked"
      case .shown:
        if count < minimum { return "a small count is shown" }
        smallestShown = min(smallestShown, count)
      case .tooFew:
        if count >= minimum { return "a large count is called too few" }
        if count > 0 { hidden.append(count) }
      case .protected:
        if count < minimum { return "a small count is called protected" }
        largestProtected = max(largestProtected, count)
        hidden.append(count)
      }
    }
    if largestProtected > smallestShown { return "a larger organisation was hidden first" }
    let total = counts.reduce(0) { $0 + ($1 ?? 0) }
    let shown = zip(counts, outcome.decisions).reduce(0) { sum, pair in
      pair.1 == .shown ? sum + (pair.0 ?? 0) : sum
    }
    if outcome.mayShowTotal {
      if hidden.count == 1 { return "the only hidden count is the total minus the shown" }
      if !hidden.isEmpty, total - shown < minimum { return "the hidden hold too few answers" }
    } else if smallestShown != Int.max {
      return "the total is hidden although something is shown"
    }
    let small = counts.compactMap(\.self).filter { $0 > 0 && $0 < minimum }
    let isSafe = small.isEmpty || (small.count > 1 && small.reduce(0, +) >= minimum)
    if isSafe, largestProtected > 0 { return "somebody is protected for nothing" }
    return nil
  }
}
