import Statistics
import Testing

/// Numbers that depend on a seed only (SplitMix64), from 0 up to 1.
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((value ^ (value >> 31)) >> 11) * 0x1p-53
  }

  mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + next() } }
}

struct CaseMixTests {
  private static func data(
    _ items: [[Double?]], _ adjusters: [[Double?]] = [], organisations: [Int] = [0, 0, 0, 1, 1, 1]
  ) -> CaseMixData {
    CaseMixData(
      organisations: organisations, organisationCount: (organisations.max() ?? 0) + 1,
      items: items, adjusters: adjusters)
  }

  @Test func `without adjusters nothing is adjusted`() throws {
    let adjustment = try CaseMixAdjustment(Self.data([[1, 2, 6, 4, 4, 7]]))
    #expect(adjustment.organisations.map(\.unadjusted) == [3, 5])
    #expect(adjustment.organisations.allSatisfy { $0.shift == 0 })
    // Residuals -2, -1, 3 and -1, -1, 2: sums of squares over n².
    #expect(agree(adjustment.organisations[0].variance, 14.0 / 9))
    #expect(agree(adjustment.organisations[1].variance, 6.0 / 9))
    #expect(adjustment.organisations[0].fullVariance == adjustment.organisations[0].variance)
  }

  @Test func `the mean over organisations stays, and adjusters may be shifted`() throws {
    let answers: [Double?] = [1, 2, 3, 4, 5, 7]
    let first = try CaseMixAdjustment(Self.data([answers], [[0, 1, 2, 1, 2, 4]]))
    let second = try CaseMixAdjustment(Self.data([answers], [[70, 71, 72, 71, 72, 74]]))
    for (one, other) in zip(first.organisations, second.organisations) {
      #expect(agree(one.adjusted, other.adjusted, within: 1e-11))
    }
    let mean = first.organisations.reduce(0) { $0 + $1.adjusted } / 2
    #expect(agree(mean, first.overallMean))
  }

  @Test func `a missing adjuster is the mean of its organisation over all its records`() throws {
    // The fourth record of the first organisation answers nothing but has an adjuster.
    let data = Self.data(
      [[1, 2, 4, nil, 4, 5, 7]], [[0, 1, nil, 5, 1, 2, 3]], organisations: [0, 0, 0, 0, 1, 1, 1])
    let filled = Self.data(
      [[1, 2, 4, 4, 5, 7]], [[0, 1, 2, 1, 2, 3]], organisations: [0, 0, 0, 1, 1, 1])
    let imputed = try CaseMixAdjustment(data)
    let known = try CaseMixAdjustment(filled)
    #expect(imputed.organisations.map(\.adjusted) == known.organisations.map(\.adjusted))
    #expect(imputed.organisations[0].records == 4)
    #expect(imputed.organisations[0].usable == 3)
    var options = CaseMixOptions()
    options.imputes = false
    let without = try CaseMixAdjustment(data, options: options)
    #expect(without.organisations[0].usable == 2)
  }

  @Test func `organisations with one usable record are left out and named`() throws {
    let adjustment = try CaseMixAdjustment(
      Self.data([[1, 2, 4, 3, 5, nil]], organisations: [0, 0, 1, 1, 2, 2]))
    #expect(adjustment.dropped == [2])
    #expect(adjustment.organisations.map(\.organisation) == [0, 1])
  }

  @Test func `stars need significance and size`() throws {
    let answers: [Double?] = [1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8]
    let organisations = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]
    var options = CaseMixOptions()
    options.scale = 0...10
    func stars() throws -> [Int] {
      let data = Self.data([answers], organisations: organisations)
      return try CaseMixComparison(CaseMixAdjustment(data, options: options)).organisations.map(
        \.stars)
    }
    #expect(try stars() == [1, 3])
    // The difference is 3.5, the distance to the nearer end 5.
    options.change = 0.69
    #expect(try stars() == [1, 3])
    options.change = 0.71
    #expect(try stars() == [2, 2])
    options.change = 0
    options.meanDifference = 3.6
    #expect(try stars() == [2, 2])
    options.meanDifference = 0
    options.significance = 1e-12
    #expect(try stars() == [2, 2])
  }

  @Test func `an adjusted mean beyond the scale is cut, with a note`() throws {
    var options = CaseMixOptions()
    options.scale = 0...1
    // Slope 1 within, adjusters' means far apart: adjustment by 5.
    let data = Self.data(
      [[0, 1, 1, 0, 1, 0]], [[0, 1, 1, 10, 11, 10]], organisations: [0, 0, 0, 1, 1, 1])
    let adjustment = try CaseMixAdjustment(data, options: options)
    #expect(adjustment.organisations[0].adjusted > 1)
    // Nothing is left within organisations, so there is no comparison.
    #expect(throws: CaseMixFailure.noSpread) { try CaseMixComparison(adjustment) }
    let noisy = Self.data(
      [[0, 1, 1, 1, 0, 1, 0, 0]], [[0, 1, 1, 0, 10, 11, 10, 11]],
      organisations: [0, 0, 0, 0, 1, 1, 1, 1])
    let compared = try CaseMixComparison(CaseMixAdjustment(noisy, options: options))
    #expect(compared.organisations[0].isClamped)
    #expect(compared.organisations[0].clamped == 1)
    #expect(compared.organisations[1].isClamped)
    #expect(compared.organisations[1].clamped == 0)
  }

  @Test(
    arguments: [
      ([], [], [0, 0, 1, 1], CaseMixFailure.differentLengths),
      ([[1, 2, 3]], [], [0, 0, 1, 1], .differentLengths),
      ([[1, 2, 3, .nan]], [], [0, 0, 1, 1], .badNumber),
      ([[1, 2, 3, 5]], [[1, 2, .infinity, 4]], [0, 0, 1, 1], .badNumber),
      ([[1, 2, 3, 5]], [], [0, 0, 0, 0], .tooFewOrganisations),
      ([[nil, nil, nil, nil]], [], [0, 0, 1, 1], .tooFewOrganisations),
      ([[1, 2, 3, 5], [nil, nil, nil, nil]], [], [0, 0, 1, 1], .itemWithoutAnswers(item: 1)),
      ([[1, 2, 3, 5]], [[7, 7, 9, 9]], [0, 0, 1, 1], .singularAdjusters(item: 0)),
      (
        [[1, 2, 3, 5]], [[1, 2, 3, 5], [2, 4, 6, 10]], [0, 0, 1, 1], .singularAdjusters(item: 0)
      ),
    ] as [([[Double?]], [[Double?]], [Int], CaseMixFailure)])
  func `degenerate data have a reason`(
    items: [[Double?]], adjusters: [[Double?]], organisations: [Int], reason: CaseMixFailure
  ) {
    #expect(throws: reason) {
      try CaseMixAdjustment(Self.data(items, adjusters, organisations: organisations))
    }
  }

  @Test func `no spread or no degrees of freedom leave nothing to compare`() throws {
    let constant = try CaseMixAdjustment(Self.data([[2, 2, 2, 5, 5, 5]]))
    #expect(throws: CaseMixFailure.noSpread) { try CaseMixComparison(constant) }
    let few = try CaseMixAdjustment(
      Self.data(
        [[1, 2, 5, 3]], [[1, 2, 3, 1], [2, 1, 1, 1]], organisations: [0, 0, 1, 1]))
    #expect(throws: CaseMixFailure.self) { try CaseMixComparison(few) }
  }

  /// Four organisations whose people differ much in the adjuster, so that its coefficient matters.
  private static func survey(seed: UInt64) -> CaseMixData {
    var numbers = SeededNumbers(seed: seed)
    var (organisations, answers, adjuster) = ([Int](), [Double?](), [Double?]())
    for organisation in 0..<4 {
      for _ in 0..<(20 + 10 * organisation) {
        let x = 3 * Double(organisation) + numbers.normal()
        organisations.append(organisation)
        adjuster.append(x)
        answers.append(5 + 0.3 * x + (1 + 0.2 * Double(organisation)) * numbers.normal())
      }
    }
    return data([answers], [adjuster], organisations: organisations)
  }

  @Test func `the full error is what a bootstrap of people within organisations shows`() throws {
    let survey = Self.survey(seed: 7)
    let comparison = try CaseMixComparison(CaseMixAdjustment(survey))
    var numbers = SeededNumbers(seed: 11)
    let members = (0..<4).map { organisation in
      survey.organisations.indices.filter { survey.organisations[$0] == organisation }
    }
    let rounds = 600
    var (sums, squares) = ([Double](repeating: 0, count: 4), [Double](repeating: 0, count: 4))
    for _ in 0..<rounds {
      let drawn = members.flatMap { rows in
        rows.map { _ in rows[Int(numbers.next() * Double(rows.count))] }
      }
      let adjustment = try CaseMixAdjustment(
        Self.data(
          [drawn.map { survey.items[0][$0] }], [drawn.map { survey.adjusters[0][$0] }],
          organisations: drawn.map { survey.organisations[$0] }))
      for (place, one) in adjustment.organisations.enumerated() {
        let difference = one.adjusted - adjustment.overallMean
        sums[place] += difference
        squares[place] += difference * difference
      }
    }
    for (place, one) in comparison.organisations.enumerated() {
      let mean = sums[place] / Double(rounds)
      let error = (squares[place] / Double(rounds) - mean * mean).squareRoot()
      // 600 rounds tell a standard error to about 3 %; 12 % are four times that.
      #expect((error / one.fullStandardError - 1).magnitude < 0.12)
      // Where the adjuster's mean is far from the others', the plain error is much too small.
      if place == 0 || place == 3 { #expect(one.standardError < 0.6 * error) }
    }
  }
}
