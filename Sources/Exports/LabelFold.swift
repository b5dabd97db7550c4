/// Brings labels into the form in which drift between exports no longer shows.
public enum LabelFold {
  /// Folds a text: lower case, single spaces, straight quotes and dashes, no marks at the end.
  ///
  /// Composed and decomposed letters stay as they are, since comparing strings takes them as equal.
  ///
  /// - Parameter text: The text of a label or a cell.
  /// - Returns: The folded text; equal ones mean the same label.
  public static func fold(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in HeadingMatcher.normalise(text).lowercased().unicodeScalars {
      switch scalar.value {
      case 0x201C...0x201F, 0xAB, 0xBB: result.append("\"")
      case 0x2018...0x201B, 0x2039, 0x203A, 0xB4, 0x60: result.append("'")
      case 0x2010...0x2015, 0x2212: result.append("-")
      case 0x2026: result.append(contentsOf: "...".unicodeScalars)
      default: result.append(scalar)
      }
    }
    while let last = result.last, ".,;:!?\u{20}".unicodeScalars.contains(last) {
      result.removeLast()
    }
    return String(result)
  }
}
