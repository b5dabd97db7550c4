/// The kinds of errors a configuration can have; codes never change their meaning.
///
/// docs/messages.md lists them all with their meaning.
public enum ConfigurationCode: String, Sendable, Hashable, CaseIterable {
  // The file and its YAML.
  /// The pipeline file cannot be read.
  case fileUnreadable = "EL-E-0101"
  /// The pipeline file is larger than 1 MiB.
  case fileTooLarge = "EL-E-0102"
  /// The pipeline file is not UTF-8.
  case notUTF8 = "EL-E-0103"
  /// The pipeline file holds a control character.
  case controlCharacter = "EL-E-0104"
  /// The file breaks the rules of YAML.
  case yamlSyntax = "EL-E-0105"
  /// A tab stands where only blanks may.
  case tab = "EL-E-0106"
  /// A key is not part of the schema.
  case unknownKey = "EL-E-0107"
  /// The file holds more than one document.
  case severalDocuments = "EL-E-0108"
  /// A key is given twice.
  case duplicateKey = "EL-E-0109"
  /// An anchor, alias or merge key is used.
  case anchorOrAlias = "EL-E-0110"
  /// A tag such as `!!str` is used.
  case tag = "EL-E-0111"
  /// A key is empty or no text.
  case keyIsNoText = "EL-E-0112"
  /// The file holds nothing.
  case emptyFile = "EL-E-0113"
  /// Lists and mappings are nested too deep.
  case tooDeep = "EL-E-0114"

  // Kinds and forms of values.
  /// A value is of another kind than expected.
  case wrongKind = "EL-E-0120"
  /// A required key is missing.
  case missingKey = "EL-E-0121"
  /// A key has no value.
  case emptyValue = "EL-E-0122"
  /// A number is not written as a decimal number.
  case notANumber = "EL-E-0123"
  /// A number is not whole.
  case notWhole = "EL-E-0124"
  /// A number is outside its range.
  case outOfRange = "EL-E-0125"
  /// A value is neither `true` nor `false`.
  case notBoolean = "EL-E-0126"
  /// A value is none of the words that are allowed.
  case unknownWord = "EL-E-0127"
  /// A list or mapping needs at least one entry.
  case emptyList = "EL-E-0128"
  /// A list names something twice.
  case duplicateEntry = "EL-E-0129"
  /// A key that is chosen freely has a form that is not allowed.
  case badKey = "EL-E-0130"
  /// The key of an organisation has a form that is not allowed.
  case badOrganisationKey = "EL-E-0131"
  /// A text lacks one of the languages.
  case missingLanguage = "EL-E-0132"
  /// A text holds only blanks.
  case blankText = "EL-E-0133"
  /// Keys are given together of which only one may be.
  case conflictingKeys = "EL-E-0134"
  /// None of several keys is given of which one must be.
  case noneOfKeys = "EL-E-0135"
  /// A key makes sense only together with another.
  case keyNeedsOther = "EL-E-0136"
  /// The version of the schema is not known.
  case unknownVersion = "EL-E-0137"

  // References.
  /// There is no such item.
  case unknownItem = "EL-E-0140"
  /// There is no such perspective.
  case unknownPerspective = "EL-E-0141"
  /// There is no such peer group.
  case unknownPeerGroup = "EL-E-0142"
  /// There is no such scale.
  case unknownScale = "EL-E-0143"
  /// There is no such organisation.
  case unknownOrganisation = "EL-E-0144"

  // Scales.
  /// The minimum of a scale is not below its maximum.
  case scaleUpsideDown = "EL-E-0150"
  /// The step of a scale does not lead from its minimum to its maximum.
  case stepDoesNotFit = "EL-E-0151"
  /// A scale has more than 240 levels.
  case tooManyLevels = "EL-E-0152"
  /// A number has more than three decimals.
  case tooManyDecimals = "EL-E-0153"
  /// A label stands for a value that is not on the scale.
  case labelOffScale = "EL-E-0154"
  /// Labels of different values differ in case and punctuation only.
  case labelsAlike = "EL-E-0155"
  /// A set of labels has none for a scale of this kind.
  case labelSetDoesNotFit = "EL-E-0156"

  // Dimensions.
  /// The scores of a dimension cannot be counted exactly.
  case dimensionTooLarge = "EL-E-0160"
  /// `minimum_answered` is not between 1 and the number of items.
  case minimumAnsweredOutOfRange = "EL-E-0161"

  // Sources.
  /// Two sources have the same name.
  case duplicateSource = "EL-E-0170"
  /// A column has two roles.
  case twoRoles = "EL-E-0171"
  /// A column that is never to be read has a role.
  case protectedColumnWithRole = "EL-E-0172"
  /// A source does not say to which period its rows belong.
  case periodMissing = "EL-E-0173"
  /// A period does not have the form of the pipeline's period.
  case periodForm = "EL-E-0174"
  /// An item is read from two columns.
  case itemTwice = "EL-E-0175"
  /// A cell text has two meanings.
  case twoMeanings = "EL-E-0176"
  /// A text listed as missing is a value of a scale.
  case missingOnScale = "EL-E-0177"
  /// A file name does not end in `.csv` or `.csv.gz`.
  case fileEnding = "EL-E-0178"
  /// No file fits a pattern.
  case noFile = "EL-E-0179"
  /// A file is named by two patterns.
  case fileTwice = "EL-E-0180"
  /// Texts can stand for organisations only when these are listed.
  case valuesNeedList = "EL-E-0181"
  /// The key of an organisation does not have the form for organisations from exports.
  case organisationForm = "EL-E-0182"

  /// A prefix of organisation keys is out of place or has a form that is not allowed.
  case organisationPrefix = "EL-E-0183"

  /// An item that stands for an option of several choices has no scale from 0 to 1.
  case optionScale = "EL-E-0184"

  // The list of organisations.
  /// The list of organisations cannot be read.
  case organisationsUnreadable = "EL-E-0190"
  /// An organisation is listed twice.
  case duplicateOrganisation = "EL-E-0191"
  /// The list of organisations is empty.
  case noOrganisations = "EL-E-0192"

  // Thresholds.
  /// A threshold below 10 answers is not confirmed.
  case smallCounts = "EL-E-0195"
}
