/// The files made so far and the truth about them.
struct Output {
  private(set) var files: [(name: String, bytes: [UInt8])] = []
  private var truth = Truth()

  /// Adds an export.
  mutating func add(_ name: String, _ sheet: Sheet, encoded: (String) -> [UInt8]) {
    truth.add(sheet, as: name)
    files.append((name, encoded(sheet.content)))
  }

  /// Adds any other file.
  mutating func add(_ name: String, _ bytes: [UInt8]) { files.append((name, bytes)) }

  /// Adds the truth about all exports.
  mutating func addTruth() { add("truth.json", Array((truth.json.written() + "\n").utf8)) }
}

extension Census {
  /// Somebody with the key of somebody else, as when a link is used twice.
  mutating func twin(of person: Person) -> Person {
    var twin = self.person(
      at: person.organisation, as: person.perspective, in: person.stamp.year)
    twin.token = person.token
    return twin
  }

  /// Somebody who answers nothing.
  mutating func silent(
    at organisation: Organisation, as perspective: Perspective, in year: Int
  )
    -> Person
  {
    var person = self.person(at: organisation, as: perspective, in: year)
    for index in person.responses.indices where person.responses[index] != .notShown {
      person.responses[index] = index % 3 == 0 ? .empty : .nonAnswer
    }
    return person
  }
}

extension [Person] {
  /// The first person from a place on whose key is not blank.
  func keyed(from start: Int) -> Person {
    guard let person = self[start...].first(where: { !$0.token.isEmpty }) else {
      preconditionFailure("most people have a key")
    }
    return person
  }

  /// Gives some of the people a name, a text or no key.
  ///
  /// - Parameters:
  ///   - names: In how many of a hundred cases there is an identity.
  ///   - blankKeys: In how many of a hundred cases the key is blank.
  ///   - texts: In how many of a hundred cases there is a text.
  ///   - choice: Which texts there may be at a place.
  mutating func furnish(
    names: Int, blankKeys: Int, texts: Int, choice: (Int) -> [String]
  ) {
    for index in indices {
      precondition(
        self[index].responses.contains { $0.isAnswer }, "whoever is accepted answered something")
      self[index].number = index + 1
      if self[index].draws.chance(names, in: 100) {
        self[index].identity = Canaries.identity(from: &self[index].draws)
      }
      if self[index].draws.chance(blankKeys, in: 100) { self[index].token = "" }
      if self[index].draws.chance(texts, in: 100) {
        self[index].text = self[index].draws.pick(choice(index))
      }
    }
  }
}
