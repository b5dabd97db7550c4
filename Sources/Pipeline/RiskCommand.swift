internal import Benchmark
internal import Exports
internal import Microdata
internal import Reference

extension Commands {
  /// Prints the risks of microdata.
  ///
  /// - Parameter request: What is asked for.
  /// - Returns: Done.
  /// - Throws: Why the data cannot be read.
  public func risk(_ request: MicrodataRequest) throws(Failure) -> ExitCode {
    let figures = try RiskFigures(request, workers: options.jobs)
    if let path = request.text("--out") {
      try Disk.replace(path, with: figures.written, mode: 0o600)
    }
    if request.has("--json") {
      StatsInput.print(.object(figures.json))
    } else {
      for (name, value) in figures.lines { Output.print("\(name): \(value)\n") }
    }
    return .done
  }
}

/// The risks of a file, as a whole and by record.
struct RiskFigures {
  private let quasi: [String]
  private let sample: IndividualRisk.Sample
  private let risks: ReidentificationRisks
  private let suda: SpecialUniques
  /// The risks by special uniques as sdcMicro rounds them.
  private let sudaRisks: [Double]
  private let hasWeights: Bool

  /// Reads a file and works its risks out.
  init(_ request: MicrodataRequest, workers: Int?) throws(Failure) {
    let quasi = request.list("--quasi")
    let weighting = request.text("--weights")
    let fraction = try request.number("--fraction", in: 1e-9...0.999_999_999) ?? 0.01
    guard !quasi.isEmpty, quasi.count <= 20 else {
      throw MicrodataRequest.usage(
        de: "--quasi nimmt 1 bis 20 Spalten", en: "--quasi takes 1 to 20 columns")
    }
    let table = try MicrodataInput.table(request.data, workers: workers) { _ in
      quasi + (weighting.map { [$0] } ?? [])
    }
    guard table.count > 0 else {
      throw MicrodataWords.failure(Microdata.Failure.empty, path: request.data)
    }
    let columns = table.columns.prefix(quasi.count).map(RiskFigures.codes)
    var weights = [Double](repeating: 1, count: table.count)
    if weighting != nil, let column = table.columns.last {
      let numbers = column.texts.map { Double($0) ?? .nan }
      if let place = numbers.firstIndex(where: { !($0 > 0 && $0.isFinite) }) {
        throw MicrodataWords.badWeight(
          file: request.data, column: column.heading, record: column.firstRecords[place] + 1)
      }
      weights = column.codes.map { numbers[Int($0)] }
    }
    self.quasi = quasi
    hasWeights = weighting != nil
    sample = IndividualRisk.sample(columns, weights: weights)
    risks = ReidentificationRisks(frequencies: RiskFigures.classSizes(sample.frequencies))
    let special = SpecialUniques(columns, fraction: fraction)
    suda = special
    sudaRisks = special.risksLikeSDCMicro(
      codes: table.columns.prefix(quasi.count).map(RiskFigures.numbers), fraction: fraction)
  }

  /// A column as R would number it: whole numbers as they are, other values by their place in order.
  private static func numbers(_ column: CategoryTable.Column) -> [Int] {
    var numbers = column.texts.compactMap { Int($0) }
    if numbers.count < column.texts.count {
      let places = Dictionary(
        uniqueKeysWithValues: Set(column.texts).sorted().enumerated().map { ($1, $0 + 1) })
      numbers = column.texts.map { places[$0] ?? 0 }
    }
    return column.codes.map { numbers[Int($0)] }
  }

  /// The numbers of a column's values, spellings of one value being one.
  private static func codes(_ column: CategoryTable.Column) -> [UInt32] {
    var numbers: [String: UInt32] = [:]
    let map = column.texts.map { text in
      let number = numbers[text] ?? UInt32(numbers.count)
      numbers[text] = number
      return number
    }
    return column.codes.map { map[Int($0)] }
  }

  /// The sizes of the classes from those of the records: of f records of size f one class each.
  private static func classSizes(_ frequencies: [Int]) -> [Int] {
    var counts: [Int: Int] = [:]
    for frequency in frequencies { counts[frequency, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.flatMap { size, records in
      Array(repeating: size, count: records / size)
    }
  }

  /// All figures of the file.
  var json: [String: JSONValue] {
    var object: [String: JSONValue] = [:]
    for (name, value) in lines { object[name] = .number(value) }
    object["suda_contributions"] = .object(
      Dictionary(uniqueKeysWithValues: zip(quasi, suda.contributions.map { .number($0) })))
    object["suda_by_size"] = .list(suda.bySize.map { .number(Double($0)) })
    return object
  }

  /// Name and value of each figure.
  var lines: [(name: String, value: Double)] {
    let below = { (k: Int) in Double(sample.frequencies.count { $0 < k }) }
    var lines: [(name: String, value: Double)] = [
      ("records", Double(risks.records)), ("classes", Double(risks.classes)),
      ("smallest_class", Double(risks.smallestClass)), ("uniques", Double(risks.uniques)),
      ("violate2", below(2)), ("violate3", below(3)), ("violate5", below(5)),
      ("prosecutor_max", risks.prosecutorMaximum), ("prosecutor_mean", risks.prosecutorMean),
      ("marketer", risks.marketer),
    ]
    if hasWeights {
      lines += [
        ("risk_ER", sample.expected),
        ("risk_pct", 100 * sample.expected / Double(risks.records)),
        ("risk_max", sample.risks.max() ?? 0),
      ]
    }
    lines += [
      ("suda_n_nonzero", Double(suda.scores.count { $0 > 0 })),
      ("suda_sum_score", suda.scores.reduce(0, +)), ("suda_max_score", suda.scores.max() ?? 0),
      ("suda_sum_dis", sudaRisks.reduce(0, +)), ("suda_max_dis", sudaRisks.max() ?? 0),
      ("suda_sum_dis_exact", suda.risks.reduce(0, +)),
    ]
    return lines
  }

  /// One line per record, in the order of the file, without the quasi-identifiers.
  var written: [UInt8] {
    var writer = CSVWriter(.machine)
    writer.append(["fk", "Fk", "risk", "suda_score", "dis_suda_score"])
    for record in sample.risks.indices {
      writer.append([
        "\(sample.frequencies[record])", "\(sample.weights[record])", "\(sample.risks[record])",
        "\(suda.scores[record])", "\(sudaRisks[record])",
      ])
    }
    return writer.bytes
  }
}
