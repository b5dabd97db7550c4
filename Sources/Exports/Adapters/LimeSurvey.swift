extension Adapter {
  /// LimeSurvey: codes or full texts, German or English headings, also VV with two heading rows.
  static let limeSurvey: Adapter = {
    var adapter = Adapter(.limesurvey, "LimeSurvey")
    adapter.multiSelect = .columnPerOption
    adapter.fingerprints = [
      Fingerprint(
        [
          "id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp",
          "token", "ipaddr", "refurl",
        ], needed: 3),
      Fingerprint(
        [
          "Response ID", "Date submitted", "Last page", "Start language", "Seed", "Date started",
          "Date last action", "IP address",
        ], needed: 3),
      Fingerprint(
        [
          "Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Zufallsstartwert",
          "Datum gestartet", "Datum letzte Aktivität", "IP-Adresse",
        ], needed: 3),
      // Published files keep the id and the subquestions in brackets when the rest is cut off.
      Fingerprint(["Antwort ID", .ends("]")], needed: 2),
      Fingerprint(["Response ID", .ends("]")], needed: 2),
    ]
    adapter.extraHeaderRows = { headings, records in
      // VV: question texts, then codes.
      let codes: Set = ["submitdate", "lastpage", "startlanguage"]
      let second = Set((records.first ?? []).map { $0.lowercased() })
      return codes.isSubset(of: second) ? 1 : 0
    }
    adapter.missing = [
      "{question_not_shown}": .notShown, "N/A": .notShown, "-oth-": .nonAnswer,
    ]
    adapter.completed = [
      Marker(heading: "submitdate"), Marker(heading: "Date submitted"),
      Marker(heading: "Datum Abgeschickt"),
    ]
    adapter.identifiers = [
      "token", "Access code", "Zugangscode", "Zugangsschlüssel", "ipaddr", "IP address",
      "IP-Adresse", "refurl", "Referrer URL", "Referrer-URL", "firstname", "lastname", "email",
      .begins("attribute_"), "id", "Response ID", "Antwort ID", "seed", "Zufallsstartwert",
    ]
    adapter.technical = [
      "lastpage", "Last page", "Letzte Seite", "startlanguage", "Start language", "Start-Sprache",
      "startdate", "Date started", "Datum gestartet", "datestamp", "Date last action",
      "Datum letzte Aktivität", "submitdate", "Date submitted", "Datum Abgeschickt",
      "interviewtime", "Total time", "Gesamtzeit", .begins("grouptime"), .begins("Group time"),
      .begins("Question time"), .begins("Gruppenzeit"), .begins("Fragenzeit"),
    ]
    adapter.texts = [.ends("[other]"), .ends("[Sonstiges]"), .ends("_other"), .ends("[Other]")]
    adapter.dates = ["submitdate", "Date submitted", "Datum Abgeschickt"]
    return adapter
  }()
}
