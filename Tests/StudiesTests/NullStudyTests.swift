import Benchmark
import Studies
import Tally
import Testing

/// The short form of `make null-simulation`; what is drawn is the same on every machine.
struct NullStudyTests {
  @Test(arguments: [0.6, 0])
  func `at most one report in twenty carries a headline where there is nothing to say`(
    _ reliability: Double
  ) {
    var thresholds = Definition.Thresholds()
    thresholds.minimumReliability = reliability
    var frame = NullSurvey.Frame()
    frame.organisations = 12...30
    let outcome = NullStudy(key: 7, frame: frame, thresholds: thresholds).run(surveys: 16)
    #expect(outcome.reports >= 16 * 12)
    #expect(outcome.share <= 0.05)
    // Without the threshold there are readings enough for the false discovery rate to be needed.
    #expect(reliability > 0 || outcome.outside > 20)
    #expect(outcome.verdicts["reliable"] ?? 0 == 0)
    #expect(outcome.changes > 0 && outcome.foundChanges <= outcome.naiveChanges)
  }

  @Test func `a study does not depend on the number of workers`() {
    var frame = NullSurvey.Frame()
    frame.organisations = 12...14
    let study = NullStudy(key: 3, frame: frame)
    #expect(study.run(surveys: 4, workers: 1) == study.run(surveys: 4, workers: 3))
    #expect(study.run(surveys: 4) != NullStudy(key: 4, frame: frame).run(surveys: 4))
  }

  @Test func `surveys stay in their frame`() {
    for number in 0..<6 {
      let survey = NullSurvey(number: number, key: 1)
      let organisations = survey.definition.organisations.count
      #expect((12...60).contains(organisations))
      #expect((2...8).contains(survey.definition.dimensions.count))
      let groups = survey.tally.groups
      #expect(groups.count == organisations || groups.count == 2 * organisations)
      #expect(groups.values.allSatisfy { (10...200).contains($0.respondents) })
      for counts in groups.values {
        for item in counts.items { #expect(item.answered + item.empty == counts.respondents) }
      }
    }
  }

  @Test func `organisations that differ but do not change are rarely said to have changed`() {
    var frame = NullSurvey.Frame()
    frame.organisations = 20...30
    frame.periods = 2...2
    frame.difference = 0.25
    let outcome = NullStudy(key: 5, frame: frame).run(surveys: 8)
    #expect((0.02...0.1).contains(outcome.meanCorrelation))
    #expect(outcome.changes > 300)
    #expect(Double(outcome.foundChanges) <= 0.05 * Double(outcome.changes))
    #expect(outcome.verdicts["reliable"] ?? 0 > 0)
  }
}
