internal import FoundationEssentials

/// A suppression pattern as it is written in a file: one entry per hidden cell.
///
/// The file holds counts and belongs to the house, not to what is published.
public enum PatternDocument {
  /// Why a file is no pattern of a table.
  public enum Failure: Error, Equatable {
    /// The file is not JSON.
    case notJSON
    /// Something is missing or of another kind; the path to it.
    case unreadable(String)
    /// An entry names no cell of the table; its place in `pattern`.
    case unknownCell(Int)
  }

  private struct Content: Decodable {
    var pattern: [[String: Value]]
  }

  private enum Value: Decodable {
    case text(String)
    case other

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      do {
        self = .text(try value.decode(String.self))
      } catch {
        self = .other
      }
    }
  }

  /// Reads the hidden cells of a file.
  ///
  /// - Parameters:
  ///   - bytes: JSON in UTF-8, with `pattern`.
  ///   - layout: The table.
  /// - Returns: The places of the hidden cells in the problem, in order.
  /// - Throws: What is wrong with it.
  public static func hidden(in bytes: [UInt8], of layout: TableLayout) throws(Failure) -> [Int] {
    let content: Content
    do {
      content = try JSONDecoder().decode(Content.self, from: Data(bytes))
    } catch {
      switch TableDocument.Failure(error) {
      case .unreadable(let path): throw .unreadable(path)
      default: throw .notJSON
      }
    }
    var places: [String: Int] = [:]
    for (place, cell) in layout.problem.cells.enumerated() { places[cell.key] = place }
    var hidden: Set<Int> = []
    for (number, entry) in content.pattern.enumerated() {
      guard let place = key(entry, layout).flatMap({ places[$0] }) else {
        throw .unknownCell(number)
      }
      hidden.insert(place)
    }
    return hidden.sorted()
  }

  private static func key(_ entry: [String: Value], _ layout: TableLayout) -> String? {
    guard !layout.dimensions.isEmpty else {
      guard case .text(let key)? = entry["cell"] else { return nil }
      return key
    }
    var labels: [String] = []
    for (axis, name) in layout.dimensions.enumerated() {
      guard case .text(let label)? = entry[name] else { return nil }
      let isKnown = layout.labels[axis].contains(label)
      labels.append(!isKnown && label == "Total" ? layout.roots[axis] ?? label : label)
    }
    return labels.joined(separator: "|")
  }

  /// Writes a pattern.
  ///
  /// - Parameters:
  ///   - pattern: The pattern.
  ///   - layout: The table.
  ///   - name: The name of the table.
  ///   - seconds: How long it took, if that shall be written.
  /// - Returns: JSON in UTF-8 with a line end.
  public static func bytes(
    of pattern: CellSuppression.Pattern, layout: TableLayout, name: String, seconds: Double? = nil
  ) -> [UInt8] {
    let cells = layout.problem.cells
    let hidden = (pattern.primary + pattern.secondary).sorted()
    let primary = Set(pattern.primary)
    let value = pattern.secondary.reduce(0) { $0 + cells[$1].value }
    var fields = ["\"name\":\(quoted(name))", "\"tool\":\"Echolot\""]
    if let seconds { fields.append("\"secs\":\((seconds * 1000).rounded() / 1000)") }
    fields += [
      "\"cells\":\(cells.count)", "\"primary\":\(pattern.primary.count)",
      "\"suppressed\":\(hidden.count)", "\"secondary\":\(pattern.secondary.count)",
      "\"value_secondary\":\(value)", "\"loss\":\(pattern.loss)", "\"bound\":\(pattern.bound)",
      "\"optimal\":\(pattern.isOptimal)", "\"unprotected\":\(pattern.unprotected.count)",
    ]
    let size = layout.labels.reduce(1) { $0 * $1.count }
    let entries = hidden.map { place in
      var parts: [String] = []
      if layout.dimensions.isEmpty { parts.append("\"cell\":\(quoted(cells[place].key))") }
      var (rest, step) = (place, size)
      for (axis, dimension) in layout.dimensions.enumerated() {
        step /= layout.labels[axis].count
        let label = layout.labels[axis][rest / step]
        rest %= step
        parts.append(
          "\(quoted(dimension)):\(quoted(label == layout.roots[axis] ? "Total" : label))")
      }
      parts.append("\"n\":\(cells[place].value)")
      parts.append("\"primary\":\(primary.contains(place))")
      return "{\(parts.joined(separator: ","))}"
    }
    fields.append("\"pattern\":[\(entries.joined(separator: ","))]")
    return Array("{\(fields.joined(separator: ","))}\n".utf8)
  }

  /// A text as JSON writes it.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
