/// A function of `Statistics` with JSON in and out, so that anybody can check it without writing Swift.
public struct ReferenceFunction: Sendable {
  /// A value that the function takes.
  public struct Parameter: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// What it is: shape, unit, missing values, and what is taken if it is not given.
    public let meaning: String

    /// Describes a value.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - meaning: Shape, unit, missing values, what is taken if it is not given.
    public init(_ name: String, _ meaning: String) {
      self.name = name
      self.meaning = meaning
    }
  }

  /// The field's term, in words with hyphens, such as `wilson-interval`.
  public let name: String
  /// What it computes and where the formula comes from, in one sentence.
  public let summary: String
  /// The values it takes.
  public let parameters: [Parameter]
  private let body: @Sendable (FunctionInput) throws(FunctionInput.Failure) -> JSONValue

  /// Describes a function.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - summary: What it computes and where the formula comes from.
  ///   - parameters: The values it takes.
  ///   - body: Computes the result.
  public init(
    _ name: String, _ summary: String, _ parameters: [Parameter],
    _ body: @escaping @Sendable (FunctionInput) throws(FunctionInput.Failure) -> JSONValue
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.body = body
  }

  /// Computes the result.
  ///
  /// - Parameter input: Values by name.
  /// - Returns: The result, all numbers finite.
  /// - Throws: Why there is none; `out-of-range` where numbers became too large to be told.
  public func callAsFunction(_ input: FunctionInput) throws(FunctionInput.Failure) -> JSONValue {
    let known = Set(parameters.map(\.name))
    if let unknown = input.names.first(where: { !known.contains($0) }) { throw .unknown(unknown) }
    let result = try body(input)
    guard result.isFinite else { throw .noResult("out-of-range") }
    return result
  }

  /// All functions, by name.
  public static let all: [ReferenceFunction] = [
    agreementFunctions,
    answerQualityFunctions,
    caseMixFunctions,
    changeFunctions,
    comparisonFunctions,
    controlChartFunctions,
    correlationFunctions,
    descriptiveFunctions,
    distributionFunctions,
    driverFunctions,
    funnelFunctions,
    groupReliabilityFunctions,
    limitFunctions,
    mixedModelFunctions,
    multiplicityFunctions,
    pairFunctions,
    perspectiveFunctions,
    proportionFunctions,
    ratingFunctions,
    regressionFunctions,
    resamplingFunctions,
    scaleFunctions,
    slopeFunctions,
    surveyFunctions,
    surveyIndexFunctions,
    textFunctions,
    waveFunctions,
    weightingFunctions,
  ].flatMap(\.self).sorted { $0.name < $1.name }
}
