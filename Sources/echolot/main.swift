import Glibc
import Pipeline

exit(EntryPoint.run(Array(CommandLine.arguments.dropFirst())).rawValue)
