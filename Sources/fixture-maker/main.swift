import Foundation

// Makes the invented fixtures: the same bytes on every machine, at every time.
let outcome = FixtureMaker.run(Array(CommandLine.arguments.dropFirst()))
if let message = outcome.message {
  FileHandle.standardError.write(Data((message + "\n").utf8))
}
exit(outcome.code)
