package import Benchmark

/// The sentences of the organisation page.
package enum OrganisationPhrase: Phrase {
  case kind, glance, keep, look, none, unread
  case keepSentence, lookSentence, keepStrict, lookStrict
  case noneSentence, allNone, noReadings, noPeers, notAskedHere
  case howToRead, howToRead1, howToRead2, howToRead3, howToReadPlain
  case cannot, cannot1, cannot2, protection, smallCounts
  case whoAnswered, upTo, whoHidden
  case position, positionIntro, positionCaption, strip, interval, sinceLast, informative
  case answersMissing, readingHolds, messageHolds, distinguishesReliably, distinguishesPartly,
    distinguishesNot,
    distinguishesOpen
  case perspectiveNotAsked, perspectiveHidden
  case stripTitle
  case distribution, distributionIntro, distributionCaption, statement, worstToBest, topTwo
  case reversedScale, manyLevels, itemsHidden, itemsNotAsked
  case hiddenTitle, hiddenWhy, hiddenOther, hiddenUse, hiddenWhat, hiddenTalk, hiddenLonger,
    hiddenShort
  case hiddenFeedback, hiddenTable
  case method, methodPoints, methodRange, methodHeadline, methodReading, methodReliability
  case methodAssessability, methodSensitivity, methodChange
  case methodReasons, methodCells

  /// The sentence in both languages.
  package var text: LocalisedText {
    switch self {
    case .kind: LocalisedText(de: "Bericht für die Einrichtung", en: "Report for the organisation")
    case .glance: LocalisedText(de: "Auf einen Blick", en: "At a glance")
    case .keep: LocalisedText(de: "Halten", en: "Keep")
    case .look: LocalisedText(de: "Ansehen", en: "Look at")
    case .none: LocalisedText(de: "Kein Befund", en: "No finding")
    case .unread: LocalisedText(de: "Keine Einordnung", en: "No reading")
    case .keepSentence:
      LocalisedText(
        de: "{who}: „{dim}“ liegt mit {v} Punkten über dem Erwartungsbereich.",
        en: "{who}: “{dim}” scores {v} points, above the expected range.")
    case .lookSentence:
      LocalisedText(
        de: "{who}: „{dim}“ liegt mit {v} Punkten unter dem Erwartungsbereich.",
        en: "{who}: “{dim}” scores {v} points, below the expected range.")
    case .keepStrict:
      LocalisedText(
        de: "{who}: „{dim}“ liegt mit {v} Punkten deutlich über dem Erwartungsbereich.",
        en: "{who}: “{dim}” scores {v} points, well above the expected range.")
    case .lookStrict:
      LocalisedText(
        de: "{who}: „{dim}“ liegt mit {v} Punkten deutlich unter dem Erwartungsbereich.",
        en: "{who}: “{dim}” scores {v} points, well below the expected range.")
    case .noneSentence:
      LocalisedText(
        de: "Bei {k} von {n} Einordnungen gibt es keinen Grund, etwas zu ändern.",
        en: "For {k} of {n} readings there is no reason to change anything.")
    case .allNone:
      LocalisedText(
        de: "Die Einrichtung arbeitet nach diesen Rückmeldungen so, wie es zu erwarten ist.",
        en: "By this feedback the organisation works as expected.")
    case .noReadings:
      LocalisedText(
        de:
          "Für eine Einordnung reichen die Antworten noch nicht. Die Werte unten stehen für sich.",
        en: "There are not yet enough answers for a reading. The values below stand for themselves."
      )
    case .noPeers:
      LocalisedText(
        de: "Zum Vergleich gibt es zu wenige Einrichtungen. Die Werte unten stehen für sich.",
        en:
          "There are too few organisations to compare with. The values below stand for themselves.")
    case .notAskedHere:
      LocalisedText(
        de: "in dieser Erhebung nicht gefragt: {dims}", en: "not asked in this survey: {dims}")
    case .howToRead: LocalisedText(de: "So lesen Sie diesen Bericht", en: "How to read this report")
    case .howToRead1:
      LocalisedText(
        de: "Der graue Balken zeigt, wo Werte bei so vielen Antworten zu erwarten sind. "
          + "Nur Werte außerhalb des Balkens sind ein Hinweis.",
        en: "The grey bar shows where values are to be expected with this many answers. "
          + "Only values outside the bar are a signal.")
    case .howToRead2:
      LocalisedText(
        de: "Ein Hinweis ist kein Urteil. Er nennt keine Ursache.",
        en: "A signal is not a verdict. It names no cause.")
    case .howToRead3:
      LocalisedText(
        de:
          "Oben steht nur, was auch dann Bestand hat, wenn man die Zahl aller Vergleiche bedenkt.",
        en: "The top of the page lists only what holds when all comparisons are taken into account."
      )
    case .howToReadPlain:
      LocalisedText(
        de: "Das Zeichen zeigt den Wert, die Linie, wie genau er bekannt ist. "
          + "Ein Vergleich mit anderen ist hier nicht möglich.",
        en: "The mark shows the value, the line how exactly it is known. "
          + "A comparison with others is not possible here.")
    case .cannot:
      LocalisedText(de: "Was dieser Bericht nicht sagen kann", en: "What this report cannot say")
    case .cannot1:
      LocalisedText(
        de: "Er zeigt, was die Befragten sagen. Wer nicht geantwortet hat, fehlt.",
        en: "It shows what respondents say. Those who did not answer are missing.")
    case .cannot2:
      LocalisedText(
        de: "Er ordnet Einrichtungen in keine Reihenfolge und ersetzt kein Gespräch.",
        en: "It puts organisations in no order and replaces no conversation.")
    case .protection:
      LocalisedText(
        de: "Zum Schutz der Befragten stehen Zahlen erst ab {k} Antworten da.",
        en: "To protect respondents, figures appear from {k} answers on.")
    case .smallCounts:
      LocalisedText(
        de: "Diese Schwelle wurde für diese Auswertung ausdrücklich gesenkt.",
        en: "This threshold was lowered on purpose for this pipeline.")
    case .whoAnswered: LocalisedText(de: "Wer geantwortet hat", en: "Who answered")
    case .upTo:
      LocalisedText(de: "bis zu {n} Antworten je Merkmal", en: "up to {n} answers per dimension")
    case .whoHidden: LocalisedText(de: "nicht ausgewiesen", en: "not shown")
    case .position: LocalisedText(de: "Lage je Merkmal", en: "Position by dimension")
    case .positionIntro:
      LocalisedText(
        de: "Punkte reichen von 0 bis 100, mehr ist besser. Die Sichtweisen stehen nebeneinander. "
          + "Sie werden nie zu einer Zahl verrechnet.",
        en: "Points run from 0 to 100, more is better. The perspectives stand side by side. "
          + "They are never merged into one figure.")
    case .positionCaption:
      LocalisedText(de: "{who}: Lage je Merkmal", en: "{who}: position by dimension")
    case .strip: LocalisedText(de: "Lage", en: "Position")
    case .interval: LocalisedText(de: "95-%-Bereich", en: "95% range")
    case .sinceLast: LocalisedText(de: "Seit dem Zeitraum davor", en: "Since the period before")
    case .informative: LocalisedText(de: "Aussagekraft", en: "Informative value")
    case .answersMissing:
      LocalisedText(de: "es fehlen {n} Antworten", en: "{n} answers are lacking")
    case .readingHolds:
      LocalisedText(
        de: "so in {k} von {n} Rechenwegen", en: "so in {k} of {n} ways of reckoning")
    case .messageHolds:
      LocalisedText(
        de: "So ist es in {k} von {n} Rechenwegen.", en: "It is so in {k} of {n} ways of reckoning."
      )
    case .distinguishesReliably:
      LocalisedText(
        de: "unterscheidet Einrichtungen zuverlässig", en: "tells organisations apart reliably")
    case .distinguishesPartly:
      LocalisedText(
        de: "unterscheidet Einrichtungen teilweise", en: "tells organisations apart in part")
    case .distinguishesNot:
      LocalisedText(
        de: "unterscheidet Einrichtungen nicht", en: "does not tell organisations apart")
    case .distinguishesOpen:
      LocalisedText(
        de: "ob es Einrichtungen unterscheidet, ist offen",
        en: "whether it tells organisations apart is open")
    case .perspectiveNotAsked:
      LocalisedText(
        de: "In dieser Erhebung wurde diese Gruppe nicht gefragt.",
        en: "This group was not asked in this survey.")
    case .perspectiveHidden:
      LocalisedText(
        de:
          "Aus dieser Sicht wird nichts ausgewiesen. Eine andere Sicht tritt nicht an ihre Stelle.",
        en: "Nothing is shown from this perspective. No other perspective takes its place.")
    case .stripTitle:
      LocalisedText(de: "{dim}: {v} Punkte, {reading}", en: "{dim}: {v} points, {reading}")
    case .distribution: LocalisedText(de: "Was wurde geantwortet?", en: "What was answered?")
    case .distributionIntro:
      LocalisedText(
        de: "Links im Balken stehen ungünstige Antworten, rechts günstige. "
          + "Die Zahlen zählen Antworten.",
        en:
          "Unfavourable answers stand on the left of each bar, favourable ones on the right. The "
          + "figures count answers.")
    case .distributionCaption:
      LocalisedText(de: "{who}: Antworten als Anzahl", en: "{who}: answers as counts")
    case .statement: LocalisedText(de: "Frage", en: "Question")
    case .worstToBest: LocalisedText(de: "Verteilung", en: "Distribution")
    case .topTwo: LocalisedText(de: "Oberste zwei Stufen", en: "Top two levels")
    case .reversedScale:
      LocalisedText(
        de: "{who}: Antworten als Anzahl (ein niedriger Wert ist hier günstig)",
        en: "{who}: answers as counts (a low value is favourable here)")
    case .manyLevels:
      LocalisedText(
        de: "{who}: Antworten auf Skalen mit vielen Stufen",
        en: "{who}: answers on scales with many levels")
    case .itemsHidden:
      LocalisedText(de: "{who}: nicht ausgewiesene Fragen", en: "{who}: questions not shown")
    case .itemsNotAsked:
      LocalisedText(
        de: "Fragen, die dieser Gruppe nicht gestellt wurden, fehlen in der Tabelle.",
        en: "Questions that this group was not asked are left out of the table.")
    case .hiddenTitle:
      LocalisedText(de: "Warum hier keine Zahlen stehen", en: "Why there are no figures here")
    case .hiddenWhy:
      LocalisedText(
        de: "Aus keiner Sicht liegen {k} Antworten vor, die wir zeigen dürfen. Bei so wenigen "
          + "Antworten könnte man erkennen, wer was gesagt hat. Und ein Zufall sähe aus wie ein Ergebnis.",
        en:
          "No perspective has {k} answers that may be shown. With so few answers people could see "
          + "who said what. And chance would look like a result.")
    case .hiddenOther:
      LocalisedText(
        de:
          "Für diesen Zeitraum gibt es aus keiner Sicht Zahlen, die gezeigt werden können. Die Gründe "
          + "stehen unten.",
        en: "For this period no perspective has figures that can be shown. The reasons stand below."
      )
    case .hiddenUse:
      LocalisedText(
        de:
          "Das sagt nichts über die Qualität der Einrichtung. Danke an alle, die geantwortet haben.",
        en:
          "This says nothing about the quality of the organisation. Thank you to all who answered.")
    case .hiddenWhat: LocalisedText(de: "Was jetzt trotzdem geht", en: "What can still be done")
    case .hiddenTalk:
      LocalisedText(
        de:
          "Reden statt rechnen: Fragen Sie in einer Runde, was gut tut, was stört und was anders werden soll.",
        en:
          "Talk instead of counting: ask in a group what does good, what bothers, and what should change."
      )
    case .hiddenLonger:
      LocalisedText(
        de: "Länger sammeln: Über zwei oder drei Zeiträume kommen oft genug Antworten zusammen.",
        en: "Collect for longer: two or three periods often bring enough answers together.")
    case .hiddenShort:
      LocalisedText(
        de:
          "Kurz fragen: Sechs Fragen, auf Papier oder im Gespräch, werden eher beantwortet als dreißig.",
        en:
          "Ask briefly: six questions, on paper or in person, are answered more readily than thirty."
      )
    case .hiddenFeedback:
      LocalisedText(
        de: "Zurückmelden: Sagen Sie den Befragten, was Sie gehört haben und was daraus wird.",
        en: "Report back: tell respondents what you heard and what will come of it.")
    case .hiddenTable: LocalisedText(de: "Sichtweisen und Gründe", en: "Perspectives and reasons")
    case .method: LocalisedText(de: "Wie dieser Bericht entsteht", en: "How this report is made")
    case .methodPoints:
      LocalisedText(
        de:
          "Jede Antwort wird auf 0 bis 100 Punkte umgerechnet. Ein Merkmal ist der Mittelwert seiner "
          + "Fragen. Der 95-%-Bereich zeigt, wie genau der Wert bekannt ist.",
        en: "Each answer is turned into 0 to 100 points. A dimension is the mean of its questions. "
          + "The 95% range shows how exactly the value is known.")
    case .methodRange:
      LocalisedText(
        de:
          "Der Erwartungsbereich geht von der Mitte der Vergleichsgruppe aus. Er berücksichtigt die "
          + "Zahl der Antworten und die üblichen Unterschiede. „Deutlich“ heißt: außerhalb von 99,8 %.",
        en:
          "The expected range starts from the centre of the peer group. It allows for the number of "
          + "answers and the usual differences. “Well” means: outside 99.8%.")
    case .methodHeadline:
      LocalisedText(
        de: "Unter „Halten“ und „Ansehen“ dürfen im Mittel höchstens {q} der Hinweise falsch sein.",
        en: "Of the signals under “Keep” and “Look at”, on average at most {q} may be false.")
    case .methodReading:
      LocalisedText(
        de: "Eine Einordnung gibt es ab {n} Antworten und ab {peers} Einrichtungen mit einem Wert.",
        en: "A reading needs {n} answers and {peers} organisations with a value.")
    case .methodReliability:
      LocalisedText(
        de:
          "Die Aussagekraft sagt, wie verlässlich ein Wert Einrichtungen unterscheidet: hoch ab 0,80, "
          + "mittel ab 0,60. Unter {r} gibt es keine Einordnung. „Es fehlen“ zielt auf 0,70.",
        en:
          "The informative value says how reliably a figure tells organisations apart: high from 0.80, "
          + "medium from 0.60. Below {r} there is no reading. “Lacking” aims at 0.70.")
    case .methodAssessability:
      LocalisedText(
        de:
          "Ob ein Merkmal Einrichtungen unterscheidet, gilt für eine typische Einrichtung der "
          + "Vergleichsgruppe. Sind es zu wenige für ein Urteil, steht da „offen“.",
        en:
          "Whether a dimension tells organisations apart holds for a typical one of the peer group. "
          + "Where they are too few for a verdict, it says “open”.")
    case .methodSensitivity:
      LocalisedText(
        de:
          "Jede Einordnung wird auch auf anderen, ebenso gut begründeten Rechenwegen bestimmt. Bleibt sie "
          + "nicht überall gleich, hängt sie auch am Verfahren.",
        en:
          "Each reading is also reckoned in other ways that are as well founded. Where it is not the "
          + "same in all, it depends on the method as well.")
    case .methodChange:
      LocalisedText(
        de:
          "„(±10)“ heißt: Erst eine Veränderung um 10 Punkte wäre erkennbar. Wer zuletzt weit von der Mitte "
          + "lag, kehrt meist ein Stück zu ihr zurück, auch ohne Zutun. Was so oder für alle zu erwarten war, "
          + "zählt nicht als Veränderung. Durch Zufall überschreitet höchstens etwa eine von zwanzig die Grenze.",
        en:
          "“(±10)” means: only a change of 10 points would be detectable. Those that were far from the middle "
          + "mostly come back to it a little, without doing anything. What was to be expected so, or of all, "
          + "does not count as a change. By chance at most about one in twenty crosses the limit.")
    case .methodReasons:
      LocalisedText(de: "Warum manchmal kein Wert dasteht", en: "Why a value may be missing")
    case .methodCells:
      LocalisedText(
        de: "Jede Zahl steht mit ihrer Kennung in der Datei cells.csv.",
        en: "Every figure stands with its id in the file cells.csv.")
    }
  }
}
