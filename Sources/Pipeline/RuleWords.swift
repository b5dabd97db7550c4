public import Benchmark

/// What the rules that make cells say, in one sentence each; docs/statistics.md has them in full.
public enum RuleWords {
  /// What a rule says.
  ///
  /// - Parameter rule: The rule as it stands in the tables, such as `points.score`.
  /// - Returns: One sentence without a full stop, or nil for an unknown rule.
  public static func text(of rule: String) -> LocalisedText? { all[rule] }

  private static let all: [String: LocalisedText] = comparisons.merging(figures) { $1 }

  /// Readings, changes, and what is withheld.
  private static let comparisons: [String: LocalisedText] = [
    "change-common.weighted-means": LocalisedText(
      de: "Differenz der gewichteten Mittel beider Zeiträume über die Einrichtungen, "
        + "die in beiden gezeigt werden",
      en: "difference of the weighted means of both periods over the organisations "
        + "shown in both"),
    "change-count.verdicts": LocalisedText(
      de: "Zahl der Einrichtungen mit diesem Urteil über ihre Veränderung",
      en: "number of organisations with this verdict on their change"),
    "change-detectable.welch": LocalisedText(
      de: "halbe Breite des Bereichs nach Welch: kleinere Veränderungen können die "
        + "Null nicht ausschließen",
      en: "half of Welch's interval: smaller changes cannot leave out zero"),
    "change-expected.regression-to-mean": LocalisedText(
      de: "was ohne eigene Veränderung zu erwarten war: gemeinsame Veränderung und "
        + "Rückkehr zur Mitte (Jones und Spiegelhalter)",
      en: "what was to be expected without a change of its own: common change and "
        + "return to the middle (Jones and Spiegelhalter)"),
    "change-reason.parts": LocalisedText(
      de: "welche Teile der erwarteten Veränderung in ihre Richtung gehen",
      en: "which parts of the expected change go its way"),
    "change-regression.return-to-middle": LocalisedText(
      de: "Teil der erwarteten Veränderung, der eine Rückkehr zur Mitte ist",
      en: "part of the expected change that is a return to the middle"),
    "change.minimum-answers": LocalisedText(
      de: "nicht prüfbar: in einem der Zeiträume weniger Antworten als minimum_for_reading",
      en: "cannot be tested: fewer answers than minimum_for_reading in one of the periods"),
    "change.minimum-peers": LocalisedText(
      de: "keine Erwartung: in beiden Zeiträumen weniger gezeigte Einrichtungen als "
        + "minimum_peers",
      en: "nothing to expect: fewer organisations than minimum_peers shown in both periods"),
    "change.no-interval": LocalisedText(
      de: "kein Bereich: in keinem der Zeiträume eine Streuung",
      en: "no interval: no spread in either period"),
    "change.regression-to-mean": LocalisedText(
      de: "jenseits der Schwankung und jenseits dessen, was zu erwarten war",
      en: "beyond variation and beyond what was to be expected"),
    "change.welch": LocalisedText(
      de: "Differenz zum Zeitraum davor mit Bereich nach Welch",
      en: "difference to the period before with Welch's interval"),
    "changes-by-chance.outside-95": LocalisedText(
      de: "0,05 mal die Zahl der geprüften Veränderungen: höchstens so viele durch Zufall",
      en: "0.05 times the number of changes tested: at most so many by chance"),
    "count.readings": LocalisedText(
      de: "Zahl der Einrichtungen mit dieser Einordnung",
      en: "number of organisations with this reading"),
    "disclosure.complement": LocalisedText(
      de: "verborgen: aus der Summe ließe sich sonst eine andere Einrichtung erschließen",
      en: "withheld: from the total another organisation could be worked out"),
    "disclosure.items-together": LocalisedText(
      de: "verborgen: bei einer Frage desselben Merkmals ist etwas verborgen",
      en: "withheld: something of a question of the same dimension is withheld"),
    "disclosure.minimum-answers": LocalisedText(
      de: "verborgen: weniger Antworten als minimum_answers",
      en: "withheld: fewer answers than minimum_answers"),
    "disclosure.not-asked": LocalisedText(
      de: "nicht gefragt: niemandem wurde hier eine Frage des Merkmals gestellt",
      en: "not asked: nobody here was put a question of the dimension"),
    "disclosure.total": LocalisedText(
      de: "verborgen: aus der Zahl der Gruppe ließe sich eine verborgene Einrichtung "
        + "erschließen",
      en: "withheld: from the figure of the group a withheld organisation could be worked out"),
    "expected-by-chance.outside-95": LocalisedText(
      de: "0,05 mal die Zahl der Einordnungen: so viele lägen allein durch Zufall "
        + "außerhalb von 95 %",
      en: "0.05 times the number of readings: so many would lie outside 95 % by chance alone"),
    "expected.minimum-peers": LocalisedText(
      de: "kein üblicher Bereich: weniger Einrichtungen als minimum_peers mit genug Antworten",
      en: "no expected range: fewer organisations than minimum_peers with enough answers"),
    "expected.no-spread": LocalisedText(
      de: "kein üblicher Bereich: innerhalb der Einrichtungen keine Streuung",
      en: "no expected range: no spread within organisations"),
    "expected.over-dispersion": LocalisedText(
      de: "üblicher Bereich bei so vielen Antworten, mit der Streuung zwischen "
        + "Einrichtungen (Spiegelhalter)",
      en: "expected range with so many answers, the spread between organisations "
        + "included (Spiegelhalter)"),
    "headline.false-discovery": LocalisedText(
      de: "Hauptaussage: nach Benjamini und Hochberg über alle Einordnungen des Berichts",
      en: "headline: after Benjamini and Hochberg over all readings of the report"),
    "headline.no-finding": LocalisedText(
      de: "kein Befund",
      en: "no finding"),
    "headline.strict-limit": LocalisedText(
      de: "Hauptaussage: jenseits von 99,8 %, bei wenigen Einordnungen",
      en: "headline: beyond 99.8 %, with few readings"),
    "peers.minimum": LocalisedText(
      de: "kein Vergleich: weniger Einrichtungen als minimum_peers",
      en: "no comparison: fewer organisations than minimum_peers"),
    "reading-holds.specifications": LocalisedText(
      de: "in wie vielen Rechenwegen die Einordnung dieselbe ist",
      en: "in how many ways of reckoning the reading is the same"),
    "reading.limits": LocalisedText(
      de: "Lage der Punkte zum üblichen Bereich bei 95 % und 99,8 %",
      en: "place of the points in the expected range at 95 % and 99.8 %"),
    "reading.minimum-answers": LocalisedText(
      de: "keine Einordnung: weniger Antworten als minimum_for_reading",
      en: "no reading: fewer answers than minimum_for_reading"),
    "reading.minimum-peers": LocalisedText(
      de: "keine Einordnung: weniger Einrichtungen als minimum_peers_for_reading mit "
        + "genug Antworten",
      en: "no reading: fewer organisations than minimum_peers_for_reading with enough answers"),
    "reading.minimum-reliability": LocalisedText(
      de: "keine Einordnung: Messgenauigkeit unter minimum_reliability",
      en: "no reading: reliability below minimum_reliability"),
    "withheld.count": LocalisedText(
      de: "Zahl der gefragten Einrichtungen ohne Zahl",
      en: "number of organisations that were asked and have no figure"),
    "withheld.implausible": LocalisedText(
      de: "zurückgehalten: die Pipeline nennt diese Antworten unplausibel",
      en: "withheld: the pipeline lists these answers as implausible"),
  ]

  /// Figures and verdicts.
  private static let figures: [String: LocalisedText] = [
    "alpha.feldt": LocalisedText(
      de: "Cronbachs alpha über alle, die jede Frage des Merkmals beantwortet haben, "
        + "mit Bereich nach Feldt",
      en: "Cronbach's alpha over all who answered every question of the dimension, "
        + "with Feldt's interval"),
    "alpha.minimum-answers": LocalisedText(
      de: "kein alpha: weniger vollständige Antwortende als minimum_answers",
      en: "no alpha: fewer complete respondents than minimum_answers"),
    "alpha.no-spread": LocalisedText(
      de: "kein alpha: alle haben gleich geantwortet",
      en: "no alpha: all answered alike"),
    "answers-missing.reliability": LocalisedText(
      de: "nötige Antworten für eine Messgenauigkeit von 0,70 weniger die "
        + "vorhandenen, mindestens 0",
      en: "answers needed for a reliability of 0.70 less those there are, at least 0"),
    "answers-needed.reliability": LocalisedText(
      de: "Antworten je Einrichtung für eine Messgenauigkeit von 0,70, aufgerundet",
      en: "answers per organisation for a reliability of 0.70, rounded up"),
    "answers.count": LocalisedText(
      de: "Zahl der Antwortenden mit einem Wert, bei Fragen der Antworten",
      en: "number of respondents with a score; for questions, of answers"),
    "assessability.bands": LocalisedText(
      de: "trennt das Merkmal die Einrichtungen: nach der Messgenauigkeit einer "
        + "typischen Einrichtung und ihrem Bereich",
      en: "does the dimension tell organisations apart: by the reliability of a "
        + "typical organisation and its interval"),
    "assessability.too-few-organisations": LocalisedText(
      de: "offen: der Bereich der Messgenauigkeit ist zu weit, weil es zu wenige "
        + "Einrichtungen sind",
      en: "open: the interval of the reliability is too wide, as there are too few "
        + "organisations"),
    "between-sd.over-dispersion": LocalisedText(
      de: "Streuung zwischen Einrichtungen über den Zufall hinaus (Spiegelhalter)",
      en: "spread between organisations beyond chance (Spiegelhalter)"),
    "ceiling-share.best-level": LocalisedText(
      de: "Anteil der Antworten auf der besten Stufe",
      en: "share of answers at the best level"),
    "distinguishable-pairs.false-discovery": LocalisedText(
      de: "Anteil der Paare, die sich im t-Test unterscheiden, nach Benjamini und "
        + "Hochberg über alle Paare",
      en: "share of pairs that differ in t tests, after Benjamini and Hochberg over all pairs"),
    "distinguishable-pairs.no-spread": LocalisedText(
      de: "kein Anteil: innerhalb der Einrichtungen keine Streuung",
      en: "no share: no spread within organisations"),
    "icc.one-way": LocalisedText(
      de: "ICC(1) der einfachen Varianzanalyse mit Bereich nach Searle",
      en: "ICC(1) of the one-way analysis of variance with Searle's interval"),
    "informative-value.bands": LocalisedText(
      de: "Messgenauigkeit in Worten: hoch ab 0,80, mittel ab 0,60",
      en: "reliability in words: high from 0.80, medium from 0.60"),
    "level.count": LocalisedText(
      de: "wie oft diese Stufe geantwortet wurde",
      en: "how often this level was answered"),
    "organisations.count": LocalisedText(
      de: "Zahl der Einrichtungen mit einer Zahl",
      en: "number of organisations with a figure"),
    "overdispersion.phi": LocalisedText(
      de: "Mittel der quadrierten, gestutzten z-Werte; 1 ist Zufall",
      en: "mean of the squared, winsorised z values; 1 is chance"),
    "points.clustered": LocalisedText(
      de: "Mittel aller Antwortenden, Bereich für zufällig gezogene Einrichtungen",
      en: "mean of all respondents, interval for organisations drawn at random"),
    "points.mean": LocalisedText(
      de: "Mittel der Antwortenden, Bereich nach Student aus den eigenen Antworten",
      en: "mean of the respondents, Student's interval of its own answers"),
    "points.mean-no-interval": LocalisedText(
      de: "Mittel ohne Bereich: keine Streuung, aus der er folgte",
      en: "mean without an interval: no spread that it could follow from"),
    "points.mean-pooled-sd": LocalisedText(
      de: "Mittel der Antwortenden, Bereich mit der gemeinsamen Streuung der Vergleichsgruppe",
      en: "mean of the respondents, interval with the spread pooled over the peer group"),
    "points.score": LocalisedText(
      de: "Mittel der Antwortenden, Bereich auf der begrenzten Skala mit der "
        + "Streuung der Vergleichsgruppe",
      en: "mean of the respondents, interval on the bounded scale with the spread of "
        + "the peer group"),
    "reliability.no-between-variance": LocalisedText(
      de: "0: Einrichtungen unterscheiden sich weniger als durch Zufall",
      en: "0: organisations differ less than by chance"),
    "reliability.not-estimable": LocalisedText(
      de: "nicht schätzbar: nichts streut, oder es gibt nur eine Einrichtung",
      en: "cannot be estimated: nothing varies, or there is one organisation only"),
    "reliability.one-way": LocalisedText(
      de: "tau² / (tau² + sigma² / n) aus der einfachen Varianzanalyse",
      en: "tau² / (tau² + sigma² / n) of the one-way analysis of variance"),
    "reliability.typical": LocalisedText(
      de: "Messgenauigkeit bei typisch vielen Antworten, Enden aus denen von ICC(1)",
      en: "reliability with the typical number of answers, ends from those of ICC(1)"),
    "top-two.wilson": LocalisedText(
      de: "Anteil der zwei besten Stufen mit Bereich nach Wilson",
      en: "share of the two best levels with Wilson's interval"),
    "typical-answers.median": LocalisedText(
      de: "unterer Median der Antworten der gezeigten Einrichtungen",
      en: "lower median of the answers of the organisations shown"),
    "within-sd.pooled": LocalisedText(
      de: "Streuung innerhalb der Einrichtungen, über sie zusammengefasst",
      en: "spread within organisations, pooled over them"),
  ]
}
