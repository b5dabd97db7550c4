extension Adapter {
  /// Google Forms, as the sheet of answers is saved.
  static let googleForms: Adapter = {
    var adapter = Adapter(.googleForms, "Google Forms")
    adapter.multiSelect = .joinedByComma
    adapter.fingerprints = [
      Fingerprint(["Timestamp"], needed: 1), Fingerprint(["Zeitstempel"], needed: 1),
    ]
    adapter.contentAgrees = { headings, records in
      // The time stamp is always the first column and always filled.
      guard let first = headings.first?.lowercased(), ["timestamp", "zeitstempel"].contains(first)
      else { return false }
      return records.allSatisfy {
        $0.first?.contains { $0 == "/" || $0 == "." || $0 == "-" } == true
      }
    }
    adapter.identifiers = [
      "Email Address", "Username", "E-Mail-Adresse", "Nutzername", "E-Mail",
    ]
    adapter.technical = ["Timestamp", "Zeitstempel", "Score", "Punktzahl"]
    adapter.dates = ["Timestamp", "Zeitstempel"]
    return adapter
  }()

  /// Microsoft Forms, German or English, saved as CSV by Excel.
  static let microsoftForms: Adapter = {
    var adapter = Adapter(.microsoftForms, "Microsoft Forms")
    adapter.multiSelect = .joinedBySemicolon
    adapter.fingerprints = [
      Fingerprint(
        ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time"], needed: 3),
      Fingerprint(
        [
          "ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name",
          "Zeitpunkt der letzten Änderung",
        ], needed: 3),
    ]
    adapter.contentAgrees = { headings, _ in
      let folded = Set(headings.map { $0.lowercased() })
      return folded.contains("completion time") || folded.contains("fertigstellungszeit")
    }
    adapter.identifiers = ["ID", "Email", "E-Mail", "Name"]
    adapter.technical = [
      "Start time", "Completion time", "Last modified time", "Startzeit", "Fertigstellungszeit",
      "Zeitpunkt der letzten Änderung", "Language", "Sprache", "Total points", "Gesamtpunktzahl",
      "Quiz feedback", .begins("Points - "), .begins("Feedback - "), .begins("Punkte - "),
    ]
    adapter.dates = [
      "Completion time", "Fertigstellungszeit", "Start time", "Startzeit",
    ]
    return adapter
  }()
}
