import Foundation
import Studies

// study null [SURVEYS [KEY]]: what reports say where there is nothing to say.
// study coverage [REPLICATIONS]: how often intervals contain the truth.
// study suppression FOLDER: what suppression reaches on the instances in FOLDER, and how long it takes.
// study times FOLDER [ROUNDS]: how long the statistics take on the open data in FOLDER.
// With --into PAGE the outcome is written between the marks of a page, too.
// The exit status is 1 if something is not as promised.
func complain(_ text: String, exit status: Int32) -> Never {
  FileHandle.standardError.write(Data((text + "\n").utf8))
  exit(status)
}

var arguments = CommandLine.arguments.dropFirst().map(\.self)
var page: String?
if let place = arguments.firstIndex(of: "--into"), arguments.count > place + 1 {
  page = arguments[place + 1]
  arguments.removeSubrange(place...(place + 1))
}
let number = { [arguments] (place: Int, other: Int) -> Int? in
  arguments.count > place ? Int(arguments[place]).flatMap { $0 > 0 ? $0 : nil } : other
}

var report: StudyReport?
switch arguments.first {
case "null":
  if let surveys = number(1, 500), let key = number(2, 1) {
    report = NullTable(surveys: surveys, key: UInt64(key)).report()
  }
case "coverage":
  if let replications = number(1, 5_000) {
    report = CoverageTable(replications: replications).report()
  }
case "times":
  if arguments.count > 1, let rounds = number(2, 5) {
    report = try StatisticsTimes(folder: arguments[1], rounds: rounds).report
  }
case "suppression":
  if arguments.count == 2 {
    try SuppressionFigures(folder: arguments[1]).tell { print($0) }
    exit(0)
  }
default: break
}
guard let report else {
  complain(
    "study null [SURVEYS [KEY]] | coverage [REPLICATIONS] | times FOLDER [ROUNDS], [--into PAGE]"
      + " | suppression FOLDER",
    exit: 64)
}
print(report.text, terminator: "")
if let page {
  let old = try String(contentsOfFile: page, encoding: .utf8)
  guard let new = report.written(into: old) else {
    complain("\(page) has no <!-- \(report.mark) --> and <!-- end of \(report.mark) -->", exit: 65)
  }
  try new.write(toFile: page, atomically: true, encoding: .utf8)
}
exit(report.failures.isEmpty ? 0 : 1)
