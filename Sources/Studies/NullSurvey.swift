public import Benchmark
internal import Glibc
internal import Statistics
public import Tally

/// A generated survey in which no period differs from the one before, and no organisation from another
/// unless the frame says so.
///
/// Answers of one person are alike, items are skewed as they are in the field, organisations have 10
/// to 200 answers each. What is drawn depends on the key and the number of the survey alone.
public struct NullSurvey: Sendable {
  /// What surveys may be like.
  public struct Frame: Sendable, Equatable {
    /// The numbers of organisations.
    public var organisations = 12...60
    /// The numbers of answers of an organisation in a period and perspective.
    public var answers = 10...200
    /// The numbers of dimensions.
    public var dimensions = 2...8
    /// The numbers of periods.
    public var periods = 1...2
    /// The number of perspectives.
    public var perspectives = 1
    /// How much organisations differ, the same in all periods: 0 not at all, 0.25 an ICC of about 0.05.
    public var difference = 0.0

    /// Makes the frame of `make null-simulation`.
    public init() {}
  }

  /// What gives the counts their meaning.
  public private(set) var definition: Definition
  /// The counts.
  public private(set) var tally: Tally

  /// How often the levels of an item are answered: evenly, rather good ones, the best by most.
  private static let shapes: [[Double]] = [
    [0.1, 0.2, 0.4, 0.2, 0.1], [0.03, 0.05, 0.12, 0.35, 0.45], [0.01, 0.02, 0.05, 0.17, 0.75],
  ]
  /// The chance that an answer follows the person's own leaning.
  private static let leaning = 0.5
  /// The chance that an item is skipped.
  private static let skipping = 0.03

  private let draws: RandomDraws
  private var drawn: UInt64 = 0
  /// Per item, the chance of each level or a worse one.
  private var cumulative: [[Double]] = []

  /// Generates a survey.
  ///
  /// - Parameters:
  ///   - number: Which one.
  ///   - key: What all surveys depend on.
  ///   - frame: What surveys may be like.
  ///   - thresholds: Those of the definition.
  public init(
    number: Int, key: UInt64, frame: Frame = Frame(), thresholds: Definition.Thresholds = .init()
  ) {
    draws = RandomDraws(key: key, stream: UInt64(number))
    definition = Definition(
      pipeline: "null", title: LocalisedText(de: "null", en: "null"), languages: [.english],
      period: .year, perspectives: [], items: [], dimensions: [],
      peerGroups: [Definition.Named(key: "peers", name: LocalisedText(de: "peers", en: "peers"))],
      organisations: [], openPeerGroup: nil, thresholds: thresholds)
    tally = Tally(schema: definition.schema)
    makeItems(choice(in: frame.dimensions), perspectives: frame.perspectives)
    let organisations = choice(in: frame.organisations)
    let periods = choice(in: frame.periods)
    tally = Tally(schema: definition.schema)
    for organisation in 0..<organisations {
      let key = "E\(organisation)"
      definition.organisations.append(
        Definition.Organisation(key: key, name: key, peerGroup: "peers"))
      let trait = frame.difference == 0 ? 1 : exp(frame.difference * normal())
      for period in 0..<periods {
        for perspective in 0..<frame.perspectives {
          let counts = count(answers(in: frame.answers), leaning: trait)
          tally.add(
            counts,
            to: GroupKey(
              organisation: key, period: "\(2026 - periods + 1 + period)",
              perspective: perspective))
        }
      }
    }
  }

  private mutating func uniform() -> Double {
    drawn += 1
    return draws.uniform(drawn)
  }

  private mutating func normal() -> Double {
    drawn += 1
    return draws.normal(drawn)
  }

  private mutating func choice(in range: ClosedRange<Int>) -> Int {
    drawn += 1
    return range.lowerBound + draws.choice(of: range.count, drawn)
  }

  /// A number of answers; the half of a number is as likely as its double.
  private mutating func answers(in range: ClosedRange<Int>) -> Int {
    let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
    return Int((low * pow(high / low, uniform())).rounded())
  }

  private mutating func makeItems(_ dimensions: Int, perspectives: Int) {
    func text(_ key: String) -> LocalisedText { LocalisedText(de: key, en: key) }
    definition.perspectives = (0..<perspectives).map {
      Definition.Named(key: "p\($0)", name: text("p\($0)"))
    }
    for dimension in 0..<dimensions {
      let keys = (0..<choice(in: 1...3)).map { "i\(dimension)_\($0)" }
      for key in keys {
        definition.items.append(
          Definition.Item(key: key, text: text(key), minimum: 1, maximum: 5))
        var sum = 0.0
        cumulative.append(
          NullSurvey.shapes[choice(in: 0...2)].map { share in
            sum += share
            return sum
          })
      }
      definition.dimensions.append(
        Definition.Dimension(key: "d\(dimension)", name: text("d\(dimension)"), items: keys))
    }
  }

  /// Counts the answers of that many persons of an organisation.
  ///
  /// - Parameters:
  ///   - persons: How many.
  ///   - trait: The power that all even draws are raised to; above 1 answers are worse.
  /// - Returns: The counts.
  private mutating func count(_ persons: Int, leaning trait: Double) -> GroupCounts {
    let schema = tally.schema
    var counts = GroupCounts(schema: schema)
    var levels = [Int?](repeating: nil, count: schema.items.count)
    for _ in 0..<persons {
      let own = uniform()
      for item in levels.indices {
        let place = uniform()
        if place < NullSurvey.skipping {
          levels[item] = nil
          counts.items[item].empty += 1
          continue
        }
        let rest = (place - NullSurvey.skipping) / (1 - NullSurvey.skipping)
        let draw =
          rest < NullSurvey.leaning
          ? own : (rest - NullSurvey.leaning) / (1 - NullSurvey.leaning)
        let value = trait == 1 ? draw : pow(draw, trait)
        let level = cumulative[item].firstIndex { value < $0 } ?? 4
        levels[item] = level
        counts.items[item].levels[level] += 1
      }
      counts.respondents += 1
      for place in schema.dimensions.indices {
        counts.dimensions[place].add(levels, of: schema.dimensions[place], in: schema)
      }
    }
    return counts
  }
}

extension DimensionSums {
  /// Adds a person, all items having as many levels.
  fileprivate mutating func add(
    _ answers: [Int?], of dimension: Schema.Dimension, in schema: Schema
  ) {
    let levels = dimension.items.compactMap { answers[$0] }
    guard !levels.isEmpty, levels.count >= dimension.minimumAnswered else { return }
    let top = schema.items[dimension.items[0]].levels - 1
    let units = Tally.scoreUnits(of: dimension, in: schema)
    let score = Int128(units / top / levels.count * levels.reduce(0, +))
    scored += 1
    sum += score
    sumOfSquares += score * score
    guard levels.count == dimension.items.count else { return }
    complete += 1
    var product = 0
    for (place, level) in levels.enumerated() {
      itemSums[place] += level
      for other in levels[place...] {
        crossProducts[product] += level * other
        product += 1
      }
    }
  }
}
