/// The whole invented world: organisations, exports and the truth about them.
enum Jugendhilfe {
  /// Makes all files.
  static func files() -> [(name: String, bytes: [UInt8])] {
    var output = Output()
    output.add("organisations.csv", organisations)
    Users2025.add(to: &output)
    Users2026.add(to: &output)
    Staff2026.add(to: &output)
    Relatives2026.add(to: &output)
    Reviews.add(to: &output)
    output.addTruth()
    return output.files
  }

  private static var organisations: [UInt8] {
    let lines = World.organisations.map { "\($0.key),\($0.name),\($0.group)" }
    return Encoding.utf8((["key,name,peer_group"] + lines).map { $0 + "\n" }.joined())
  }
}
