/// The answers of one column of a chunk, as codes into the different answers that occur.
///
/// A column with more different answers than a byte can tell apart holds each answer by itself.
public struct AnswerColumn: Sendable {
  /// The most different answers that are told apart by codes.
  static let mostValues = 255

  /// One code per row, an index into `values`; empty if the answers are held by themselves.
  public let codes: [UInt8]
  /// The answers that the codes stand for, not all of which need occur; or one answer per row.
  public let values: [Answer]
  /// Whether there is one code per row.
  public let isCoded: Bool

  /// Makes a column of codes.
  ///
  /// - Parameters:
  ///   - codes: One code per row.
  ///   - values: What they stand for, at most 255 answers.
  init(codes: [UInt8], values: [Answer]) {
    self.codes = codes
    self.values = values
    isCoded = true
  }

  /// Makes a column of answers.
  ///
  /// - Parameter answers: One answer per row.
  init(_ answers: [Answer]) {
    codes = []
    values = answers
    isCoded = false
  }

  /// The number of rows.
  public var count: Int { isCoded ? codes.count : values.count }

  /// One answer per row.
  public var answers: [Answer] { isCoded ? codes.map { values[Int($0)] } : values }
}
