/// A function of `Statistics` with JSON in and out, so that anybody can check it without writing Swift.
public struct ReferenceFunction: Sendable {
  /// A value that the function takes.
  public struct Parameter: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// What it is: shape, unit, missing values, and what is taken if it is not given.
    public let meaning: String
    /// Other names that it may be given under, as in R or in the field.
    public let otherNames: [String]

    /// Describes a value.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - meaning: Shape, unit, missing values, what is taken if it is not given.
    ///   - otherNames: Under what it may be given as well; the usual ones if not given.
    public init(_ name: String, _ meaning: String, also otherNames: [String]? = nil) {
      self.name = name
      self.meaning = meaning
      self.otherNames = otherNames ?? OtherNames.usual[name] ?? []
    }
  }

  /// The field's term, in words with hyphens, such as `wilson-interval`.
  public let name: String
  /// What it computes and where the formula comes from, in one sentence.
  public let summary: String
  /// The values it takes.
  public let parameters: [Parameter]
  /// An input to try it with, as JSON.
  public var example: String { ReferenceFunction.examples[name] ?? "{}" }
  private let rows: RowColumns?
  private let body: @Sendable (FunctionInput) throws(FunctionInput.Failure) -> JSONValue

  /// Describes a function.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - summary: What it computes and where the formula comes from.
  ///   - parameters: The values it takes.
  ///   - rows: Columns of which rows with a missing value are left out first; none if not given.
  ///   - body: Computes the result.
  init(
    _ name: String, _ summary: String, _ parameters: [Parameter], rows: RowColumns? = nil,
    _ body: @escaping @Sendable (FunctionInput) throws(FunctionInput.Failure) -> JSONValue
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.rows = rows
    self.body = body
  }

  /// Computes the result.
  ///
  /// - Parameter input: Values by name.
  /// - Returns: The result, all numbers finite; `rows_left_out` says how many rows had a missing value.
  /// - Throws: Why there is none; `out-of-range` where numbers became too large to be told.
  public func callAsFunction(_ input: FunctionInput) throws(FunctionInput.Failure) -> JSONValue {
    let named = try input.renamed(for: parameters)
    let (complete, leftOut) = rows?.complete(named) ?? (named, 0)
    let result = try body(complete)
    guard result.isFinite else { throw .noResult("out-of-range") }
    return leftOut > 0 ? result.adding(["rows_left_out": .of(leftOut)]) : result
  }

  private static let examples: [String: String] = Dictionary(
    [
      answerExamples, descriptionExamples, distributionExamples, modelExamples, peerExamples,
      proportionExamples, scaleExamples, timeExamples,
    ].flatMap(\.self), uniquingKeysWith: { first, _ in first })

  /// All functions, by name.
  public static let all: [ReferenceFunction] = [
    agreementFunctions,
    answerQualityFunctions,
    assessabilityFunctions,
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
