extension Adapter {
  /// Qualtrics: three heading rows (codes, texts, ImportId as JSON or as Python wrote it), or two in
  /// the old form.
  static let qualtrics: Adapter = {
    var adapter = Adapter(.qualtrics, "Qualtrics")
    adapter.multiSelect = .columnPerOption
    adapter.fingerprints = [
      Fingerprint(
        [
          "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)",
          "Finished", "RecordedDate", "ResponseId", "RecipientLastName", "ExternalReference",
          "LocationLatitude", "DistributionChannel", "UserLanguage",
        ], needed: 5),
      Fingerprint(
        [
          "ResponseID", "ResponseSet", "IPAddress", "StartDate", "EndDate", "RecipientLastName",
          "ExternalDataReference", "Finished", "Status", "LocationLatitude", "LocationAccuracy",
        ], needed: 5),
    ]
    adapter.extraHeaderRows = { headings, records in
      if records.count > 1, records[1].contains(where: { $0.contains("ImportId") }) { return 2 }
      if records.first?.contains(where: { $0.contains("ImportId") }) == true { return 1 }
      // Old form: V1, V2 ... above ResponseID ..., or the fields' names a second time.
      let second = Set((records.first ?? []).map { $0.lowercased() })
      let isLegacy = second.isSuperset(of: ["responseid", "startdate"])
      return isLegacy ? 1 : 0
    }
    adapter.missing = ["-99": .notShown]
    adapter.completed = [
      Marker(heading: "Finished", values: ["1", "True", "TRUE", "Wahr", "WAHR"])
    ]
    adapter.testRows = [
      Marker(heading: "Status", values: ["Survey Preview", "Umfragevorschau", "Survey Test", "1"])
    ]
    adapter.identifiers = [
      "IPAddress", .begins("Recipient"), "ExternalReference", "ExternalDataReference",
      "LocationLatitude", "LocationLongitude", "LocationAccuracy", "ResponseId", "Name",
      "EmailAddress", "V1", "V3", "V4", "V5", "V6",
    ]
    adapter.technical = [
      "StartDate", "EndDate", "RecordedDate", "Status", "Progress", "Duration (in seconds)",
      "Finished", "DistributionChannel", "UserLanguage", "ResponseSet", "V2", "V7", "V8", "V9",
      "V10",
    ]
    adapter.texts = [.ends("_TEXT"), .ends(" - Topics")]
    adapter.dates = ["RecordedDate", "EndDate", "StartDate"]
    return adapter
  }()
}
