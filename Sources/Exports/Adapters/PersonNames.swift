/// Tells names of persons from names of houses, as far as their form does.
enum PersonNames {
  /// Whether most texts of a column look like names of persons.
  ///
  /// - Parameter texts: The different texts.
  /// - Returns: Whether more than half look so, and do not mostly begin alike, as places do
  ///   (`Berlin Mitte`, `Berlin Wedding`).
  static func areMost(of texts: [String]) -> Bool {
    let names = texts.compactMap(words)
    guard names.count * 2 > texts.count else { return false }
    let firsts = Dictionary(names.map { ($0[0], 1) }, uniquingKeysWith: +)
    return names.count == 1 || (firsts.values.max() ?? 0) * 2 <= names.count
  }

  /// The words of a text that may name a person, `nil` if it does not look so.
  ///
  /// Two to four words, each with a capital and then small letters, or an initial; `von` and the like
  /// between them; `Muster, Erika` too. No figure, and no word that houses have in their names.
  private static func words(_ text: String) -> [String]? {
    let parts = text.split { $0 == " " || $0 == "," || $0 == "\u{A0}" }.map(String.init)
      .filter { !titles.contains($0) }
    let names = parts.filter { !particles.contains($0.lowercased()) }
    guard (2...4).contains(names.count), parts.first == names.first,
      names.allSatisfy(isName), !parts.contains(where: isOfHouses)
    else { return nil }
    return names
  }

  /// Whether a word is a name, such as `Erika`, `Anna-Lena`, `O'Neill` or an initial.
  private static func isName(_ word: String) -> Bool {
    if word.count == 2, word.hasSuffix(".") { return word.first?.isUppercase == true }
    let parts = word.split { $0 == "-" || $0 == "'" || $0 == "’" }
    return !parts.isEmpty
      && parts.allSatisfy { part in
        part.first?.isUppercase == true && part.allSatisfy(\.isLetter)
          && (part.count == 1 || part.dropFirst().contains(where: \.isLowercase))
      } && word.contains(where: \.isLowercase)
  }

  /// Whether houses, places and services have the word in their names, by itself or as its end.
  ///
  /// Endings that are as usual in family names, such as `-berg` and `-bach`, are not among them.
  private static func isOfHouses(_ word: String) -> Bool {
    let folded = word.lowercased()
    return houses.contains(folded) || endings.contains { folded.hasSuffix($0) }
  }

  private static let titles: Set<String> = [
    "Dr.", "Prof.", "Herr", "Frau", "Hr.", "Fr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.",
  ]

  private static let particles: Set<String> = [
    "von", "van", "vom", "zu", "zur", "der", "den", "de", "del", "di", "da", "dos", "el", "al",
    "bin", "ten", "und",
  ]

  private static let houses: Set<String> = [
    "st.", "st", "sankt", "villa", "am", "an", "im", "in", "auf", "bei", "unter", "nord", "süd",
    "ost", "west", "mitte", "zentrum", "innenstadt", "altstadt", "neustadt", "stadt", "land",
    "nordost", "nordwest", "südost", "südwest", "north", "south", "east", "e.v.", "ev",
    "gmbh", "ggmbh", "ag", "ltd", "inc", "ambulant", "ambulante", "stationär", "mobile", "the",
    "of", "club", "office", "service", "services", "unit", "ward", "clinic", "hospital", "school",
    "college", "university", "foundation", "community", "trust", "care", "alte", "alter", "altes",
    "neue", "neuer", "neues", "kleine", "kleiner", "große", "großer", "rote", "rotes", "grüne",
    "grünes", "blaue", "bunte", "bunter", "hof", "gut", "schloss", "kloster", "burg", "berg", "see",
    "tal", "wald", "weg", "dorf", "park", "hill", "valley", "farm", "jugendamt", "sozialamt",
  ]

  private static let endings: [String] = [
    "haus", "heim", "kita", "garten", "krippe", "hort", "schule", "gruppe", "gruppen",
    "stelle", "dienst", "dienste", "zentrum", "verein", "verband", "werk", "stift", "stiftung",
    "hilfe", "pflege", "station", "klinik", "klinikum", "praxis", "team", "abteilung", "bereich",
    "standort", "filiale", "kreis", "bezirk", "viertel", "straße", "strasse", "platz",
    "allee", "stätte", "treff", "laden",
    "insel", "nest", "wiese", "wohnen", "werkstatt", "kirche", "diakonie", "caritas", "beratung",
    "betreuung", "house", "home", "homes", "centre", "center", "group", "company", "department",
    "wg", "residence", "shelter", "street", "road",
  ]
}
