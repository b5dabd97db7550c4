/// Names that values go by elsewhere: in R, in tables of results, in the field.
enum OtherNames {
  /// By the name that functions use.
  ///
  /// Where two values of a function share another name, a list goes to the one in the plural.
  static let usual: [String: [String]] = [
    "alpha": ["level"],
    "answers": ["rows", "data"],
    "attributes": ["merkmale"],
    "centre": ["center", "T", "target"],
    "clusters": ["cluster", "psu"],
    "confidence": ["conf", "conf_level", "ci_level", "level"],
    "correlation": ["rho"],
    "count": ["n", "N", "size", "trials", "denominator"],
    "count1": ["n1"],
    "count2": ["n2"],
    "counts": ["n", "N", "sizes", "trials", "denominator"],
    "counts1": ["n1"],
    "counts2": ["n2"],
    "covariance": ["cov", "covariances", "R"],
    "covariances": ["cov", "covariance"],
    "covariates": ["X"],
    "detractors": ["det"],
    "events": ["o", "x"],
    "expected": ["E", "e"],
    "exposures": ["exposure"],
    "extreme_share": ["q"],
    "group": ["groups", "g", "organisation", "org", "labels", "unit"],
    "groups": ["group", "g", "organisation", "org", "unit"],
    "ids": ["id"],
    "k": ["K"],
    "labels": ["units", "unit", "names", "organisation", "org", "group"],
    "level": ["alpha"],
    "limit": ["R", "reference"],
    "margin_targets": ["population"],
    "mean": ["m"],
    "mean1": ["m1"],
    "mean2": ["m2"],
    "means": ["mean", "m"],
    "names": ["labels"],
    "observed": ["O", "o"],
    "organisation": ["organization", "org", "group", "groups", "labels", "unit", "entity", "plan"],
    "p": ["p_values", "pvalues"],
    "passives": ["pas"],
    "perspective": ["perspectives"],
    "promoters": ["pro"],
    "proportion": ["p0", "p"],
    "r": ["reliability"],
    "ratings": ["rows", "data", "matrix"],
    "reliability": ["r"],
    "rows": ["items", "data", "answers", "matrix", "x"],
    "sd": ["s"],
    "sd1": ["sd"],
    "sds": ["sd", "s"],
    "se1": ["s1"],
    "se2": ["s2"],
    "ses": ["se", "s", "standard_errors"],
    "share": ["t", "p", "prob"],
    "shares": ["p", "probs"],
    "standard_errors": ["se", "ses", "s"],
    "strata": ["stratum"],
    "successes": ["x", "o", "events"],
    "successes1": ["x1"],
    "successes2": ["x2"],
    "table": ["matrix"],
    "time": ["t"],
    "times": ["time", "t"],
    "values": ["y", "x", "data", "answers", "scores"],
    "wave": ["year", "period", "t"],
    "wave_times": ["years"],
    "weights": ["w", "weight", "pw"],
    "x": ["drivers", "predictors", "X"],
    "y": ["outcome", "response", "values", "ratings", "scores"],
  ]
}

extension FunctionInput {
  /// The same values under the names that a function uses.
  ///
  /// Dots and hyphens count as underscores, and case only where two values differ in nothing else.
  func renamed(for parameters: [ReferenceFunction.Parameter]) throws(Failure) -> FunctionInput {
    let known = Set(parameters.map(\.name))
    var renamed: [String: JSONValue] = [:]
    for name in names where known.contains(name) { renamed[name] = try value(name) }
    for name in names where !known.contains(name) {
      let value = try value(name)
      guard let parameter = Self.meant(by: name, value, among: parameters) else {
        throw .unknown(name)
      }
      guard (renamed[parameter.name] ?? .null) == .null else {
        throw .wrongKind(name: parameter.name, expected: "given once, not as \(name) too")
      }
      renamed[parameter.name] = value
    }
    return FunctionInput(renamed)
  }

  private static func meant(
    by name: String, _ value: JSONValue, among parameters: [ReferenceFunction.Parameter]
  ) -> ReferenceFunction.Parameter? {
    let plain = String(name.map { $0 == "." || $0 == "-" ? "_" : $0 })
    let exact = parameters.filter { $0.name == plain || $0.otherNames.contains(plain) }
    let lower = plain.lowercased()
    let found =
      exact.isEmpty
      ? parameters.filter {
        $0.name.lowercased() == lower || $0.otherNames.contains { $0.lowercased() == lower }
      } : exact
    var isList = false
    if case .list = value { isList = true }
    return found.first { $0.name.hasSuffix("s") == isList } ?? found.first
  }
}
