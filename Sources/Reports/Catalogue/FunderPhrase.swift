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
  case assessable, assessableSentence, assessability, assessabilityIntro, assessabilityCaption
  case tellsApart, typicalAnswers, typicalReliability, answersMissing, pairs, ceiling, byChanceShort
  case share
  case changes, changesIntro, changesCaption, changeCommon, changesTested, changesUp, changesDown,
    changesByChance
  case method, methodLimits, methodChance, methodIcc, methodAssessability, methodKeys

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
    case .assessable: LocalisedText(de: "Beurteilbar", en: "Can be assessed")
    case .assessableSentence:
      LocalisedText(
        de:
          "Die Einrichtungen unterscheiden zuverlässig: {k} von {n} Merkmalen; teilweise: {p}; nicht: {m}. "
          + "Jede Sicht zählt für sich.",
        en:
          "Telling the organisations apart reliably: {k} of {n} dimensions; in part: {p}; not: {m}. "
          + "Each perspective counts for itself.")
    case .assessability:
      LocalisedText(de: "Was lässt sich beurteilen?", en: "What can be assessed?")
    case .assessabilityIntro:
      LocalisedText(
        de:
          "Die meisten Unterschiede liegen zwischen Menschen, nicht zwischen Einrichtungen. Ein Merkmal, das "
          + "Einrichtungen nicht unterscheidet, taugt nicht zum Vergleich, so wichtig es ist.",
        en:
          "Most differences lie between people, not between organisations. A dimension that does not tell "
          + "organisations apart is of no use for comparing, however important it is.")
    case .assessabilityCaption:
      LocalisedText(
        de: "{group}: Lässt sich das beurteilen?", en: "{group}: can this be assessed?")
    case .tellsApart:
      LocalisedText(de: "Unterscheidet Einrichtungen", en: "Tells organisations apart")
    case .typicalAnswers:
      LocalisedText(de: "bei Antworten (üblich)", en: "with answers (usual)")
    case .typicalReliability:
      LocalisedText(
        de: "Verlässlichkeit (95-%-Bereich)", en: "Reliability (95% range)")
    case .answersMissing:
      LocalisedText(de: "Fehlende Antworten", en: "Answers lacking")
    case .pairs:
      LocalisedText(de: "Unterscheidbare Paare", en: "Pairs told apart")
    case .ceiling: LocalisedText(de: "Antworten auf oberster Stufe", en: "Answers at the top level")
    case .byChanceShort:
      LocalisedText(de: "Hinweise durch Zufall", en: "Signals by chance")
    case .changes:
      LocalisedText(
        de: "Veränderung seit dem Zeitraum davor", en: "Change since the period before")
    case .changesIntro:
      LocalisedText(
        de:
          "Gezählt ist nur, was mehr ist als Schwankung, Rückkehr zur Mitte und gemeinsame Veränderung. "
          + "Einrichtungen, die zuletzt niedrig lagen, steigen meist auch ohne Zutun.",
        en:
          "Only what is more than variation, return to the middle and common change is counted. "
          + "Organisations that were low last time mostly rise without doing anything.")
    case .changesCaption:
      LocalisedText(
        de: "{group}: geprüfte Veränderungen", en: "{group}: changes that were tested")
    case .changeCommon:
      LocalisedText(de: "Gemeinsam (Punkte)", en: "In common (points)")
    case .changesTested:
      LocalisedText(de: "Geprüfte Einrichtungen", en: "Organisations tested")
    case .changesUp: LocalisedText(de: "nach oben", en: "upwards")
    case .changesDown: LocalisedText(de: "nach unten", en: "downwards")
    case .changesByChance:
      LocalisedText(de: "durch Zufall höchstens etwa", en: "by chance at most about")
    case .share:
      LocalisedText(
        de: "Anteil zwischen Einrichtungen", en: "Share between organisations")
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
          "Der Anteil zwischen Einrichtungen ist die Intraklassenkorrelation ICC(1): welcher Teil aller "
          + "Unterschiede zwischen Einrichtungen liegt.",
        en:
          "The share between organisations is the intraclass correlation ICC(1): which part of all "
          + "differences lies between organisations.")
    case .methodAssessability:
      LocalisedText(
        de:
          "„Zuverlässig“ heißt: Verlässlichkeit ab 0,80 bei der üblichen Zahl der Antworten und sicher über "
          + "0,60; „teilweise“ ab 0,60; „nicht“ darunter; „offen“: zu wenige Einrichtungen. „Fehlende Antworten“ "
          + "zielt auf 0,70. Paare gelten als unterscheidbar, wenn dabei höchstens {q} falsch sind.",
        en:
          "“Reliably” means: a reliability from 0.80 with the usual number of answers, and surely above 0.60; "
          + "“in part” from 0.60; “not” below; “open”: too few organisations. “Answers lacking” aims at 0.70. "
          + "Pairs count as told apart such that at most {q} are false.")
    case .methodKeys:
      LocalisedText(
        de: "Dieser Bericht nennt Kennungen statt Namen.",
        en: "This report uses keys instead of names.")
    }
  }
}
