/// What a person leaves in one rated cell.
enum Response: Equatable {
  /// A level, 0 being worst.
  case level(Int)
  case empty
  case notShown
  case nonAnswer
  /// Something that is no answer on the scale.
  case nonsense

  var isAnswer: Bool {
    if case .level = self { true } else { false }
  }
}

/// A day and a time.
struct Stamp {
  var year: Int
  var month: Int
  var day: Int
  var hour: Int
  var minute: Int
  var second: Int

  init(in year: Int, from draws: inout Draws) {
    self.year = year
    month = draws.within(1...12)
    day = draws.within(1...28)
    hour = draws.within(7...21)
    minute = draws.within(20...59)
    second = draws.within(0...59)
  }

  /// The same day some minutes before.
  func earlier(by minutes: Int) -> Stamp {
    var start = self
    start.minute -= minutes
    return start
  }

  /// The day as in `31.12.2026`.
  var german: String { "\(padded(day)).\(padded(month)).\(year)" }
  /// Day and time as in `31.12.2026 18:05`.
  var germanWithTime: String { "\(german) \(padded(hour)):\(padded(minute))" }
  /// The day as in `2026-12-31`.
  var iso: String { "\(year)-\(padded(month))-\(padded(day))" }
  /// Day and time as in `2026-12-31 18:05:09`.
  var isoWithTime: String { "\(iso) \(padded(hour)):\(padded(minute)):\(padded(second))" }
  /// Day and time as in `2026-12-31T18:05:09Z`.
  var isoUniversal: String { "\(iso)T\(padded(hour)):\(padded(minute)):\(padded(second))Z" }
}

/// A number with at least two digits.
func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// Somebody who answers, with all that an export may tell about them.
struct Person {
  var number: Int
  var token: String
  var organisation: Organisation
  var perspective: Perspective
  var stamp: Stamp
  /// One response for each item of the world; `notShown` where the source has no such item.
  var responses: [Response]
  var identity: Identity?
  var text: String
  /// Draws for the looks of this person's cells.
  var draws: Draws
}

/// How many people answer: one row for each organisation, year and perspective.
struct Quota {
  let organisation: Organisation
  let perspective: Perspective
  let year: Int
  let count: Int
}

/// Makes the people of one export and mixes them.
struct Census {
  let stream: String
  let items: [Int]
  let prefix: String
  /// How often a cell holds no answer, by state, in thousandths.
  let missing: (empty: Int, nonAnswer: Int, nonsense: Int)
  private var number = 0
  private var tokens: Set<String> = []

  init(
    stream: String, items: [Int], prefix: String,
    missing: (empty: Int, nonAnswer: Int, nonsense: Int)
  ) {
    self.stream = stream
    self.items = items
    self.prefix = prefix
    self.missing = missing
  }

  /// Makes people and mixes them.
  mutating func people(_ quotas: [Quota]) -> [Person] {
    var mixed: [(order: UInt64, person: Person)] = []
    for quota in quotas {
      for _ in 0..<quota.count {
        let person = self.person(at: quota.organisation, as: quota.perspective, in: quota.year)
        var order = Draws("\(stream) order", row: person.number)
        mixed.append((order.next(), person))
      }
    }
    return mixed.sorted { $0.order < $1.order }.map(\.person)
  }

  /// Makes one more person.
  mutating func person(
    at organisation: Organisation, as perspective: Perspective, in year: Int
  ) -> Person {
    number += 1
    var draws = Draws("\(stream) person", row: number)
    var token = ""
    repeat { token = Census.token(prefix, from: &draws) } while !tokens.insert(token).inserted
    let stamp = Stamp(in: year, from: &draws)
    let responses = self.responses(at: organisation, as: perspective, in: year, from: &draws)
    return Person(
      number: number, token: token, organisation: organisation, perspective: perspective,
      stamp: stamp, responses: responses, identity: nil, text: "",
      draws: Draws("\(stream) cells", row: number))
  }

  private static func token(_ prefix: String, from draws: inout Draws) -> String {
    let signs = Array("abcdefghjkmnpqrstuvwxyz23456789")
    return prefix + String((0..<5).map { _ in draws.pick(signs) })
  }

  /// Answers around the truth: the expected level of every item is exactly the true mean.
  ///
  /// A person leans to one side in all dimensions and a little more in each; the leanings are
  /// symmetric and never reach the ends of the scale. Given the leaning, a level is the number of
  /// successes in `levels - 1` draws.
  private func responses(
    at organisation: Organisation, as perspective: Perspective, in year: Int,
    from draws: inout Draws
  ) -> [Response] {
    let million = 1_000_000
    let general = draws.within(-million...million)
    var special: [Dimension: Int] = [:]
    for dimension in Dimension.allCases { special[dimension] = draws.within(-million...million) }
    return World.items.indices.map { index in
      let item = World.items[index]
      guard items.contains(index) else { return .notShown }
      guard
        let mean = World.trueMean(
          of: item.dimension, at: organisation.key, from: perspective, in: year)
      else { return .notShown }
      let lean = (7 * general + 3 * special[item.dimension, default: 0]) / 10
      let room = min(mean, 1000 - mean) * 9 / 10
      let share = mean * 1000 + room * lean / 1000
      var level = 0
      for _ in 1..<item.levels where draws.below(million) < share { level += 1 }
      let fate = draws.below(1000)
      if fate < missing.empty { return .empty }
      if fate < missing.empty + missing.nonAnswer { return .nonAnswer }
      if fate < missing.empty + missing.nonAnswer + missing.nonsense { return .nonsense }
      return .level(level)
    }
  }
}
