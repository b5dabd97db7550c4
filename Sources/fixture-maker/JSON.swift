/// JSON in the order it was built, one line for each small thing.
enum JSON {
  case number(Int)
  /// A number given in tenths.
  case tenths(Int)
  case text(String)
  case list([JSON])
  case members([Member])

  /// A named part of an object.
  struct Member {
    let name: String
    let value: JSON
  }

  /// An object from its parts, in their order.
  static func object(_ members: [(String, JSON)]) -> JSON {
    .members(members.map { Member(name: $0.0, value: $0.1) })
  }

  /// Texts as a list.
  static func texts(_ values: [String]) -> JSON { .list(values.map(JSON.text)) }

  /// Counts by code, in the order of the codes.
  static func counts(_ values: [String: Int]) -> JSON {
    .object(values.keys.sorted().map { ($0, .number(values[$0, default: 0])) })
  }

  /// The text, broken where a line would grow over 140 signs.
  func written(indent: String = "") -> String {
    let flat = self.flat
    guard flat.utf8.count + indent.utf8.count > 140 else { return flat }
    let inner = indent + " "
    switch self {
    case .list(let values):
      return "[\n" + values.map { inner + $0.written(indent: inner) }.joined(separator: ",\n")
        + "\n\(indent)]"
    case .members(let members):
      let lines = members.map {
        "\(inner)\(JSON.quoted($0.name)): \($0.value.written(indent: inner))"
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    default: return flat
    }
  }

  private var flat: String {
    switch self {
    case .number(let value): "\(value)"
    case .tenths(let value): JSON.decimal(value)
    case .text(let value): JSON.quoted(value)
    case .list(let values): "[" + values.map(\.flat).joined(separator: ",") + "]"
    case .members(let members):
      "{"
        + members.map { "\(JSON.quoted($0.name)): \($0.value.flat)" }.joined(separator: ", ")
        + "}"
    }
  }

  private static func decimal(_ tenths: Int) -> String {
    let sign = tenths < 0 ? "-" : ""
    let size = abs(tenths)
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
