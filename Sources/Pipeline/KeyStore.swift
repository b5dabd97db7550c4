@_spi(Secrets) internal import Anonymising
internal import Benchmark
import FoundationEssentials
import Glibc

/// Keeps the secret behind respondent fingerprints in a file of its own, for its owner only.
enum KeyStore {
  /// Where the key lies: where an option or `ECHOLOT_KEY_FILE` says, else below the user's data folder.
  ///
  /// - Parameters:
  ///   - named: The file named by an option.
  ///   - environment: The environment of the process.
  /// - Returns: A path.
  /// - Throws: A failure if nothing says where.
  static func path(
    named: String?, environment: [String: String]
  ) throws(Failure) -> String {
    if let named { return named }
    if let file = environment["ECHOLOT_KEY_FILE"], !file.isEmpty { return file }
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return data + "/echolot/pseudonym.key"
    }
    if let home = environment["HOME"], !home.isEmpty {
      return home + "/.local/share/echolot/pseudonym.key"
    }
    throw failure(
      "EL-E-0404", "pseudonym.key",
      de: "Es ist nicht bekannt, wo der Schlüssel liegen soll (HOME fehlt)",
      en: "It is not known where the key shall lie (HOME is missing)",
      outDe: "Nennen Sie die Datei mit --key-file oder ECHOLOT_KEY_FILE",
      outEn: "Name the file with --key-file or ECHOLOT_KEY_FILE")
  }

  /// Reads the key, or creates it on first use with access for its owner only.
  ///
  /// - Parameters:
  ///   - path: The key file.
  ///   - outputs: The folder of a run, or the file of a tally; the key must not lie in the folder
  ///     or beside the file.
  /// - Returns: The key.
  /// - Throws: A failure if the file is no key, is open to others, or lies beside the outputs.
  static func key(at path: String, apartFrom outputs: String) throws(Failure) -> PseudonymKey {
    guard !isBelow(path, outputs), Disk.isDirectory(outputs) || !isBeside(path, outputs) else {
      throw failure(
        "EL-E-0401", path,
        de: "Die Schlüsseldatei liegt beim Ergebnis und würde mit ihm weitergegeben",
        en: "The key file lies beside the outputs and would be passed on with them",
        outDe: "Legen Sie sie mit --key-file oder ECHOLOT_KEY_FILE an einen anderen Ort",
        outEn: "Put it somewhere else with --key-file or ECHOLOT_KEY_FILE")
    }
    if Disk.exists(path) { return try stored(at: path) }
    try createFolder(Disk.folder(of: path))
    let key = PseudonymKey.random()
    try key.withBytes { bytes throws(Failure) in
      var copy: [UInt8] = []
      for index in bytes.indices { copy.append(bytes[index]) }
      try Disk.create(path, with: copy, mode: 0o600, synchronise: true)
    }
    return key
  }

  private static func stored(at path: String) throws(Failure) -> PseudonymKey {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & 0o077 == 0 else {
      throw failure(
        "EL-E-0402", path,
        de: "Die Schlüsseldatei ist auch für andere lesbar",
        en: "Others may read the key file",
        outDe: "Beschränken Sie sie mit: chmod 600 (Datei)",
        outEn: "Restrict it with: chmod 600 (the file)")
    }
    guard let key = PseudonymKey(bytes: try Disk.read(path)) else {
      throw failure(
        "EL-E-0403", path,
        de: "Die Datei ist kein Schlüssel (32 Bytes)",
        en: "The file is no key (32 bytes)",
        outDe: "Spielen Sie die Sicherung zurück, oder benennen Sie sie um: dann entsteht ein neuer"
          + " Schlüssel, der mit früheren Zählungen nicht zusammenpasst",
        outEn: "Restore it from a backup, or move it away: a new key is made then, which does not"
          + " fit earlier tallies")
    }
    return key
  }

  private static func createFolder(_ path: String) throws(Failure) {
    guard !Disk.isDirectory(path) else { return }
    try Disk.createFolder(path)
    unsafe chmod(path, 0o700)
  }

  private static func isBelow(_ path: String, _ folder: String) -> Bool {
    let parts = resolved(path).split(separator: "/")
    return parts.starts(with: resolved(folder).split(separator: "/"))
  }

  private static func isBeside(_ path: String, _ file: String) -> Bool {
    resolved(Disk.folder(of: path)) == resolved(Disk.folder(of: file))
  }

  /// The path from the root, links followed as far as it exists.
  private static func resolved(_ path: String) -> String {
    var rest: [String] = []
    var head = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    while true {
      if let real = unsafe realpath(head, nil) {
        defer { unsafe free(real) }
        return ([unsafe String(cString: real)] + rest.reversed()).joined(separator: "/")
      }
      guard head != "/" && head != "." else { return path }
      rest.append(Disk.name(of: head))
      head = Disk.folder(of: head)
    }
  }

  private static func failure(
    _ code: String, _ path: String, de: String, en: String, outDe: String, outEn: String
  ) -> Failure {
    Failure(
      .configuration,
      Notice(
        code: code, place: Notice.Place(file: path), problem: LocalisedText(de: de, en: en),
        wayOut: LocalisedText(de: outDe, en: outEn)))
  }
}
