import Benchmark

/// A figure as it is printed: its exact value, how it is rounded for readers, and where it comes from.
struct Figure {
  /// Where a printed figure can be looked up.
  enum Source {
    /// A part of one cell.
    case cell(CellID, CellPart)
    /// How many cells fit a pattern: an id with `*` for any part, then `=` and the word looked for.
    case count(String)
    /// A number of the definition or the run, by name.
    case setting(String)
  }

  /// How a figure is rounded for readers.
  enum Style {
    /// A whole number with thousands marks.
    case whole
    /// A whole number with a plus or minus sign.
    case signed
    /// A share as per cent, with digits after the decimal mark.
    case percent(Int)
    /// A number with digits after the decimal mark.
    case places(Int)
  }

  /// The exact value.
  var value: Double
  /// How it is rounded.
  var style: Style
  /// Where it comes from.
  var source: Source

  /// The number of cells that fit a pattern.
  ///
  /// - Parameters:
  ///   - count: The number.
  ///   - pattern: An id with `*` for any part, then `=` and the word looked for.
  /// - Returns: The figure.
  static func count(_ count: Int, of pattern: String) -> Figure {
    Figure(value: Double(count), style: .whole, source: .count(pattern))
  }

  /// A number of the definition or the run.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - name: Its name.
  ///   - style: How it is rounded.
  /// - Returns: The figure.
  static func setting(_ value: Double, _ name: String, style: Style = .whole) -> Figure {
    Figure(value: value, style: style, source: .setting(name))
  }
}

/// Which of a cell's numbers is printed.
enum CellPart: String {
  /// The value.
  case value
  /// The lower end of the interval.
  case lower
  /// The upper end of the interval.
  case upper
  /// The number of answers or organisations it rests on.
  case n
}

extension Cell {
  /// The value if it is a figure.
  var number: Double? {
    guard case .number(let number) = value else { return nil }
    return number
  }

  /// The value if it is a word.
  var word: String? {
    guard case .word(let word) = value else { return nil }
    return word
  }

  /// Why there is no value, if there is none.
  var reason: Reason? {
    guard case .none(let reason) = value else { return nil }
    return reason
  }

  /// One of the cell's numbers, ready for printing; `nil` if the cell does not have it.
  ///
  /// - Parameters:
  ///   - part: Which number.
  ///   - style: How it is rounded.
  /// - Returns: The figure.
  func figure(_ part: CellPart = .value, _ style: Figure.Style = .whole) -> Figure? {
    let number: Double? =
      switch part {
      case .value: self.number
      case .lower: lower
      case .upper: upper
      case .n: n.map(Double.init)
      }
    return number.map { Figure(value: $0, style: style, source: .cell(id, part)) }
  }
}
