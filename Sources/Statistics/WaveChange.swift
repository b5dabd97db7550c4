/// Scores of organisations over many waves: what is lasting, what moves, what is noise.
///
/// Two models by restricted maximum likelihood, both with a fixed effect per wave: a level per
/// organisation; and a level and a slope. Beside them, each organisation's own straight line, of
/// its scores and of its scores about the mean of each wave, with the false discovery rate of
/// Benjamini & Hochberg over organisations.
///
/// Limits: scores of one organisation are independent given its level and slope; standard errors of
/// the scores, where known, are not used. Own slopes follow the common trend, relative ones do not.
public struct WaveChange: Sendable, Equatable {
  /// Why there is no result.
  public enum Failure: Error, Sendable, Equatable {
    /// Columns differ in length, hold something not finite, or one organisation twice in a wave.
    case badInput
    /// Fewer than three waves.
    case tooFewWaves
    /// Fewer than two organisations.
    case tooFewOrganisations
    /// Scores do not vary within organisations beyond the waves' means.
    case noSpread
    /// One of the models cannot be fitted.
    case notEstimable
  }

  /// An organisation's own line.
  public struct Line: Sendable, Equatable {
    /// The organisation.
    public let organisation: Int
    /// The line.
    public let regression: SimpleRegression
    /// The p-value after Benjamini & Hochberg, nil where there is no test.
    public let adjusted: Double?
  }

  /// Per wave, the mean over organisations.
  public let waveMeans: [Double]
  /// The model with a level per organisation.
  public let levels: RandomInterceptModel
  /// The model with a level and a slope.
  public let slopes: RandomPairModel
  /// The lines of the scores; organisations with fewer than three waves have none.
  public let own: [Line]
  /// The lines of the scores about the means of the waves.
  public let relative: [Line]
  /// Per pair of neighbouring waves, the correlation over organisations present in both.
  public let lagCorrelations: [Double?]

  /// Analyses scores.
  ///
  /// - Parameters:
  ///   - scores: One per organisation and wave, in any order; missing ones are left out.
  ///   - organisations: Per score, from 0 to `organisationCount` - 1.
  ///   - organisationCount: The number of organisations.
  ///   - waves: Per score, from 0.
  ///   - times: Per wave, its time; rising.
  /// - Throws: Why there is no result.
  public init(
    scores: [Double], organisations: [Int], organisationCount: Int, waves: [Int], times: [Double]
  ) throws(Failure) {
    guard scores.count == organisations.count, scores.count == waves.count,
      scores.allSatisfy(\.isFinite), times.allSatisfy(\.isFinite),
      organisations.allSatisfy({ (0..<organisationCount).contains($0) }),
      waves.allSatisfy(times.indices.contains), zip(times, times.dropFirst()).allSatisfy(<),
      Set(zip(organisations, waves).map { $0 * times.count + $1 }).count == scores.count
    else { throw .badInput }
    guard times.count > 2, Set(waves).count == times.count else { throw .tooFewWaves }
    guard Set(organisations).count > 1 else { throw .tooFewOrganisations }
    var (sums, counts) = (times.map { _ in 0.0 }, times.map { _ in 0.0 })
    for (score, wave) in zip(scores, waves) {
      sums[wave] += score
      counts[wave] += 1
    }
    let means = zip(sums, counts).map { $0 / $1 }
    waveMeans = means
    let centre = times.reduce(0, +) / Double(times.count)
    let fixed = times.indices.map { wave in waves.map { wave == 0 || $0 == wave ? 1.0 : 0 } }
    do {
      levels = try RandomInterceptModel(
        GroupMoments(
          outcome: scores, fixed: fixed, groups: organisations, groupCount: organisationCount))
      slopes = try RandomPairModel(
        outcome: scores, fixed: fixed, first: scores.map { _ in 1 },
        second: waves.map { times[$0] - centre }, groups: organisations,
        groupCount: organisationCount)
    } catch RandomInterceptModel.Failure.noSpread {
      throw .noSpread
    } catch {
      throw .notEstimable
    }
    let members = Self.members(organisations, count: organisationCount)
    own = Self.lines(members, x: waves.map { times[$0] }, y: scores)
    relative = Self.lines(
      members, x: waves.map { times[$0] }, y: zip(scores, waves).map { $0 - means[$1] })
    lagCorrelations = Self.lags(scores, members, waves, count: times.count)
  }

  private static func members(_ codes: [Int], count: Int) -> [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (row, code) in codes.enumerated() { members[code].append(row) }
    return members
  }

  private static func lines(_ members: [[Int]], x: [Double], y: [Double]) -> [Line] {
    let found = members.enumerated().compactMap { organisation, rows in
      SimpleRegression(x: rows.map { x[$0] }, y: rows.map { y[$0] }).map { (organisation, $0) }
    }
    let adjusted = benjaminiHochberg(found.map(\.1.probability))
    return zip(found, adjusted).map {
      Line(organisation: $0.0, regression: $0.1, adjusted: $1)
    }
  }

  private static func lags(
    _ scores: [Double], _ members: [[Int]], _ waves: [Int], count: Int
  ) -> [Double?] {
    (1..<count).map { wave in
      var (before, after) = ([Double](), [Double]())
      for rows in members {
        guard let first = rows.first(where: { waves[$0] == wave - 1 }),
          let second = rows.first(where: { waves[$0] == wave })
        else { continue }
        before.append(scores[first])
        after.append(scores[second])
      }
      return pearson(before, after)
    }
  }

  /// The likelihood ratio test of slopes, which lie on the boundary of what is possible.
  ///
  /// Source: Stram & Lee (1994), Biometrics 50: an even mixture of chi-squared distributions with one
  /// and two degrees of freedom.
  public var slopeTest: (statistic: Double, probability: Double) {
    let statistic = max(0, levels.deviance - slopes.deviance)
    guard statistic > 0, let one = ChiSquared(degreesOfFreedom: 1)?.upperTail(statistic),
      let two = ChiSquared(degreesOfFreedom: 2)?.upperTail(statistic)
    else { return (0, 1) }
    return (statistic, (one + two) / 2)
  }

  /// The mean over organisations of the sum of squares of their waves' times.
  public var meanSumOfSquares: Double {
    own.reduce(0) { $0 + $1.regression.sumOfSquares } / Double(max(1, own.count))
  }

  /// The reliability of an own slope: var(slope) / (var(slope) + σ² / Σ(t - mean)²).
  public var slopeReliability: Double? {
    let error = meanSumOfSquares > 0 ? slopes.residualVariance / meanSumOfSquares : nil
    return error.map { slopes.secondVariance / (slopes.secondVariance + $0) }
  }
}
