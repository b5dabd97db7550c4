extension Adapter {
  /// Reviews from the Google Play Console, one file a month in UTF-16.
  static let googlePlay: Adapter = {
    var adapter = Adapter(.googlePlay, "Google Play")
    adapter.speaker = .review
    adapter.fingerprints = [
      Fingerprint(
        [
          "Package Name", "App Version Code", "App Version Name", "Reviewer Language", "Device",
          "Review Submit Date and Time", "Review Submit Millis Since Epoch",
          "Review Last Update Date and Time", "Star Rating", "Review Title", "Review Text",
          "Developer Reply Text", "Review Link",
        ], needed: 4)
    ]
    adapter.identifiers = ["Review Link"]
    adapter.technical = [
      "App Version Code", "App Version Name", "Reviewer Language", "Device",
      .ends("Date and Time"), .ends("Millis Since Epoch"),
    ]
    adapter.texts = ["Review Title", "Review Text", "Developer Reply Text"]
    adapter.organisations = ["Package Name"]
    adapter.dates = ["Review Submit Date and Time"]
    adapter.ratings = ["Star Rating"]
    return adapter
  }()

  /// Reviews from Trustpilot Business.
  static let trustpilot: Adapter = {
    var adapter = Adapter(.trustpilot, "Trustpilot")
    adapter.speaker = .review
    adapter.fingerprints = [
      Fingerprint(
        [
          "Domain Url", "Webshop Name", "Business Unit Id", "Review Id", "Review Created (UTC)",
          "Review Consumer User Id", "Review Username", "Review User Email", "Review Title",
          "Review Content", "Review Stars", "Source Of Review", "Reference Id", "Company Response",
          "Location Name",
        ], needed: 4)
    ]
    adapter.identifiers = [
      "Review Id", "Review Consumer User Id", "Review Username", "Review User Email",
      "Reference Id",
    ]
    adapter.technical = [
      "Review Created (UTC)", "Company Reply Date (UTC)", "Source Of Review", "Review Language",
      "Tags",
    ]
    adapter.texts = ["Review Title", "Review Content", "Company Response"]
    adapter.organisations = ["Business Unit Id", "Location Name", "Domain Url", "Webshop Name"]
    adapter.dates = ["Review Created (UTC)"]
    adapter.ratings = ["Review Stars"]
    return adapter
  }()

  /// Any list of reviews: stars, words, fractions or school grades beside a text.
  static let reviewList: Adapter = {
    var adapter = Adapter(.reviewList, "Reviews")
    adapter.speaker = .review
    let ratings: [HeadingPattern] = [
      "Rating", "Stars", "Star Rating", "starRating", "Overall Score", "Overall Rating", "Score",
      "Bewertung", "Gesamtbewertung", "Sterne", "Note", "Schulnote", "Gesamtnote",
    ]
    let texts: [HeadingPattern] = [
      "Review", "Review Text", "Comment", "Comments", "Content", "Title", "Text", "Kommentar",
      "Bewertungstext", "Rezension", "Titel", "Pros", "Cons", "Suggestions", "reviewReply", "Reply",
      "Antwort", "Verbesserungsvorschläge",
    ]
    adapter.fingerprints = ratings.flatMap { rating in
      texts.map { Fingerprint([rating, $0], needed: 2) }
    }
    adapter.identifiers = [
      "Reviewer", "displayName", "Author", "Autor", "Verfasser", "Nutzername", "Username", "Name",
      "profilePhotoUrl", "reviewId", "Profil", "URL", "Link",
    ]
    adapter.texts = texts
    adapter.dates = [
      "Creation Date", "createTime", "Date", "Datum", "Review Date", "Bewertungsdatum",
    ]
    adapter.ratings = ratings
    // German school grades: 1 is the best. The pipeline can say otherwise.
    adapter.reversed = ["Note", "Schulnote", "Gesamtnote"]
    return adapter
  }()
}
