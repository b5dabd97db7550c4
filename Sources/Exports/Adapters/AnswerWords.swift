/// Words of answers in German and English, with their place on a scale.
enum AnswerWords {
  /// A kind of scale whose levels are words, from the lowest level to the highest.
  struct Family: Sendable {
    /// The levels, each with its words in lower case; the highest is the best unless noted.
    let levels: [[String]]
    /// Whether a person should look whether a high level is good.
    var isDirectionOpen = false
  }

  /// Words that say that there is no answer.
  static let nonAnswers: Set<String> = [
    "weiß nicht", "weiss nicht", "weiß ich nicht", "k. a", "k.a", "keine angabe", "keine angaben",
    "keine antwort", "kann ich nicht beurteilen", "nicht beurteilbar", "keine meinung",
    "trifft nicht auf mich zu", "nicht anwendbar", "entfällt", "möchte ich nicht sagen", "unsicher",
    "i don't know", "don't know", "i do not know", "do not know", "not applicable", "n/a", "na",
    "no answer", "no opinion", "prefer not to answer", "prefer not to say", "unsure", "not sure",
    "cannot say", "can't say", "unfamiliar (n/a)", "unfamiliar", "-", "--", "ka",
  ]

  /// The families, tried in this order.
  static let families: [Family] = [
    // Yes and no.
    Family(levels: [["nein", "no", "n", "false", "falsch"], ["ja", "yes", "y", "true", "wahr"]]),
    // Agreement, four and five levels.
    Family(levels: [
      [
        "stimmt nicht", "stimmt gar nicht", "trifft nicht zu", "trifft gar nicht zu",
        "stimme nicht zu", "stimme gar nicht zu", "stimme überhaupt nicht zu",
        "disagree completely", "completely disagree",
      ],
      [
        "stimmt eher nicht", "trifft eher nicht zu", "stimmt kaum", "stimmt wenig",
        "stimme eher nicht zu", "rather disagree",
      ],
      ["stimmt eher", "trifft eher zu", "stimmt ziemlich", "stimme eher zu", "rather agree"],
      [
        "stimmt", "stimmt genau", "trifft zu", "stimmt völlig", "trifft voll zu", "stimme zu",
        "stimme völlig zu", "stimme vollständig zu", "stimme voll und ganz zu", "agree completely",
        "completely agree",
      ],
    ]),
    Family(levels: [
      [
        "stimmt gar nicht", "stimmt überhaupt nicht", "stimme überhaupt nicht zu",
        "stimme gar nicht zu", "stimme nicht zu", "trifft gar nicht zu", "trifft nicht zu",
        "trifft überhaupt nicht zu", "lehne völlig ab", "strongly disagree",
        "completely disagree", "disagree completely", "disagree strongly",
      ],
      [
        "stimmt wenig", "stimmt eher nicht", "stimme eher nicht zu", "trifft eher nicht zu",
        "trifft wenig zu", "lehne eher ab", "disagree", "somewhat disagree", "rather disagree",
      ],
      [
        "teils/teils", "teils teils", "teils, teils", "teils-teils", "stimmt teilweise",
        "stimme teilweise zu", "stimme teils zu",
        "stimmt mittelmäßig", "trifft teilweise zu", "weder noch", "neutral", "unentschieden",
        "neither agree nor disagree", "undecided", "neither",
      ],
      [
        "stimmt ziemlich", "stimmt eher", "stimme eher zu", "trifft eher zu", "trifft ziemlich zu",
        "agree", "somewhat agree", "rather agree",
      ],
      [
        "stimmt völlig", "stimmt sehr", "stimmt voll und ganz", "stimme voll und ganz zu",
        "stimme völlig zu", "stimme vollständig zu", "stimme voll zu", "stimme zu",
        "trifft voll und ganz zu",
        "trifft völlig zu", "trifft voll zu", "trifft zu", "stimmt genau", "stimmt",
        "strongly agree", "completely agree", "agree completely", "agree strongly",
      ],
    ]),
    // Satisfaction, four and five levels.
    Family(levels: [
      ["sehr unzufrieden"], ["eher unzufrieden"], ["eher zufrieden"], ["sehr zufrieden"],
    ]),
    Family(levels: [
      ["sehr unzufrieden", "very dissatisfied", "very unsatisfied", "völlig unzufrieden"],
      [
        "unzufrieden", "eher unzufrieden", "dissatisfied", "somewhat dissatisfied", "unsatisfied",
      ],
      [
        "teils/teils", "weder noch", "neutral", "weder zufrieden noch unzufrieden",
        "neither satisfied nor dissatisfied",
      ],
      ["zufrieden", "eher zufrieden", "satisfied", "somewhat satisfied"],
      ["sehr zufrieden", "very satisfied", "völlig zufrieden"],
    ]),
    // School grades in words, then quality.
    Family(levels: [
      ["ungenügend"], ["mangelhaft"], ["ausreichend"], ["befriedigend"], ["gut"], ["sehr gut"],
    ]),
    Family(levels: [
      ["sehr schlecht", "very poor", "very bad", "terrible"],
      ["schlecht", "eher schlecht", "poor", "bad"],
      ["mittel", "mittelmäßig", "teils/teils", "fair", "average", "ok", "okay", "neutral"],
      ["gut", "eher gut", "good"], ["sehr gut", "ausgezeichnet", "very good", "excellent"],
    ]),
    // Frequency.
    Family(
      levels: [
        ["nie", "never"], ["selten", "rarely", "seldom"],
        ["manchmal", "gelegentlich", "sometimes"],
        ["oft", "häufig", "often", "frequently"], ["immer", "always", "sehr häufig", "sehr oft"],
      ], isDirectionOpen: true),
    Family(
      levels: [
        ["nie", "gar nicht", "never", "not at all"], ["selten", "rarely", "seldom"],
        ["eher selten", "rather rarely"], ["eher häufig", "eher oft", "rather often"],
        ["sehr häufig", "sehr oft", "very often"],
      ], isDirectionOpen: true),
    // Importance, four and five levels.
    Family(
      levels: [
        [
          "unwichtig", "nicht wichtig", "gar nicht wichtig", "not important",
          "not at all important", "unimportant",
        ],
        ["eher unwichtig", "eher nicht wichtig", "rather unimportant"],
        ["eher wichtig", "rather important"], ["sehr wichtig", "very important"],
      ], isDirectionOpen: true),
    Family(
      levels: [
        [
          "unwichtig", "nicht wichtig", "gar nicht wichtig", "not important",
          "not at all important", "unimportant",
        ],
        [
          "eher unwichtig", "wenig wichtig", "slightly important", "less important",
          "rather unimportant",
        ],
        ["teils/teils", "weder noch", "neutral", "moderately important", "mittel"],
        ["eher wichtig", "wichtig", "important", "rather important"],
        ["sehr wichtig", "äußerst wichtig", "very important", "extremely important"],
      ], isDirectionOpen: true),
    // Favour and ease.
    Family(levels: [
      ["very unfavorably", "very unfavourably"], ["somewhat unfavorably", "somewhat unfavourably"],
      [
        "neither favorably nor unfavorably (neutral)", "neither favorably nor unfavorably",
        "neither favourably nor unfavourably",
      ], ["somewhat favorably", "somewhat favourably"], ["very favorably", "very favourably"],
    ]),
    Family(levels: [
      ["very difficult", "sehr schwierig", "sehr schwer"],
      ["difficult", "somewhat difficult", "schwierig", "eher schwierig", "schwer", "eher schwer"],
      ["neither easy nor difficult", "weder leicht noch schwer", "neutral", "teils/teils"],
      ["easy", "somewhat easy", "leicht", "eher leicht", "einfach", "eher einfach"],
      ["very easy", "sehr leicht", "sehr einfach"],
    ]),
    // Degree and likelihood.
    Family(levels: [
      ["gar nicht", "überhaupt nicht", "not at all"], ["wenig", "kaum", "slightly", "a little"],
      ["mittel", "mittelmäßig", "teilweise", "somewhat", "moderately"],
      ["ziemlich", "überwiegend", "quite", "mostly", "considerably"],
      ["sehr", "völlig", "außerordentlich", "very", "very much", "completely", "extremely"],
    ]),
    Family(levels: [
      ["very unlikely", "sehr unwahrscheinlich"], ["unlikely", "eher unwahrscheinlich"],
      ["neutral", "teils/teils", "neither likely nor unlikely"], ["likely", "eher wahrscheinlich"],
      ["very likely", "sehr wahrscheinlich"],
    ]),
  ]

  /// Brings a text into the form in which words are compared.
  ///
  /// - Parameter text: The text of a cell.
  /// - Returns: Lower case, single blanks, plain apostrophes, no mark at the end.
  static func fold(_ text: String) -> String {
    var folded = HeadingMatcher.normalise(text).lowercased()
    folded = folded.split(separator: "’", omittingEmptySubsequences: false).joined(separator: "'")
    while let last = folded.last, last == "." || last == "!" { folded.removeLast() }
    return folded
  }

  /// The value of a text of stars, a fraction or a number word, with the most it can be.
  ///
  /// - Parameter text: The text of a cell.
  /// - Returns: `★★★★☆` is 4 of 5, and so are `4/5`, `4 von 5`, `4 stars` and `FOUR`.
  static func stars(_ text: String) -> (value: Int, most: Int)? {
    let folded = fold(text)
    let full = folded.count { $0 == "★" || $0 == "⭐" }
    let empty = folded.count { $0 == "☆" }
    if full + empty > 0, full + empty == folded.count, full <= 5 {
      return empty > 0 && full + empty != 5 ? nil : (full, 5)
    }
    if let word = ["one", "two", "three", "four", "five"].firstIndex(of: folded) {
      return (word + 1, 5)
    }
    let parts = folded.split { $0 == "/" || $0 == " " }.map(String.init)
    guard let first = parts.first.flatMap({ Int($0) }), first >= 0 else { return nil }
    let rest = parts.dropFirst().filter { !["von", "of", "out"].contains($0) }
    if rest.count == 1, ["stern", "sterne", "star", "stars"].contains(rest[0]), first <= 5 {
      return (first, 5)
    }
    let marks: Set = ["stern", "sterne", "sternen", "star", "stars", "punkten", "points"]
    guard let most = rest.first.flatMap({ Int($0) }), [5, 6, 10].contains(most), first <= most,
      rest.dropFirst().allSatisfy({ marks.contains($0) })
    else { return nil }
    return (first, most)
  }
}
