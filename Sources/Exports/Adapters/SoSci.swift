extension Adapter {
  /// SoSci Survey: CSV or UTF-16 with tabs, with or without the row of labels.
  static let soSci: Adapter = {
    var adapter = Adapter(.sosci, "SoSci Survey")
    adapter.multiSelect = .columnPerOption
    adapter.fingerprints = [
      Fingerprint(
        [
          "CASE", "SERIAL", "REF", "QUESTNNR", "MODE", "STARTED", "LASTDATA", "FINISHED",
          "Q_VIEWER", "LASTPAGE", "MAXPAGE", "MISSING", "MISSREL", "TIME_RSI", "TIME_SUM",
          "MAILSENT",
        ], needed: 5)
    ]
    adapter.extraHeaderRows = { headings, records in
      // The row of labels: the case number of a person is a number, its label is not.
      guard let first = records.first,
        let column = headings.firstIndex(where: { $0.uppercased() == "CASE" }),
        column < first.count, !first[column].isEmpty
      else { return 0 }
      return first[column].allSatisfy(\.isNumber) ? 0 : 1
    }
    adapter.missing = ["-9": .empty, "-1": .nonAnswer]
    adapter.completed = [Marker(heading: "FINISHED", values: ["1", "T", "TRUE", "WAHR"])]
    adapter.testRows = [
      Marker(heading: "MODE", values: ["debug", "pretest", "preview", "admin", "test"])
    ]
    adapter.identifiers = [
      "CASE", "SERIAL", "REF", .word("RV1"), .word("RV2"), .word("RV3"), "MAILSENT",
    ]
    adapter.technical = [
      "QUESTNNR", "MODE", "STARTED", "LASTDATA", "FINISHED", "Q_VIEWER", "LASTPAGE", "MAXPAGE",
      "MISSING", "MISSREL", "TIME_RSI", "TIME_SUM", "DEG_TIME", .begins("TIME0"),
      .begins("TIME1"),
    ]
    adapter.dates = ["STARTED", "LASTDATA"]
    return adapter
  }()
}
