import Benchmark

/// The explanations of signs, written next to the drawings that use them.
enum Legend {
  /// Explains the strips; the signs of readings stand beside their words in the same row.
  ///
  /// - Parameters:
  ///   - hasBand: Whether any strip shows the expected range.
  ///   - page: The page.
  static func strip(hasBand: Bool, on page: inout Page) {
    page.raw("<ul class=\"legend\">")
    if hasBand {
      page.raw("<li><span class=\"key-band\"></span>")
      page.say(CommonPhrase.legendBand)
      page.raw("</li>")
    }
    page.raw("<li><span class=\"key-own\"></span>")
    page.say(CommonPhrase.legendOwn)
    page.raw("</li><li>")
    Mark(reading: nil).write(on: &page)
    page.say(CommonPhrase.legendPlain)
    page.raw("</li></ul>")
  }

  /// Explains the signs of a matrix.
  ///
  /// - Parameter page: The page.
  static func matrix(on page: inout Page) {
    page.raw("<ul class=\"legend\">")
    marks(on: &page)
    for reason in Reason.allCases {
      page.raw("<li>")
      reason.write(on: &page)
      page.say(reason.shortPhrase)
      page.raw("</li>")
    }
    page.raw("</ul>")
  }

  private static func marks(on page: inout Page) {
    let readings: [Reading?] = [.wellBelow, .below, .within, .above, .wellAbove, nil]
    for reading in readings {
      page.raw("<li>")
      Mark(reading: reading).write(on: &page)
      page.say(reading == nil ? CommonPhrase.legendPlain : Mark(reading: reading).phrase)
      page.raw("</li>")
    }
  }

  /// Explains the five reasons for a missing value.
  ///
  /// - Parameters:
  ///   - definition: For the thresholds.
  ///   - page: The page.
  static func reasons(_ definition: Definition, on page: inout Page) {
    page.raw("<ul class=\"small\">")
    for reason in Reason.allCases {
      page.raw("<li>")
      page.missing(reason, of: nil, in: definition)
      page.raw("</li>")
    }
    page.raw("</ul>")
  }
}
