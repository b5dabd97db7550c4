/// What a function is given, by name.
public struct FunctionInput: Sendable {
  /// Why a function gives no result.
  public enum Failure: Error, Sendable, Equatable {
    /// A value that the function needs is missing.
    case missing(String)
    /// A value is not of the kind that is expected.
    case wrongKind(name: String, expected: String)
    /// A value is given that the function does not know.
    case unknown(String)
    /// The input allows no result; the reason is a word with hyphens, such as `no-spread`.
    case noResult(String)
  }

  private let values: [String: JSONValue]

  /// Takes the values.
  ///
  /// - Parameter values: By name.
  public init(_ values: [String: JSONValue]) { self.values = values }

  /// The values by name.
  var parts: [String: JSONValue] { values }

  /// The names of all values, in order.
  public var names: [String] { values.keys.sorted() }

  /// Whether a value is given and not null.
  ///
  /// - Parameter name: Its name.
  /// - Returns: Whether it is there.
  public func has(_ name: String) -> Bool { (values[name] ?? .null) != .null }

  func value(_ name: String) throws(Failure) -> JSONValue {
    guard let value = values[name] else { throw .missing(name) }
    return value
  }

  /// A number.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - standard: What is taken if it is not given; `nil` demands it.
  /// - Returns: The number.
  /// - Throws: That it is missing or no number.
  public func number(_ name: String, else standard: Double? = nil) throws(Failure) -> Double {
    if let standard, !has(name) { return standard }
    guard case .number(let number) = try value(name) else {
      throw .wrongKind(name: name, expected: "a number")
    }
    return number
  }

  /// A whole number.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - standard: What is taken if it is not given; `nil` demands it.
  /// - Returns: The number.
  /// - Throws: That it is missing or no whole number.
  public func integer(_ name: String, else standard: Int? = nil) throws(Failure) -> Int {
    if let standard, !has(name) { return standard }
    guard let integer = Int(exactly: try number(name)) else {
      throw .wrongKind(name: name, expected: "a whole number")
    }
    return integer
  }

  /// True or false.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - standard: What is taken if it is not given.
  /// - Returns: The value.
  /// - Throws: That it is neither.
  public func flag(_ name: String, else standard: Bool) throws(Failure) -> Bool {
    guard has(name) else { return standard }
    guard case .bool(let flag) = try value(name) else {
      throw .wrongKind(name: name, expected: "true or false")
    }
    return flag
  }

  /// A text.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - standard: What is taken if it is not given; `nil` demands it.
  /// - Returns: The text.
  /// - Throws: That it is missing or no text.
  public func text(_ name: String, else standard: String? = nil) throws(Failure) -> String {
    if let standard, !has(name) { return standard }
    guard case .text(let text) = try value(name) else {
      throw .wrongKind(name: name, expected: "a text")
    }
    return text
  }

  private func list(_ name: String, _ expected: String) throws(Failure) -> [JSONValue] {
    guard case .list(let list) = try value(name) else {
      throw .wrongKind(name: name, expected: expected)
    }
    return list
  }

  /// Numbers in order, null for missing ones.
  ///
  /// - Parameter name: Their name.
  /// - Returns: The numbers.
  /// - Throws: That they are missing or something else.
  public func optionalNumbers(_ name: String) throws(Failure) -> [Double?] {
    let expected = "a list of numbers and nulls"
    var numbers: [Double?] = []
    for element in try list(name, expected) {
      switch element {
      case .number(let number): numbers.append(number)
      case let missing where missing.isMissingNumber: numbers.append(nil)
      default: throw .wrongKind(name: name, expected: expected)
      }
    }
    return numbers
  }

  /// Numbers in order.
  ///
  /// - Parameter name: Their name.
  /// - Returns: The numbers.
  /// - Throws: That they are missing or something else.
  public func numbers(_ name: String) throws(Failure) -> [Double] {
    let all = try optionalNumbers(name)
    let numbers = all.compactMap(\.self)
    guard numbers.count == all.count else {
      throw .wrongKind(name: name, expected: "a list of numbers")
    }
    return numbers
  }

  /// Whole numbers in order.
  ///
  /// - Parameter name: Their name.
  /// - Returns: The numbers.
  /// - Throws: That they are missing or something else.
  public func integers(_ name: String) throws(Failure) -> [Int] {
    let all = try numbers(name)
    let integers = all.compactMap { Int(exactly: $0) }
    guard integers.count == all.count else {
      throw .wrongKind(name: name, expected: "a list of whole numbers")
    }
    return integers
  }

  /// Labels in order; numbers are taken as their texts.
  ///
  /// - Parameter name: Their name.
  /// - Returns: The labels.
  /// - Throws: That they are missing or something else.
  public func labels(_ name: String) throws(Failure) -> [String] {
    let expected = "a list of texts or numbers"
    var labels: [String] = []
    for element in try list(name, expected) {
      switch element {
      case .text(let text): labels.append(text)
      case .number(let number): labels.append(Int(exactly: number).map(String.init) ?? "\(number)")
      case .bool(let flag): labels.append(flag ? "true" : "false")
      default: throw .wrongKind(name: name, expected: expected)
      }
    }
    return labels
  }

  /// Labels in order, null for missing ones; numbers are taken as their texts.
  ///
  /// - Parameter name: Their name.
  /// - Returns: The labels.
  /// - Throws: That they are missing or something else.
  public func optionalLabels(_ name: String) throws(Failure) -> [String?] {
    var labels: [String?] = []
    for element in try list(name, "a list of texts, numbers and nulls") {
      if element == .null {
        labels.append(nil)
      } else {
        labels.append(try FunctionInput([name: .list([element])]).labels(name)[0])
      }
    }
    return labels
  }

  /// Lists of numbers of any lengths, missing ones left out.
  ///
  /// - Parameter name: Their name.
  /// - Returns: The lists.
  /// - Throws: That they are missing or something else.
  public func lists(_ name: String) throws(Failure) -> [[Double]] {
    var lists: [[Double]] = []
    for element in try list(name, "a list of lists of numbers and nulls") {
      lists.append(try FunctionInput([name: element]).optionalNumbers(name).compactMap(\.self))
    }
    return lists
  }

  /// Rows of numbers, all of one length, null for missing ones.
  ///
  /// - Parameter name: Their name.
  /// - Returns: The rows.
  /// - Throws: That they are missing or something else.
  public func optionalMatrix(_ name: String) throws(Failure) -> [[Double?]] {
    let expected = "a list of rows of numbers and nulls, all of one length"
    var rows: [[Double?]] = []
    for element in try list(name, expected) {
      let row = try FunctionInput([name: element]).optionalNumbers(name)
      if let first = rows.first, first.count != row.count {
        throw .wrongKind(name: name, expected: expected)
      }
      rows.append(row)
    }
    return rows
  }

  /// Rows of numbers, all of one length.
  ///
  /// - Parameter name: Their name.
  /// - Returns: The rows.
  /// - Throws: That they are missing or something else.
  public func matrix(_ name: String) throws(Failure) -> [[Double]] {
    var rows: [[Double]] = []
    for row in try optionalMatrix(name) {
      let numbers = row.compactMap(\.self)
      guard numbers.count == row.count else {
        throw .wrongKind(name: name, expected: "a list of rows of numbers, all of one length")
      }
      rows.append(numbers)
    }
    return rows
  }
}
