/// The kinds of personal data that are found.
public enum Kind: UInt8, Sendable, Hashable, CaseIterable, Comparable {
  /// A person's name: first names, surnames, initials beside them.
  case name
  /// An international bank account number (ISO 13616), with a check that holds.
  case iban
  /// The number of a payment card (ISO/IEC 7812), with a check that holds.
  case card
  /// The Steuer-Identifikationsnummer (§ 139b AO), with a check that holds.
  case taxID
  /// A Steuernummer of a tax office.
  case taxNumber
  /// A value added tax number, with a check that holds.
  case vatID
  /// The Rentenversicherungsnummer (§ 147 SGB VI), with a check that holds.
  case pension
  /// The Krankenversichertennummer (§ 290 SGB V), with a check that holds.
  case health
  /// The number of an identity card.
  case idCard
  /// The number of a passport.
  case passport
  /// The number of a driving licence.
  case driver
  /// The number of a doctor, a practice or an institution (LANR, BSNR, IK).
  case provider
  /// A telephone or fax number.
  case phone
  /// An e-mail address, also in disguise.
  case email
  /// The address of a web page.
  case url
  /// A user name in a network.
  case username
  /// The number plate of a vehicle.
  case plate
  /// A street with house number.
  case street
  /// A postcode with its place, or alone after the word for it.
  case zipCity
  /// A place somebody lives in or comes from.
  case city
  /// A date of birth, or the year of it.
  case birthDate
  /// A person's age.
  case age
  /// The number of a room, a flat or a bed.
  case room
  /// A file number of an authority or a court.
  case caseNumber
  /// The number of a customer, member, patient, contract or invoice.
  case customerNumber
  /// A number after a word that promises an identifier, which holds no check.
  case number
  /// In strict mode: a word that is in no dictionary of ordinary words.
  case word

  /// The stable code, which masks show in brackets.
  public var code: String {
    switch self {
    case .name: "NAME"
    case .iban: "IBAN"
    case .card: "CARD"
    case .taxID: "TAX_ID"
    case .taxNumber: "TAX_NO"
    case .vatID: "VAT_ID"
    case .pension: "RVNR"
    case .health: "KVNR"
    case .idCard: "ID_CARD"
    case .passport: "PASSPORT"
    case .driver: "DRIVER_LICENSE"
    case .provider: "PROVIDER_NO"
    case .phone: "PHONE"
    case .email: "EMAIL"
    case .url: "URL"
    case .username: "USERNAME"
    case .plate: "PLATE"
    case .street: "STREET"
    case .zipCity: "ZIP_CITY"
    case .city: "CITY"
    case .birthDate: "BIRTHDATE"
    case .age: "AGE"
    case .room: "ROOM_NO"
    case .caseNumber: "CASE_NO"
    case .customerNumber: "CUSTOMER_NO"
    case .number: "NUMBER"
    case .word: "WORD"
    }
  }

  /// Orders kinds as they are declared.
  public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
}
