package import Benchmark

/// Words that several pages share: frame, readings, reasons, change and informative value.
package enum CommonPhrase: Phrase {
  case skip, run, version, period, wholePeriod, peerGroup, peerGroupCount, peerGroupOne, pipeline,
    startPage
  case otherLanguage, footerDeterminism
  case wellBelow, below, within, above, wellAbove, noReading
  case tooFew, protected, notAsked, notComparable, implausible
  case tooFewForReading, tooFewPeers, tooUnreliable, readingNotComparable
  case changeUp, changeDown, changeUsual, changeUntestable, changeFromTo
  case changeDetectable, changeExpected, partOfRise, partOfFall, restIsUsual, wasLow, wasHigh,
    allRose, allFell,
    bothReasons
  case reliable, partly, not, openVerdict
  case high, medium, low
  case dimension, answers, points, reading, nothing
  case legendBand, legendOwn, legendPlain

  /// The words in both languages.
  package var text: LocalisedText {
    switch self {
    case .skip: LocalisedText(de: "Zum Inhalt springen", en: "Skip to content")
    case .run: LocalisedText(de: "Lauf", en: "Run")
    case .version: LocalisedText(de: "Echolot {version}", en: "Echolot {version}")
    case .period: LocalisedText(de: "Zeitraum", en: "Period")
    case .wholePeriod: LocalisedText(de: "gesamter Zeitraum", en: "whole period")
    case .peerGroup: LocalisedText(de: "Vergleichsgruppe", en: "Peer group")
    case .peerGroupCount:
      LocalisedText(de: "{group}, {n} Einrichtungen", en: "{group}, {n} organisations")
    case .peerGroupOne:
      LocalisedText(de: "{group}, {n} Einrichtung", en: "{group}, {n} organisation")
    case .pipeline: LocalisedText(de: "Auswertung", en: "Pipeline")
    case .startPage: LocalisedText(de: "Übersicht", en: "Overview")
    case .otherLanguage:
      LocalisedText(de: "Read this page in English", en: "Diese Seite auf Deutsch")
    case .footerDeterminism:
      LocalisedText(
        de: "Gleiche Eingaben ergeben dieselbe Seite, Zeichen für Zeichen.",
        en: "The same input makes the same page, character by character.")
    case .wellBelow:
      LocalisedText(
        de: "deutlich unter dem Erwartungs\u{AD}bereich", en: "well below the expected range")
    case .below:
      LocalisedText(de: "unter dem Erwartungs\u{AD}bereich", en: "below the expected range")
    case .within: LocalisedText(de: "im Erwartungs\u{AD}bereich", en: "within the expected range")
    case .above:
      LocalisedText(de: "über dem Erwartungs\u{AD}bereich", en: "above the expected range")
    case .wellAbove:
      LocalisedText(
        de: "deutlich über dem Erwartungs\u{AD}bereich", en: "well above the expected range")
    case .noReading: LocalisedText(de: "keine Einordnung", en: "no reading")
    case .tooFew:
      LocalisedText(
        de: "nicht ausgewiesen: weniger als {k} Antworten", en: "not shown: fewer than {k} answers")
    case .protected:
      LocalisedText(
        de: "nicht ausgewiesen, weil sonst andere Antworten erschließbar wären",
        en: "not shown because other answers could be worked out")
    case .notAsked:
      LocalisedText(de: "in dieser Erhebung nicht gefragt", en: "not asked in this survey")
    case .notComparable:
      LocalisedText(
        de: "gefragt, aber nicht vergleichbar (zu wenige Einrichtungen oder keine messbaren "
          + "Unterschiede)",
        en: "asked, but not comparable (too few organisations or no measurable differences)")
    case .implausible:
      LocalisedText(
        de: "zurückgehalten, weil die Daten auffällig sind",
        en: "withheld because the data are implausible")
    case .tooFewForReading:
      LocalisedText(
        de: "keine: weniger als {k} Antworten", en: "none: fewer than {k} answers")
    case .tooFewPeers:
      LocalisedText(
        de: "keine: zu wenige Einrichtungen zum Vergleich",
        en: "none: too few organisations to compare with")
    case .tooUnreliable:
      LocalisedText(
        de: "keine: die Aussagekraft ist zu gering",
        en: "none: the informative value is too low")
    case .readingNotComparable:
      LocalisedText(de: "keine: nicht vergleichbar", en: "none: not comparable")
    case .changeUp:
      LocalisedText(
        de: "größer als übliche Schwankung, nach oben", en: "larger than usual variation, upwards")
    case .changeDown:
      LocalisedText(
        de: "größer als übliche Schwankung, nach unten",
        en: "larger than usual variation, downwards")
    case .changeUsual:
      LocalisedText(de: "im Rahmen der üblichen Schwankung", en: "within usual variation")
    case .changeUntestable: LocalisedText(de: "noch nicht prüfbar", en: "cannot be tested yet")
    case .changeFromTo:
      LocalisedText(de: "{d} ({lower} bis {upper})", en: "{d} ({lower} to {upper})")
    case .changeDetectable:
      LocalisedText(de: "(±{m})", en: "(±{m})")
    case .changeExpected:
      LocalisedText(
        de: "im Rahmen dessen, was zu erwarten war", en: "within what was to be expected")
    case .partOfRise:
      LocalisedText(
        de: "Von diesem Zuwachs war ein Teil zu erwarten ({e}), weil {why}.",
        en: "A part of this rise was to be expected ({e}), because {why}.")
    case .partOfFall:
      LocalisedText(
        de: "Von diesem Rückgang war ein Teil zu erwarten ({e}), weil {why}.",
        en: "A part of this fall was to be expected ({e}), because {why}.")
    case .restIsUsual:
      LocalisedText(de: "Der Rest ist übliche Schwankung.", en: "The rest is usual variation.")
    case .wasLow:
      LocalisedText(
        de: "der Wert davor unter der Mitte lag", en: "the value before was below the middle")
    case .wasHigh:
      LocalisedText(
        de: "der Wert davor über der Mitte lag", en: "the value before was above the middle")
    case .allRose:
      LocalisedText(
        de: "die Vergleichsgruppe insgesamt gestiegen ist", en: "the whole peer group has risen")
    case .allFell:
      LocalisedText(
        de: "die Vergleichsgruppe insgesamt gefallen ist", en: "the whole peer group has fallen")
    case .bothReasons: LocalisedText(de: "{first} und {second}", en: "{first} and {second}")
    case .reliable: LocalisedText(de: "zuverlässig", en: "reliably")
    case .partly: LocalisedText(de: "teilweise", en: "in part")
    case .not: LocalisedText(de: "nicht", en: "not")
    case .openVerdict: LocalisedText(de: "offen", en: "open")
    case .high: LocalisedText(de: "hoch", en: "high")
    case .medium: LocalisedText(de: "mittel", en: "medium")
    case .low: LocalisedText(de: "gering", en: "low")
    case .dimension: LocalisedText(de: "Merkmal", en: "Dimension")
    case .answers: LocalisedText(de: "Antworten", en: "Answers")
    case .points: LocalisedText(de: "Punkte", en: "Points")
    case .reading: LocalisedText(de: "Einordnung", en: "Reading")
    case .nothing: LocalisedText(de: "kein Wert", en: "no value")
    case .legendBand:
      LocalisedText(
        de: "Erwartungsbereich (95 %) mit seiner Mitte", en: "expected range (95%) with its centre")
    case .legendOwn:
      LocalisedText(de: "eigener Wert mit 95-%-Bereich", en: "own value with 95% range")
    case .legendPlain: LocalisedText(de: "Wert ohne Einordnung", en: "value without a reading")
    }
  }
}
