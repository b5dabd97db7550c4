extension ReferenceFunction {
  /// Inputs of functions about proportions, scores and limits to try them with.
  static let proportionExamples: [(String, String)] = [
    (
      "wilson-interval",
      #"""
      {"successes": 14, "count": 18}
      """#
    ),
    (
      "proportion-intervals",
      #"""
      {"values": [1, 1, 0, 1, null, 1, 1, 0, 1, 1], "confidence": 0.95}
      """#
    ),
    (
      "proportion-difference",
      #"""
      {"successes1": 56, "count1": 70, "successes2": 48, "count2": 80}
      """#
    ),
    (
      "mid-p-test",
      #"""
      {"successes": 13, "count": 18, "share": 0.9}
      """#
    ),
    (
      "rate-decision",
      #"""
      {"events": 3, "count": 20, "limit": 0.05}
      """#
    ),
    (
      "effective-count",
      #"""
      {"weights": [1, 2, 0.5, 1, 1.5]}
      """#
    ),
    (
      "exact-binomial-limits",
      #"""
      {"proportion": 0.2, "count": 12}
      """#
    ),
    (
      "exact-poisson-limits",
      #"""
      {"expected": 4.5}
      """#
    ),
    (
      "score-limits",
      #"""
      {"proportion": 0.2, "count": 12}
      """#
    ),
    (
      "beta-binomial-limits",
      #"""
      {"successes": [5, 3, 12, 7, 9], "counts": [20, 15, 30, 25, 20],
      "count": 25}
      """#
    ),
    (
      "net-promoter-score",
      #"""
      {"promoters": 37, "passives": 28, "detractors": 25}
      """#
    ),
    (
      "net-promoter-score-difference",
      #"""
      {"promoters1": 37, "passives1": 28, "detractors1": 25,
      "values2": [10, 9, 8, 3, 7, 10, 6, null]}
      """#
    ),
    (
      "star-score",
      #"""
      {"counts": [25, 20, 75, 80, 60], "prior_mean": 3.9}
      """#
    ),
  ]
}
