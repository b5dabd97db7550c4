/// The index of `SurveyIndex` with an interval that knows that answers come in persons.
///
/// Source: linearised ratio estimate (Taylor series; Cochran 1977): the index is the mean over attributes
/// of theta = Σy/Σt, each person adds z = mean over attributes of (y - theta t)/Σt, the variance is
/// J/(J - 1) Σz², and the interval takes t with J - 1 degrees of freedom. No prior. Limits: normal
/// approximation; with few persons near an end of the scale it is cut off there and too short.
public struct ClusteredIndex: Sendable, Equatable {
  /// The index, from 0 to 1.
  public let value: Double
  /// Its variance between samples of persons.
  public let variance: Double
  /// The number of persons with an answer.
  public let persons: Int
  /// How many times larger the variance is than if all trials were independent.
  ///
  /// variance / (Σ theta (1 - theta)/t / M²), or nil if that is 0.
  public let designEffect: Double?

  /// Computes the index.
  ///
  /// - Parameter persons: Per person, the counts of each attribute; attributes not answered have no
  ///   trials.
  /// - Throws: Why there is none.
  public init(persons: [[SurveyIndex.Counts]]) throws(SurveyIndex.Failure) {
    guard let size = persons.first?.count, size > 0 else { throw .noAttributes }
    guard persons.allSatisfy({ $0.count == size }) else { throw .differingLengths }
    guard
      persons.allSatisfy({
        $0.allSatisfy { $0.trials >= 0 && (0...max(0, $0.trials)).contains($0.successes) }
      })
    else { throw .outOfRange }
    let answering = persons.filter { $0.contains { $0.trials > 0 } }
    guard !answering.isEmpty else { throw .noAnswers }
    guard answering.count > 1 else { throw .tooFewPersons }
    var (trials, shares) = ([Double](), [Double]())
    for attribute in 0..<size {
      let sum = answering.reduce(0.0) { $0 + Double($1[attribute].trials) }
      guard sum > 0 else { throw .unansweredAttribute }
      trials.append(sum)
      shares.append(answering.reduce(0.0) { $0 + Double($1[attribute].successes) } / sum)
    }
    let weight = 1 / Double(size)
    let influences = answering.map { person in
      (0..<size).reduce(0.0) { sum, attribute in
        let counts = person[attribute]
        return sum + weight
          * (Double(counts.successes) - shares[attribute] * Double(counts.trials))
          / trials[attribute]
      }
    }
    let count = Double(answering.count)
    let variance = count / (count - 1) * influences.reduce(0) { $0 + $1 * $1 }
    let independent =
      zip(shares, trials).reduce(0) { $0 + $1.0 * (1 - $1.0) / $1.1 }
      * weight * weight
    // What rounding leaves of identical persons is no spread.
    guard variance > 1e-28 else { throw .noSpread }
    value = shares.reduce(0, +) * weight
    self.variance = variance
    self.persons = answering.count
    designEffect = independent > 0 ? variance / independent : nil
  }

  /// The confidence interval, inside 0 to 1.
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: The interval, or nil where the input allows none.
  public func interval(confidence: Double = 0.95) -> Interval? {
    guard
      let t = StudentT(degreesOfFreedom: Double(persons - 1))?.quantile((1 + confidence) / 2)
    else { return nil }
    let half = t * variance.squareRoot()
    return Interval(lower: max(0, value - half), upper: min(1, value + half))
  }
}
