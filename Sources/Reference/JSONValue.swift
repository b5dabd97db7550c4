/// A JSON value; every number is a double.
public enum JSONValue: Sendable, Equatable, Codable {
  /// No value.
  case null
  /// True or false.
  case bool(Bool)
  /// A number; results that are not finite do not leave a `ReferenceFunction`.
  case number(Double)
  /// A text.
  case text(String)
  /// Values in order.
  case list([JSONValue])
  /// Values by name.
  case object([String: JSONValue])

  /// Reads a value of any kind.
  ///
  /// - Parameter decoder: Where from.
  /// - Throws: What the decoder throws.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try Self.attempt({ try container.decode(Double.self) }) {
      self = .number(value)
    } else if let value = try Self.attempt({ try container.decode(Bool.self) }) {
      self = .bool(value)
    } else if let value = try Self.attempt({ try container.decode(String.self) }) {
      self = .text(value)
    } else if let value = try Self.attempt({ try container.decode([JSONValue].self) }) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The value, or `nil` if it is of another kind.
  private static func attempt<Value>(_ decode: () throws -> Value) throws -> Value? {
    do {
      return try decode()
    } catch DecodingError.typeMismatch {
      return nil
    }
  }

  /// Writes the value.
  ///
  /// - Parameter encoder: Where to.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  /// A number, or null where there is none.
  ///
  /// - Parameter value: A number, or `nil`.
  /// - Returns: The value.
  public static func of(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }

  /// A whole number.
  ///
  /// - Parameter value: The number.
  /// - Returns: The value.
  public static func of(_ value: Int) -> JSONValue { .number(Double(value)) }

  /// Numbers in order.
  ///
  /// - Parameter values: Finite numbers, `nil` where there is none.
  /// - Returns: The value.
  public static func of(_ values: [Double?]) -> JSONValue { .list(values.map { .of($0) }) }

  /// Whether all numbers in it are finite.
  public var isFinite: Bool {
    switch self {
    case .number(let value): value.isFinite
    case .list(let values): values.allSatisfy(\.isFinite)
    case .object(let values): values.values.allSatisfy(\.isFinite)
    default: true
    }
  }
}
