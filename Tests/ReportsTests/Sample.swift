import Benchmark
import Reports

/// An invented survey with every reading, every reason and awkward names, made by arithmetic alone.
enum Sample {
  static let run = RunIdentity(id: "7f3a90c2d41b", version: "0.1.0")

  static let definition = Definition(
    pipeline: "beispiel",
    title: LocalisedText(de: "Rückmeldungen zur Jugendhilfe", en: "Feedback on youth welfare"),
    languages: [.german, .english], period: .year,
    perspectives: [
      Definition.Named(key: "user", name: LocalisedText(de: "Nutzende", en: "Users")),
      Definition.Named(key: "relative", name: LocalisedText(de: "Angehörige", en: "Relatives")),
      Definition.Named(key: "staff", name: LocalisedText(de: "Mitarbeitende", en: "Staff")),
    ],
    items: items, dimensions: dimensions,
    peerGroups: [
      Definition.Named(
        key: "residential",
        name: LocalisedText(de: "Stationäre Erziehungshilfe", en: "Residential child care")),
      Definition.Named(
        key: "forest", name: LocalisedText(de: "Waldkindergärten", en: "Forest kindergartens")),
    ],
    organisations: organisations, openPeerGroup: nil, thresholds: Definition.Thresholds())

  static let table = SampleMaker().table()

  static let organisations: [Definition.Organisation] =
    [
      "Lindenhof", "Haus am See", "Kleine Insel", "Jugendhaus Käthe Kollwitz",
      "Wohngruppe <script>alert(\"x\")</script> & Söhne", "Haus Regenbogen", "Brückenhaus",
      "Verbund für stationäre Kinder- und Jugendhilfe Rückenwind Nord gGmbH", "Haus Abendstern",
      "Die Werft", "Großes Haus", "Hof Sonnenschein", "Stadtwohnungen O'Neill", "Mühlengrund",
    ].enumerated().map { index, name in
      Definition.Organisation(
        key: index < 9 ? "E0\(index + 1)" : "E\(index + 1)", name: name, peerGroup: "residential")
    }
    + [
      Definition.Organisation(key: "W01", name: "Waldwichtel", peerGroup: "forest"),
      Definition.Organisation(key: "W/2.ö", name: "Waldmäuse", peerGroup: "forest"),
    ]

  static let dimensions: [Definition.Dimension] = [
    dimension("respect", "Respekt und Würde", "Respect and dignity"),
    dimension("voice", "Mitbestimmung", "Having a say"),
    dimension("reach", "Ansprechbarkeit", "Being reachable"),
    dimension("goal", "Eigene Ziele erreichen", "Reaching own goals"),
    dimension("safe", "Sicherheit und Schutz", "Safety and protection"),
    dimension("clear", "Klare Zuständigkeit", "Clear responsibility"),
  ]

  private static func dimension(_ key: String, _ de: String, _ en: String) -> Definition.Dimension {
    Definition.Dimension(
      key: key, name: LocalisedText(de: de, en: en), items: ["\(key)_1", "\(key)_2"])
  }

  static let items: [Definition.Item] = [
    item("respect_1", "Ich werde hier mit Respekt behandelt.", "I am treated with respect here."),
    item("respect_2", "Meine Privatsphäre wird geachtet.", "My privacy is respected."),
    item(
      "voice_1", "Bei Entscheidungen, die mich betreffen, rede ich mit.",
      "I have a say in decisions that concern me."),
    item("voice_2", "Ich kann Nein sagen, ohne Nachteile zu haben.", "I can say no without harm."),
    item("reach_1", "Wenn ich etwas brauche, ist jemand da.", "Someone is there when I need it."),
    item("reach_2", "Zusagen werden eingehalten.", "Promises are kept."),
    item("goal_1", "Ich komme mit dem voran, was mir wichtig ist.", "I make progress."),
    item("safe_1", "Ich fühle mich hier sicher.", "I feel safe here."),
    item(
      "clear_1", "Ich weiß, an wen ich mich mit einem Problem wenden kann.",
      "I know whom to turn to with a problem."),
    item(
      "clear_2", "Ich werde oft von einer Person zur nächsten geschickt.",
      "I am often sent from one person to the next.", reversed: true),
    Definition.Item(
      key: "goal_2", text: LocalisedText(de: "Wie sehr hilft Ihnen das?", en: "How much help?"),
      minimum: 0, maximum: 10),
    Definition.Item(
      key: "safe_2", text: LocalisedText(de: "Sicherheit in Punkten", en: "Safety in points"),
      minimum: 0, maximum: 100),
  ]

  private static func item(
    _ key: String, _ de: String, _ en: String, reversed: Bool = false
  ) -> Definition.Item {
    Definition.Item(
      key: key, text: LocalisedText(de: de, en: en), minimum: 1, maximum: 5, reversed: reversed)
  }

  static let summary: RunSummary = {
    var first = RunSummary.Counts()
    first.read = 1_234_567
    first.header = 2
    first.blank = 3
    first.accepted = 1_234_490
    first.rejected = [
      RunSummary.CodeCount(code: "extra-cell", count: 30),
      RunSummary.CodeCount(code: "some-new-code", count: 7),
    ]
    first.skipped = [
      RunSummary.CodeCount(code: "duplicate-id", count: 12),
      RunSummary.CodeCount(code: "test-record", count: 23),
    ]
    first.blanked = [RunSummary.CodeCount(code: "out-of-scale", count: 41)]
    var second = RunSummary.Counts()
    second.read = 400
    second.header = 1
    second.accepted = 389
    second.rejected = [RunSummary.CodeCount(code: "extra-cell", count: 10)]
    let digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    return RunSummary(
      pipeline: "beispiel", title: definition.title, run: run, status: .warnings,
      inputs: [
        RunSummary.Input(
          file: "befragung_2026_1.csv.gz", source: "users_2026", sha256: digest,
          bytes: 98_765_432, encoding: "windows-1252", separator: ";", counts: first),
        RunSummary.Input(
          file: "bewertungen.csv", source: "reviews", sha256: digest, bytes: 20_480,
          encoding: "utf-8", separator: "\t", counts: second),
      ],
      coverage: RunSummary.Coverage(listed: 16, withAnswers: 15, reported: 14, unnamed: 3),
      suppression: [
        RunSummary.SuppressionCount(reason: .tooFew, count: 198),
        RunSummary.SuppressionCount(reason: .protected, count: 14),
        RunSummary.SuppressionCount(reason: .implausible, count: 0),
      ],
      readings: [
        RunSummary.ReadingCount(
          reading: .wellBelow, count: 2, expectedByChance: 0.2345678901234567),
        RunSummary.ReadingCount(reading: .below, count: 5, expectedByChance: 4.8),
        RunSummary.ReadingCount(reading: .within, count: 190),
      ],
      warnings: [
        RunSummary.Warning(
          code: "EL-W-0214",
          text: LocalisedText(
            de: "bewertungen.csv: 41 Werte außerhalb der Skala wurden geleert.",
            en: "bewertungen.csv: 41 values outside the scale were blanked."))
      ],
      written: [
        RunSummary.CodeCount(code: "organisations/org.de.html", count: 16),
        RunSummary.CodeCount(code: "funder/funder.de.html", count: 1),
      ])
  }()

  static let rejects = [
    RejectRow(
      file: "befragung, neu.csv", record: 17, line: 19, lastLine: 20, byteOffset: 2048,
      byteCount: 77, stage: "shape", code: "extra-cell"),
    RejectRow(
      file: "bewertungen.csv", record: 3, line: 4, lastLine: 4, byteOffset: 310, byteCount: 50,
      stage: "type", code: "unreadable-date", column: 5, heading: "Datum \"neu\""),
    RejectRow(
      file: "bewertungen.csv", record: 4, line: 5, lastLine: 5, byteOffset: 361, byteCount: 50,
      stage: "rule", code: "some-new-code"),
  ]
}
