import Benchmark
import Reports
import Testing

/// The sentences of the catalogue and of whole pages.
struct CatalogueTests {
  static let sentences: [LocalisedText] =
    CommonPhrase.allCases.map(\.text) + OrganisationPhrase.allCases.map(\.text)
    + FunderPhrase.allCases.map(\.text) + SummaryPhrase.allCases.map(\.text)
    + CodePhrase.allCases.map(\.text) + ColumnFormPhrase.allCases.map(\.text)

  static func placeholders(_ sentence: String) -> [String] {
    sentence.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0 != "}" }) }.sorted()
  }

  @Test func `both languages have the same placeholders`() {
    #expect(Self.sentences.count > 200)
    for sentence in Self.sentences {
      #expect(Self.placeholders(sentence.de) == Self.placeholders(sentence.en))
      #expect(!sentence.de.isEmpty && !sentence.en.isEmpty)
    }
  }

  @Test func `German sentences follow German typography`() {
    for sentence in Self.sentences.map(\.de) {
      #expect(!sentence.contains("\"") && !sentence.contains("'") && !sentence.contains(" - "))
      #expect(!sentence.contains(" %") && !sentence.contains("”"))
      #expect(sentence.count { $0 == "„" } == sentence.count { $0 == "“" })
    }
    for sentence in Self.sentences.map(\.en) { #expect(!sentence.contains("„")) }
  }

  private static let forbidden: [Language: [String]] = [
    .german: [
      "rang", "ränge", "ranking", "rangliste", "sieger", "beste", "besten", "bester", "bestes",
      "schlechteste", "schlechtesten", "note", "noten", "signifikant", "signifikante",
      "führt zu", "bewirkt", "verursacht",
    ],
    .english: [
      "rank", "ranks", "ranking", "league", "winner", "winners", "loser", "best", "worst", "grade",
      "significant", "significantly", "leads to", "causes", "caused", "effect of",
    ],
  ]

  private static func words(_ text: String) -> String {
    " " + text.lowercased().split { !$0.isLetter }.joined(separator: " ") + " "
  }

  @Test func `no sentence ranks, grades or claims a cause`() throws {
    for language in Language.allCases {
      for word in try #require(Self.forbidden[language]) {
        for sentence in Self.sentences {
          #expect(!Self.words(sentence[language]).contains(" \(word) "), "\(word)")
        }
      }
    }
  }

  @Test func `no page ranks, grades or claims a cause`() throws {
    for (page, parsed) in zip(StructureTests.pages, StructureTests.parsed)
    where page.path != "index.html" {
      let language: Language = page.path.hasSuffix(".de.html") ? .german : .english
      let text = Self.words(parsed.text)
      for word in try #require(Self.forbidden[language]) {
        #expect(!text.contains(" \(word) "), "\(word) in \(page.path)")
      }
    }
  }

  @Test func `no page keeps a placeholder`() {
    for page in StructureTests.parsed { #expect(!page.text.contains("{")) }
  }
}
