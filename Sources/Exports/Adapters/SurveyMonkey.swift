extension Adapter {
  /// SurveyMonkey: two heading rows, the question only above its first column.
  static let surveyMonkey: Adapter = {
    var adapter = Adapter(.surveymonkey, "SurveyMonkey")
    adapter.multiSelect = .columnPerOption
    adapter.fingerprints = [
      Fingerprint(
        [
          "Respondent ID", "Collector ID", "Date Created", "Date Modified", "IP Address",
          "Email Address", "First Name", "Last Name", "Custom Data 1",
        ], needed: 3),
      Fingerprint(
        [
          "RespondentID", "CollectorID", "StartDate", "EndDate", "IP Address", "Email Address",
          "FirstName", "LastName", "Custom Data 1",
        ], needed: 3),
      Fingerprint(["RespondentID"], needed: 1),
      Fingerprint(["Respondent ID"], needed: 1),
    ]
    adapter.extraHeaderRows = { headings, records in
      // The second row has no respondent, and says "Response" somewhere.
      guard let second = records.first, second.first?.isEmpty == true else { return 0 }
      let words: Set = ["response", "open-ended response", "antwort", "antworten", "freie antwort"]
      return second.contains { words.contains($0.lowercased()) } ? 1 : 0
    }
    adapter.missing = ["Unfamiliar (N/A)": .nonAnswer, "N/A": .nonAnswer]
    adapter.identifiers = [
      "Respondent ID", "RespondentID", "Collector ID", "CollectorID", "IP Address",
      "Email Address", "First Name", "Last Name", "FirstName", "LastName",
      .begins("Custom Data"), "custom_1",
    ]
    adapter.technical = [
      "Date Created", "Date Modified", "StartDate", "EndDate", "collector_created_at",
    ]
    adapter.dates = ["Date Modified", "EndDate", "Date Created", "StartDate"]
    return adapter
  }()
}
