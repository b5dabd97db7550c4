extension ReferenceFunction {
  /// Inputs of functions about distributions and random numbers to try them with.
  static let distributionExamples: [(String, String)] = [
    (
      "normal-distribution",
      #"""
      {"x": 1.96}
      """#
    ),
    (
      "t-distribution",
      #"""
      {"p": 0.975, "df": 9}
      """#
    ),
    (
      "chi-squared-distribution",
      #"""
      {"x": 3.84, "df": 1}
      """#
    ),
    (
      "f-distribution",
      #"""
      {"x": 2.5, "df1": 3, "df2": 20}
      """#
    ),
    (
      "beta-distribution",
      #"""
      {"p": 0.025, "a": 14.5, "b": 4.5}
      """#
    ),
    (
      "gamma-distribution",
      #"""
      {"x": 2, "shape": 1.5}
      """#
    ),
    (
      "binomial-distribution",
      #"""
      {"k": 3, "n": 20, "p": 0.1}
      """#
    ),
    (
      "poisson-distribution",
      #"""
      {"k": 2, "lambda": 0.5}
      """#
    ),
    (
      "studentized-range-distribution",
      #"""
      {"x": 3.5, "k": 3, "df": 12}
      """#
    ),
    (
      "gamma-function",
      #"""
      {"x": 4.5}
      """#
    ),
    (
      "beta-mean",
      #"""
      {"a": [8.5, 3.5], "b": [2.5, 6.5], "p": [0.025, 0.975], "x": [0.5]}
      """#
    ),
    (
      "philox",
      #"""
      {"counter": [0, 0, 0, 0], "key": [0, 0]}
      """#
    ),
  ]
}
