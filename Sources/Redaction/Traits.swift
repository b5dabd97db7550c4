/// What a lexicon knows about a word.
struct Traits: OptionSet {
  let rawValue: UInt32

  /// An ordinary German word written small.
  static let smallGerman = Traits(rawValue: 1 << 0)
  /// An ordinary German word written with a capital: a noun.
  static let noun = Traits(rawValue: 1 << 1)
  /// An ordinary English word.
  static let english = Traits(rawValue: 1 << 2)
  /// A first name.
  static let first = Traits(rawValue: 1 << 3)
  /// A surname.
  static let last = Traits(rawValue: 1 << 4)
  /// A rare or short name, which needs a second signal.
  static let rare = Traits(rawValue: 1 << 5)
  /// A name even where an ordinary word is spelled the same.
  static let sure = Traits(rawValue: 1 << 6)
  /// Part of the name of a town.
  static let place = Traits(rawValue: 1 << 7)
  /// A form of address that a name follows: Frau, Herr, Mr.
  static let title = Traits(rawValue: 1 << 8)
  /// A relation or role that a name may follow: Sohn, Betreuerin, nurse.
  static let role = Traits(rawValue: 1 << 9)
  /// An article, pronoun or numeral that goes before a common noun.
  static let article = Traits(rawValue: 1 << 10)
  /// A preposition or conjunction that a bare name may follow.
  static let preposition = Traits(rawValue: 1 << 11)
  /// A verb in the third person that may follow a name.
  static let verb = Traits(rawValue: 1 << 12)
  /// A word of grammar, which is never a name.
  static let function = Traits(rawValue: 1 << 13)
  /// A month, season or day of the week.
  static let calendar = Traits(rawValue: 1 << 14)
  /// An academic or professional degree: Dr., Prof., med.
  static let degree = Traits(rawValue: 1 << 15)
  /// A particle within names: von, van, de, al.
  static let particle = Traits(rawValue: 1 << 16)
  /// The end of a letter that a name follows: Grüße, LG, regards.
  static let closing = Traits(rawValue: 1 << 17)
  /// An Unterscheidungszeichen of a number plate.
  static let district = Traits(rawValue: 1 << 18)
  /// A form of greeting that a name may follow: Hallo, Liebe, Dear.
  static let greeting = Traits(rawValue: 1 << 19)
  /// A noun that follows forms of address without being a name.
  static let common = Traits(rawValue: 1 << 20)
  /// A unit or noun that follows a quantity: Uhr, Euro, Personen.
  static let unit = Traits(rawValue: 1 << 21)
  /// A frequent word of German only.
  static let isGerman = Traits(rawValue: 1 << 22)
  /// A frequent word of English only.
  static let isEnglish = Traits(rawValue: 1 << 23)

  /// A word of living somewhere or coming from there.
  static let living = Traits(rawValue: 1 << 24)
  /// A word between what promises a number and the number.
  static let filler = Traits(rawValue: 1 << 25)

  /// A preposition that goes before the place somebody comes from.
  static let from = Traits(rawValue: 1 << 26)
  /// A preposition that goes before a place.
  static let inside = Traits(rawValue: 1 << 27)

  /// Whether it is an ordinary word in any spelling.
  static let ordinary: Traits = [.smallGerman, .noun, .english]
  /// What a word with foreign accents is not.
  static let notForeign: Traits = [
    .smallGerman, .noun, .english, .function, .article, .preposition, .verb, .calendar, .role,
    .common, .unit, .closing,
    .greeting, .title, .degree, .isGerman, .isEnglish, .filler, .living,
  ]
  /// Whether it is a name of any kind.
  static let anyName: Traits = [.first, .last, .rare]
}

/// What a word promises about the number or name that follows it.
enum Cue: UInt8 {
  case none, phone, iban, taxID, taxNumber, vat, pension, health, idCard, passport, driver, provider
  case card, caseNumber, customer, number, room, birth, plate, account, postcode, age, named
}

/// What a lexicon says about one word.
struct Entry {
  /// What is known about it.
  var traits: Traits = []
  /// What it promises.
  var cue: Cue = .none
}
