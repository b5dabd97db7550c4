package import Benchmark

/// The sentences of the funder page.
package enum FunderPhrase: Phrase {
  case kind, essentials, breadth, breadthSentence, breadthNone, talk, talkNone, talkBelow, talkAbove
  case talkMany, cannot, cannotSentence
  case howToRead, howToRead1, howToRead2, comparability, comparability1, comparability2
  case coverage, coverageIntro, coverageCaption, coverageNone, perspective, withFigure, withheld,
    unnamed
  case tooFewOrganisations
  case positions, positionsIntro, allWithin, mostWithin, manyOutside, noneRead, figureCaption
  case funnelTitle, noFunnel, axisX, axisXLog, byChance
  case tableCaption, outsideCaption, organisation, outsideSentence, noneOutside
  case matrix, matrixIntro, matrixCaption, matrixOmitted, matrixNone
  case distinguishes, distinguishesIntro, distinguishesCaption, share, needed
  case high, medium, low
  case method, methodLimits, methodChance, methodIcc, methodKeys

  /// The sentence in both languages.
  package var text: LocalisedText {
    switch self {
    case .kind: LocalisedText(de: "Bericht für Förderer", en: "Report for funders")
    case .essentials: LocalisedText(de: "Das Wichtigste", en: "The essentials")
    case .breadth: LocalisedText(de: "Breite", en: "Breadth")
    case .breadthSentence:
      LocalisedText(
        de:
          "Im Erwartungsbereich: {k} von {n} Einordnungen. Unterschiede zwischen ihnen sind kein "
          + "Anlass für Entscheidungen. Etwa jede zwanzigste läge auch durch bloßen Zufall außerhalb.",
        en:
          "Within the expected range: {k} of {n} readings. Differences between them are no reason "
          + "for decisions. About one in twenty would lie outside by mere chance.")
    case .breadthNone:
      LocalisedText(
        de: "Für eine Einordnung reichen die Antworten noch nicht.",
        en: "There are not yet enough answers for a reading.")
    case .talk: LocalisedText(de: "Gespräch suchen", en: "Talk about it")
    case .talkNone:
      LocalisedText(
        de: "Kein Befund. Keine Einrichtung liegt deutlich außerhalb des Erwartungsbereichs.",
        en: "No finding. No organisation is well outside the expected range.")
    case .talkBelow:
      LocalisedText(
        de: "{who}: „{dim}“ liegt deutlich unter dem Erwartungsbereich bei {keys}.",
        en: "{who}: “{dim}” is well below the expected range for {keys}.")
    case .talkAbove:
      LocalisedText(
        de: "{who}: „{dim}“ liegt deutlich über dem Erwartungsbereich bei {keys}.",
        en: "{who}: “{dim}” is well above the expected range for {keys}.")
    case .talkMany: LocalisedText(de: "{n} Einrichtungen", en: "{n} organisations")
    case .cannot: LocalisedText(de: "Grenzen", en: "Limits")
    case .cannotSentence:
      LocalisedText(
        de:
          "Dieser Bericht nennt keine Ursachen und keine Reihenfolge. Er taugt nicht als alleiniger Grund "
          + "für eine Kürzung.",
        en:
          "This report names no cause and gives no order. It does not suffice as the only reason for a "
          + "cut.")
    case .howToRead: LocalisedText(de: "So lesen Sie diesen Bericht", en: "How to read this report")
    case .howToRead1:
      LocalisedText(
        de:
          "Je mehr Antworten, desto enger der Erwartungsbereich. Ein Wert außerhalb ist ein Hinweis, "
          + "über den man sprechen sollte. Er ist kein Urteil.",
        en:
          "The more answers, the narrower the expected range. A value outside it is a signal worth "
          + "talking about. It is not a verdict.")
    case .howToRead2:
      LocalisedText(
        de:
          "Gute Fragen sind offen: Was haben Sie gehört? Was überrascht Sie? Was brauchen Sie von uns?",
        en:
          "Good questions are open: What did you hear? What surprises you? What do you need from us?"
      )
    case .comparability: LocalisedText(de: "Vergleichbarkeit", en: "Comparability")
    case .comparability1:
      LocalisedText(
        de: "Verglichen wird nur innerhalb einer Vergleichsgruppe und nur aus derselben Sicht.",
        en: "Comparisons stay within one peer group and one perspective.")
    case .comparability2:
      LocalisedText(
        de: "Zahlen stehen erst ab {k} Antworten da, eine Einordnung erst ab {n} Antworten.",
        en: "Figures appear from {k} answers on, a reading from {n} answers on.")
    case .coverage: LocalisedText(de: "Abdeckung", en: "Coverage")
    case .coverageIntro:
      LocalisedText(
        de:
          "Wie viele Einrichtungen je Merkmal einen Wert haben und wie viele zum Schutz der Befragten keinen.",
        en: "How many organisations have a value per dimension, and how many have none to protect "
          + "respondents.")
    case .coverageCaption:
      LocalisedText(
        de: "{group}: Einrichtungen und Antworten", en: "{group}: organisations and answers")
    case .perspective: LocalisedText(de: "Sicht", en: "Perspective")
    case .withFigure: LocalisedText(de: "Einrichtungen mit Wert", en: "Organisations with a value")
    case .withheld: LocalisedText(de: "nicht ausgewiesen", en: "Not shown")
    case .unnamed:
      LocalisedText(
        de: "Weitere Einrichtungen mit zu wenigen Antworten, um genannt zu werden: {n}.",
        en: "Further organisations with too few answers to be named: {n}.")
    case .tooFewOrganisations:
      LocalisedText(
        de:
          "{group}: kein Vergleich. Er braucht mindestens {needed} Einrichtungen, vorhanden: {n}. "
          + "Sonst ließe sich erschließen, wer hinter welchem Wert steht.",
        en: "{group}: no comparison. It needs at least {needed} organisations, present: {n}. "
          + "Otherwise one could work out who stands behind which value.")
    case .positions: LocalisedText(de: "Lage je Merkmal", en: "Position by dimension")
    case .positionsIntro:
      LocalisedText(
        de:
          "Jedes Zeichen ist eine Einrichtung. Die Tabellen stehen nach Kennung, nicht nach Ergebnis.",
        en: "Each mark is one organisation. The tables are sorted by key, not by result.")
    case .allWithin:
      LocalisedText(
        de: "Alle eingeordneten Werte liegen im Erwartungsbereich",
        en: "All values with a reading are within the expected range")
    case .mostWithin:
      LocalisedText(
        de: "Die meisten Werte liegen im Erwartungsbereich",
        en: "Most values are within the expected range")
    case .manyOutside:
      LocalisedText(
        de: "Viele Werte liegen außerhalb des Erwartungsbereichs",
        en: "Many values lie outside the expected range")
    case .noneRead:
      LocalisedText(
        de: "Ohne Einordnung: {dims}. Die Antworten reichen dafür nicht, oder die Einrichtungen "
          + "unterscheiden sich nicht messbar. Alle Werte stehen in cells.csv.",
        en: "Without a reading: {dims}. There are not enough answers for one, or the organisations "
          + "do not differ measurably. All values are in cells.csv.")
    case .matrixNone:
      LocalisedText(
        de: "{who}: noch keine Einordnung.", en: "{who}: no reading yet.")
    case .coverageNone:
      LocalisedText(
        de: "{group}: zu wenige Einrichtungen für gemeinsame Zahlen.",
        en: "{group}: too few organisations for figures in common.")
    case .figureCaption:
      LocalisedText(
        de:
          "{dim}, Sicht: {who}. Punkte nach Zahl der Antworten; graue Fläche 95 %, gestrichelt 99,8 %.",
        en: "{dim}, perspective: {who}. Points by number of answers; grey area 95%, dashed 99.8%.")
    case .funnelTitle:
      LocalisedText(
        de: "{dim}: Punkte der Einrichtungen nach Zahl der Antworten",
        en: "{dim}: points of the organisations by number of answers")
    case .noFunnel:
      LocalisedText(
        de: "Für ein Bild haben zu wenige Einrichtungen einen Wert.",
        en: "Too few organisations have a value for a picture.")
    case .axisX: LocalisedText(de: "Zahl der Antworten", en: "Number of answers")
    case .axisXLog:
      LocalisedText(
        de: "Zahl der Antworten (gleiche Abstände stehen für gleiche Vielfache)",
        en: "Number of answers (equal distances stand for equal multiples)")
    case .byChance:
      LocalisedText(
        de: "Zufall allein ließe etwa {n} Werte außerhalb von 95 % erwarten.",
        en: "Chance alone would put about {n} values outside 95%.")
    case .tableCaption:
      LocalisedText(
        de: "{dim} ({who}): alle Einrichtungen nach Kennung",
        en: "{dim} ({who}): all organisations by key")
    case .outsideCaption:
      LocalisedText(
        de: "{dim} ({who}): Einrichtungen außerhalb des Erwartungsbereichs, nach Kennung",
        en: "{dim} ({who}): organisations outside the expected range, by key")
    case .organisation: LocalisedText(de: "Kennung", en: "Key")
    case .outsideSentence:
      LocalisedText(
        de: "Einrichtungen im Erwartungsbereich: {within}. Ihre Werte stehen in cells.csv.",
        en: "Organisations within the expected range: {within}. Their values are in cells.csv.")
    case .noneOutside:
      LocalisedText(
        de: "Keine Einrichtung liegt außerhalb des Erwartungsbereichs.",
        en: "No organisation is outside the expected range.")
    case .matrix:
      LocalisedText(de: "Alle Einordnungen auf einer Seite", en: "All readings on one page")
    case .matrixIntro:
      LocalisedText(
        de:
          "Ohne Summen und nach Kennung. Einzelne Zeichen außerhalb sind auch ohne echte Unterschiede zu erwarten.",
        en:
          "Without sums and by key. Single marks outside are to be expected even without true differences."
      )
    case .matrixCaption:
      LocalisedText(
        de: "{who}: Einordnung je Einrichtung und Merkmal",
        en: "{who}: reading by organisation and dimension")
    case .matrixOmitted:
      LocalisedText(
        de:
          "{group}: Bei {n} Einrichtungen wird die Übersicht unlesbar. Alle Einordnungen stehen in cells.csv.",
        en:
          "{group}: with {n} organisations the overview becomes unreadable. All readings are in cells.csv."
      )
    case .distinguishes:
      LocalisedText(
        de: "Was unterscheidet Einrichtungen überhaupt?",
        en: "What distinguishes organisations at all?")
    case .distinguishesIntro:
      LocalisedText(
        de:
          "Der größte Teil der Unterschiede liegt meist zwischen Menschen, nicht zwischen Einrichtungen. "
          + "Die Tabelle zeigt, welche Fragen Einrichtungen unterscheiden und wie viele Antworten das braucht.",
        en:
          "Most differences usually lie between people, not between organisations. The table shows which "
          + "questions tell organisations apart and how many answers that takes.")
    case .distinguishesCaption:
      LocalisedText(
        de: "{who}: Anteil der Unterschiede zwischen Einrichtungen",
        en: "{who}: share of differences between organisations")
    case .share:
      LocalisedText(
        de: "Anteil zwischen Einrichtungen (95-%-Bereich)",
        en: "Share between organisations (95% range)")
    case .needed:
      LocalisedText(de: "Nötige Antworten je Einrichtung", en: "Answers needed per organisation")
    case .high: LocalisedText(de: "Aussagekraft hoch", en: "Informative value high")
    case .medium: LocalisedText(de: "mittel", en: "medium")
    case .low: LocalisedText(de: "gering", en: "low")
    case .method: LocalisedText(de: "Wie dieser Bericht entsteht", en: "How this report is made")
    case .methodLimits:
      LocalisedText(
        de:
          "Die Grenzen um die Mitte einer Vergleichsgruppe berücksichtigen die Zahl der Antworten und die "
          + "üblichen Unterschiede zwischen Einrichtungen.",
        en:
          "The limits around the centre of a peer group allow for the number of answers and the usual "
          + "differences between organisations.")
    case .methodChance:
      LocalisedText(
        de:
          "Unter „Gespräch suchen“ stehen nur Werte außerhalb von 99,8 %. Durch bloßen Zufall "
          + "läge etwa eine von 500 Einordnungen dort.",
        en:
          "“Talk about it” lists only values outside 99.8%. By mere chance about one "
          + "reading in 500 would lie there.")
    case .methodIcc:
      LocalisedText(
        de:
          "Der Anteil zwischen Einrichtungen ist die Intraklassenkorrelation ICC(1). „Nötige Antworten“ zielt "
          + "auf eine Verlässlichkeit von 0,70.",
        en:
          "The share between organisations is the intraclass correlation ICC(1). “Answers needed” aims at a "
          + "reliability of 0.70.")
    case .methodKeys:
      LocalisedText(
        de: "Dieser Bericht nennt Kennungen statt Namen.",
        en: "This report uses keys instead of names.")
    }
  }
}
