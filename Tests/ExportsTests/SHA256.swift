/// SHA-256 after FIPS 180-4, to compare rows with hashes made elsewhere.
func sha256(_ message: [UInt8]) -> String {
  var padded = message + [0x80]
  while padded.count % 64 != 56 { padded.append(0) }
  let bits = UInt64(message.count) * 8
  padded += stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bits >> $0) }
  var hash: [UInt32] = fractions(ofRoot: 2, count: 8)
  let constants = fractions(ofRoot: 3, count: 64)
  var words = [UInt32](repeating: 0, count: 64)
  for block in stride(from: 0, to: padded.count, by: 64) {
    for index in 0..<16 {
      words[index] = padded[(block + index * 4)..<(block + index * 4 + 4)]
        .reduce(0) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      words[index] =
        words[index - 16] &+ (turn(early, 7) ^ turn(early, 18) ^ early >> 3) &+ words[index - 7]
        &+ (turn(late, 17) ^ turn(late, 19) ^ late >> 10)
    }
    var state = hash
    for index in 0..<64 {
      let (a, e) = (state[0], state[4])
      let choice = (e & state[5]) ^ (~e & state[6])
      let first =
        state[7] &+ (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) &+ choice &+ constants[index]
        &+ words[index]
      let majority = (a & state[1]) ^ (a & state[2]) ^ (state[1] & state[2])
      let second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) &+ majority
      state = [first &+ second] + state[0..<3] + [state[3] &+ first] + state[4..<7]
    }
    for index in 0..<8 { hash[index] &+= state[index] }
  }
  return hash.map { word in
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }.joined()
}

private func turn(_ word: UInt32, _ count: UInt32) -> UInt32 {
  word >> count | word << (32 - count)
}

/// The first 32 bits of the fractions of the square or cube roots of the first primes.
private func fractions(ofRoot degree: Int, count: Int) -> [UInt32] {
  var primes: [UInt64] = []
  var candidate: UInt64 = 2
  while primes.count < count {
    if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
    candidate += 1
  }
  return primes.map { prime in
    // The greatest r with r^degree <= prime * 2^(32 * degree), found bit by bit.
    var root: UInt64 = 0
    for bit in stride(from: UInt64(36), through: 0, by: -1) {
      let wider = root | 1 << bit
      if power(wider, degree) <= power(1 << 32, degree) * UInt128(prime) { root = wider }
    }
    return UInt32(truncatingIfNeeded: root)
  }
}

private func power(_ base: UInt64, _ degree: Int) -> UInt128 {
  (0..<degree).reduce(1) { product, _ in product * UInt128(base) }
}
