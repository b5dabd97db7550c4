/// An organisation of the invented world and how many people answer about it.
struct Organisation {
  let key: String
  let name: String
  let group: String
  let users2025: Int
  let users2026: Int
  let staff2026: Int
  let relatives2026: Int
  let reviews2025: Int
  let reviews2026: Int

  init(_ key: String, _ name: String, _ group: String, _ counts: [Int]) {
    precondition(counts.count == 6, "one count for each kind of export")
    self.key = key
    self.name = name
    self.group = group
    users2025 = counts[0]
    users2026 = counts[1]
    staff2026 = counts[2]
    relatives2026 = counts[3]
    reviews2025 = counts[4]
    reviews2026 = counts[5]
  }
}

/// Who speaks, in the order of the pipeline.
enum Perspective: String, CaseIterable {
  case user
  case relative
  case staff
  case review
}

/// A named set of items, in the order of the pipeline.
enum Dimension: String, CaseIterable {
  case respect
  case voice
  case reach
  case safe
  case clear
  case loop
  case grade
  case stars
}

/// A question with the levels of its scale; level 0 is worst.
struct Item {
  let key: String
  let dimension: Dimension
  let levels: Int
  let isReversed: Bool

  init(_ key: String, _ dimension: Dimension, levels: Int = 5, isReversed: Bool = false) {
    self.key = key
    self.dimension = dimension
    self.levels = levels
    self.isReversed = isReversed
  }

  /// The step of the scale, from 0, in which a level was answered.
  func step(of level: Int) -> Int { isReversed ? levels - 1 - level : level }
}

/// The invented youth welfare services: what is really so, before anybody answers.
enum World {
  static let organisations: [Organisation] = [
    Organisation("E01", "Haus am Mühlenteich", "residential", [40, 150, 26, 22, 16, 20]),
    Organisation("E02", "Wohngruppe Lindenhöhe", "residential", [32, 120, 22, 18, 14, 18]),
    Organisation("E03", "Kinderhaus „Löwenmut“", "residential", [45, 170, 30, 25, 20, 26]),
    Organisation("E04", "Jugendwohnen Süßwasser", "residential", [28, 110, 18, 14, 10, 14]),
    Organisation("E05", "Übergang – Haus 5", "residential", [36, 140, 28, 20, 15, 19]),
    Organisation("E06", "Haus Ährengrund", "residential", [30, 115, 20, 16, 12, 15]),
    Organisation("E07", "Wohngruppe Bärenwinkel", "residential", [42, 160, 27, 24, 22, 28]),
    Organisation("E08", "Haus Sankt Änne", "residential", [25, 95, 16, 12, 9, 11]),
    Organisation("E09", "Wohnprojekt Großer Kamp", "residential", [33, 130, 24, 19, 14, 17]),
    Organisation("E10", "Haus Königsfurt", "residential", [38, 145, 25, 21, 15, 18]),
    Organisation("E11", "Jugendhof Fünf Eichen", "residential", [48, 185, 32, 30, 18, 22]),
    Organisation("E12", "Wohngruppe Märzweg", "residential", [22, 85, 15, 11, 8, 10]),
    Organisation("E13", "Kleingruppe Möwennest", "residential", [6, 7, 4, 3, 2, 3]),
    Organisation("E14", "Haus Abendröte", "residential", [35, 135, 26, 20, 16, 19]),
    Organisation("E15", "Wohngemeinschaft Lößhang", "residential", [30, 118, 20, 15, 12, 14]),
    Organisation("E16", "Haus Grünauer Steig", "residential", [27, 104, 18, 13, 10, 12]),
    Organisation("E17", "Tagesgruppe Spürnasen", "day", [26, 100, 24, 30, 14, 17]),
    Organisation("E18", "Tagesgruppe Käferberg", "day", [20, 76, 20, 24, 12, 15]),
    Organisation("E19", "Tagesgruppe Brückenhaus", "day", [18, 70, 18, 20, 11, 13]),
    Organisation("E20", "Tagesgruppe Hüttenwiese", "day", [15, 60, 12, 16, 10, 12]),
  ]

  static let items: [Item] = [
    Item("respect_1", .respect), Item("respect_2", .respect),
    Item("voice_1", .voice), Item("voice_2", .voice), Item("voice_3", .voice),
    Item("reach_1", .reach), Item("reach_2", .reach),
    Item("safe_1", .safe),
    Item("clear_1", .clear), Item("clear_2", .clear, isReversed: true),
    Item("loop_1", .loop), Item("loop_2", .loop),
    Item("grade_1", .grade, levels: 11, isReversed: true),
    Item("stars", .stars, levels: 9),
  ]

  /// The indices of items by key.
  static func items(_ keys: String...) -> [Int] {
    keys.map { key in
      guard let index = items.firstIndex(where: { $0.key == key }) else {
        preconditionFailure("an item of this world")
      }
      return index
    }
  }

  /// The organisation whose users are not asked about what becomes of criticism.
  static let notAsked = (
    organisation: "E09", perspective: Perspective.user, dimension: Dimension.loop
  )

  /// A planted difference from the level that all organisations share, in tenths of a point.
  struct Shift {
    let organisation: String
    let perspective: Perspective
    let dimension: Dimension
    let years: [Int]
    let tenths: Int
  }

  static let shifts: [Shift] = [
    Shift(
      organisation: "E03", perspective: .user, dimension: .respect, years: [2025, 2026], tenths: 140
    ),
    Shift(
      organisation: "E03", perspective: .user, dimension: .voice, years: [2025, 2026], tenths: 150),
    Shift(
      organisation: "E03", perspective: .user, dimension: .reach, years: [2025, 2026], tenths: 140),
    Shift(
      organisation: "E03", perspective: .review, dimension: .stars, years: [2025, 2026], tenths: 150
    ),
    Shift(
      organisation: "E05", perspective: .user, dimension: .voice, years: [2025, 2026], tenths: -120),
    Shift(
      organisation: "E05", perspective: .staff, dimension: .voice, years: [2025, 2026], tenths: 150),
    Shift(
      organisation: "E07", perspective: .user, dimension: .voice, years: [2025, 2026], tenths: -200),
    Shift(
      organisation: "E07", perspective: .user, dimension: .clear, years: [2025, 2026], tenths: -180),
    Shift(
      organisation: "E07", perspective: .relative, dimension: .voice, years: [2026], tenths: -150),
    Shift(
      organisation: "E07", perspective: .review, dimension: .stars, years: [2025, 2026],
      tenths: -200),
    Shift(organisation: "E11", perspective: .user, dimension: .loop, years: [2025], tenths: -160),
    Shift(organisation: "E11", perspective: .user, dimension: .loop, years: [2026], tenths: 120),
    Shift(
      organisation: "E14", perspective: .user, dimension: .reach, years: [2025, 2026], tenths: 140),
    Shift(
      organisation: "E18", perspective: .user, dimension: .respect, years: [2025, 2026],
      tenths: -120),
  ]

  /// What all organisations share, in tenths of a point, or `nil` where nobody is asked.
  private static func common(_ dimension: Dimension, _ perspective: Perspective) -> Int? {
    switch (perspective, dimension) {
    case (.user, .respect): 700
    case (.user, .voice): 600
    case (.user, .reach): 660
    case (.user, .safe): 720
    case (.user, .clear): 620
    case (.user, .loop): 560
    case (.relative, .respect): 740
    case (.relative, .voice): 580
    case (.relative, .reach): 600
    case (.relative, .safe): 750
    case (.relative, .clear): 600
    case (.relative, .loop): 540
    case (.relative, .grade): 680
    case (.staff, .respect): 780
    case (.staff, .voice): 660
    case (.staff, .reach): 720
    case (.staff, .safe): 770
    case (.staff, .clear): 640
    case (.staff, .loop): 650
    case (.review, .stars): 620
    default: nil
    }
  }

  /// The true mean in tenths of a point, 0 to 1000, or `nil` where nobody is asked.
  static func trueMean(
    of dimension: Dimension, at organisation: String, from perspective: Perspective, in year: Int
  ) -> Int? {
    guard let common = World.common(dimension, perspective) else { return nil }
    if notAsked == (organisation, perspective, dimension) { return nil }
    let shift = shifts.filter {
      $0.organisation == organisation && $0.perspective == perspective
        && $0.dimension == dimension && $0.years.contains(year)
    }
    return shift.reduce(common) { $0 + $1.tenths }
  }
}
