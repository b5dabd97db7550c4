extension ReferenceFunction {
  /// Inputs of functions about peers and many tests to try them with.
  static let peerExamples: [(String, String)] = [
    (
      "funnel-proportions",
      #"""
      {"successes": [5, 3, 12, 7, 9, 15], "counts": [20, 15, 30, 25, 20, 22],
      "labels": ["A", "B", "C", "D", "E", "F"]}
      """#
    ),
    (
      "funnel-ratios",
      #"""
      {"observed": [5, 9, 3, 12, 7, 15], "expected": [6.2, 7.1, 4.4, 9.8, 8, 9], "method": "cqc"}
      """#
    ),
    (
      "funnel-means",
      #"""
      {"counts": [12, 20, 8, 15, 30], "means": [3.4, 4.1, 3.9, 3.2, 3.7], "sds": [1.1, 0.9,
      1.2, 1, 1.1]}
      """#
    ),
    (
      "over-dispersion",
      #"""
      {"values": [3.4, 4.1, 3.9, 3.2, 3.7], "standard_errors": [0.3, 0.2, 0.4, 0.25, 0.2],
      "centre": 3.7}
      """#
    ),
    (
      "adjusted-p-values",
      #"""
      {"p": [0.001, 0.2, 0.03, null, 0.012, 0.5]}
      """#
    ),
    (
      "fisher-combination",
      #"""
      {"p": [0.04, 0.2, 0.11]}
      """#
    ),
    (
      "stouffer-combination",
      #"""
      {"p": [0.04, 0.2, 0.11]}
      """#
    ),
    (
      "chance-signals",
      #"""
      {"tests": 40, "signals": 5}
      """#
    ),
    (
      "rank-uncertainty",
      #"""
      {"means": [3.4, 4.1, 3.9, 3.2], "ses": [0.3, 0.2, 0.4, 0.25], "highest": 2}
      """#
    ),
    (
      "perspective-agreement",
      #"""
      {"organisation": ["A", "B", "C", "D"], "mean1": [3.4, 4.1, 3.9, 3.2],
      "se1": [0.2, 0.2, 0.3, 0.2], "mean2": [3.6, 4.4, 3.7, 3.5], "se2": [0.2, 0.1, 0.2, 0.2]}
      """#
    ),
    (
      "iqtig-index",
      #"""
      {"answers": [[100, 67, 33], [67, 67, null], [100, 100, 67], [33, 67, 0], [100, 33, 67]],
      "attributes": ["talk", "talk", "time"], "levels": 4, "reference": 0.6}
      """#
    ),
    (
      "assessability",
      #"""
      {"counts": [12, 20, 8, 15, 30], "means": [3.4, 4.1, 3.9, 3.2, 3.7], "sds": [1.1, 0.9, 1.2, 1,
      1.1]}
      """#
    ),
    (
      "reading-ways",
      #"""
      {"counts": [12, 20, 8, 15, 30], "means": [3.4, 4.1, 3.9, 3.2, 3.7], "sds": [1.1, 0.9, 1.2, 1,
      1.1], "labels": ["A", "B", "C", "D", "E"]}
      """#
    ),
  ]
}
