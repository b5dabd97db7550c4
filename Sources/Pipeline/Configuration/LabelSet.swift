/// Labels that many exports share, to be named in a pipeline instead of written out.
public enum LabelSet: String, Sendable, CaseIterable {
  /// Strongest no to strongest yes, as `stimme gar nicht zu`, `trifft eher zu`.
  case agreementGerman = "agreement_de"
  /// Plain ends, as `trifft nicht zu`, `trifft eher zu`, `trifft zu`.
  case agreementPlainGerman = "agreement_plain_de"
  /// Strongly disagree to strongly agree.
  case agreementEnglish = "agreement_en"
  /// Never to always, in German.
  case frequencyGerman = "frequency_de"
  /// Never to always.
  case frequencyEnglish = "frequency_en"
  /// Very dissatisfied to very satisfied, in German.
  case satisfactionGerman = "satisfaction_de"
  /// Very dissatisfied to very satisfied.
  case satisfactionEnglish = "satisfaction_en"
  /// No and yes, in German and English.
  case yesNo = "yes_no"
  /// German school grades, 1 being the best.
  case grades = "grades_de"
  /// Stars, fractions and number words: `★★★★☆`, `4/5`, `4 von 5`, `4 out of 5`, `FOUR`.
  case stars

  /// The texts of each level, lowest value first.
  ///
  /// - Parameters:
  ///   - levels: The number of levels of the scale.
  ///   - first: The lowest value, if it is whole and the next ones follow by ones.
  /// - Returns: The texts, or `nil` if the set has none for such a scale.
  public func texts(levels: Int, first: Int?) -> [[String]]? {
    switch self {
    case .agreementGerman:
      Self.withOrWithoutMiddle(
        Self.german(
          ["überhaupt nicht ", "gar nicht "], ["eher nicht "], Self.undecidedGerman,
          ["eher "], ["voll und ganz ", "voll ", "völlig ", "vollkommen "]), levels)
    case .agreementPlainGerman:
      Self.withOrWithoutMiddle(
        Self.german(["nicht "], ["eher nicht "], Self.undecidedGerman, ["eher "], [""]), levels)
    case .agreementEnglish:
      Self.withOrWithoutMiddle(
        [
          ["strongly disagree", "completely disagree", "totally disagree"], ["disagree"],
          ["neither agree nor disagree", "neither", "neutral", "undecided"], ["agree"],
          ["strongly agree", "completely agree", "totally agree"],
        ], levels)
    case .frequencyGerman:
      Self.withOrWithoutMiddle(
        [
          ["nie", "niemals"], ["selten"], ["manchmal", "gelegentlich"], ["oft", "häufig"],
          ["immer"],
        ],
        levels)
    case .frequencyEnglish:
      Self.withOrWithoutMiddle(
        [["never"], ["rarely", "seldom"], ["sometimes", "occasionally"], ["often"], ["always"]],
        levels)
    case .satisfactionGerman:
      Self.withOrWithoutMiddle(
        [
          ["sehr unzufrieden"], ["eher unzufrieden", "unzufrieden"], Self.undecidedGerman,
          ["eher zufrieden", "zufrieden"], ["sehr zufrieden"],
        ], levels)
    case .satisfactionEnglish:
      Self.withOrWithoutMiddle(
        [
          ["very dissatisfied"], ["dissatisfied", "somewhat dissatisfied"],
          ["neither satisfied nor dissatisfied", "neither", "neutral"],
          ["satisfied", "somewhat satisfied"], ["very satisfied"],
        ], levels)
    case .yesNo:
      levels == 2
        ? [["nein", "no", "n", "falsch", "false"], ["ja", "yes", "j", "y", "wahr", "true"]] : nil
    case .grades: Self.grades(levels, first)
    case .stars: Self.stars(levels, first)
    }
  }

  private static let undecidedGerman = [
    "teils/teils", "teils, teils", "teils teils", "teils-teils", "teilweise", "weder noch",
    "unentschieden", "neutral",
  ]

  /// Both verbs with each degree.
  private static func german(
    _ lowest: [String], _ low: [String], _ middle: [String], _ high: [String], _ highest: [String]
  ) -> [[String]] {
    func statements(_ degrees: [String]) -> [String] {
      degrees.flatMap { ["stimme \($0)zu", "trifft \($0)zu"] }
    }
    return [statements(lowest), statements(low), middle, statements(high), statements(highest)]
  }

  private static func withOrWithoutMiddle(_ texts: [[String]], _ levels: Int) -> [[String]]? {
    switch levels {
    case 5: texts
    case 4: Array(texts[0...1] + texts[3...4])
    default: nil
    }
  }

  private static func grades(_ levels: Int, _ first: Int?) -> [[String]]? {
    guard first == 1, (5...6).contains(levels) else { return nil }
    let words = ["sehr gut", "gut", "befriedigend", "ausreichend", "mangelhaft", "ungenügend"]
    return words.prefix(levels).map { [$0] }
  }

  private static func stars(_ levels: Int, _ first: Int?) -> [[String]]? {
    guard let first, (0...1).contains(first) else { return nil }
    let most = first + levels - 1
    guard (2...10).contains(most) else { return nil }
    let words = [
      "ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN",
    ]
    return (first...most).map { count in
      let filled = String(repeating: "★", count: count)
      var texts = [
        filled + String(repeating: "☆", count: most - count), "\(count)/\(most)",
        "\(count) / \(most)", "\(count) von \(most)", "\(count) of \(most)",
        "\(count) out of \(most)", "\(count) von \(most) Sternen", "\(count) of \(most) stars",
        "\(count) out of \(most) stars", count == 1 ? "1 Stern" : "\(count) Sterne",
        count == 1 ? "1 star" : "\(count) stars", words[count],
      ]
      if count > 0, count < most { texts.append(filled) }
      return texts
    }
  }
}
