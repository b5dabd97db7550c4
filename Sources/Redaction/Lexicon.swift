/// All words that are known, with what is known about them, by a hash of their folded form.
///
/// Words are told apart by 64 bits of hash alone: among 600,000 words, one in thirty million texts' words
/// would be mistaken for another.
struct Lexicon: Sendable {
  private var keys: [UInt64]
  private var entries: [UInt32]
  private var cues: [UInt8]
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
    keys = [UInt64](repeating: 0, count: 1 << bits)
    entries = [UInt32](repeating: 0, count: 1 << bits)
    cues = [UInt8](repeating: 0, count: 1 << bits)
    mask = 1 << bits - 1
  }

  /// What is known about a word.
  ///
  /// - Parameter hash: The hash of its folded form.
  @inline(__always) func entry(_ hash: UInt64) -> Entry {
    let place = place(of: hash)
    guard keys[place] == hash else { return Entry() }
    return Entry(traits: Traits(rawValue: entries[place]), cue: Cue(rawValue: cues[place]) ?? .none)
  }

  /// What is known about a word, without what it promises.
  @inline(__always) func traits(_ hash: UInt64) -> Traits {
    let place = place(of: hash)
    return keys[place] == hash ? Traits(rawValue: entries[place]) : []
  }

  /// Adds what is known about a word.
  mutating func add(_ hash: UInt64, _ traits: Traits, cue: Cue = .none) {
    let place = place(of: hash)
    keys[place] = hash
    entries[place] |= traits.rawValue
    if cue != .none { cues[place] = cue.rawValue }
  }

  /// Takes away what is known about a word.
  mutating func remove(_ hash: UInt64, _ traits: Traits) {
    let place = place(of: hash)
    if keys[place] == hash { entries[place] &= ~traits.rawValue }
  }

  @inline(__always) private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while keys[place] != hash, keys[place] != 0 { place = (place + 1) & mask }
    return place
  }
}
