internal import Benchmark
internal import Exports
internal import Microdata
internal import Reference

extension Commands {
  /// Generalises microdata to the node that loses least, writes and checks them, and prints how.
  ///
  /// - Parameter request: What is asked for.
  /// - Returns: Done, or with warnings where the time limit came first.
  /// - Throws: Why there is no release; no file is left then that has not passed the check.
  public func microdata(_ request: MicrodataRequest) throws(Failure) -> ExitCode {
    let start = ContinuousClock.now
    let run = try MicrodataRun(request, options: options, start: start)
    let code: ExitCode = run.isProved ? .done : .warnings
    if !run.isProved { options.log.tell(MicrodataWords.unfinished(gap: run.optimum?.gap ?? 0)) }
    if let path = request.text("--out") {
      try Disk.replace(path, with: run.written(), mode: 0o600)
      if request.has("--verify") {
        let findings = run.findings(in: try Disk.read(path))
        guard findings.isEmpty else {
          try Disk.remove(path)
          throw MicrodataWords.unverified(findings, path: path)
        }
      }
    } else if request.has("--verify") {
      let findings = run.findings(in: run.written())
      guard findings.isEmpty else {
        throw MicrodataWords.unverified(findings, path: request.data)
      }
    }
    let report = MicrodataReport(run, request, seconds: (ContinuousClock.now - start).seconds)
    if request.has("--json") {
      StatsInput.print(report.json)
    } else {
      Output.print(report.text[options.language])
    }
    return code
  }
}

/// One release, from the files to its classes.
struct MicrodataRun {
  let input: MicrodataInput
  let measure: LossMeasure
  /// The name of the loss in the output.
  let lossName: String
  let criteria: [Criterion]
  let limit: Double
  let mostSuppressed: Int
  let nodes: Int
  /// The best node; `nil` with local recoding.
  let optimum: Optimum?
  let isProved: Bool
  let release: Release
  let secondsLoading: Double
  let secondsSearching: Double

  /// Reads, searches and recodes.
  init(
    _ request: MicrodataRequest, options: Options, start: ContinuousClock.Instant
  ) throws(Failure) {
    (measure, lossName) = try request.measure()
    limit = try request.number("--suppression", in: 0...1) ?? 0
    let seconds = try request.number("--time-limit", in: 0...1e9)
    let local = try request.word("--local", ["none", "recode", "suppress"], usual: "none")
    input = try MicrodataInput(request, workers: options.jobs)
    criteria = try request.criteria(sensitive: input.sensitiveHierarchy)
    secondsLoading = (ContinuousClock.now - start).seconds
    let begin = ContinuousClock.now
    let isLate = { (hasOptimum: Bool) in
      guard let seconds, hasOptimum else { return false }
      return (ContinuousClock.now - begin).seconds >= seconds
    }
    do throws(Microdata.Failure) {
      if local == "none" {
        var search = try OptimalSearch(
          input.data, criteria: criteria, measure: measure, suppressionLimit: limit,
          population: input.population, workers: options.jobs)
        while !search.isFinished, !Interruption.isDue, !isLate(search.optimum != nil) {
          search.advance(workers: options.jobs)
        }
        (nodes, mostSuppressed, isProved) = (
          search.nodeCount, search.mostSuppressed, search.isFinished
        )
        optimum = search.optimum
        secondsSearching = (ContinuousClock.now - begin).seconds
        release = search.release(input.data, node: optimum?.node ?? input.data.roots)
      } else {
        release = try LocalRecoding.release(
          input.data, criteria: criteria, measure: measure,
          levels: local == "suppress" ? .suppressionOnly : .all, workers: options.jobs)
        (nodes, isProved, optimum) = (0, true, nil)
        mostSuppressed = Int((limit * Double(input.data.count) + 1e-9).rounded(.down))
        secondsSearching = (ContinuousClock.now - begin).seconds
      }
    } catch {
      throw MicrodataWords.failure(error, path: request.data)
    }
    try Interruption.check()
    guard local != "none" ? release.suppressed <= mostSuppressed : optimum != nil else {
      throw MicrodataWords.noNode(request.data)
    }
  }

  /// The bytes of the release: quasi-identifiers and kept columns, ordered by what they hold.
  func written() -> [UInt8] {
    let texts = input.kept.map { spelt($0) }
    let ranks = input.kept.indices.map { self.ranks(input.kept[$0].codes, texts[$0]) }
    var writer = CSVWriter(.machine)
    writer.append(input.quasiIdentifiers + input.kept.map(\.heading))
    var (last, labels): (Int32, [String]) = (-1, [])
    for record in release.order(by: ranks) {
      let place = release.classOfRecord[record]
      if place != last { (last, labels) = (place, release.labels(ofClass: Int(place))) }
      writer.append(
        labels + input.kept.indices.map { texts[$0][Int(input.kept[$0].codes[record])] })
    }
    return writer.bytes
  }

  /// The rank of each record's text.
  private func ranks(_ codes: [UInt32], _ texts: [String]) -> [UInt32] {
    let order = texts.indices.sorted { texts[$0] < texts[$1] }
    var ranks = [UInt32](repeating: 0, count: texts.count)
    for (rank, place) in order.enumerated() { ranks[place] = UInt32(rank) }
    return codes.map { ranks[Int($0)] }
  }

  /// What is written for the texts of a kept column; of a sensitive value always one spelling.
  private func spelt(_ column: CategoryTable.Column) -> [String] {
    let spellings = Dictionary(
      input.sensitiveTexts.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
    return column.texts.map { spellings[$0] ?? $0 }
  }

  /// What the verifier finds in a written file.
  func findings(in bytes: [UInt8]) -> [ReleaseVerifier.Finding] {
    let shares = input.data.sensitiveShares
    let loss: (measure: LossMeasure, value: Double)? =
      optimum.map { (measure, $0.loss) }
    return ReleaseVerifier(
      ReleaseVerifier.Claim(
        quasiIdentifiers: input.quasiIdentifiers, hierarchies: input.data.hierarchies,
        node: optimum?.node, criteria: criteria, sensitive: input.sensitive,
        sensitiveShares: zip(input.sensitiveTexts, shares).map { ($0, $1) },
        records: input.data.count, suppressed: release.suppressed, mostSuppressed: mostSuppressed,
        classes: release.classes.count, loss: loss)
    ).findings(in: bytes)
  }
}
