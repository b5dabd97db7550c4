/// All words that are known, with what is known about them, by a hash of their folded form.
///
/// Words are told apart by 64 bits of hash alone: among 600,000 words, one in thirty million texts' words
/// would be mistaken for another.
struct Lexicon: Sendable {
  private struct Place {
    var key: UInt64 = 0
    var traits: UInt32 = 0
    var cue: UInt8 = 0
  }

  private var places: [Place]
  private let mask: Int

  /// Where the hash of a word begins (FNV-1a).
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of a word with one more byte.
  @inline(__always) static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// Makes an empty lexicon.
  ///
  /// - Parameter bits: The number of places, as a power of two; half of them may be taken.
  init(bits: Int) {
    places = [Place](repeating: Place(), count: 1 << bits)
    mask = 1 << bits - 1
  }

  /// What is known about a word.
  ///
  /// - Parameter hash: The hash of its folded form.
  /// - Returns: Its traits and what it promises.
  @inline(__always) func entry(_ hash: UInt64) -> Entry {
    let place = places[index(of: hash)]
    guard place.key == hash else { return Entry() }
    return Entry(traits: Traits(rawValue: place.traits), cue: Cue(rawValue: place.cue) ?? .none)
  }

  /// What is known about a word, without what it promises.
  @inline(__always) func traits(_ hash: UInt64) -> Traits {
    let place = places[index(of: hash)]
    return place.key == hash ? Traits(rawValue: place.traits) : []
  }

  /// Adds what is known about a word.
  mutating func add(_ hash: UInt64, _ traits: Traits, cue: Cue = .none) {
    let index = index(of: hash)
    places[index].key = hash
    places[index].traits |= traits.rawValue
    if cue != .none { places[index].cue = cue.rawValue }
  }

  /// Takes away what is known about a word.
  mutating func remove(_ hash: UInt64, _ traits: Traits) {
    let index = index(of: hash)
    if places[index].key == hash { places[index].traits &= ~traits.rawValue }
  }

  @inline(__always) private func index(of hash: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while places[index].key != hash, places[index].key != 0 { index = (index + 1) & mask }
    return index
  }
}
