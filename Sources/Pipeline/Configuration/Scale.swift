internal import Exports

/// A scale as it stands in the file: in fixed-point units, with the texts that stand for values.
struct Scale {
  /// A text that stands for a value.
  struct Label {
    /// The text.
    let text: PlacedText
    /// The value in units of 10^-`decimals` of the scale.
    let value: Int
  }

  /// The lowest value, in units of 10^-`decimals`.
  let minimum: Int
  /// The highest value.
  let maximum: Int
  /// The distance of two values.
  let step: Int
  /// Digits after the decimal mark, 0 to 3.
  let decimals: Int
  /// The texts that stand for values, in the order of the file.
  var labels: [Label] = []

  /// The number of levels.
  var levels: Int { (maximum - minimum) / step + 1 }

  /// A number as a value of the scale.
  ///
  /// - Parameter number: The number.
  /// - Returns: Its units, or `nil` if it is not on the scale.
  func value(_ number: FixedPoint) -> Int? {
    guard let units = number.units(at: decimals), (minimum...maximum).contains(units),
      (units - minimum).isMultiple(of: step)
    else { return nil }
    return units
  }
}

extension Decoding {
  /// Reads a scale: minimum, maximum, step (default 1) and labels.
  ///
  /// - Parameter node: The node.
  /// - Returns: The scale.
  mutating func scale(_ node: YAMLNode) -> Scale? {
    guard let section = section(node, ConfigurationKeys.scale) else { return nil }
    let minimum = section["minimum"].flatMap { scaleNumber($0.value) }
    let maximum = section["maximum"].flatMap { scaleNumber($0.value) }
    let stepEntry = section["step"]
    let step = stepEntry.map { scaleNumber($0.value) } ?? FixedPoint(whole: 1)
    let labels = section["labels"]
    let hasLabels = labels.flatMap { isLabelSet($0.value) ? nil : entries($0.value) }
    guard let minimum, let maximum, let step, let maximumEntry = section["maximum"],
      var scale = scale(
        from: minimum, to: maximum, step: step, place: maximumEntry.value.place,
        stepPlace: stepEntry?.value.place)
    else {
      for entry in hasLabels ?? [] { _ = number(entry.value) }
      return nil
    }
    for entry in hasLabels ?? [] {
      guard let number = number(entry.value) else { continue }
      if let value = scale.value(number) {
        scale.labels.append(
          Scale.Label(text: PlacedText(text: entry.key, place: entry.place), value: value))
      } else {
        report(.labelOffScale(), at: entry.value.place)
      }
    }
    if let node = labels?.value, isLabelSet(node) { addLabelSets(node, to: &scale) }
    checkLabels(scale)
    return scale
  }

  /// Whether labels are named as sets rather than written out.
  private func isLabelSet(_ node: YAMLNode) -> Bool {
    switch node.content {
    case .scalar: !node.isNull
    case .sequence: true
    default: false
    }
  }

  /// Adds the labels of the sets that a node names: one name, or a list of them.
  private mutating func addLabelSets(_ node: YAMLNode, to scale: inout Scale) {
    var names: [PlacedText] = []
    if case .sequence = node.content {
      names = texts(node) ?? []
    } else if let name = text(node) {
      names = [name]
    }
    let unit = (0..<scale.decimals).reduce(1) { unit, _ in unit * 10 }
    let isWhole = scale.step == unit && scale.minimum.isMultiple(of: unit)
    for name in names {
      guard let set = LabelSet(rawValue: name.text) else {
        report(
          .unknownWord(name.text, allowed: LabelSet.allCases.map(\.rawValue)), at: name.place)
        continue
      }
      guard let texts = set.texts(levels: scale.levels, first: isWhole ? scale.minimum / unit : nil)
      else {
        report(.labelSetDoesNotFit(name.text), at: name.place)
        continue
      }
      for (level, texts) in texts.enumerated() {
        for text in texts {
          scale.labels.append(
            Scale.Label(
              text: PlacedText(text: text, place: name.place),
              value: scale.minimum + level * scale.step))
        }
      }
    }
  }

  /// Checks that no two labels of different values look the same but for case and punctuation.
  private mutating func checkLabels(_ scale: Scale) {
    var first: [String: Scale.Label] = [:]
    for label in scale.labels {
      let folded = LabelFold.fold(label.text.text)
      if let other = first[folded], other.value != label.value {
        report(.labelsAlike(label.text.text, first: other.text.place), at: label.text.place)
      } else {
        first[folded] = label
      }
    }
  }

  private mutating func scale(
    from minimum: FixedPoint, to maximum: FixedPoint, step: FixedPoint, place: Place,
    stepPlace: Place?
  ) -> Scale? {
    let decimals = max(minimum.decimals, maximum.decimals, step.decimals)
    guard let low = minimum.units(at: decimals), let high = maximum.units(at: decimals),
      let distance = step.units(at: decimals)
    else { return nil }
    let isRising = low < high
    if !isRising { report(.scaleUpsideDown(), at: place) }
    if distance <= 0 { report(.stepNotPositive(), at: stepPlace ?? place) }
    guard isRising, distance > 0 else { return nil }
    guard (high - low).isMultiple(of: distance) else {
      report(.stepDoesNotFit(), at: stepPlace ?? place)
      return nil
    }
    let scale = Scale(minimum: low, maximum: high, step: distance, decimals: decimals)
    guard scale.levels <= 240 else {
      report(.tooManyLevels(scale.levels), at: stepPlace ?? place)
      return nil
    }
    return scale
  }

  /// Reads a number with at most three decimals and at most a million.
  private mutating func scaleNumber(_ node: YAMLNode) -> FixedPoint? {
    guard let number = number(node) else { return nil }
    guard number.decimals <= 3 else {
      report(.tooManyDecimals(), at: node.place)
      return nil
    }
    guard abs(number.double) <= 1_000_000 else {
      report(.outOfRange(-1_000_000...1_000_000), at: node.place)
      return nil
    }
    return number
  }
}
