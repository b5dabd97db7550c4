import Pipeline

extension BrokenPipeline {
  static let meaning: [BrokenPipeline] = [
    BrokenPipeline(
      .conflictingKeys, "organisations:\n  list:", "organisations:\n  file: a.csv\n  ⟦list:"),
    BrokenPipeline(.conflictingKeys, "{column: House}", "{column: House, ⟦constant: E01}"),
    BrokenPipeline(.noneOfKeys, "{column: House}", "⟦{}"),
    BrokenPipeline(.noneOfKeys, "{column: Date, order: DD.MM.YYYY}", "⟦{}"),
    BrokenPipeline(.keyNeedsOther, "{column: House}", "{constant: E01, ⟦values: {a: E01}}"),
    BrokenPipeline(
      .keyNeedsOther, "{column: Date, order: DD.MM.YYYY}",
      "{constant: \"2026\", ⟦order: DD.MM.YYYY}"),
    BrokenPipeline(
      .unknownOrganisation, "period: year\n",
      "period: year\nwithheld: [{organisation: ⟦E99, reason: x}]\n"),
    BrokenPipeline(
      .unknownPerspective, "period: year\n",
      "period: year\nwithheld: [{organisation: E01, perspective: ⟦usr, reason: x}]\n"),
    BrokenPipeline(
      .periodForm, "period: year\n",
      "period: year\nwithheld: [{organisation: E01, period: ⟦2026-Q1, reason: x}]\n"),
    BrokenPipeline(
      .missingKey, "period: year\n", "period: year\nwithheld: [⟦{organisation: E01}]\n"),
    BrokenPipeline(
      .optionScale, "    respondent: {column: Id}",
      "    multi_select: {Help: {separator: \"; \", options: {Advice: ⟦overall}}}\n    respondent: {column: Id}"
    ),
    BrokenPipeline(.organisationPrefix, "{column: House}", "{column: House, prefix: ⟦b}"),
    BrokenPipeline(.unknownItem, "Q2: clear", "Q2: ⟦claer"),
    BrokenPipeline(.unknownItem, "[respect, clear]", "[respect, ⟦kindness]"),
    BrokenPipeline(.unknownPerspective, "perspective: user", "perspective: ⟦users"),
    BrokenPipeline(
      .unknownPerspective, "perspective: user",
      "perspective: {column: Rolle, values: {Eltern: ⟦relatives}}"),
    BrokenPipeline(
      .unknownPeerGroup, "Haus am See, peer_group: homes", "Haus am See, peer_group: ⟦home"),
    BrokenPipeline(
      .unknownScale, "{text: Respekt, scale: agree}", "{text: Respekt, scale: ⟦agreement}"),
    BrokenPipeline(.unknownOrganisation, "{column: House}", "{constant: ⟦E03}"),
    BrokenPipeline(.unknownOrganisation, "{column: House}", "{column: House, values: {See: ⟦E1}}"),
    BrokenPipeline(.scaleUpsideDown, "minimum: 0, maximum: 10", "minimum: 10, maximum: ⟦10"),
    BrokenPipeline(.stepDoesNotFit, "step: 0.5", "step: ⟦0.3"),
    BrokenPipeline(.stepDoesNotFit, "minimum: 0, maximum: 10", "minimum: 0.5, maximum: ⟦10"),
    BrokenPipeline(.tooManyLevels, "minimum: 0, maximum: 10", "minimum: 0, maximum: ⟦240"),
    BrokenPipeline(.tooManyLevels, "step: 0.5", "step: ⟦0.001"),
    BrokenPipeline(.tooManyDecimals, "step: 0.5", "step: ⟦0.0625"),
    BrokenPipeline(.labelOffScale, "gar nicht: 1", "gar nicht: ⟦0"),
    BrokenPipeline(.labelOffScale, "gar nicht: 1", "gar nicht: ⟦1.5"),
    BrokenPipeline(.labelsAlike, "gar nicht: 1", "gar nicht: 1, ⟦Gar  nicht.: 2"),
    BrokenPipeline(
      .labelSetDoesNotFit, "minimum: 0, maximum: 10", "minimum: 0, maximum: 10, labels: ⟦yes_no"),
    BrokenPipeline(
      .unknownWord, "minimum: 0, maximum: 10", "minimum: 0, maximum: 10, labels: [⟦agreement]"),
    BrokenPipeline(
      .minimumAnsweredOutOfRange, "minimum_answered: 1", "minimum_answered: ⟦3"),
    BrokenPipeline(.minimumAnsweredOutOfRange, "minimum_answered: 1", "minimum_answered: ⟦0"),
    BrokenPipeline(
      .duplicateOrganisation, "{key: E02, name: Haus am Wald", "{key: ⟦E01, name: Haus am Wald"),
  ]

  static let sources: [BrokenPipeline] = [
    BrokenPipeline(
      .duplicateSource, "thresholds:\n",
      """
        - name: ⟦users
          files: [b.csv]
          perspective: user
          organisation: {column: House}
          period: {constant: "2026"}
          items: {Q1: respect}
      thresholds:

      """),
    BrokenPipeline(.twoRoles, "respondent: {column: Id}", "respondent: {column: ⟦House}"),
    BrokenPipeline(.twoRoles, "completed: {column: Date}", "completed: {column: ⟦Q1}"),
    BrokenPipeline(.twoRoles, "test_rows: {column: Mode", "test_rows: {column: ⟦Date"),
    BrokenPipeline(.twoRoles, "texts: [Remarks]", "texts: [⟦Name]"),
    BrokenPipeline(.protectedColumnWithRole, "{column: Id}", "{column: ⟦Name}"),
    BrokenPipeline(.protectedColumnWithRole, "Q2: clear", "⟦Age: clear"),
    BrokenPipeline(.protectedColumnWithRole, "{column: House}", "{column: ⟦Remarks}"),
    BrokenPipeline(
      .periodMissing,
      """
        - name: users
          files: [export_*.csv]
          encoding: auto
          perspective: user
          organisation: {column: House}
          period: {column: Date, order: DD.MM.YYYY}

      """,
      """
        - ⟦name: users
          files: [export_*.csv]
          perspective: user
          organisation: {column: House}

      """),
    BrokenPipeline(.periodForm, "{column: Date, order: DD.MM.YYYY}", "{constant: ⟦2026-Q1}"),
    BrokenPipeline(.periodForm, "{column: Date, order: DD.MM.YYYY}", "{constant: ⟦26}"),
    BrokenPipeline(.itemTwice, "Q2: clear", "Q2: ⟦respect"),
    BrokenPipeline(.twoMeanings, "empty: [none]", "empty: [⟦\"-9\"]"),
    BrokenPipeline(.twoMeanings, "empty: [none]", "empty: [⟦völlig]"),
    BrokenPipeline(.missingOnScale, "empty: [none]", "empty: [⟦\"5\"]"),
    BrokenPipeline(.missingOnScale, "empty: [none]", "empty: [⟦4.0]"),
    BrokenPipeline(.fileEnding, "[export_*.csv]", "[a.csv, ⟦export.xlsx]"),
    BrokenPipeline(.fileEnding, "[export_*.csv]", "[⟦export_*]"),
  ]
}
