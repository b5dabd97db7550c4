/// Signs of careless answering in one person's answers.
///
/// Source: Johnson (2005) for strings of equal answers, Dunn et al. (2018) for the individual response
/// variability, Meade & Craig (2012) for both, as R's `careless` computes them. They are indicators:
/// where items are alike and nobody has a reason to complain, equal answers are honest ones.
public struct CarelessAnswers: Sendable, Equatable {
  /// The number of items.
  public let items: Int
  /// The number of items answered.
  public let answered: Int
  /// The longest run of equal answers to successive items; a missing answer ends a run.
  public let longString: Int
  /// The mean length of all runs, or nil without an answer.
  public let averageString: Double?
  /// The standard deviation (n - 1) over the answers, or nil for fewer than two.
  public let variability: Double?

  /// Looks at answers.
  ///
  /// - Parameter answers: In the order of the questionnaire, nil for missing ones.
  public init(_ answers: [Double?]) {
    var (longest, runs, length) = (0, 0, 0)
    for place in answers.indices {
      guard let answer = answers[place] else { continue }
      if place > 0, answers[place - 1] == answer {
        length += 1
      } else {
        length = 1
        runs += 1
      }
      longest = max(longest, length)
    }
    let given = answers.compactMap(\.self)
    let size = Double(given.count)
    items = answers.count
    answered = given.count
    longString = longest
    averageString = runs > 0 ? size / Double(runs) : nil
    if given.count > 1, given.allSatisfy(\.isFinite) {
      let mean = given.reduce(0, +) / size
      let squares = given.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      variability = (squares / (size - 1)).squareRoot()
    } else {
      variability = nil
    }
  }

  /// The share of items without an answer, or nil without items.
  public var missingShare: Double? {
    items > 0 ? Double(items - answered) / Double(items) : nil
  }
}

/// How well a person's answers follow the means of the items.
///
/// Source: Donlon & Fischer (1968): the correlation over items between the person's answers and the
/// means of all persons. Low or negative values are unusual patterns, careless or not.
///
/// - Parameters:
///   - answers: One person's, nil for missing ones.
///   - itemMeans: The means of the items over all persons.
/// - Returns: From -1 to 1, or nil for fewer than three answers or without spread.
public func personTotalCorrelation(_ answers: [Double?], itemMeans: [Double]) -> Double? {
  guard answers.count == itemMeans.count else { return nil }
  let pairs = zip(answers, itemMeans).compactMap { answer, mean in answer.map { ($0, mean) } }
  guard pairs.count > 2, pairs.allSatisfy({ $0.0.isFinite && $0.1.isFinite }) else { return nil }
  return momentCorrelation(pairs.map(\.0), pairs.map(\.1))
}
