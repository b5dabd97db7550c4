internal import Benchmark

/// The formulas behind cells, in words; docs/statistics.md has them with their sources.
enum Formulas {
  /// The formula of a statistic.
  ///
  /// - Parameters:
  ///   - statistic: The name as it stands in ids.
  ///   - rule: The rule that made the cell.
  /// - Returns: The formula, or `nil` for an unknown statistic.
  static func text(of statistic: String, by rule: String) -> LocalisedText? {
    switch statistic {
    case "points":
      LocalisedText(
        de: "Mittel der Punkte aller Antwortenden (0 bis 100); Bereich: \(interval(rule).de)",
        en: "mean of all respondents' points (0 to 100); interval: \(interval(rule).en)")
    case "expected":
      LocalisedText(
        de: "Mitte ± 1,96 · √(tau² + s² / n): was bei n Antworten üblich ist",
        en: "centre ± 1.96 · √(tau² + s² / n): what is usual with n answers")
    case "expected998":
      LocalisedText(
        de: "Mitte ± 3,09 · √(tau² + s² / n)", en: "centre ± 3.09 · √(tau² + s² / n)")
    case "reading":
      LocalisedText(
        de:
          "z = (Punkte − Mitte) / √(tau² + s² / n); jenseits ±1,96 außerhalb, jenseits ±3,09 deutlich",
        en:
          "z = (points − centre) / √(tau² + s² / n); beyond ±1.96 outside, beyond ±3.09 well outside"
      )
    case "headline":
      LocalisedText(
        de:
          "nur jenseits ±3,09 (bei höchstens Rate / 0,002 Einordnungen) oder nach Benjamini und Hochberg über alle"
          + " Einordnungen des Berichts",
        en:
          "only beyond ±3.09 (with at most rate / 0.002 readings) or after Benjamini and Hochberg over all"
          + " readings of the report")
    case "change", "change_verdict", "change_verdict_naive", "change_detectable",
      "change_expected", "change_regression", "change_reason", "change_common":
      ofChange(statistic, by: rule)
    case "assessability", "typical_answers", "typical_reliability", "answers_missing",
      "distinguishable_pairs", "ceiling_share":
      ofAssessability(statistic)
    case "reading_holds":
      LocalisedText(
        de:
          "Zahl der Rechenwege mit derselben Einordnung (n: alle Wege): Mitte, Standardfehler, tau²,"
          + " Grenzen und Auswahl der Antwortenden je auf zwei Arten",
        en:
          "number of ways of reckoning with the same reading (n: all ways): centre, standard error,"
          + " tau², limits and choice of respondents, two of each")
    case "reliability", "informative_value":
      LocalisedText(
        de: "n · ICC / (1 + (n − 1) · ICC); hoch ab 0,80, mittel ab 0,60",
        en: "n · ICC / (1 + (n − 1) · ICC); high from 0.80, medium from 0.60")
    case "top2_share":
      LocalisedText(
        de: "Anteil der zwei besten Stufen mit Bereich nach Wilson",
        en: "share of the two best levels with Wilson's interval")
    case "icc":
      LocalisedText(
        de: "(MSB − MSW) / (MSB + (n₀ − 1) · MSW) aus der einfachen Varianzanalyse",
        en: "(MSB − MSW) / (MSB + (n₀ − 1) · MSW) of the one-way analysis of variance")
    case "answers_needed":
      LocalisedText(
        de: "0,70 / 0,30 · (1 − ICC) / ICC", en: "0.70 / 0.30 · (1 − ICC) / ICC")
    case "within_sd":
      LocalisedText(
        de: "s = √MSW: Streuung innerhalb der Einrichtungen",
        en: "s = √MSW: spread within organisations")
    case "between_sd":
      LocalisedText(
        de: "tau: Streuung zwischen Einrichtungen über den Zufall hinaus (Spiegelhalter 2005)",
        en: "tau: spread between organisations beyond chance (Spiegelhalter 2005)")
    case "overdispersion":
      LocalisedText(
        de: "phi: Mittel der quadrierten, an den 10-%-Enden gestutzten z-Werte",
        en: "phi: mean of the squared z values, winsorised at 10 %")
    case "alpha":
      LocalisedText(
        de: "Cronbachs alpha über vollständige Antwortende mit Bereich nach Feldt",
        en: "Cronbach's alpha over complete respondents with Feldt's interval")
    case "answers":
      LocalisedText(
        de: "Zahl der Antwortenden mit einem Wert", en: "number of respondents with a score")
    case "organisations":
      LocalisedText(
        de: "Zahl der Einrichtungen mit einer Zahl", en: "number of organisations with a figure")
    case "withheld":
      LocalisedText(
        de: "Zahl der gefragten Einrichtungen ohne Zahl",
        en: "number of organisations that were asked and have no figure")
    case "changes_tested":
      LocalisedText(
        de: "Zahl der Veränderungen mit einem anderen Urteil als untestable",
        en: "number of changes with a verdict other than untestable")
    case "change_up", "change_down", "change_usual", "change_untestable":
      LocalisedText(
        de: "Zahl der Einrichtungen mit diesem Urteil", en: "number of organisations so judged")
    case let name where name.hasPrefix("count_"):
      LocalisedText(
        de: "Zahl der Einrichtungen mit dieser Einordnung",
        en: "number of organisations with this reading")
    case let name where name.hasPrefix("level"):
      LocalisedText(
        de: "Zahl der Antworten auf dieser Stufe; 0 ist die schlechteste",
        en: "number of answers at this level; 0 is the worst")
    case "expected_by_chance":
      LocalisedText(
        de: "0,05 · Zahl der Einordnungen", en: "0.05 · number of readings")
    case "changes_by_chance":
      LocalisedText(
        de: "0,05 · Zahl der geprüften Veränderungen", en: "0.05 · number of changes tested")
    default: nil
    }
  }

  /// The formulas of change; lambda = tau² / (tau² + s₁²), m₁ and m₂ are the peers' weighted means.
  private static func ofChange(_ statistic: String, by rule: String) -> LocalisedText? {
    switch statistic {
    case "change":
      LocalisedText(
        de: "Differenz der Punkte zum Zeitraum davor ± t · √(s₁²/n₁ + s₂²/n₂) (Welch)",
        en: "difference of points to the period before ± t · √(s₁²/n₁ + s₂²/n₂) (Welch)")
    case "change_detectable":
      LocalisedText(
        de: "t · √(s₁²/n₁ + s₂²/n₂): kleinere Veränderungen sind von Schwankung nicht zu trennen",
        en: "t · √(s₁²/n₁ + s₂²/n₂): smaller changes cannot be told from variation")
    case "change_expected":
      LocalisedText(
        de:
          "m₂ + lambda · (y₁ − m₁) − y₁ ± 1,96 · √(s₂² + lambda · s₁²) (Jones und Spiegelhalter 2009)",
        en:
          "m₂ + lambda · (y₁ − m₁) − y₁ ± 1.96 · √(s₂² + lambda · s₁²) (Jones and Spiegelhalter 2009)"
      )
    case "change_regression":
      LocalisedText(
        de: "(lambda − 1) · (y₁ − m₁): Rückkehr zur Mitte",
        en: "(lambda − 1) · (y₁ − m₁): return to the middle")
    case "change_common":
      LocalisedText(
        de:
          "m₂ − m₁: Mittel, gewichtet mit 1 / (s² + tau²), über Einrichtungen mit beiden Zeiträumen",
        en: "m₂ − m₁: means weighted by 1 / (s² + tau²) over organisations with both periods")
    case "change_reason":
      LocalisedText(
        de:
          "Teile von change_expected, die um mindestens 0,5 Punkte in Richtung der Veränderung gehen",
        en: "parts of change_expected that go the way of the change by at least 0.5 points")
    case "change_verdict" where rule == "change.regression-to-mean":
      LocalisedText(
        de:
          "up oder down, wenn der Bereich der Differenz die Null ausschließt und die Differenz jenseits der"
          + " Grenzen von change_expected liegt",
        en:
          "up or down if the interval of the difference excludes zero and the difference is beyond the"
          + " limits of change_expected")
    default:
      LocalisedText(
        de: "up oder down, wenn der Bereich der Differenz die Null ausschließt",
        en: "up or down if the interval of the difference excludes zero")
    }
  }

  /// The formulas behind the verdict on a dimension.
  private static func ofAssessability(_ statistic: String) -> LocalisedText? {
    switch statistic {
    case "assessability":
      LocalisedText(
        de:
          "reliable ab typical_reliability 0,80 und Untergrenze 0,60; partly ab 0,60 und Untergrenze über 0;"
          + " not unter 0,60 und Obergrenze unter 0,80; sonst offen",
        en:
          "reliable from typical_reliability 0.80 and lower end 0.60; partly from 0.60 and lower end above 0;"
          + " not below 0.60 and upper end below 0.80; else open")
    case "typical_answers":
      LocalisedText(
        de: "unterer Median der Antworten der gezeigten Einrichtungen",
        en: "lower median of the answers of the organisations shown")
    case "typical_reliability":
      LocalisedText(
        de: "n · ICC / (1 + (n − 1) · ICC) mit n = typical_answers; Enden aus denen von ICC",
        en: "n · ICC / (1 + (n − 1) · ICC) with n = typical_answers; ends from those of ICC")
    case "answers_missing":
      LocalisedText(
        de: "answers_needed der Vergleichsgruppe − vorhandene Antworten, mindestens 0",
        en: "answers_needed of the peer group − answers present, at least 0")
    case "distinguishable_pairs":
      LocalisedText(
        de:
          "Anteil der Paare von Einrichtungen, die sich im t-Test nach Benjamini und Hochberg unterscheiden",
        en: "share of pairs of organisations that differ in t tests after Benjamini and Hochberg")
    case "ceiling_share":
      LocalisedText(
        de: "Antworten auf der besten Stufe / alle Antworten auf die Fragen des Merkmals",
        en: "answers at the best level / all answers to the questions of the dimension")
    default: nil
    }
  }

  /// The formula of the interval of a mean.
  private static func interval(_ rule: String) -> LocalisedText {
    switch rule {
    case "points.score":
      LocalisedText(
        de:
          "alle m mit |Mittel − m| ≤ t · √(φ · m · (100 − m) / n), φ aus allen gezeigten Einrichtungen",
        en: "all m with |mean − m| ≤ t · √(φ · m · (100 − m) / n), φ from all organisations shown")
    case "points.clustered":
      LocalisedText(
        de: "für zufällig gezogene Einrichtungen, eine nach der anderen ausgelassen",
        en: "for organisations drawn at random, leaving out one after the other")
    case "points.mean-no-interval": LocalisedText(de: "keiner", en: "none")
    default:
      LocalisedText(
        de: "Mittel ± t(0,975; n − 1) · SD / √n", en: "mean ± t(0.975; n − 1) · SD / √n")
    }
  }

  /// What a reason means.
  ///
  /// - Parameter reason: The reason.
  /// - Returns: One sentence without a full stop.
  static func text(of reason: Reason) -> LocalisedText {
    switch reason {
    case .tooFew: LocalisedText(de: "zu wenige Antworten", en: "too few answers")
    case .protected:
      LocalisedText(
        de: "andere Antworten wären sonst erschließbar", en: "other answers could be worked out")
    case .notAsked: LocalisedText(de: "nicht gefragt", en: "not asked")
    case .notComparable: LocalisedText(de: "nicht vergleichbar", en: "not comparable")
    case .implausible: LocalisedText(de: "Daten auffällig", en: "data implausible")
    }
  }
}
