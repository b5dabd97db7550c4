/// Who somebody is: planted to be looked for in everything that Echolot writes.
struct Identity {
  let first: String
  let last: String
  let mail: String
  let phone: String
  let street: String
  let birthday: String
  let postcode: String
  let account: String
}

/// Invented people, addresses and sentences, none of which may ever reach a report.
enum Canaries {
  static let firsts = [
    "Quendolin", "Ludegard", "Jodokus", "Ägidia", "Xaveria", "Balduinus", "Wunibald", "Theudelinde",
  ]
  static let lasts = [
    "Zwackelmann", "Piepenstöcker", "Quastenbüchler", "Wurzelgrübler", "Tüftelmöller",
    "Ölmützenberg", "Fjordhuber", "Knöterichsen",
  ]
  static let streets = [
    "Purzelbaumgasse 7b", "Kanarienstieg 112", "Am Vogelbauer 3", "Zwitscherallee 41",
  ]
  static let birthdays = ["29.02.2008", "31.12.2009", "30.04.2007"]
  static let postcodes = ["00137", "00249", "00351"]
  /// Accounts of a bank that does not exist, with right check digits.
  static let accounts = [
    "DE10999999990000000137", "DE80999999990000000138", "DE53999999990000000139",
  ]
  /// The domain that every planted address ends with.
  static let domain = "kanarienpost.invalid"
  /// What every respondent key begins with.
  static let keyPrefixes = ["KNG-", "SER-", "BOG-", "KTO-"]
  /// What every planted network address begins with (reserved for documentation, RFC 5737).
  static let networks = ["198.51.100.", "203.0.113."]

  /// Sentences without separators, quotes or line breaks.
  static let plainTexts = [
    "Der Hausmeister Piepenstöcker gießt jeden Morgen die Sonnenblumen.",
    "Meine Schwester heißt Ludegard und darf mich nie besuchen.",
    "Bitte ruft mich unter 030 23125 017 zurück.",
    "In Zimmer 14 schimmelt seit Ostern die Ecke hinterm Schrank.",
    "Ich wohne eigentlich in der Purzelbaumgasse 7b.",
    "Alles super – weiter so…",
    "=1+1",
    "@Leitung: schreibt an xaveria.fjordhuber@kanarienpost.invalid",
    "Das Fahrgeld bitte auf DE10999999990000000137 überweisen.",
    "+49 30 23125 029 ist meine neue Nummer",
  ]
  /// Sentences that need quotes in a CSV file; some of them span lines.
  static let nastyTexts = [
    "Herr Wurzelgrübler sagte „später“; passiert ist nichts; gar nichts.",
    "Sie nennt mich \"Kanarienvogel\". Das verletzt mich.",
    "Erstens: das Essen.\nZweitens: Frau Tüftelmöller hört nie zu.\nDrittens: 0,50 € Taschengeld; zu wenig.",
    "Gut:\n\n- der Garten\n- \"unsere\" Katze\n\nNicht gut: Herr Knöterichsen, Tel. 030 23125 041",
    "<b>Danke</b> an J. Zwackelmann &amp; Team; mail: jodokus@kanarienpost.invalid",
  ]
  /// Fragments of the sentences above and of damaged cells; each is searched for on its own.
  static let fragments = [
    "gießt jeden Morgen die Sonnenblumen", "darf mich nie besuchen", "schimmelt seit Ostern",
    "Das Fahrgeld bitte", "passiert ist nichts", "Das verletzt mich", "hört nie zu",
    "Taschengeld; zu wenig", "Nicht gut: Herr", "Danke</b> an J.", "nie wieder Kanarienkäfig",
    "sagte gestern Nacht",
  ]
  static let phones = ["030 23125 017", "030 23125 029", "030 23125 041", "030 23125 053"]

  /// Draws an identity.
  static func identity(from draws: inout Draws) -> Identity {
    let first = draws.pick(firsts)
    let last = draws.pick(lasts)
    return Identity(
      first: first, last: last, mail: "\(ascii(first)).\(ascii(last))@\(domain)",
      phone: draws.pick(phones), street: draws.pick(streets), birthday: draws.pick(birthdays),
      postcode: draws.pick(postcodes), account: draws.pick(accounts))
  }

  /// Draws a network address of the ranges reserved for documentation.
  static func network(from draws: inout Draws) -> String {
    draws.pick(networks) + "\(draws.within(1...254))"
  }

  private static func ascii(_ name: String) -> String {
    let spelled = ["ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"]
    return name.lowercased().map { spelled[String($0)] ?? String($0) }.joined()
  }
}
