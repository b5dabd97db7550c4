extension ReferenceFunction {
  /// Inputs of functions about description and comparison of samples to try them with.
  static let descriptionExamples: [(String, String)] = [
    (
      "descriptives",
      #"""
      {"values": [4, 5, 3, null, 5, 2, 4, 4, 1, 5], "minimum": 1, "maximum": 5}
      """#
    ),
    (
      "quantile",
      #"""
      {"values": [2, 4, 4, 5, 7, 9], "share": 0.25}
      """#
    ),
    (
      "mean-interval",
      #"""
      {"mean": 3.8, "sd": 1.1, "count": 24}
      """#
    ),
    (
      "ordinal-shape",
      #"""
      {"counts": [10, 3, 5, 20, 62]}
      """#
    ),
    (
      "shape-test",
      #"""
      {"counts": [10, 3, 5, 20, 62], "pooled": [30, 40, 80, 150, 200]}
      """#
    ),
    (
      "analysis-of-variance",
      #"""
      {"values": [3, 4, 5, 2, 3, 3, 5, 5, 4], "labels": ["A", "A", "A", "B", "B",
      "B", "C", "C", "C"]}
      """#
    ),
    (
      "kruskal-wallis",
      #"""
      {"groups": [[3, 4, 5], [2, 3, 3], [5, 5, 4]]}
      """#
    ),
    (
      "two-means",
      #"""
      {"groups": [[3, 4, 5, 4], [2, 3, 3, 1, 2]]}
      """#
    ),
    (
      "mann-whitney",
      #"""
      {"groups": [[3, 4, 5, 4], [2, 3, 3, 1, 2]]}
      """#
    ),
    (
      "chi-squared-test",
      #"""
      {"table": [[12, 5, 9], [7, 14, 8]]}
      """#
    ),
    (
      "correlation",
      #"""
      {"x": [1, 2, 3, 4, 5, null], "y": [2, 1, 4, 3, 5, 4], "method": "spearman"}
      """#
    ),
    (
      "correlation-matrix",
      #"""
      {"rows": [[1, 2, 5], [2, 1, 4], [3, null, 3], [4, 3, 1], [5, 5, 2], [2, 2, 4]]}
      """#
    ),
    (
      "bounded-mean-interval",
      #"""
      {"values": [5, 4, 5, 3, 4, 4, 5, 2, 3, 4, 5, 5], "groups": ["A", "A", "A", "A",
      "B", "B", "B", "B", "C", "C", "C", "C"]}
      """#
    ),
    (
      "clustered-mean-interval",
      #"""
      {"values": [5, 4, 5, 3, 4, 4, 5, 2, 3, 4, 5, 5], "groups": ["A", "A", "A", "A",
      "B", "B", "B", "B", "C", "C", "C", "C"]}
      """#
    ),
    (
      "person-bootstrap",
      #"""
      {"sums": [12, 9, 15, 7, 11, 14], "counts": [3, 3, 4, 2, 3, 4], "replications": 200}
      """#
    ),
  ]
}
