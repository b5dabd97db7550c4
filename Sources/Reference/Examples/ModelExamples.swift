extension ReferenceFunction {
  /// Inputs of functions about models to try them with.
  static let modelExamples: [(String, String)] = [
    (
      "random-intercept-reml",
      #"""
      {"y": [3, 4, 5, 2, 3, 3, 5, 5, 4, 2, 1, 3], "group": ["A", "A", "A", "B", "B", "B", "C", "C",
      "C", "D", "D", "D"]}
      """#
    ),
    (
      "random-intercept-reml-from-sums",
      #"""
      {"counts": [3, 3, 3], "sums": [[3, 12], [3, 8], [3, 14]],
      "cross_products": [[9, 34], [34, 138]], "levels": ["A", "B", "C"]}
      """#
    ),
    (
      "crossed-random-intercepts-reml",
      #"""
      {"y": [3, 4, 5, 2, 3, 4, 5, 5, 4, 2, 1, 3], "random": [["A", "A", "A", "B", "B",
      "B", "C", "C", "C", "D", "D", "D"], [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3]],
      "random_names": ["organisation", "rater"]}
      """#
    ),
    (
      "random-slope-reml",
      #"""
      {"y": [3, 4, 5, 2, 2.5, 3, 4, 4, 4.5, 3, 2, 1], "group": ["A", "A", "A", "B", "B",
      "B", "C", "C", "C", "D", "D", "D"], "time": [-1, 0, 1, -1, 0, 1, -1, 0, 1, -1, 0, 1]}
      """#
    ),
    (
      "logistic-regression",
      #"""
      {"y": [1, 0, 1, 1, 0, 0, 1, 0, 1, 0], "covariates": [[2, 1, 3, 4, 2, 1, 2, 3, 5, 2]],
      "covariate_names": ["age"], "group": ["A", "A", "A", "A", "A", "B", "B", "B", "B", "B"]}
      """#
    ),
    (
      "poisson-regression",
      #"""
      {"y": [3, 0, 5, 2, 4, 1], "exposures": [10, 8, 12, 9, 11, 7],
      "factors": [["A", "A", "A", "B", "B", "B"]]}
      """#
    ),
    (
      "case-mix-adjustment",
      #"""
      {"organisation": ["A", "A", "A", "A", "B", "B", "B", "B", "C", "C", "C", "C"], "items": [[4, 5, 3, 4,
      2, 3, 3, null, 5, 4, 5, 4]], "adjusters": [[2, 3, 1, 2, 1, 1, 2, 3, 3, 2, null, 4]],
      "scale": [1, 5]}
      """#
    ),
    (
      "key-drivers",
      #"""
      {"y": [4, 5, 2, 3, 1, 4, 5, 2], "x": [[4, 5, 3, 3, 2, 4, 4, 1], [3, 4, 2, 4, 1, 5, 4, 2]],
      "names": ["respect", "voice"], "replications": 100}
      """#
    ),
    (
      "drivers-within-between",
      #"""
      {"y": [4, 5, 2, 3, 1, 4, 5, 2, 3, 4, 2, 5], "x": [[4, 5, 3, 3, 2, 4, 4, 1, 3, 4,
      1, 4], [3, 4, 2, 4, 1, 5, 4, 2, 2, 5, 3, 4]], "group": ["A", "A", "A", "B", "B", "B", "C",
      "C", "C", "D", "D", "D"]}
      """#
    ),
  ]
}
