internal import Benchmark

/// File names of a run; organisation keys become folder names without ever meeting.
enum ReportPath {
  /// The summary of a run: the first language of the pipeline has the plain name.
  ///
  /// - Parameters:
  ///   - language: The language of the page.
  ///   - languages: All languages of the pipeline.
  /// - Returns: A file name.
  static func summary(_ language: Language, of languages: [Language]) -> String {
    language == languages.first ? "run-summary.html" : "run-summary.\(language.rawValue).html"
  }

  /// The folder of an organisation: its key with every unusual byte as `%` and two hexadecimal digits.
  ///
  /// Letters, digits, `-` and `_` stay; two different keys never share a folder.
  ///
  /// - Parameter key: The key of the organisation.
  /// - Returns: A name that holds no separator and no dot.
  static func folder(_ key: String) -> String {
    guard !key.isEmpty else { return "%" }
    return escape(key) { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }

  /// A folder name as part of a link, where `%` itself must be escaped.
  ///
  /// - Parameter key: The key of the organisation.
  /// - Returns: The link part.
  static func link(_ key: String) -> String {
    escape(folder(key)) { $0 != UInt8(ascii: "%") }
  }

  private static func escape(_ text: String, keeping keep: (UInt8) -> Bool) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if keep(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
