extension Adapter {
  /// KoboToolbox: labels or XML names, one CSV without repeat groups.
  static let koboToolbox: Adapter = {
    var adapter = Adapter(.kobotoolbox, "KoboToolbox")
    adapter.multiSelect = .joinedByBlank
    adapter.fingerprints = [
      Fingerprint(
        [
          "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status",
          "_submitted_by", "__version__", "_tags", "_index",
        ], needed: 3)
    ]
    adapter.identifiers = [
      "_id", "_uuid", "_submitted_by", .begins("_geolocation"), "deviceid", "phonenumber",
      "username", "subscriberid", "simserial", .ends("_latitude"), .ends("_longitude"),
      .ends("_altitude"), .ends("_precision"),
    ]
    adapter.technical = [
      "start", "end", "today", "_submission_time", "_validation_status", "_status", "__version__",
      "_tags", "_index", "_xform_id_string", "meta/instanceID",
    ]
    adapter.texts = ["_notes"]
    adapter.dates = ["_submission_time", "end", "start"]
    return adapter
  }()

  /// ODK Central: the main table of a submissions archive.
  static let odkCentral: Adapter = {
    var adapter = Adapter(.odkCentral, "ODK Central")
    adapter.multiSelect = .joinedByBlank
    adapter.fingerprints = [
      Fingerprint(
        [
          "SubmissionDate", "meta-instanceID", "KEY", "SubmitterID", "SubmitterName",
          "AttachmentsPresent", "AttachmentsExpected", "ReviewState", "DeviceID", "Edits",
          "FormVersion",
        ], needed: 4)
    ]
    adapter.testRows = [Marker(heading: "ReviewState", values: ["rejected"])]
    adapter.identifiers = [
      "meta-instanceID", "meta-instanceName", "KEY", "SubmitterID", "SubmitterName", "DeviceID",
      .ends("-Latitude"), .ends("-Longitude"), .ends("-Altitude"), .ends("-Accuracy"),
    ]
    adapter.technical = [
      "SubmissionDate", "AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState",
      "Edits", "FormVersion", "start", "end", "today",
    ]
    adapter.dates = ["SubmissionDate"]
    return adapter
  }()

  /// REDCap: raw codes or labels, one row per record and event.
  static let redcap: Adapter = {
    var adapter = Adapter(.redcap, "REDCap")
    adapter.multiSelect = .columnPerOption
    adapter.fingerprints = [
      Fingerprint(["record_id", .ends("_complete")], needed: 2),
      Fingerprint([.begins("redcap_"), .ends("_complete")], needed: 2),
      Fingerprint(["record_id", .begins("redcap_"), .ends("_timestamp")], needed: 2),
    ]
    adapter.missing = ["[not completed]": .nonAnswer]
    adapter.identifiers = [
      "record_id", "study_id", "redcap_survey_identifier", "redcap_data_access_group",
      .begins("name"), .word("name"), "dob", "mrn",
      "address", "telephone", .begins("telephone"), "email",
    ]
    adapter.technical = [.ends("_complete"), .begins("redcap_"), .ends("_timestamp")]
    adapter.texts = [.word("comments"), .word("notes"), "mugshot"]
    adapter.dates = [.ends("_timestamp")]
    return adapter
  }()
}
