import Foundation

// bench-maker CASE ROWS FOLDER [PARTS]: writes FOLDER/CASE.csv, or as many parts of it, and CASE.yaml.
let arguments = CommandLine.arguments.dropFirst().map(\.self)
guard arguments.count >= 3, let bench = BenchCase.all.first(where: { $0.name == arguments[0] }),
  let rows = Int(arguments[1]), rows > 0, let parts = Int(arguments.count > 3 ? arguments[3] : "1"),
  parts > 0
else {
  let cases = BenchCase.all.map(\.name).joined(separator: "|")
  FileHandle.standardError.write(Data("bench-maker \(cases) ROWS FOLDER [PARTS]\n".utf8))
  exit(64)
}
let folder = URL(filePath: arguments[2])
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
var files: [String] = []
for part in 0..<parts {
  let file = parts == 1 ? "\(bench.name).csv" : "\(bench.name)-\(part + 1).csv"
  files.append(file)
  let url = folder.appending(path: file)
  try Data().write(to: url)
  let handle = try FileHandle(forWritingTo: url)
  var bytes = bench.header
  for row in (rows * part / parts)..<(rows * (part + 1) / parts) {
    bench.append(row, to: &bytes)
    if bytes.count > 1 << 22 {
      try handle.write(contentsOf: Data(bytes))
      bytes.removeAll(keepingCapacity: true)
    }
  }
  try handle.write(contentsOf: Data(bytes))
  try handle.close()
}
let name = parts == 1 ? "\(bench.name).yaml" : "\(bench.name)-parts.yaml"
try Data(bench.pipeline(files: files).utf8).write(to: folder.appending(path: name))
