extension Adapter {
  /// Typeform: questions as headings, at times with tags.
  static let typeform: Adapter = {
    var adapter = Adapter(.typeform, "Typeform")
    adapter.multiSelect = .columnPerOption
    adapter.fingerprints = [
      Fingerprint(
        [
          "#", "Start Date (UTC)", "Submit Date (UTC)", "Network ID", "Stage Date (UTC)",
          "Response Type", "Tags", "Ending",
        ], needed: 3)
    ]
    adapter.completed = [Marker(heading: "Submit Date (UTC)")]
    adapter.identifiers = ["#", "Network ID"]
    adapter.technical = [
      "Start Date (UTC)", "Submit Date (UTC)", "Stage Date (UTC)", "Response Type", "Tags",
      "Ending", "Score",
    ]
    adapter.dates = ["Submit Date (UTC)", "Start Date (UTC)"]
    return adapter
  }()

  /// formr: items whose names end in R are turned.
  static let formr: Adapter = {
    var adapter = Adapter(.formr, "formr")
    adapter.multiSelect = .joinedByComma
    adapter.fingerprints = [
      Fingerprint(["session", "created", "modified", "ended", "expired"], needed: 4)
    ]
    adapter.completed = [Marker(heading: "ended")]
    adapter.identifiers = ["session", "session_id", "study_id", "iteration"]
    adapter.technical = ["created", "modified", "ended", "expired"]
    adapter.dates = ["ended", "created"]
    adapter.reversed = [
      .ends("1R"), .ends("2R"), .ends("3R"), .ends("4R"), .ends("5R"), .ends("6R"), .ends("7R"),
      .ends("8R"), .ends("9R"), .ends("0R"),
    ]
    return adapter
  }()

  /// Unipark, EFS Survey, Tivian: variables v_1, v_2 and so on.
  static let unipark: Adapter = {
    var adapter = Adapter(.unipark, "Unipark (EFS)")
    adapter.multiSelect = .columnPerOption
    adapter.fingerprints = [
      Fingerprint(
        [
          "lfdn", "external_lfdn", "tester", "dispcode", "lastpage", "quality", "duration",
          "datetime", "date_of_last_access", "lastaccs",
        ], needed: 4)
    ]
    adapter.missing = [
      "0": .empty, "-66": .notShown, "-77": .notShown, "-99": .nonAnswer,
    ]
    adapter.completed = [Marker(heading: "dispcode", values: ["31", "32"])]
    adapter.testRows = [Marker(heading: "tester", values: ["1"])]
    adapter.identifiers = [
      "lfdn", "external_lfdn", "p_0001", "u_email", "u_name", "u_firstname", "browser", "referer",
      "ip_addr", "hostname", "participant_browser", .begins("c_000"),
    ]
    adapter.technical = [
      "tester", "dispcode", "lastpage", "quality", "duration", "datetime", "lastaccs",
      "date_of_last_access", "date_of_first_mail", .begins("rts"), "quota", "page_history",
    ]
    adapter.dates = ["datetime", "lastaccs"]
    return adapter
  }()
}
