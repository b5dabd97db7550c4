internal import Statistics

extension ReferenceFunction {
  static let textFunctions = [
    ReferenceFunction(
      "duplicate-texts", "Texts that repeat one another after normalisation.",
      [Parameter("texts", "texts, empty ones taking no part")]
    ) { input throws(FunctionInput.Failure) in
      let texts = try input.labels("texts")
      let found = DuplicateTexts(texts)
      return .object([
        "n": .of(found.count), "distinct": .of(found.distinct), "repeats": .of(found.repeats),
        "repeat_share": .of(
          found.count > 0 ? Double(found.repeats) / Double(found.count) : nil),
        "groups": .list(
          found.groups.map { group in
            .object(["first": .of(group.first + 1), "count": .of(group.count)])
          }),
      ])
    },
    ReferenceFunction(
      "text-similarity",
      "Jaccard similarity of character sequences of normalised texts.",
      [
        Parameter("texts", "texts"),
        Parameter("length", "of the sequences, in characters; 5 if not given"),
        Parameter("pairs", "rows of two 1-based places to compare; or threshold"),
        Parameter("threshold", "all pairs at least so similar; 0.8 if no pairs are given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let texts = try input.labels("texts")
      let length = try input.integer("length", else: 5)
      guard length > 0 else { throw .noResult("out-of-range") }
      let similarity = TextSimilarity(texts, length: length)
      guard input.has("pairs") else {
        let found = similarity.pairs(atLeast: try input.number("threshold", else: 0.8))
        return .list(
          found.map { pair in
            .object([
              "first": .of(pair.first + 1), "second": .of(pair.second + 1),
              "jaccard": .of(pair.similarity),
            ])
          })
      }
      var found: [Double?] = []
      for pair in try input.matrix("pairs") {
        let places = pair.compactMap { Int(exactly: $0) }
        guard places.count == 2, places.allSatisfy({ (1...max(1, texts.count)).contains($0) })
        else { throw .noResult("out-of-range") }
        found.append(similarity.similarity(places[0] - 1, places[1] - 1))
      }
      return .object(["jaccard": .of(found)])
    },
    ReferenceFunction(
      "burst-scan",
      "Days with more than usual: Poisson, one-sided, with Benjamini & Hochberg and the dispersion.",
      [
        Parameter("counts", "whole numbers per day, days without anything as 0"),
        Parameter("level", "what counts as a burst; 0.05 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let counts = try input.integers("counts")
      let level = try input.number("level", else: 0.05)
      let scan = try orNoResult { () throws(BurstScan.Failure) in try BurstScan(counts: counts) }
      return .object([
        "days": .of(counts.count), "mean": .of(scan.mean), "dispersion_index": .of(scan.dispersion),
        "dispersion_p": .of(scan.dispersionProbability), "p": .of(scan.probabilities),
        "bh": .of(scan.adjusted), "flagged": .of(scan.count(level: level, adjusted: false)),
        "flagged_bh": .of(scan.count(level: level)),
      ])
    },
  ]
}
