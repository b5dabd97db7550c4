import Benchmark

extension Help {
  static let redact = LocalisedText(
    de: """
      Aufruf: echolot redact [DATEI] [--strict] [--spans] [--plain] < texte.jsonl
              echolot redact --evaluate DATEI [--strict] [--spans]

      Maskiert Personennamen, Kennnummern, Anschriften und anderes in deutschen und englischen Texten. Eingabe sind
      JSON-Zeilen mit „text“ (und „id“), mit --plain Zeilen, die selbst Texte sind; Ausgabe JSON-Zeilen mit „masked“
      und „id“. Mit --spans steht „spans“ daneben: type, start und end in Codepoints (end zählt nicht mehr dazu).
      Mit --strict wird auch jedes Wort maskiert, das in keinem Wörterbuch steht: für Zitate.

      --evaluate misst an Texten mit bekannten „spans“ (type, start, end, bei Namen origin), wie viel gefunden wird,
      wie viele harmlose Texte fälschlich maskiert werden und wie schnell das geht; mit --spans nennt es die ids der
      Texte, in denen etwas entging oder fälschlich maskiert wurde. Was gefunden wird und was nicht: docs/redaction.md.

      """,
    en: """
      Usage: echolot redact [FILE] [--strict] [--spans] [--plain] < texts.jsonl
             echolot redact --evaluate FILE [--strict] [--spans]

      Masks names of persons, identifiers, addresses and more in German and English texts. The input is lines of
      JSON with “text” (and “id”), with --plain lines that are texts themselves; the output is lines of JSON with
      “masked” and “id”. With --spans there is “spans” beside: type, start and end in code points (end excluded).
      With --strict every word that is in no dictionary is masked too: for quotations.

      --evaluate measures on texts with known “spans” (type, start, end, for names origin) how much is found, how
      many harmless texts are masked by mistake, and how fast; with --spans it names the ids of texts in which
      something was missed or masked by mistake. What is found and what is not: docs/redaction.md.

      """)
}
