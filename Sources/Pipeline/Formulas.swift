internal import Benchmark

/// The formulas behind cells, in words; docs/statistics.md has them with their sources.
enum Formulas {
  /// The formula of a statistic.
  ///
  /// - Parameters:
  ///   - statistic: The name as it stands in ids.
  ///   - rule: The rule that made the cell.
  /// - Returns: The formula, or `nil` for plain counts.
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
          "nur jenseits ±3,09 oder nach Benjamini und Hochberg über alle Einordnungen des Berichts",
        en: "only beyond ±3.09 or after Benjamini and Hochberg over all readings of the report")
    case "change":
      LocalisedText(
        de: "Differenz der Punkte zum Zeitraum davor ± 1,96 · √(SE₁² + SE₂²)",
        en: "difference of points to the period before ± 1.96 · √(SE₁² + SE₂²)")
    case "change_verdict":
      LocalisedText(
        de: "up oder down, wenn der Bereich der Differenz die Null ausschließt",
        en: "up or down if the interval of the difference excludes zero")
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
    case "expected_by_chance":
      LocalisedText(
        de: "0,05 · Zahl der Einordnungen", en: "0.05 · number of readings")
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
