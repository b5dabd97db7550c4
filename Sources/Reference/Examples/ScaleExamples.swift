extension ReferenceFunction {
  /// Inputs of functions about scales and agreement to try them with.
  static let scaleExamples: [(String, String)] = [
    (
      "scale-reliability",
      #"""
      {"rows": [[5, 4, 4], [3, 3, 2], [4, 5, 4], [2, 1, 3], [1, 2, 2], [5, 5, 4], [4, 3, null],
      [3, 4, 3], [2, 2, 1]]}
      """#
    ),
    (
      "one-factor-model",
      #"""
      {"rows": [[5, 4, 4], [3, 3, 2], [4, 5, 4], [2, 1, 3], [1, 2, 2], [5, 5, 4], [4, 3, null],
      [3, 4, 3], [2, 2, 1]]}
      """#
    ),
    (
      "intraclass-correlation",
      #"""
      {"ratings": [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6],
      [10, 5, 6, 9], [6, 2, 4, 7]]}
      """#
    ),
    (
      "krippendorff-alpha",
      #"""
      {"ratings": [[1, 2, 3, 3, null, 1], [1, 2, 3, 4, 2, null], [null, 3, 3, 3, 2, 1]]}
      """#
    ),
    (
      "cohens-kappa",
      #"""
      {"x": [1, 2, 3, 1, 2, 3, 2], "y": [1, 2, 3, 2, 2, 3, 1]}
      """#
    ),
    (
      "fleiss-kappa",
      #"""
      {"counts": [[0, 0, 5], [1, 3, 1], [4, 1, 0], [2, 2, 1]]}
      """#
    ),
    (
      "within-group-agreement",
      #"""
      {"rows": [[4, 5], [4, 4], [5, 5], [1, 5], [2, 3], [5, 1]], "labels": ["A", "A",
      "A", "B", "B", "B"], "levels": 5}
      """#
    ),
    (
      "group-reliability",
      #"""
      {"counts": [12, 20, 8, 15], "means": [3.4, 4.1, 3.9, 3.2], "sds": [1.1, 0.9, 1.2,
      1]}
      """#
    ),
    (
      "pairwise-differences",
      #"""
      {"counts": [12, 20, 8, 15], "means": [3.4, 4.1, 3.9, 3.2], "sds": [1.1, 0.9, 1.2,
      1]}
      """#
    ),
    (
      "generalisability",
      #"""
      {"variances": [0.26, 0.11, 1.38], "names": ["organisation", "rater", "residual"],
      "object": "organisation", "numbers": [1, 12, 12]}
      """#
    ),
  ]
}
