internal import Statistics

extension ReferenceFunction {
  static let correlationFunctions = [
    ReferenceFunction(
      "correlation",
      "Pearson's r, Spearman's rho or Kendall's tau-b of two variables, over cases that have both.",
      [
        Parameter("x", "list of numbers, null for missing"),
        Parameter("y", "as many numbers and nulls"),
        Parameter("method", "pearson, spearman or kendall; pearson if not given"),
        Parameter("confidence", "of Fisher's interval; 0.95 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let (x, y) = (try input.optionalNumbers("x"), try input.optionalNumbers("y"))
      guard x.count == y.count else {
        throw .wrongKind(name: "y", expected: "as many numbers and nulls as x")
      }
      let pairs = zip(x, y).compactMap { x, y in x.flatMap { x in y.map { (x, $0) } } }
      let kind = try input.correlationKind()
      let result = try FunctionInput.comparing { () throws(ComparisonFailure) in
        try Correlation(of: pairs, kind)
      }
      return .object([
        "r": .of(result.coefficient), "n": .of(result.count), "p": .of(result.probability),
        "ci": .optional(result.interval(confidence: try input.confidence())),
      ])
    },
    ReferenceFunction(
      "correlation-matrix",
      "Correlations of several variables, over complete rows or pairwise; r, n, p and Fisher's interval.",
      [
        Parameter("rows", "list of rows of numbers, null for missing"),
        Parameter("method", "pearson, spearman or kendall; pearson if not given"),
        Parameter("use", "pairwise or complete; pairwise if not given"),
        Parameter("confidence", "of Fisher's interval; 0.95 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      var rows = try input.optionalMatrix("rows")
      let (kind, use) = (try input.correlationKind(), try input.text("use", else: "pairwise"))
      guard ["pairwise", "complete"].contains(use) else {
        throw .wrongKind(name: "use", expected: "pairwise or complete")
      }
      if use == "complete" { rows = rows.filter { !$0.contains(nil) } }
      let level = try input.confidence()
      let size = rows.first?.count ?? 0
      guard size > 1 else { throw .noResult("too-few-values") }
      var results: [[Correlation?]] = []
      for first in 0..<size {
        results.append(
          (0..<size).map { second in
            let pairs = rows.compactMap { row in
              row[first].flatMap { x in row[second].map { (x, $0) } }
            }
            do throws(ComparisonFailure) {
              return try Correlation(of: pairs, kind)
            } catch {
              // One pair without spread leaves the others as they are.
              return nil
            }
          })
      }
      func matrix(_ part: (Correlation) -> Double?) -> JSONValue {
        .list(results.map { .of($0.map { $0.flatMap(part) }) })
      }
      return .object([
        "r": matrix(\.coefficient), "n": matrix { Double($0.count) }, "p": matrix(\.probability),
        "lower": matrix { $0.interval(confidence: level)?.lower },
        "upper": matrix { $0.interval(confidence: level)?.upper },
      ])
    },
  ]
}

extension FunctionInput {
  fileprivate func correlationKind() throws(Failure) -> Correlation.Kind {
    guard let kind = Correlation.Kind(rawValue: try text("method", else: "pearson")) else {
      throw .wrongKind(name: "method", expected: "pearson, spearman or kendall")
    }
    return kind
  }
}
