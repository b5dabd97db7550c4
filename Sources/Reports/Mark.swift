import Benchmark

/// The sign of a reading: always a shape and a word, the colour only repeats them.
struct Mark {
  /// The reading, or `nil` for a value without one.
  let reading: Reading?

  /// The sign in running text.
  var glyph: StaticString {
    switch reading {
    case .wellBelow: "▼▼"
    case .below: "▼"
    case .within: "○"
    case .above: "▲"
    case .wellAbove: "▲▲"
    case nil: "◆"
    }
  }

  /// The class of the sign in running text.
  var cssClass: StaticString {
    switch reading {
    case .wellBelow: "m b2"
    case .below: "m b1"
    case .within: "m w"
    case .above: "m a1"
    case .wellAbove: "m a2"
    case nil: "m p"
    }
  }

  /// The words of the reading.
  var phrase: CommonPhrase {
    switch reading {
    case .wellBelow: .wellBelow
    case .below: .below
    case .within: .within
    case .above: .above
    case .wellAbove: .wellAbove
    case nil: .noReading
    }
  }

  /// The outline and paint of the sign in a drawing, around its own centre, 14 units wide.
  private var path: StaticString {
    switch reading {
    case .wellBelow:
      " d=\"M-7 -10.5H7L0 -.5ZM-7 .5H7L0 10.5Z\" fill=\"#7A2E00\" stroke=\"#fff\"/>"
    case .below: " d=\"M-7.5 -6H7.5L0 7Z\" fill=\"#B85C00\" stroke=\"#fff\"/>"
    case .within:
      " d=\"M-5.5 0a5.5 5.5 0 1 1 11 0a5.5 5.5 0 1 1 -11 0Z\" fill=\"#fff\" stroke=\"#6B6B6B\" stroke-width=\"2\"/>"
    case .above: " d=\"M-7.5 6H7.5L0 -7Z\" fill=\"#2B6CB0\" stroke=\"#fff\"/>"
    case .wellAbove:
      " d=\"M-7 10.5H7L0 .5ZM-7 -.5H7L0 -10.5Z\" fill=\"#0B2F5B\" stroke=\"#fff\"/>"
    case nil: " d=\"M-4.5 0L0 -4.5L4.5 0L0 4.5Z\" fill=\"#1A1A1A\" stroke=\"#fff\"/>"
    }
  }

  /// Draws the sign into an open drawing.
  ///
  /// - Parameters:
  ///   - x: The centre from the left.
  ///   - y: The centre from the top.
  ///   - scale: The size; 1 is 14 units wide.
  ///   - page: The page.
  func draw(x: Double, y: Double, scale: Double = 1, on page: inout Page) {
    page.raw("<path transform=\"translate(")
    page.coordinate(x)
    page.raw(" ")
    page.coordinate(y)
    if scale != 1 {
      page.raw(") scale(")
      page.coordinate(scale)
    }
    page.raw(")\"")
    page.raw(path)
  }

  /// Writes the sign into running text, hidden from screen readers because words follow.
  ///
  /// - Parameter page: The page.
  func write(on page: inout Page) {
    page.raw("<span class=\"")
    page.raw(cssClass)
    page.raw("\" aria-hidden=\"true\">")
    page.raw(glyph)
    page.raw("</span>")
  }
}

extension Reason {
  /// The sign of a reason in running text; each reason has its own.
  var glyph: StaticString {
    switch self {
    case .tooFew: "⋯"
    case .protected: "⊘"
    case .notAsked: "–"
    case .notComparable: "≠"
    case .implausible: "?!"
    }
  }

  /// The sentence of a reason for a missing value.
  var phrase: CommonPhrase {
    switch self {
    case .tooFew: .tooFew
    case .protected: .protected
    case .notAsked: .notAsked
    case .notComparable: .notComparable
    case .implausible: .implausible
    }
  }

  /// The few words of a reason in counts.
  var shortPhrase: SummaryPhrase {
    switch self {
    case .tooFew: .reasonTooFew
    case .protected: .reasonProtected
    case .notAsked: .reasonNotAsked
    case .notComparable: .reasonNotComparable
    case .implausible: .reasonImplausible
    }
  }

  /// Writes the sign into running text, hidden from screen readers because words follow.
  ///
  /// - Parameter page: The page.
  func write(on page: inout Page) {
    page.raw("<span class=\"m r\" aria-hidden=\"true\">")
    page.raw(glyph)
    page.raw("</span>")
  }
}
