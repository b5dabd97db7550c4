extension ReferenceFunction {
  /// Inputs of functions about weights and answers to try them with.
  static let answerExamples: [(String, String)] = [
    (
      "post-stratify",
      #"""
      {"cells": [["A", "A", "B", "B", "B"]], "levels": ["A", "B"], "targets": [40, 60]}
      """#
    ),
    (
      "rake-weights",
      #"""
      {"margins": [["A", "A", "B", "B", "B"], ["f", "m", "f", "m", "m"]],
      "margin_names": ["home", "sex"], "margin_levels": [["A", "B"], ["f", "m"]],
      "margin_targets": [[40, 60], [55, 45]]}
      """#
    ),
    (
      "trim-weights",
      #"""
      {"weights": [1, 1.2, 0.8, 1, 0.9, 1.1, 1, 6]}
      """#
    ),
    (
      "kish-design-effect",
      #"""
      {"weights": [1, 2, 0.5, 1, 1.5]}
      """#
    ),
    (
      "survey-mean",
      #"""
      {"values": [4, 5, 3, 2, 4, 5, 1, 3], "weights": [1, 2, 1, 1, 2, 1, 1, 2], "clusters": ["a",
      "a", "b", "b", "c", "c", "d", "d"], "by": ["x", "y", "x", "y", "x", "y", "x", "y"]}
      """#
    ),
    (
      "survey-proportion",
      #"""
      {"labels": ["yes", "no", "yes", "yes", "no", "yes"], "counted": "yes", "weights": [1, 2,
      1, 1, 2, 1]}
      """#
    ),
    (
      "weighted-quantile",
      #"""
      {"values": [4, 5, 3, 2, 4], "weights": [1, 2, 1, 1, 2], "shares": [0.25, 0.5]}
      """#
    ),
    (
      "careless-answers",
      #"""
      {"answers": [[1, 2, 3], [3, 3, 3], [5, 4, 5], [2, 1, 4], [4, 5, 2], [1, 3, 1],
      [2, null, 3]]}
      """#
    ),
    (
      "mahalanobis-distance",
      #"""
      {"rows": [[1, 2], [3, 3], [5, 4], [2, 1], [4, 5]]}
      """#
    ),
    (
      "removal-effect",
      #"""
      {"values": [4, 5, 3, 2, 4, 1], "removed": [0, 0, 0, 0, 0, 1]}
      """#
    ),
    (
      "duplicate-texts",
      #"""
      {"texts": ["All fine.", "all  fine", "The food was cold", ""]}
      """#
    ),
    (
      "text-similarity",
      #"""
      {"texts": ["the food was cold", "the food was too cold", "all fine"], "threshold": 0.4}
      """#
    ),
  ]
}
