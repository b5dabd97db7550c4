import Benchmark

/// What is said of the change since the period before: its size beyond noise, and what was expected.
struct ChangeNote {
  /// The organisation's cells.
  let voice: Voice
  /// The key of the dimension.
  let dimension: String

  private func word(_ statistic: Statistic) -> String? {
    voice.dimension(dimension, statistic)?.word
  }

  /// The change beyond noise, whether or not it was to be expected; nil if there is none.
  private var beyondNoise: Change? {
    let naive = (word(.changeVerdictNaive) ?? word(.changeVerdict)).flatMap(Change.init(rawValue:))
    return naive == .up || naive == .down ? naive : nil
  }

  /// Writes the verdict, with figures beyond noise and the smallest detectable change within.
  ///
  /// - Parameter page: The page.
  func write(on page: inout Page) {
    guard let cell = voice.dimension(dimension, .changeVerdict) else {
      page.raw("<span class=\"note\">")
      page.say(CommonPhrase.changeUntestable)
      return page.raw("</span>")
    }
    let verdict = cell.word.flatMap(Change.init(rawValue:))
    // Only a change beyond noise is given a figure, so that nobody reads noise.
    if beyondNoise != nil { writeDifference(on: &page) }
    let phrase: CommonPhrase =
      switch verdict {
      case .up: .changeUp
      case .down: .changeDown
      case .usual: beyondNoise == nil ? .changeUsual : .changeExpected
      default: .changeUntestable
      }
    page.raw("<span class=\"note\">")
    page.word(of: cell) { $0.say(phrase) }
    if phrase == .changeUsual { writeDetectable(on: &page) }
    page.raw("</span>")
  }

  private func writeDifference(on page: inout Page) {
    guard let difference = voice.dimension(dimension, .change),
      let lower = difference.figure(.lower, .signed), let upper = difference.figure(.upper, .signed)
    else { return }
    page.say(
      CommonPhrase.changeFromTo,
      [
        "d": .figure(difference.figure(.value, .signed)), "lower": .figure(lower),
        "upper": .figure(upper),
      ])
    page.raw("<br>")
  }

  private func writeDetectable(on page: inout Page) {
    guard let least = voice.dimension(dimension, .changeDetectable)?.figure() else { return }
    page.raw(" ")
    page.say(CommonPhrase.changeDetectable, ["m": .figure(least)])
  }

  /// Writes which part of a change beyond noise was to be expected, and why; mostly nothing.
  ///
  /// - Parameters:
  ///   - name: The name of the dimension.
  ///   - page: The page.
  func writePart(named name: String, on page: inout Page) {
    guard let change = beyondNoise,
      let reason = word(.changeReason).flatMap(ChangeReason.init(rawValue:)), reason != .none,
      let expected = voice.dimension(dimension, .changeExpected)?.figure(.value, .signed)
    else { return }
    page.raw("<p class=\"small\"><b>")
    page.text(name)
    page.raw(":</b> ")
    page.say(
      change == .up ? CommonPhrase.partOfRise : .partOfFall,
      ["e": .figure(expected), "why": .text(why(reason, change, page.language))])
    if word(.changeVerdict) == Change.usual.rawValue {
      page.raw(" ")
      page.say(CommonPhrase.restIsUsual)
    }
    page.raw("</p>")
  }

  private func why(_ reason: ChangeReason, _ change: Change, _ language: Language) -> String {
    let own = (change == .up ? CommonPhrase.wasLow : .wasHigh).text[language]
    let all = (change == .up ? CommonPhrase.allRose : .allFell).text[language]
    switch reason {
    case .regression: return own
    case .common: return all
    case .both, .none:
      return CommonPhrase.bothReasons.text[language]
        .split(separator: "{first}", omittingEmptySubsequences: false).joined(separator: own)
        .split(separator: "{second}", omittingEmptySubsequences: false).joined(separator: all)
    }
  }
}
