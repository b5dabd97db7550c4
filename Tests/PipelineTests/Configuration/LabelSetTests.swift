import Exports
import Pipeline
import Testing

struct LabelSetTests {
  @Test(
    arguments: [
      (LabelSet.agreementGerman, "stimme eher nicht zu", 5, 1),
      (.agreementGerman, "weder noch", 5, 2),
      (.agreementGerman, "trifft voll und ganz zu", 4, 3),
      (.agreementPlainGerman, "trifft zu", 4, 3),
      (.agreementEnglish, "agree", 5, 3), (.frequencyGerman, "häufig", 5, 3),
      (.frequencyEnglish, "rarely", 4, 1), (.satisfactionGerman, "sehr zufrieden", 5, 4),
      (.satisfactionEnglish, "very satisfied", 4, 3), (.yesNo, "ja", 2, 1), (.grades, "gut", 6, 1),
      (.stars, "★★★★☆", 5, 3), (.stars, "★★★★", 5, 3), (.stars, "5 von 5", 5, 4),
      (.stars, "4/5", 5, 3), (.stars, "FIVE", 5, 4), (.stars, "1 Stern", 5, 0),
    ] as [(LabelSet, String, Int, Int)])
  func `a label stands at its level`(
    _ set: LabelSet, _ text: String, _ levels: Int, _ level: Int
  )
    throws
  {
    let texts = try #require(set.texts(levels: levels, first: 1))
    #expect(texts.count == levels)
    #expect(texts.firstIndex { $0.contains(text) } == level)
  }

  @Test(arguments: LabelSet.allCases, 2...11)
  func `no text of a set stands for two levels`(_ set: LabelSet, _ levels: Int) {
    guard let texts = set.texts(levels: levels, first: 1) else { return }
    #expect(texts.count == levels)
    var level: [String: Int] = [:]
    for (index, texts) in texts.enumerated() {
      for text in texts {
        #expect(level[LabelFold.fold(text), default: index] == index, "\(text)")
        level[LabelFold.fold(text)] = index
      }
    }
  }

  @Test func `a set fits only scales of its kind`() {
    #expect(LabelSet.agreementGerman.texts(levels: 7, first: 1) == nil)
    #expect(LabelSet.yesNo.texts(levels: 5, first: 1) == nil)
    #expect(LabelSet.grades.texts(levels: 6, first: 0) == nil)
    #expect(LabelSet.stars.texts(levels: 9, first: nil) == nil)
  }

  // By hand: with halves from 1 to 5 the scale has 9 levels, so no set fits; by ones "agree" is 4.
  @Test func `a pipeline names sets`() throws {
    let text = Sample.pipeline(
      "labels: {gar nicht: 1, völlig: 5}", "labels: [agreement_en, stars]")
    let labels = try Sample.read(text).get().labels[0]
    #expect(labels["agree"] == 4)
    #expect(labels["★★☆☆☆"] == 2)
    #expect(labels["gar nicht"] == nil)
  }

  @Test func `a source may leave order and mark to its columns`() throws {
    let text = Sample.pipeline("order: DD.MM.YYYY", "order: auto")
      .replacing("    perspective: user\n", with: "    decimal_mark: auto\n    perspective: user\n")
    let configuration = try Sample.read(text).get()
    let source = try #require(configuration.sources.first)
    #expect(source.isMarkDecided)
    let kinds = configuration.plan(for: source).layout.columns.map(\.kind)
    #expect(kinds.contains(.date(.auto)))
    guard case .answer(let format) = kinds[0] else {
      Issue.record("no column of answers")
      return
    }
    #expect(format.isMarkDecided)
  }
}
