import Pipeline

/// The options of `microdata` and `risk`, which no other command has.
extension Arguments {
  /// Takes an option of these commands.
  ///
  /// - Parameters:
  ///   - name: The option.
  ///   - value: What stood behind its equals sign, if there was one.
  ///   - rest: The words that follow.
  /// - Returns: Whether it was one of theirs.
  /// - Throws: That a value is missing, or stands where none belongs.
  mutating func takeSetting(
    _ name: String, _ value: String?, _ rest: inout ArraySlice<String>
  ) throws(Mistake) -> Bool {
    guard command == .microdata || command == .risk else { return false }
    if MicrodataRequest.flags.contains(name) {
      guard value == nil else {
        throw mistake(de: "\(name) nimmt keinen Wert", en: "\(name) takes no value")
      }
      settings[name] = ""
      return true
    }
    guard MicrodataRequest.optionsWithValue.contains(name) else { return false }
    guard let value = value ?? rest.popFirst(), !value.isEmpty else {
      throw mistake(de: "\(name) braucht einen Wert", en: "\(name) needs a value")
    }
    if name == "--hierarchy", let before = settings[name] {
      settings[name] = before + "\n" + value
    } else {
      settings[name] = value
    }
    return true
  }

  /// Checks the operands of these commands.
  func checkMicrodata() throws(Mistake) {
    guard operands.count == 1 else {
      throw mistake(
        de: "\(command?.rawValue ?? "") braucht genau eine Datei",
        en: "\(command?.rawValue ?? "") needs exactly one file")
    }
    guard command != .risk || settings["--quasi"] != nil else {
      throw mistake(de: "risk braucht --quasi SPALTEN", en: "risk needs --quasi COLUMNS")
    }
  }
}
