/// The cases of other readers' suites that our reader answers otherwise, each with the line of the
/// policy (docs/exports.md) it rests on.
enum DesignDifferences {
  enum Policy: String, CaseIterable {
    /// A quote inside a cell that does not begin with one, or text after the closing quote.
    case strayQuote = "stray quote"
    /// A quoted cell that does not end.
    case unclosedQuote = "unclosed quote"
    /// CR alone ends a record.
    case bareReturn = "bare CR"
    /// Line breaks inside quotes stay as they are.
    case quotedBreak = "line break in quotes"
    /// Blanks round a quoted cell are no part of it.
    case blanksRoundQuotes = "blanks round quotes"
    /// The double quote is the only one, doubling it the only escape.
    case quoteSign = "quote sign and escapes"
    /// Tab or an ASCII mark separates cells, a line end records.
    case separatorSign = "separator and record end"
    /// A file of one column is a table as well; it is refused only if its column is not the wanted one.
    case guessing = "guessing the separator"
    /// The case contradicts itself.
    case caseWrong = "case wrong"
  }

  static let cases: [String: [String: Policy]] = [
    "csv-spectrum": ["location_coordinates": .caseWrong],
    "python-csv": [
      "test_read_eof-004": .unclosedQuote,
      "test_read_eof-005": .unclosedQuote,
      "test_read_quoting-033": .quoteSign,
      "excel_dubious_quote-043": .strayQuote,
      "excel_inline_quote-045": .strayQuote,
      "excel_inline_quotes-046": .strayQuote,
      "excel_lone_quote-047": .strayQuote,
      "excel_quote_and_quote-048": .strayQuote,
      "excel_quotes_and_more-053": .strayQuote,
      "excel_space_and_quote-060": .blanksRoundQuotes,
    ],
    "go-csv": [
      "BareCR": .bareReturn,
      "CRLFInQuotedField": .quotedBreak,
      "QuotedTrailingCRCR": .bareReturn,
      "FieldCR": .bareReturn,
      "FieldCRCR": .bareReturn,
      "FieldCRCRLF": .bareReturn,
      "FieldCRCRLFCR": .bareReturn,
      "FieldCRCRLFCRCR": .bareReturn,
      "MultiFieldCRCRLFCRCR": .bareReturn,
    ],
    "rust-csv": [
      "quote_outer_space": .blanksRoundQuotes,
      "quote_change": .quoteSign,
      "quote_no_escapes": .quoteSign,
      "delimiter_weird": .separatorSign,
      "ascii_delimited": .separatorSign,
      "term_weird": .separatorSign,
    ],
    "papaparse": [
      "core-012-unquoted-field-with-quotes-at-end-of-field": .strayQuote,
      "core-017-quoted-field-with-whitespace-around-quotes": .blanksRoundQuotes,
      "core-018-misplaced-quotes-in-data-not-as-opening-quotes": .strayQuote,
      "parse-008-misplaced-quotes-in-data-twice-not-as-opening-quotes": .strayQuote,
      "parse-009-mixed-slash-n-and-slash-r-should-choose-first-as-precident": .bareReturn,
      "parse-051-input-is-just-a-string-a-single-field": .guessing,
    ],
  ]
}
