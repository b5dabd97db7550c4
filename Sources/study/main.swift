import Foundation
import Studies

// study null [SURVEYS [KEY]]: what reports say where there is nothing to say.
// study suppression FOLDER: what suppression reaches on the instances in FOLDER, and how long it takes.
// study times FOLDER [ROUNDS]: how long the statistics take on the open data in FOLDER.
let arguments = CommandLine.arguments.dropFirst().map(\.self)
func number(_ place: Int, _ other: Int) -> Int? {
  arguments.count > place ? Int(arguments[place]).flatMap { $0 > 0 ? $0 : nil } : other
}
switch arguments.first {
case "null":
  if let surveys = number(1, 2_000), let key = number(2, 1) {
    print(NullTable(surveys: surveys, key: UInt64(key)).text)
    exit(0)
  }
case "times":
  if arguments.count > 1, let rounds = number(2, 5) {
    print(try StatisticsTimes(folder: arguments[1], rounds: rounds).text)
    exit(0)
  }
case "suppression":
  if arguments.count == 2 {
    try SuppressionFigures(folder: arguments[1]).tell { print($0) }
    exit(0)
  }
default: break
}
FileHandle.standardError.write(
  Data("study null [SURVEYS [KEY]] | study times FOLDER [ROUNDS] | study suppression FOLDER\n".utf8)
)
exit(64)
