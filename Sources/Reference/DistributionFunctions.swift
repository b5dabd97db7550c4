internal import Statistics

extension ReferenceFunction {
  private typealias Tails = (
    lower: (Double) -> Double?, upper: (Double) -> Double?, quantile: (Double) -> Double?
  )

  private static let argument = [
    Parameter("x", "a number: gives lower = P(X <= x) and upper = P(X > x)"),
    Parameter("p", "instead of x, between 0 and 1: gives quantile, the value with lower = p"),
  ]

  /// A continuous distribution: tails at `x`, or the quantile at `p`.
  private static func distribution(
    _ name: String, _ summary: String, _ shape: [Parameter],
    _ make: @escaping @Sendable (FunctionInput) throws(FunctionInput.Failure) -> Tails?
  ) -> ReferenceFunction {
    ReferenceFunction(name, summary, argument + shape) { input throws(FunctionInput.Failure) in
      guard let tails = try make(input) else { throw .noResult("no-such-distribution") }
      if input.has("p"), !input.has("x") {
        guard let quantile = tails.quantile(try input.number("p")) else {
          throw .noResult("no-quantile")
        }
        return .object(["quantile": .of(quantile)])
      }
      let x = try input.number("x")
      guard let lower = tails.lower(x), let upper = tails.upper(x) else {
        throw .noResult("outside-range")
      }
      return .object(["lower": .of(lower), "upper": .of(upper)])
    }
  }

  /// A distribution of whole numbers: tails and mass at `k`, or the quantile at `p`.
  private static func counts(
    _ input: FunctionInput, _ lower: (Int) -> Double?, _ upper: (Int) -> Double?,
    _ mass: (Int) -> Double, _ quantile: (Double) -> Int?
  ) throws(FunctionInput.Failure) -> JSONValue {
    if !input.has("k"), input.has("share") {
      guard let value = quantile(try input.number("share")) else { throw .noResult("no-quantile") }
      return .object(["quantile": .of(value)])
    }
    let k = try input.integer("k")
    guard let below = lower(k), let above = upper(k) else { throw .noResult("outside-range") }
    return .object(["cdf": .of(below), "upper": .of(above), "pmf": .of(mass(k))])
  }

  static let distributionFunctions = [
    distribution("normal-distribution", "The standard normal distribution.", []) { _ in
      (Normal.lowerTail, Normal.upperTail, Normal.quantile)
    },
    distribution(
      "t-distribution", "Student's (1908) t distribution.",
      [Parameter("df", "degrees of freedom, above 0")]
    ) { input throws(FunctionInput.Failure) in
      StudentT(degreesOfFreedom: try input.number("df")).map {
        ($0.lowerTail, $0.upperTail, $0.quantile)
      }
    },
    distribution(
      "chi-squared-distribution", "The chi-squared distribution.",
      [Parameter("df", "degrees of freedom, above 0")]
    ) { input throws(FunctionInput.Failure) in
      ChiSquared(degreesOfFreedom: try input.number("df")).map {
        ($0.lowerTail, $0.upperTail, $0.quantile)
      }
    },
    distribution(
      "f-distribution", "Fisher's F distribution.",
      [
        Parameter("df1", "degrees of freedom of the numerator, above 0"),
        Parameter("df2", "degrees of freedom of the denominator, above 0"),
      ]
    ) { input throws(FunctionInput.Failure) in
      FisherF(numerator: try input.number("df1"), denominator: try input.number("df2")).map {
        ($0.lowerTail, $0.upperTail, $0.quantile)
      }
    },
    distribution(
      "beta-distribution", "The beta distribution.",
      [Parameter("a", "first shape, above 0"), Parameter("b", "second shape, above 0")]
    ) { input throws(FunctionInput.Failure) in
      BetaDistribution(a: try input.number("a"), b: try input.number("b")).map {
        ($0.lowerTail, $0.upperTail, $0.quantile)
      }
    },
    distribution(
      "gamma-distribution", "The gamma distribution with rate 1.",
      [Parameter("shape", "above 0")]
    ) { input throws(FunctionInput.Failure) in
      GammaDistribution(shape: try input.number("shape")).map {
        ($0.lowerTail, $0.upperTail, $0.quantile)
      }
    },
    ReferenceFunction(
      "studentized-range-distribution",
      "Tukey's (1953) studentized range of k means; as_190 is the approximation of R's ptukey.",
      argument + [
        Parameter("k", "number of means, 2 to 1000"),
        Parameter("df", "degrees of freedom of the standard deviation, 1 to 1,000,000"),
      ]
    ) { input throws(FunctionInput.Failure) in
      guard
        let range = StudentizedRange(
          means: try input.integer("k"), degreesOfFreedom: try input.number("df"))
      else { throw .noResult("no-such-distribution") }
      if input.has("p"), !input.has("x") {
        guard let quantile = range.quantile(try input.number("p")) else {
          throw .noResult("no-quantile")
        }
        return .object(["quantile": .of(quantile)])
      }
      let x = try input.number("x")
      return .object([
        "lower": .of(range.lowerTail(x)), "upper": .of(range.upperTail(x)),
        "as_190": .of(range.lowerTailByCopenhaverHolland(x)),
      ])
    },
    ReferenceFunction(
      "binomial-distribution", "The number of successes in n independent trials.",
      [
        Parameter("k", "whole number: gives cdf = P(X <= k), upper = P(X > k) and pmf = P(X = k)"),
        Parameter(
          "share", "instead of k, from 0 to 1: gives quantile, the least k with cdf >= share"),
        Parameter("n", "trials, from 0"), Parameter("p", "probability of a success, from 0 to 1"),
      ]
    ) { input throws(FunctionInput.Failure) in
      guard
        let distribution = BinomialDistribution(
          trials: try input.integer("n"), probability: try input.number("p"))
      else { throw .noResult("no-such-distribution") }
      return try counts(
        input, distribution.lowerTail, distribution.upperTail, distribution.mass,
        distribution.quantile)
    },
    ReferenceFunction(
      "poisson-distribution", "The number of rare events.",
      [
        Parameter("k", "whole number: gives cdf = P(X <= k), upper = P(X > k) and pmf = P(X = k)"),
        Parameter(
          "share", "instead of k, from 0 to 1: gives quantile, the least k with cdf >= share"),
        Parameter("lambda", "expected number, from 0"),
      ]
    ) { input throws(FunctionInput.Failure) in
      guard let distribution = PoissonDistribution(mean: try input.number("lambda")) else {
        throw .noResult("no-such-distribution")
      }
      return try counts(
        input, distribution.lowerTail, distribution.upperTail, distribution.mass,
        distribution.quantile)
    },
    ReferenceFunction(
      "gamma-function", "Logarithm of the gamma function and its first two derivatives.",
      [Parameter("x", "above 0")]
    ) { input throws(FunctionInput.Failure) in
      let x = try input.number("x")
      guard let lgamma = GammaFunction.logarithm(x), let digamma = GammaFunction.digamma(x),
        let trigamma = GammaFunction.trigamma(x)
      else { throw .noResult("outside-range") }
      return .object([
        "lgamma": .of(lgamma), "digamma": .of(digamma), "trigamma": .of(trigamma),
      ])
    },
  ]
}
