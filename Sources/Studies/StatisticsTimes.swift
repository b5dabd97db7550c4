internal import Exports
internal import Statistics

/// How long the heavy statistics take, on the open data and on generated persons.
public struct StatisticsTimes {
  /// Why the data cannot be used.
  public enum Failure: Error, Sendable, Equatable {
    /// The file cannot be read, or a column is missing or holds something that is no number.
    case unreadable(String)
    /// A model does not fit.
    case notEstimable(String)
  }

  /// What was measured.
  private struct Line {
    let name: String
    let milliseconds: [Double]
    let target: Double
    let result: String
  }

  private let lines: [Line]

  /// Measures.
  ///
  /// - Parameters:
  ///   - folder: The folder with `insteval.csv.gz`.
  ///   - rounds: How often each statistic is computed.
  /// - Throws: Why the data cannot be used.
  public init(folder: String, rounds: Int = 5) throws(Failure) {
    let data = try InstEval(folder: folder)
    lines = [
      try StatisticsTimes.oneFactor(data, rounds), try StatisticsTimes.crossed(data, rounds),
      try StatisticsTimes.bootstrap(rounds),
    ]
  }

  private static func measure<Value>(
    _ rounds: Int, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> (times: [Double], value: Value) {
    var times: [Double] = []
    var last = try body()
    for _ in 0..<rounds {
      let clock = ContinuousClock()
      let start = clock.now
      last = try body()
      let parts = (clock.now - start).components
      times.append(Double(parts.seconds) * 1e3 + Double(parts.attoseconds) / 1e15)
    }
    return (times.sorted(), last)
  }

  private static func oneFactor(_ data: InstEval, _ rounds: Int) throws(Failure) -> Line {
    let ones = data.ratings.map { _ in 1.0 }
    let (times, model) = try measure(rounds) { () throws(Failure) in
      do {
        return try RandomInterceptModel(
          GroupMoments(
            outcome: data.ratings, fixed: [ones], groups: data.lecturers.codes,
            groupCount: data.lecturers.levels))
      } catch {
        throw .notEstimable("one factor")
      }
    }
    return Line(
      name: "one-factor REML, rows to estimates (\(data.ratings.count) rows, "
        + "\(data.lecturers.levels) lecturers)",
      milliseconds: times, target: 50, result: "ICC \(rounded(model.icc))")
  }

  /// The model of lme4's documentation: student, lecturer and department by service, service fixed.
  private static func crossed(_ data: InstEval, _ rounds: Int) throws(Failure) -> Line {
    let ones = data.ratings.map { _ in 1.0 }
    let factors = [data.students, data.lecturers, data.departments]
    let (times, model) = try measure(rounds) { () throws(Failure) in
      do {
        return try CrossedModel(
          outcome: data.ratings, fixed: [ones, data.service], codes: factors.map(\.codes),
          levels: factors.map(\.levels))
      } catch {
        throw .notEstimable("crossed")
      }
    }
    return Line(
      name: "crossed REML, 3 factors (\(factors.map { "\($0.levels)" }.joined(separator: " x ")))",
      milliseconds: times, target: 5_000,
      result: "variances \(model.variances.map { "\(rounded($0))" }.joined(separator: ", "))")
  }

  private static func bootstrap(_ rounds: Int) throws(Failure) -> Line {
    let organisations = (0..<1_000).map { number in
      let draws = RandomDraws(key: 1, stream: UInt64(number))
      return (0..<100).map { person in
        let items = draws.choice(of: 5, UInt64(2 * person)) + 1
        return PersonSums(
          sum: Double(draws.choice(of: 4 * items + 1, UInt64(2 * person + 1))), count: items)
      }
    }
    let bootstrap = PersonBootstrap(key: 1)
    let (times, outcomes) = try measure(rounds) { () throws(Failure) in
      bootstrap.outcomes(of: organisations)
    }
    let found = outcomes.count { if case .success = $0 { true } else { false } }
    return Line(
      name: "bootstrap of persons, 2000-fold (1000 organisations of 100)", milliseconds: times,
      target: 10_000, result: "\(found) intervals")
  }

  private static func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

  /// The medians beside their targets; a failure for each that is slower.
  public var report: StudyReport {
    let rows = lines.map { line in
      let times = line.milliseconds
      return [
        line.name, StatisticsTimes.tenth(times[times.count / 2]),
        StatisticsTimes.tenth(times[0]) + " to " + StatisticsTimes.tenth(times[times.count - 1]),
        StatisticsTimes.tenth(line.target), line.result,
      ]
    }
    let slow = lines.filter { $0.milliseconds[$0.milliseconds.count / 2] >= $0.target }
    let rounds = lines.first?.milliseconds.count ?? 0
    return StudyReport(
      mark: "times", introduction: "Milliseconds; medians of \(rounds) after one run to warm up.",
      headings: ["what", "median", "range", "target", "result"], rows: rows, notes: [],
      failures: slow.map { "\($0.name) is too slow" })
  }

  private static func tenth(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// The teaching evaluations of InstEval, as numbers.
private struct InstEval {
  /// Which level each row has.
  struct Factor {
    let codes: [Int]
    let levels: Int

    init(_ values: [String]) {
      var places: [String: Int] = [:]
      codes = values.map { value in
        if let place = places[value] { return place }
        let place = places.count
        places[value] = place
        return place
      }
      levels = places.count
    }
  }

  let ratings: [Double]
  let service: [Double]
  let students: Factor
  let lecturers: Factor
  let departments: Factor

  init(folder: String) throws(StatisticsTimes.Failure) {
    let path = "\(folder)/insteval.csv.gz"
    let table: PlainTable
    do throws(PlainTable.StoredFailure) {
      table = try PlainTable.stored(at: path)
    } catch {
      throw .unreadable(path)
    }
    func column(_ name: String) throws(StatisticsTimes.Failure) -> [String] {
      guard let place = table.headings.firstIndex(of: name) else { throw .unreadable(name) }
      return table.rows.map { $0.fields[place] }
    }
    func numbers(_ name: String) throws(StatisticsTimes.Failure) -> [Double] {
      let values = try column(name).compactMap(Double.init)
      guard values.count == table.rows.count else { throw .unreadable(name) }
      return values
    }
    ratings = try numbers("y")
    service = try numbers("service")
    students = Factor(try column("student"))
    lecturers = Factor(try column("lecturer"))
    departments = Factor(
      zip(try column("dept"), try column("service")).map { "\($0)/\($1)" })
  }
}
