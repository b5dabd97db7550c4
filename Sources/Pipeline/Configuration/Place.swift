/// A place in a text file: line and column, both counted from 1, columns in characters.
public struct Place: Sendable, Hashable, Comparable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1; it counts Unicode scalars, not bytes.
  public let column: Int

  /// Makes a place.
  ///
  /// - Parameters:
  ///   - line: The line, from 1.
  ///   - column: The column, from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders by line, then by column.
  ///
  /// - Parameters:
  ///   - left: The first place.
  ///   - right: The second place.
  /// - Returns: Whether `left` stands before `right`.
  public static func < (left: Place, right: Place) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
